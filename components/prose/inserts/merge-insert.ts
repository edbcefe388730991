import { sameInsert, type Insert, type SimpleTable } from '@/lib/report/insert';

/**
 * Two changes of one picture or table made at once, put together where they touch different cells; null when they
 * touch the same ones or the shape of the table, and then a person chooses.
 */
export function mergeInserts(
  base: Insert | undefined,
  mine: Insert | undefined,
  theirs: Insert | undefined,
): { readonly insert: Insert | undefined } | null {
  if (sameInsert(mine, theirs) || sameInsert(base, mine)) return { insert: theirs };
  if (sameInsert(base, theirs)) return { insert: mine };
  if (base === undefined || mine === undefined || theirs === undefined) return null;
  if (!('table' in base && 'table' in mine && 'table' in theirs)) return null;
  const table = mergeTables(base.table, mine.table, theirs.table);
  return table === null ? null : { insert: { table } };
}

const shapeOf = ({ rows }: SimpleTable): string => rows.map((row) => row.length).join(' ');

function mergeTables(base: SimpleTable, mine: SimpleTable, theirs: SimpleTable): SimpleTable | null {
  if (shapeOf(base) !== shapeOf(mine) || shapeOf(base) !== shapeOf(theirs)) return null;
  let clash = false;
  const one = (was: string, a: string, b: string): string => {
    if (a === b || b === was) return a;
    if (a !== was) clash = true;
    return b;
  };
  const caption = one(base.caption, mine.caption, theirs.caption);
  const rows = base.rows.map((row, line) =>
    row.map((was, column) => one(was, mine.rows[line]?.[column] ?? '', theirs.rows[line]?.[column] ?? '')),
  );
  return clash ? null : { caption, rows };
}
