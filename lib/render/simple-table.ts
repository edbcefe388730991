import type { SimpleTable } from '../report/insert';
import { widthOf } from './balanced-lines';

/** Longest text in characters that still stands centred; longer ones read from the left. */
const centred = 12;

/** For every column whether its texts are set from the left. */
export function leftColumns({ rows }: SimpleTable): boolean[] {
  return (rows[0] ?? []).map((_, column) => rows.slice(1).some((row) => widthOf(row[column] ?? '') > centred));
}

/** 156 mm by 120 mm in pixels of 1/96 inch: the width of the text, and what leaves room for words on the page. */
const most = { width: 589, height: 453 };

/** The size in which a picture is printed, in pixels of 1/96 inch; never larger than it is. */
export function shownSize({ width, height }: { readonly width: number; readonly height: number }): { width: number; height: number } {
  const scale = Math.min(1, most.width / width, most.height / height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
