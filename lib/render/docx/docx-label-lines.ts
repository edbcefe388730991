import type { TableId } from '@/lib/statute/table';
import { widthOf } from './balanced-lines';
import { tableSize } from './docx-styles';
import type { GridHeader } from '@/lib/render/grid';
import { phrasesOf, wordsOf } from '@/lib/render/words';

/** Room that a column header needs besides its words, in twips. */
export const air = 80;

/** A label in the lines in which its cell shows it. */
export function headerLines(table: TableId, cell: GridHeader, vertical: boolean, width: number): string[] {
  if (vertical) return [cell.text];
  if (cell.heads === 'row') return rowLines(table, cell, width);
  return cell.heads === 'rows' ? cell.text.split(/(?<=^（.）)/) : linesOf(table, cell, width);
}

/** Margins of a row label and what its style moves it in, first line and the following ones, in twips. */
const beside = { Label: [140, 140], Item: [140, 350] } as const;

/** A row label in as few lines as its column allows; no word of it is parted. */
function rowLines(table: TableId, cell: GridHeader, width: number): string[] {
  const [first, next] = beside[isItem(cell) ? 'Item' : 'Label'];
  const room = (line: number): number => (width - (line === 0 ? first : next)) / (tableSize[table] * 10);
  if (widthOf(cell.text) <= room(0)) return [cell.text];
  const lines = [''];
  for (const phrase of phrasesOf(cell.text)) {
    const last = lines.at(-1) ?? '';
    if (last === '' || widthOf(last + phrase) <= room(lines.length - 1)) lines[lines.length - 1] = last + phrase;
    else lines.push(phrase);
  }
  return lines;
}

/** 1.属于国家秘密 and the like. */
export const isItem = (cell: GridHeader): boolean => /^\d\./.test(cell.text);

/** The label in as few lines as its column allows, parted between words only. */
function linesOf(table: TableId, cell: GridHeader, width: number): string[] {
  const room = Math.floor((width - air) / (tableSize[table] * 10));
  if (cell.text.length <= room) return [cell.text];
  if (cell.heads === 'nothing') return cell.text.split(/(?<=，)/);
  const lines: string[] = [];
  for (const word of wordsOf(cell.text)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length <= room) lines[lines.length - 1] = last + word;
    else lines.push(word);
  }
  return lines;
}
