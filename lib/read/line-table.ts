import type { Block } from './document';
import { headingOf } from './headings';
import type { Labels } from './labels';
import { cellsWithin, rowCell, type RowCell, type TableRow } from './table-row';
import type { Item } from './table-stream';

/** The rows that stand in the printed lines from `begin` to before `end`. */
export function rowsOfLines(labels: Labels, blocks: readonly Block[], begin: number, end: number): Item[] {
  const items: Item[] = [];
  for (let i = begin; i < end; i += 1) {
    const block = blocks[i];
    if (block?.is !== 'line') continue;
    const cells = lineCells(labels, block.cells);
    items.push(isProse(cells) ? { is: 'prose', ends: cells.length === 1 && headingOf(cells[0]?.text ?? '')?.section != null } : { is: 'row', row: { blocks: [i], kind: 'line', cells } satisfies TableRow });
  }
  return items;
}

const isProse = (cells: readonly RowCell[]): boolean => cells.length === 1 && cells[0]?.is === 'text' && cells[0].text.length > 12;

function lineCells(labels: Labels, cells: readonly string[]): RowCell[] {
  const all: RowCell[] = [];
  for (const text of cells.slice(0, 200)) {
    const cell = rowCell(labels, text, all.length);
    const parts = cell.is === 'text' ? cellsWithin(labels, text) : null;
    if (parts === null) all.push(cell);
    else for (const part of parts) all.push(rowCell(labels, part, all.length));
  }
  return all;
}
