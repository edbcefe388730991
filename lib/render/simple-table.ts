import type { SimpleTable } from '../report/insert';

/** Longest text in characters that still stands centred; longer ones read from the left. */
const centred = 12;

/** For every column whether its texts are set from the left. */
export function leftColumns({ rows }: SimpleTable): boolean[] {
  return (rows[0] ?? []).map((_, column) => rows.slice(1).some((row) => widthOf(row[column] ?? '') > centred));
}

/** How many full-width characters a text is wide. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += character < '\u0100' ? 0.5 : 1;
  return width;
}
