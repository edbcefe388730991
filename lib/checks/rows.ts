/** Pieces in their order, and which of them are others than in the row before. */
export interface Row<P> {
  readonly pieces: readonly P[];
  /** No two rows have the same. */
  readonly number: number;
  /** The number of the row before. */
  readonly since: number;
  /** Where another piece stands than in the row before; null where there are more or fewer. */
  readonly changed: readonly number[] | null;
}

let rows = 0;

/** The row of these pieces, which takes the place of the one before; null for the first. */
export function rowAfter<P>(before: Row<P> | null, pieces: readonly P[]): Row<P> {
  const changed: number[] = [];
  const alike = before !== null && before.pieces.length === pieces.length;
  if (alike) for (let at = 0; at < pieces.length; at += 1) if (pieces[at] !== before.pieces[at]) changed.push(at);
  return { pieces, number: (rows += 1), since: before?.number ?? 0, changed: alike ? changed : null };
}

const none: readonly never[] = [];

/**
 * Remembers what was found in the last row. Where nothing was, only the pieces that changed are looked at, and as many
 * on both sides of them as `reach`: most rules find nothing in most reports.
 */
export function perRow<R extends Row<unknown>, T>(find: (row: R, at: number) => readonly T[], reach: 0 | 1 = 0): (row: R) => readonly T[] {
  let number = 0;
  let found: readonly T[] = none;
  return (row) => {
    if (row.number === number) return found;
    const changed = row.since === number && found.length === 0 ? row.changed : null;
    number = row.number;
    found = changed === null ? foundFrom(row, find, 0, row.pieces.length) : foundAround(row, find, changed, reach);
    return found;
  };
}

/** Remembers how much all pieces of the last row came to: only the pieces that changed are counted anew. */
export function countedIn<R extends Row<unknown>>(count: (row: R, at: number) => number): (row: R) => number {
  let last: { readonly row: R; readonly sum: number } | null = null;
  return (row) => {
    if (last?.row === row) return last.sum;
    let sum = 0;
    if (last !== null && row.since === last.row.number && row.changed !== null) {
      sum = last.sum;
      for (let one = 0; one < row.changed.length; one += 1) sum += count(row, row.changed[one] ?? 0) - count(last.row, row.changed[one] ?? 0);
    } else for (let at = 0; at < row.pieces.length; at += 1) sum += count(row, at);
    last = { row, sum };
    return sum;
  };
}

function foundFrom<R, T>(row: R, find: (row: R, at: number) => readonly T[], from: number, to: number): readonly T[] {
  const all: T[] = [];
  for (let at = from; at < to; at += 1) {
    const some = find(row, at);
    if (some.length > 0) all.push(...some);
  }
  return all.length === 0 ? none : all;
}

function foundAround<R extends Row<unknown>, T>(row: R, find: (row: R, at: number) => readonly T[], changed: readonly number[], reach: number): readonly T[] {
  const all: T[] = [];
  let from = 0;
  for (let one = 0; one < changed.length; one += 1) {
    const at = changed[one] ?? 0;
    const to = Math.min(row.pieces.length, at + reach + 1);
    all.push(...foundFrom(row, find, Math.max(from, at - reach), to));
    from = Math.max(from, to);
  }
  return all.length === 0 ? none : all;
}
