import { insertLimits, type SimpleTable } from '@/lib/report/insert';

/** What is done to a simple table while it is written; each gives a new one, or the same where nothing can be done. */

const widthOf = (table: SimpleTable): number => table.rows[0]?.length ?? 0;

/** A table of blank cells, the first row its header. */
export function emptyTable(rows: number, columns: number): SimpleTable {
  return { caption: '', rows: Array.from({ length: rows }, () => Array.from({ length: columns }, () => '')) };
}

/** The table with this text in one cell. */
export function withCell(table: SimpleTable, row: number, column: number, text: string): SimpleTable {
  return {
    ...table,
    rows: table.rows.map((cells, line) =>
      line === row ? cells.map((old, index) => (index === column ? text : old)) : cells,
    ),
  };
}

/** A row more, below the given one. */
export function withRow(table: SimpleTable, below: number): SimpleTable {
  if (table.rows.length >= insertLimits.rows) return table;
  const row = Array.from({ length: widthOf(table) }, () => '');
  return { ...table, rows: [...table.rows.slice(0, below + 1), row, ...table.rows.slice(below + 1)] };
}

/** The table without one row; the header and one more stay. */
export function withoutRow(table: SimpleTable, row: number): SimpleTable {
  return table.rows.length <= 2 ? table : { ...table, rows: table.rows.filter((_, line) => line !== row) };
}

/** A column more, to the right of the given one. */
export function withColumn(table: SimpleTable, rightOf: number): SimpleTable {
  if (widthOf(table) >= insertLimits.columns) return table;
  return {
    ...table,
    rows: table.rows.map((cells) => [...cells.slice(0, rightOf + 1), '', ...cells.slice(rightOf + 1)]),
  };
}

/** The table without one column; one stays. */
export function withoutColumn(table: SimpleTable, column: number): SimpleTable {
  return widthOf(table) <= 1
    ? table
    : { ...table, rows: table.rows.map((cells) => cells.filter((_, index) => index !== column)) };
}

/**
 * Cells copied from a spreadsheet put in from the given cell on; what does not fit into the table makes it longer, not
 * wider.
 */
export function withPasted(table: SimpleTable, row: number, column: number, text: string): SimpleTable {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => line.split('\t'));
  let grown = table;
  while (grown.rows.length < Math.min(row + lines.length, insertLimits.rows))
    grown = withRow(grown, grown.rows.length - 1);
  return {
    ...grown,
    rows: grown.rows.map((cells, line) =>
      cells.map((old, index) => lines[line - row]?.[index - column]?.trim().slice(0, insertLimits.cell) ?? old),
    ),
  };
}
