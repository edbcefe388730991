import { wholeNumber } from '@/lib/report/figure';
import { readCell } from './cell-text';
import type { PrintedRow } from './printed-row';
import type { RowCell } from './table-row';

/** As many rows as table three has by far, so that sums tell one reading from another. */
const fewest = 10;

/**
 * Labels in one run and all their figures in another, as viewers of PDF copy a table column by column: row by row or
 * column by column, whichever makes every row's total the sum of its parts. Null where none or both do.
 */
export function fromColumns(
  labels: readonly PrintedRow[],
  figures: readonly PrintedRow[],
): readonly (readonly RowCell[])[] | null {
  const width = labels[0]?.own?.match?.labels.find(({ axis }) => axis === 'row')?.cells.length ?? 0;
  const same = labels.every(({ own }) =>
    own?.match?.labels.some(
      ({ axis, table, cells }) => axis === 'row' && table === 'applications' && cells.length === width,
    ),
  );
  const cells = figures.flatMap(({ behind }) => behind.filter(({ is }) => is !== 'blank'));
  if (!same || labels.length < fewest || cells.length !== labels.length * width) return null;
  const read = (place: (row: number, column: number) => number): RowCell[][] =>
    labels.map((_, row) =>
      Array.from({ length: width }, (__, column) => cells[place(row, column)]).filter((cell) => cell !== undefined),
    );
  const ways = [
    read((row, column) => row * width + column),
    read((row, column) => column * labels.length + row),
  ].filter((way) => way.every(addsUp));
  const [way, other] = ways;
  if (way === undefined) return null;
  return other === undefined || way.every((row, i) => row.every(({ text }, n) => text === other[i]?.[n]?.text))
    ? way
    : null;
}

/** Whether the last of a row is the sum of those before it. */
function addsUp(row: readonly RowCell[]): boolean {
  const numbers = row.map(({ text }) => wholeNumber(readCell(text, 'count').value));
  const total = numbers.pop() ?? null;
  return (
    total !== null &&
    numbers.reduce<number | null>((sum, number) => (sum === null || number === null ? null : sum + number), 0) === total
  );
}
