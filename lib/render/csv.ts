import { csvOfLines } from '../report/csv-field';
import type { Report } from '../report/report';
import { formatOf } from './outline';

/**
 * `report.csv`: one line a cell, UTF-8 with a byte order mark and CRLF. `table`, `row` and `column` joined by dots are
 * the cell's id (a table of one row has no `row`); `labels` are the headings as printed, rows before columns.
 */
export function csvOf(report: Report): string {
  const format = formatOf(report);
  const lines = format.cells.map((cell) => {
    const table = format.tables[cell.table];
    const labels = [table.name, table.blocks[cell.block]?.caption ?? '', ...cell.row.labels, ...cell.column.labels];
    return [cell.table, cell.row.id, cell.column.id, labels.filter((label) => label !== '').join(' / '), report.cells[cell.id] ?? ''];
  });
  return csvOfLines([['table', 'row', 'column', 'labels', 'value'], ...lines]);
}
