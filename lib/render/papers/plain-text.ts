import type { Grid } from '@/lib/render/grid';
import { outlineOf, type Passage } from '@/lib/render/outline';
import type { Report } from '@/lib/report/report';

/**
 * The report as plain text, for an editor that takes no HTML: a paragraph a line, the cells of a row parted by tabs.
 */
export function plainTextOf(report: Report): string {
  const { title, preamble, sections, signature } = outlineOf(report);
  const lines = [
    title.join(''),
    ...preamble.flatMap(linesOf),
    ...sections.flatMap(({ heading, table, passages }) => [
      heading,
      ...(table === null ? [] : [...rowsOf(table.grid), ...table.remarks]),
      ...passages.flatMap(linesOf),
    ]),
    signature.agency,
    signature.date ?? '',
  ];
  return `${lines.filter((line) => line !== '').join('\n')}\n`;
}

function linesOf(passage: Passage): string[] {
  if (passage.is === 'picture') return [`（图：${passage.picture.alt}）`];
  if (passage.is === 'table') return passage.table.rows.map((row) => row.join('\t'));
  return [passage.text];
}

const rowsOf = (grid: Grid): string[] =>
  grid.rows.map(({ cells }) => cells.map((cell) => (cell.is === 'figure' ? (cell.value ?? '') : cell.text)).join('\t'));
