import { shortNameOfCell } from '@/lib/checks/engine/place';
import type { Format } from '@/lib/statute/format';
import type { Cell, Line } from '@/lib/statute/table';
import type { Place } from '@/lib/report/report';

const enumerator = /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+\.)/;

/** 三 for 三、收到和处理政府信息公开申请情况; 开头 for the opening paragraph. */
export function numeralOfPlace(format: Format, place: Place): string {
  if (place === 'preamble') return '开头';
  return format.sections.find((section) => section.id === place)?.title.split('、')[0] ?? '';
}

/** Row label of a table with its headings run together, as people quote it: 三（三）1.属于国家秘密. */
export function rowLabel(row: Line): string {
  const above = row.labels.slice(0, -1).map((label) => (enumerator.exec(label)?.[0] ?? label).replace('、', ''));
  return above.join('') + (row.labels.at(-1) ?? '');
}

/** Where a cell stands, short enough for a margin and in the words of the findings: 三 · 本年新收 · 自然人. */
export function cellPlace(format: Format, cell: Cell): string {
  const section = format.sections.find((item) => item.table === cell.table);
  return `${numeralOfPlace(format, section?.id ?? 'preamble')} · ${shortNameOfCell(format, cell.id)}`;
}
