import type { Format } from '@/lib/statute/format';
import { columnHeaders, labelDepth, rowHeaders, type HeaderCell } from '@/lib/statute/headers';
import {
  cellId,
  columnsOf,
  rowsOf,
  type Block,
  type Cell,
  type CellId,
  type Line,
  type Table,
} from '@/lib/statute/table';

/** A row of a table as it is drawn. */
export interface GridRow {
  readonly id: string;
  readonly line: Line;
  readonly headers: readonly HeaderCell[];
  readonly cells: readonly Cell[];
}

export interface GridBlock {
  readonly block: Block;
  readonly columns: readonly Line[];
  readonly heads: readonly (readonly HeaderCell[])[];
  /** Columns that the row labels take. */
  readonly labels: number;
  readonly rows: readonly GridRow[];
}

/** One table drawn: its blocks, and the rectangle of cells in which arrows and pastes move. */
export interface Grid {
  readonly table: Table;
  readonly blocks: readonly GridBlock[];
  /** All rows of all blocks, one below the other. */
  readonly matrix: readonly (readonly Cell[])[];
  readonly place: ReadonlyMap<CellId, { readonly row: number; readonly column: number }>;
}

/** A statutory table as the form's grid: its blocks, rows and cells with where they stand. */
export function gridOf(format: Format, table: Table): Grid {
  const blocks = table.blocks.map((block): GridBlock => {
    const columns = columnsOf(block);
    const headers = block.rows.length === 0 ? [[]] : rowHeaders(block);
    const rows = rowsOf(block).map(
      (line, index): GridRow => ({
        id: line.id,
        line,
        headers: headers[index] ?? [],
        cells: columns.flatMap((column) => format.cell(cellId(table.id, line.id, column.id)) ?? []),
      }),
    );
    return { block, columns, heads: columnHeaders(block), labels: labelDepth(block), rows };
  });
  const matrix = blocks.flatMap((block) => block.rows.map((row) => row.cells));
  const place = new Map(
    matrix.flatMap((cells, row) => cells.map((cell, column) => [cell.id, { row, column }] as const)),
  );
  return { table, blocks, matrix, place };
}

/** Names of a line from the outermost heading that tells it apart, without explanations: （三）不予公开，1.属于国家秘密. */
const named = (labels: readonly string[], skip: number): string =>
  (labels.length > skip + 1 ? labels.slice(skip) : labels.slice(-1))
    .map((label) => label.replace(/（[^）]{8,}）$/, ''))
    .join('，');

/** Headings over all lines of a table, which tell nothing apart (申请人情况, 本年度办理结果). */
const silent = (line: Line): number => (line.labels.length > 2 || /情况$|^三、/.test(line.labels[0] ?? '') ? 1 : 0);

function rowName(cell: Cell): string {
  return named(cell.row.labels, silent(cell.row));
}

function columnName(cell: Cell): string {
  return named(cell.column.labels, silent(cell.column));
}

/** Row and column of a cell, as read out and as named in messages. */
export function cellName(cell: Cell): string {
  const row = rowName(cell);
  return row === '' ? columnName(cell) : `${row}，${columnName(cell)}`;
}

/** The next cell that can be typed in, from a cell towards a direction; null at the edge. */
export function neighbour(grid: Grid, from: CellId, way: 'up' | 'down' | 'left' | 'right'): CellId | null {
  const at = grid.place.get(from);
  if (at === undefined) return null;
  let { row, column } = at;
  for (;;) {
    if (way === 'up') row -= 1;
    if (way === 'down') row += 1;
    if (way === 'left') column -= 1;
    if (way === 'right') column += 1;
    const line = grid.matrix[row];
    if (line === undefined || column < 0 || (way !== 'up' && way !== 'down' && column >= line.length)) return null;
    const cell = line[Math.min(column, line.length - 1)];
    if (cell !== undefined && !cell.isTotal) return cell.id;
  }
}
