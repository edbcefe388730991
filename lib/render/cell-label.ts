import type { Format } from '@/lib/statute/format';
import type { Cell } from '@/lib/statute/table';

/** Where a cell stands, in the headings as printed, rows before columns: 表三 / 一、本年新收政府信息公开申请数量 / 总计. */
export function labelOf(format: Format, cell: Cell): string {
  const table = format.tables[cell.table];
  const labels = [table.name, table.blocks[cell.block]?.caption ?? '', ...cell.row.labels, ...cell.column.labels];
  return labels.filter((label) => label !== '').join(' / ');
}
