import type { SimpleTable } from '@/lib/report/insert';
import { widthOf } from '@/lib/render/docx/balanced-lines';

/** Longest text in characters that still stands centred; longer ones read from the left. */
const centred = 12;

/** For every column whether its texts are set from the left. */
export function leftColumns({ rows }: SimpleTable): boolean[] {
  return (rows[0] ?? []).map((_, column) => rows.slice(1).some((row) => widthOf(row[column] ?? '') > centred));
}

/** A figure, or a word of Latin letters, breaks over lines only where nothing else helps. */
const unbroken = /[A-Za-z]+|[0-9][0-9.,]*[%‰]?/g;
const longestWord = 4;
const longestFigure = 8;
/** Digits of the fonts that stand in for 宋体 are wider than half a character. */
const digit = 1.1;

/** What a cell keeps free at either side, in twips: tables of many columns need the room. */
export const cellMargin = ({ rows }: SimpleTable): number => ((rows[0] ?? []).length > 7 ? 40 : 80);

/**
 * Columns as wide as their longest texts ask for, within bounds, and none narrower than its figures; whole parts that
 * add up to `room`.
 */
export function columnWidths(table: SimpleTable, room: number): number[] {
  const { rows } = table;
  const sides = (2.2 * cellMargin(table)) / character;
  const columns = (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? ''));
  const asked = columns.map((texts) => Math.min(24, Math.max(4, ...texts.map((text) => widthOf(text) + 1))));
  const least = columns.map(
    (texts) =>
      Math.max(2, ...texts.flatMap((text) => [...text.matchAll(unbroken)].map(([piece]) => leastOf(piece)))) + sides,
  );
  return sharedOut(roomFor(asked, least, room / character), room);
}

const leastOf = (piece: string): number =>
  /^\d/.test(piece) ? Math.min(longestFigure, widthOf(piece) * digit) : Math.min(longestWord, widthOf(piece));

/** Twips of a character of the size in which simple tables are set, 五号. */
const character = 210;

const sum = (widths: readonly number[]): number => widths.reduce((all, width) => all + width, 0);

/**
 * Widths in the measure of what is asked; what falls short of the least is raised at the cost of those with room to
 * spare.
 */
function roomFor(asked: readonly number[], least: readonly number[], room: number): readonly number[] {
  if (sum(least) >= room) return least;
  const scaled = asked.map((width) => (width * room) / sum(asked));
  const spare = sum(scaled.map((width, column) => Math.max(0, width - (least[column] ?? 0))));
  const short = sum(scaled.map((width, column) => Math.max(0, (least[column] ?? 0) - width)));
  return scaled.map((width, column) => {
    const own = least[column] ?? 0;
    return width <= own ? own : own + (width - own) * (1 - short / spare);
  });
}

/** Whole twips in the measure of these weights. */
function sharedOut(weights: readonly number[], room: number): number[] {
  const all = sum(weights);
  let taken = 0;
  let at = 0;
  return weights.map((weight) => {
    taken += weight;
    const to = Math.round((room * taken) / all);
    const width = to - at;
    at = to;
    return width;
  });
}

/** 156 mm by 120 mm in pixels of 1/96 inch: the width of the text, and what leaves room for words on the page. */
const most = { width: 589, height: 453 };

/** The size in which a picture is printed, in pixels of 1/96 inch; never larger than it is. */
export function shownSize({ width, height }: { readonly width: number; readonly height: number }): {
  width: number;
  height: number;
} {
  const scale = Math.min(1, most.width / width, most.height / height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
