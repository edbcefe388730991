import type { TableId } from '@/lib/statute/table';
import { columnsOfHeader, type Columns } from './header-columns';
import { alignRows, totalsHold } from './row-values';
import type { DataRow, Part, Stretch } from './table-part';
import { formColumns, type Reading } from './table-reading';
import type { RowCell } from './table-row';

/** A row under its columns. */
export interface LaidRow {
  readonly data: DataRow;
  readonly columns: Columns | null;
  /** Cells in the order of the columns; 'unclear' where several ways fit, null for a row without figures. */
  readonly line: readonly (RowCell | null)[] | 'unclear' | null;
}

const columnKey = (table: TableId, block: number): string => `${table}|${block}`;

/** The rows of a stretch under its columns, each cell under the column it belongs to. */
export function laidOut(reading: Reading, part: Part, stretch: Stretch): LaidRow[] {
  const main = stretch.rows.every(({ label }) => label !== null) ? 0 : mainBlock(stretch, part);
  const blocks = new Map<number, DataRow[]>();
  for (const row of stretch.rows) {
    const block = row.label?.block ?? main;
    const own = blocks.get(block);
    if (own === undefined) blocks.set(block, [row]);
    else own.push(row);
  }
  const set = new Map<DataRow, LaidRow>();
  for (const [block, rows] of blocks) {
    const columns = columnsFor(reading, part, stretch, block);
    const withFigures = rows.filter(({ values }) => values.cells.some(({ is }) => is !== 'blank'));
    const figures = part.table === 'remedies' ? joined(withoutSerial(withFigures, stretch, columns), columns) : rows;
    const lines = linesOf(reading, part.table, block, columns, figures);
    for (const row of rows) set.set(row, { data: row, columns, line: null });
    for (const [i, row] of figures.entries()) set.set(row, { data: row, columns, line: lines[i] ?? null });
    const kept = new Set(figures);
    if (part.table === 'remedies') for (const row of rows) if (!kept.has(row)) set.delete(row);
  }
  return [...(part.table === 'remedies' ? set.values() : stretch.rows.flatMap((row) => set.get(row) ?? []))];
}

/** The block most of a stretch's labels are of, for rows that have none. */
function mainBlock(stretch: Stretch, part: Part): number {
  const last = stretch.rows.findLast(({ label }) => label !== null);
  if (last?.label != null) return last.label.block;
  const heads = stretch.stack.flatMap((row) => row.cells.flatMap(({ match }) => match?.labels ?? []));
  return heads.find(({ table, axis }) => table === part.table && axis === 'column')?.block ?? 0;
}

function columnsFor(reading: Reading, part: Part, stretch: Stretch, block: number): Columns | null {
  const key = columnKey(part.table, block);
  const own = columnsOfHeader(reading.labels, stretch.stack, part.table, block, isRagged(stretch));
  if (own !== null) {
    reading.columns.set(key, own);
    return stretch.continued ? { ...own, at: null, labels: [] } : own;
  }
  if (stretch.stack.length > 0) return null;
  const before = reading.columns.get(key);
  return before === undefined ? null : { ...before, at: null, labels: [] };
}

/** Whether cells are missing in a grid, so that places in one row are not places in another. */
function isRagged({ stack, rows, continued }: Stretch): boolean {
  const widths = [...stack, ...(continued ? [] : rows.slice(0, 3).map(({ row }) => row))].flatMap((row) =>
    row.kind === 'grid' ? [row.width] : [],
  );
  return new Set(widths).size > 1;
}

/** Table four has no row label to part its figures from the number of the row, where a column 序号 stands before them. */
function withoutSerial(rows: readonly DataRow[], { stack }: Stretch, columns: Columns | null): readonly DataRow[] {
  if (!stack.some((row) => row.kind === 'line' && /^序\s*号$/.test(row.cells[0]?.text.trim() ?? ''))) return rows;
  return rows.map((row) =>
    row.values.cells.length > (columns?.order.length ?? 0) && row.values.cells[0]?.text.trim() === '1'
      ? { ...row, values: { ...row.values, cells: row.values.cells.slice(1) } }
      : row,
  );
}

/** Figures of table four that stand on several lines. */
function joined(rows: readonly DataRow[], columns: Columns | null): DataRow[] {
  const [first] = rows;
  const count = columns?.order.length ?? 0;
  if (first === undefined || first.row.kind === 'grid' || rows.length === 1 || count === 0) return [...rows];
  const whole: DataRow[] = [];
  let run: DataRow[] = [];
  for (const row of rows) {
    run.push(row);
    const cells = run.flatMap(({ values }) => values.cells);
    if (cells.length < count) continue;
    whole.push({
      ...first,
      row: { kind: 'line', blocks: run.flatMap((part) => part.row.blocks), cells, width: cells.length },
      values: { ...first.values, cells, width: cells.length },
    });
    run = [];
  }
  return [...whole, ...run];
}

type Line = LaidRow['line'];

function linesOf(
  reading: Reading,
  table: TableId,
  block: number,
  columns: Columns | null,
  rows: readonly DataRow[],
): Line[] {
  if (columns !== null)
    return alignRows(
      columns,
      rows.map(({ values }) => values),
    );
  const order = formColumns(reading, table, block);
  const lines = alignRows(
    { order, at: null, labels: [], torn: true },
    rows.map(({ values }) => values),
  );
  if (order.length === 1) return lines;
  const clear = lines.filter(
    (line): line is readonly (RowCell | null)[] =>
      line !== 'unclear' && line.some((cell) => cell !== null && !/^0?$/.test(cell.text)),
  );
  return clear.length > 0 && clear.every((line) => totalsHold(order, line)) ? lines : lines.map(() => 'unclear');
}
