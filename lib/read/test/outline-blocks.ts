import { outlineOf, type OutlineTable } from '../../render/outline';
import type { Report } from '../../report/report';
import type { Block } from '../document';

/** Text without the breaks that setting a page brings. */
const unbroken = (text: string): string => text.replaceAll('\n', '');

/** Blocks with spans, levels and header cells aside: one line a paragraph or row of a table. */
export function linesOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.is === 'paragraph') return [unbroken(block.text)];
    if (block.is === 'line') return [block.cells.join('|')];
    return block.rows.map((row) => row.map(({ text, colspan, rowspan }) => `${unbroken(text)}×${colspan}×${rowspan}`).join('|'));
  });
}

const linesOfTable = ({ grid, remarks }: OutlineTable): string[] => [
  ...grid.rows.map((row) => row.cells.map((cell) => `${cell.is === 'header' ? cell.text : (cell.value ?? '')}×${cell.colSpan}×${cell.rowSpan}`).join('|')),
  ...remarks,
];

/** What `linesOf` gives for a faithful copy of a report. */
export function linesOfReport(report: Report): string[] {
  const { title, preamble, sections, signature } = outlineOf(report);
  return [
    title.join(''),
    ...preamble.map(({ text }) => text),
    ...sections.flatMap(({ heading, table, passages }) => [heading, ...(table === null ? [] : linesOfTable(table)), ...passages.map(({ text }) => text)]),
    ...(signature.agency === '' ? [] : [signature.agency]),
    ...(signature.date === null ? [] : [signature.date]),
  ];
}
