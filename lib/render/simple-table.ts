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

/** 156 mm by 120 mm in pixels of 1/96 inch: the width of the text, and what leaves room for words on the page. */
const most = { width: 589, height: 453 };

/** The size in which a picture is printed, in pixels of 1/96 inch; never larger than it is. */
export function shownSize({ width, height }: { readonly width: number; readonly height: number }): { width: number; height: number } {
  const scale = Math.min(1, most.width / width, most.height / height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
