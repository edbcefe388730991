import type { Block, Paragraph } from '@/lib/read/document';
import { most, rowsOfGrid } from './grid-table';
import { headingOf } from '@/lib/read/prose/headings';
import type { Labels } from './labels';
import { rowsOfLines } from './line-table';
import { cellsWithin, endsInFigure } from './cells-within';
import { rowCell, type TableRow } from './table-row';
import { runOfCells } from './paragraph-cells';
import type { Item } from './table-stream';

/** All rows of a document, with the prose between them. */
export function itemsOf(labels: Labels, blocks: readonly Block[]): Item[] {
  const items: Item[] = [];
  let left: number = most.rows;
  let run = { end: 0, table: false };
  for (let i = 0; i < blocks.length && left > 0; ) {
    const block = blocks[i];
    if (block === undefined) break;
    if (block.is === 'grid' && block.simple === true) {
      items.push({ is: 'prose', ends: false });
      i += 1;
    } else if (block.is === 'grid') {
      const rows = rowsOfGrid(labels, block, i, left);
      left -= rows.length;
      for (const row of rows) items.push({ is: 'row', row });
      i += 1;
    } else if (block.is === 'paragraph') {
      if (i >= run.end) run = runOfCells(blocks, i);
      if (run.table && i < run.end) {
        const { end } = run;
        for (const item of rowsOfLines(labels, blocks, i, end)) items.push(item);
        left -= end - i;
        i = end;
        continue;
      }
      const row = tornRow(labels, block, i);
      items.push(row === null ? { is: 'prose', ends: headingOf(block.text)?.section != null } : { is: 'row', row });
      i += 1;
    } else {
      let end = i;
      while (end < i + left && blocks[end]?.is === 'line') end += 1;
      for (const item of rowsOfLines(labels, blocks, i, end)) items.push(item);
      left -= end - i;
      i = end;
    }
  }
  return items;
}

/** A row of figures that text recognition left as a paragraph: a label of the form with figures behind it. */
function tornRow(labels: Labels, { text, level }: Paragraph, block: number): TableRow | null {
  if (level !== null || text.length > 120 || !endsInFigure(text.trim())) return null;
  const parts = cellsWithin(labels, text);
  if (parts === null) return null;
  const cells = parts.map((part, at) => rowCell(labels, part, at));
  const isRow =
    cells.some(({ match }) => match?.labels.some(({ axis }) => axis === 'row')) &&
    cells.some(({ is }) => is === 'figure');
  return isRow ? { blocks: [block], kind: 'line', cells, width: cells.length } : null;
}
