import { wholeNumber } from '@/lib/report/figure';
import { readCell } from './cell-text';
import type { Column, Columns } from './header-columns';
import type { RowCell } from './table-row';

/** The cells behind a row's label, and where the label ends. */
export interface Values {
  readonly kind: 'grid' | 'line';
  readonly cells: readonly RowCell[];
  /** First place after the label; 0 where there is none. */
  readonly start: number;
  /** Cells of the whole row. */
  readonly width: number;
}

type Aligned = readonly (RowCell | null)[];

/**
 * Cells in the order of the columns, null for a column without one; 'unclear' where more than one way fits. Rows of one
 * table are laid out alike, so they are looked at together.
 */
export function alignRows(columns: Columns, rows: readonly Values[]): (Aligned | 'unclear')[] {
  const placed = rows.map((row) => byPlace(columns, row));
  const ways = rows.map((row) => waysToFit(columns.order.length, row));
  const shifted = rows.some((_, i) => placed[i] === null && ways[i]?.length === 1);
  const offsets = new Map<string, number | null>();
  for (const [i, row] of rows.entries()) {
    const fit = ways[i] ?? [];
    const first = fit.length === 1 ? fit[0]?.findIndex((cell) => cell !== null && cell.is !== 'blank') : undefined;
    if (first === undefined || first < 0) continue;
    const offset = offsetOf(row, fit[0] ?? []);
    const shape = shapeOf(row);
    offsets.set(shape, offsets.has(shape) && offsets.get(shape) !== offset ? null : offset);
  }
  return rows.map((row, i) => {
    const place = placed[i] ?? null;
    const fit = ways[i] ?? [];
    if (row.cells.every(({ is }) => is === 'blank')) return columns.order.map(() => null);
    if (place !== null && !shifted) return place;
    if (fit.length === 1) return fit[0] ?? 'unclear';
    const alike = offsets.get(shapeOf(row));
    const like = alike == null ? undefined : fit.find((way) => offsetOf(row, way) === alike);
    return like ?? confirmed(columns.order, fit) ?? 'unclear';
  });
}

const shapeOf = (row: Values): string => `${row.start}|${row.width}`;

/** Which of the cells behind the label is taken for the first column. */
const offsetOf = (row: Values, way: Aligned): number => row.cells.findIndex((cell) => cell === way[0]);

/** By the places of the header cells; null where a cell stands beside them, or the label below one. */
function byPlace({ at, order }: Columns, row: Values): Aligned | null {
  if (at === null) return null;
  const line: (RowCell | null)[] = order.map(() => null);
  for (const place of at.keys()) if (place < row.start) return null;
  for (const cell of row.cells) {
    const index = at.get(cell.at);
    if (index === undefined) {
      if (cell.is !== 'blank') return null;
      continue;
    }
    const there = line[index];
    if (there == null || there.is === 'blank') line[index] = cell;
    else if (cell.is !== 'blank' && cell.text !== there.text) return null;
  }
  if (row.kind === 'line' && line.some((cell) => cell === null)) return null;
  return line;
}

/** All ways to lay as many neighbouring cells as there are columns, leaving out blank ones at the ends only. */
function waysToFit(count: number, { cells }: Values): Aligned[] {
  const spare = cells.length - count;
  if (spare < 0 || spare > 30) return [];
  const ways: Aligned[] = [];
  for (let before = 0; before <= spare; before += 1) {
    const outside = [...cells.slice(0, before), ...cells.slice(before + count)];
    if (outside.every(({ is }) => is === 'blank')) ways.push(cells.slice(before, before + count));
  }
  return ways;
}

/** The one way in which the row's totals hold; undefined where none does or several do. */
function confirmed(order: readonly Column[], ways: readonly Aligned[]): Aligned | undefined {
  const holding = ways.filter((way) => totalsHold(order, way));
  return holding.length === 1 ? holding[0] : undefined;
}

/** Whether every total of a row is the sum of its parts, all of them there and not all nought. */
export function totalsHold(order: readonly Column[], way: Aligned): boolean {
  const numbers = new Map<string, number | null>();
  for (const [i, column] of order.entries()) {
    if (typeof column === 'string' || column.leaf === null) continue;
    numbers.set(column.leaf.id, wholeNumber(readCell(way[i]?.text ?? '', column.leaf.number).value));
  }
  const totals = order.flatMap((column) =>
    typeof column !== 'string' && column.leaf?.kind === 'total' ? [column.leaf] : [],
  );
  let some = false;
  for (const total of totals) {
    const whole = numbers.get(total.id) ?? null;
    const parts = total.parts.map((part) => numbers.get(part) ?? null);
    if (whole === null || parts.some((part) => part === null)) return false;
    if (parts.reduce<number>((sum, part) => sum + (part ?? 0), 0) !== whole) return false;
    some ||= whole !== 0;
  }
  return some;
}
