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

/** What was found at one piece of a row. */
interface Filled<T> {
  readonly at: number;
  readonly some: readonly T[];
}

export interface Search<R, T> {
  /**
   * What is found at a piece; it may depend on the pieces next to it, as many on both sides as `reach`, and on nothing
   * else.
   */
  readonly find: (row: R, at: number) => readonly T[];
  readonly reach?: 0 | 1;
  /** The same with what depends on where in the row the piece stands. */
  readonly place?: (one: T, row: R, at: number) => T;
}

/**
 * Remembers what was found in the last row: only the pieces that changed, and those next to them, are looked at again.
 */
export function perRow<R extends Row<unknown>, T>({ find, reach = 0, place }: Search<R, T>): (row: R) => readonly T[] {
  let number = 0;
  let filled: readonly Filled<T>[] = [];
  let found: readonly T[] = [];
  return (row) => {
    if (row.number === number) return found;
    const changed = row.since === number ? row.changed : null;
    number = row.number;
    const before = filled;
    filled = changed === null ? filledIn(row, find, 0, row.pieces.length) : refilled(before, row, find, changed, reach);
    if (place !== undefined) found = filled.flatMap(({ at, some }) => some.map((one) => place(one, row, at)));
    else if (filled !== before) found = filled.flatMap(({ some }) => some);
    return found;
  };
}

function filledIn<R, T>(row: R, find: (row: R, at: number) => readonly T[], from: number, to: number): Filled<T>[] {
  const all: Filled<T>[] = [];
  for (let at = from; at < to; at += 1) {
    const some = find(row, at);
    if (some.length > 0) all.push({ at, some });
  }
  return all;
}

/** The same object where nothing was found at the changed pieces, then or now. */
function refilled<R extends Row<unknown>, T>(
  before: readonly Filled<T>[],
  row: R,
  find: (row: R, at: number) => readonly T[],
  changed: readonly number[],
  reach: number,
): readonly Filled<T>[] {
  const all: Filled<T>[] = [];
  let isSame = true;
  let next = 0;
  let from = 0;
  for (let one = 0; one < changed.length; one += 1) {
    const at = changed[one] ?? 0;
    from = Math.max(from, at - reach);
    const to = Math.min(row.pieces.length, at + reach + 1);
    for (; (before[next]?.at ?? to) < from; next += 1) all.push(before[next] as Filled<T>);
    for (; (before[next]?.at ?? to) < to; next += 1) isSame = false;
    const some = filledIn(row, find, from, to);
    if (some.length > 0) isSame = false;
    all.push(...some);
    from = Math.max(from, to);
  }
  for (; next < before.length; next += 1) all.push(before[next] as Filled<T>);
  return isSame ? before : all;
}

/**
 * Remembers how much each piece of the last row came to, and gives the sum: only the pieces that changed are counted
 * anew.
 */
export function countedIn<R extends Row<unknown>>(count: (row: R, at: number) => number): (row: R) => number {
  let number = 0;
  let counts: number[] = [];
  let sum = 0;
  return (row) => {
    if (row.number === number) return sum;
    const changed = row.since === number ? row.changed : null;
    number = row.number;
    if (changed === null) {
      counts = row.pieces.map((_, at) => count(row, at));
      sum = counts.reduce((all, one) => all + one, 0);
      return sum;
    }
    for (let one = 0; one < changed.length; one += 1) {
      const at = changed[one] ?? 0;
      const now = count(row, at);
      sum += now - (counts[at] ?? 0);
      counts[at] = now;
    }
    return sum;
  };
}
