import type { Format, SectionId } from '../../lib/statute/format';
import type { Cell, Line } from '../../lib/statute/table';
import type { Place } from '../../lib/report/report';

const enumerator = /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+\.)/;

/** A printed label without its number and without what stands in brackets after it: 部分公开. */
export function bareLabel(label: string): string {
  return label.replace(enumerator, '').replace(/（.*）$/, '').replace('政府信息公开申请', '申请');
}

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

/** Where a cell stands, short enough for a margin: 三 · 本年新收申请数量 · 自然人. */
export function cellPlace(format: Format, cell: Cell): string {
  const section = format.sections.find((item) => item.table === cell.table);
  const row = cell.row.labels.length === 0 ? [] : [rowName(cell.row)];
  const column = cell.row.labels.length === 0 ? cell.column.labels : cell.column.labels.slice(-1);
  return [numeralOfPlace(format, section?.id ?? 'preamble'), ...row, ...column.map(bareLabel)].join(' · ');
}

/** A total or 其他 says nothing alone: the heading above it is named too. */
function rowName(row: Line): string {
  const label = bareLabel(row.labels.at(-1) ?? '');
  const above = row.labels.at(-2);
  return above !== undefined && /^(?:其他|总计)$/.test(label) ? `${bareLabel(above)}${label}` : label;
}

export function sectionTitle(format: Format, id: SectionId): string {
  return format.sections.find((section) => section.id === id)?.title ?? '';
}
