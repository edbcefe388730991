import { outlineOf, wordsIn, type OutlineTable } from '@/lib/render/outline';
import type { Report } from '@/lib/report/report';
import type { Block } from '@/lib/read/document';

/** Text without the breaks that setting a page brings. */
const unbroken = (text: string): string => text.replaceAll('\n', '');

/** Blocks with levels and header cells aside: one line a paragraph or row of a table, a cell as text×columns×rows. */
export function linesOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) =>
    block.is === 'paragraph'
      ? [unbroken(block.text)]
      : block.is === 'line'
        ? [block.cells.join('|')]
        : linesOfCells(block.rows),
  );
}

interface Cell {
  readonly text: string;
  readonly colspan: number;
  readonly rowspan: number;
}

/** Columns that no cell begins or ends at are none: programs leave out such as only other tables need. */
function linesOfCells(rows: readonly (readonly Cell[])[]): string[] {
  const taken = new Map<string, true>();
  const placed = rows.map((row, line) => {
    let column = 0;
    return row.map((cell) => {
      while (taken.has(`${line},${column}`)) column += 1;
      for (let down = 0; down < cell.rowspan; down += 1)
        for (let right = 0; right < cell.colspan; right += 1) taken.set(`${line + down},${column + right}`, true);
      return { ...cell, from: column, to: column + cell.colspan };
    });
  });
  const edges = [...new Set(placed.flat().flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  return placed.map((row) =>
    row
      .map(({ text, from, to, rowspan }) => `${unbroken(text)}×${edges.indexOf(to) - edges.indexOf(from)}×${rowspan}`)
      .join('|'),
  );
}

const linesOfTable = ({ grid, remarks }: OutlineTable): string[] => [
  ...linesOfCells(
    grid.rows.map((row) =>
      row.cells.map((cell) => ({
        text: cell.is === 'header' ? cell.text : (cell.value ?? ''),
        colspan: cell.colSpan,
        rowspan: cell.rowSpan,
      })),
    ),
  ),
  ...remarks,
];

/** What `linesOf` gives for a faithful copy of a report. */
export function linesOfReport(report: Report): string[] {
  const { title, preamble, sections, signature } = outlineOf(report);
  return [
    title.join(''),
    ...wordsIn(preamble),
    ...sections.flatMap(({ heading, table, passages }) => [
      heading,
      ...(table === null ? [] : linesOfTable(table)),
      ...wordsIn(passages),
    ]),
    ...(signature.agency === '' ? [] : [signature.agency]),
    ...(signature.date === null ? [] : [signature.date]),
  ];
}
