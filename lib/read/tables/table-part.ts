import type { TableId } from '@/lib/statute/table';
import type { FormLabel, Match } from './labels';
import type { Values } from './row-values';
import type { RowCell, TableRow } from './table-row';

/** A row of a table with what its words say it is. */
export interface DataRow {
  readonly row: TableRow;
  /** The line of the form; null for a row without a label or with one that the form does not know. */
  readonly label: FormLabel | null;
  /** How surely: 0 the form's own words, more for each doubt. */
  readonly doubt: number;
  /** Its own words; empty for a row without a label. */
  readonly text: string;
  /** Headings before the label in the same row. */
  readonly groups: readonly { readonly label: FormLabel; readonly text: string }[];
  readonly values: Values;
}

/** Rows under one set of column headers. */
export interface Stretch {
  readonly stack: readonly TableRow[];
  readonly rows: DataRow[];
  /** True where the header stands in an earlier grid, so that its places do not count. */
  readonly continued: boolean;
  /** First place of the column headers; null where they do not tell places. */
  readonly first: number | null;
}

/** Rows of one table that stand together. */
export interface Part {
  readonly table: TableId;
  readonly blocks: Set<number>;
  readonly stretches: Stretch[];
  corner: string | null;
  /** Whether a band of table two (第二十条第（一）项) stands in it. */
  band: boolean;
  /** Header rows that no row has followed yet. */
  open: TableRow[] | null;
  /** Rows the form does not know, until it is seen whether they stand in the table. */
  held: TableRow[];
  /** Pieces of labels that stand on lines of their own, such as a heading printed downwards beside its rows. */
  readonly pieces: string[];
  /** Blocks that were no part of it since its last row. */
  gap: number;
}

/** A table of which nothing was read yet. */
export function newPart(table: TableId): Part {
  return { table, blocks: new Set(), stretches: [], corner: null, band: false, open: [], held: [], pieces: [], gap: 0 };
}

export const rowLabels = (match: Match | null, table: TableId): FormLabel[] =>
  match?.tables.row.includes(table) === true
    ? match.labels.filter((label) => label.axis === 'row' && label.table === table)
    : [];

/** The label cells at the head of a row: up to the last text before its figures. */
function labelCells(row: TableRow, table: TableId, first: number | null): { cells: RowCell[]; end: number } {
  const begin = row.cells.findIndex(({ match }) => match?.tables.row.includes(table) === true);
  const from = begin >= 0 ? begin : row.cells.findIndex((cell) => cell.is === 'text' || cell.is === 'label');
  if (from < 0) return { cells: [], end: 0 };
  const cells: RowCell[] = [];
  let end = from;
  for (let i = from; i < row.cells.length; i += 1) {
    const cell = row.cells[i];
    if (cell === undefined || cell.is === 'figure') break;
    if (cell.is === 'blank') continue;
    if (cells.length > 0 && cell.is === 'text' && first !== null && cell.at >= first) break;
    cells.push(cell);
    end = i + 1;
  }
  return { cells, end };
}

/** Reads a row of the given table. `group` is the heading last seen above it. */
export function dataRow(row: TableRow, table: TableId, first: number | null, group: FormLabel | null): DataRow {
  const { cells, end } = labelCells(row, table, first);
  const own = cells.at(-1);
  const before = cells.slice(0, -1).flatMap((cell) =>
    rowLabels(cell.match, table)
      .filter(({ leaf }) => leaf === null)
      .slice(0, 1)
      .map((label) => ({ label, text: cell.text })),
  );
  const heading = before.at(-1)?.label ?? group;
  const found = own === undefined ? null : labelOf(own, table, heading);
  const behind = row.cells.slice(end);
  const last = row.cells[end - 1];
  return {
    row,
    label: found?.label ?? null,
    doubt: found?.doubt ?? 0,
    text: own?.text ?? '',
    groups: before,
    values: { kind: row.kind, cells: behind, start: last === undefined ? 0 : last.at + 1, width: row.cells.length },
  };
}

const doubts = { exact: 0, variant: 1, near: 2 } as const;

function labelOf(cell: RowCell, table: TableId, group: FormLabel | null): { label: FormLabel; doubt: number } | null {
  const [label] = rowLabels(cell.match, table);
  if (label === undefined || cell.match === null) return null;
  const { number, key } = cell.match;
  const otherNumber = number !== '' && number !== label.number;
  const otherGroup =
    group !== null && label.leaf?.kind === 'leaf' && !label.above.includes(group) && group.line !== label.line;
  if (
    key.length <= 2 &&
    label.leaf?.kind === 'leaf' &&
    label.number !== '' &&
    (otherNumber || (otherGroup && number === ''))
  )
    return null;
  return { label, doubt: doubts[cell.match.how] + (otherNumber ? 1 : 0) };
}
