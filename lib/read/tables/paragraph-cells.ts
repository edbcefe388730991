import { looksLikeFigure } from './cell-text';
import type { Block } from '@/lib/read/document';

/** Fewest cells of a table that count as one, and fewest figures among them: table four alone has fifteen. */
const fewest = { cells: 20, figures: 10 } as const;
const longestCell = 60;

/**
 * Where a run of short paragraphs from `begin` on ends, and whether they are the cells of a table, one each (a table of
 * `<div>`, or pasted as text).
 */
export function runOfCells(blocks: readonly Block[], begin: number): { end: number; table: boolean } {
  let end = begin;
  let figures = 0;
  for (let block = blocks[end]; block?.is === 'paragraph' && isCell(block.text); block = blocks[end]) {
    if (looksLikeFigure(block.text)) figures += 1;
    end += 1;
  }
  return { end, table: end - begin >= fewest.cells && figures >= fewest.figures };
}

const isCell = (text: string): boolean => text.length <= longestCell && !/[。；！？]/.test(text);
