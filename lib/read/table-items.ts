import type { Block } from './document';
import { most, rowsOfGrid } from './grid-table';
import { headingOf } from './headings';
import type { Labels } from './labels';
import { rowsOfLines } from './line-table';
import type { Item } from './table-stream';

/** All rows of a document, with the prose between them. */
export function itemsOf(labels: Labels, blocks: readonly Block[]): Item[] {
  const items: Item[] = [];
  let left: number = most.rows;
  for (let i = 0; i < blocks.length && left > 0; ) {
    const block = blocks[i];
    if (block === undefined) break;
    if (block.is === 'grid') {
      const rows = rowsOfGrid(labels, block, i, left);
      left -= rows.length;
      for (const row of rows) items.push({ is: 'row', row });
      i += 1;
    } else if (block.is === 'paragraph') {
      items.push({ is: 'prose', ends: headingOf(block.text)?.section != null });
      i += 1;
    } else {
      let end = i;
      while (blocks[end]?.is === 'line') end += 1;
      for (const item of rowsOfLines(labels, blocks, i, end)) items.push(item);
      left -= end - i;
      i = end;
    }
  }
  return items;
}
