import type { LabelAsWritten } from '../report/as-written';
import type { Report } from '../report/report';
import { cellId, type CellId, type TableId } from '../statute/table';
import { readCell } from './cell-text';
import { columnsOfHeader, type Column, type Columns } from './header-columns';
import type { FormLabel, Labels } from './labels';
import { alignRows, totalsHold } from './row-values';
import { dataRow, type DataRow, type Part, type Stretch } from './table-part';
import type { RowCell } from './table-row';
import { heldAtEnd } from './table-stream';

/** What has been read of the tables so far. */
export interface Reading {
  readonly labels: Labels;
  readonly cells: Map<CellId, string | null>;
  readonly notes: Map<CellId, string>;
  readonly raw: Map<CellId, string>;
  readonly extra: NonNullable<Report['extra']>;
  readonly written: LabelAsWritten[];
  readonly unplaced: string[];
  /** Columns found last for each block, for rows whose header stands in an earlier part. */
  readonly columns: Map<string, Columns>;
  readonly found: Map<TableId, Set<number>>;
  corner: string | null;
}

export function newReading(labels: Labels): Reading {
  return {
    labels, cells: new Map(), notes: new Map(), raw: new Map(), extra: [], written: [], unplaced: [],
    columns: new Map(), found: new Map(), corner: null,
  };
}

interface LaidRow {
  readonly data: DataRow;
  readonly columns: Columns | null;
  readonly line: readonly (RowCell | null)[] | 'unclear' | null;
}

/** Takes the cells of a part into the reading, if it has enough of the form's labels to be a table of the form. */
export function finish(reading: Reading, part: Part): void {
  for (const row of heldAtEnd(part)) {
    const stretch = part.stretches.at(-1);
    if (stretch === undefined) break;
    stretch.rows.push(dataRow(row, part.table, null, null));
    for (const block of row.blocks) part.blocks.add(block);
  }
  const laid = part.stretches.map((stretch) => ({ stretch, rows: laidOut(reading, part, stretch) }));
  if (!isTable(reading, part, laid.flatMap(({ rows }) => rows))) return;
  const found = reading.found.get(part.table) ?? new Set();
  reading.found.set(part.table, new Set([...found, ...part.blocks]));
  reading.corner ??= part.corner;
  const best = bestRows(laid.flatMap(({ rows }) => rows));
  const seen = new Set(reading.cells.keys());
  for (const { stretch, rows } of laid) {
    write(reading, part, stretch, rows);
    for (const row of rows) place(reading, part, row, best, seen);
  }
}

/** Enough labels of one table together: prose and other tables have one or two of them. */
function isTable(reading: Reading, part: Part, rows: readonly LaidRow[]): boolean {
  const lines = new Set(rows.flatMap(({ data }) => (data.label?.leaf == null ? [] : [data.label.line])));
  const columns = new Set(rows.flatMap((row) => row.columns?.labels.map(({ label }) => label) ?? []));
  if (part.table === 'remedies') return columns.size >= 5 && rows.length > 0;
  const headed = rows.some((row) => row.columns !== null && row.data.label?.leaf != null);
  if (part.table === 'disclosure') return headed || (part.band && lines.size > 0) || lines.size >= 4;
  const known = [...reading.columns.keys()].some((key) => key.startsWith('applications'));
  return lines.size >= 3 && (columns.size >= 3 || known || lines.size >= 8);
}

const columnKey = (table: TableId, block: number): string => `${table}|${block}`;

function laidOut(reading: Reading, part: Part, stretch: Stretch): LaidRow[] {
  const main = mainBlock(stretch, part);
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
    const figures = part.table === 'remedies' ? joined(withFigures, columns) : rows;
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
  const widths = [...stack, ...(continued ? [] : rows.slice(0, 3).map(({ row }) => row))].flatMap((row) => (row.kind === 'grid' ? [row.width] : []));
  return new Set(widths).size > 1;
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
    whole.push({ ...first, row: { kind: 'line', blocks: run.flatMap((part) => part.row.blocks), cells, width: cells.length }, values: { ...first.values, cells, width: cells.length } });
    run = [];
  }
  return [...whole, ...run];
}

type Line = LaidRow['line'];

function linesOf(reading: Reading, table: TableId, block: number, columns: Columns | null, rows: readonly DataRow[]): Line[] {
  if (columns !== null) return alignRows(columns, rows.map(({ values }) => values));
  const order = formColumns(reading, table, block);
  const lines = alignRows({ order, at: null, labels: [], torn: true }, rows.map(({ values }) => values));
  if (order.length === 1) return lines;
  const clear = lines.filter((line): line is readonly (RowCell | null)[] => line !== 'unclear' && line.some((cell) => cell !== null && !/^0?$/.test(cell.text)));
  return clear.length > 0 && clear.every((line) => totalsHold(order, line)) ? lines : lines.map(() => 'unclear');
}

const formColumns = (reading: Reading, table: TableId, block: number): FormLabel[] =>
  reading.labels.all.filter((label) => label.table === table && label.block === block && label.axis === 'column' && label.leaf !== null);

/** For each line of the form the row that says it most plainly: （七）总计 before 小计. */
function bestRows(rows: readonly LaidRow[]): Map<FormLabel, DataRow> {
  const best = new Map<FormLabel, DataRow>();
  for (const { data } of rows) {
    if (data.label === null) continue;
    const there = best.get(data.label);
    if (there === undefined || data.doubt < there.doubt) best.set(data.label, data);
  }
  return best;
}

function write(reading: Reading, part: Part, stretch: Stretch, rows: readonly LaidRow[]): void {
  const add = (label: FormLabel, text: string): void => {
    const { table, block, axis, line, form, cells } = label;
    reading.written.push({ table, block, axis, line, form, text: text.trim(), cells });
  };
  const done = new Set<Columns>();
  for (const { columns, data } of rows) {
    if (columns !== null && !stretch.continued && !done.has(columns)) {
      done.add(columns);
      for (const { label, text } of columns.labels) add(label, text);
    }
    for (const { label, text } of data.groups) add(label, text);
    if (data.label !== null && part.table !== 'remedies') add(data.label, data.text);
  }
}

function place(reading: Reading, part: Part, { data, columns, line }: LaidRow, best: ReadonlyMap<FormLabel, DataRow>, seen: ReadonlySet<CellId>): void {
  const figures = data.values.cells.filter(({ is }) => is !== 'blank');
  const whole = (): string => data.row.cells.filter(({ is }) => is !== 'blank').map(({ text }) => oneLine(text)).join(' ');
  const own = part.table === 'remedies' || (data.label?.leaf != null && (best.get(data.label) === data || best.get(data.label)?.doubt === data.doubt));
  if (data.label !== null && data.label.leaf === null && figures.length === 0) return;
  if (!own) return another(reading, part, data, columns, line, figures, whole());
  if (figures.length === 0) return;
  if (line === 'unclear' || line === null) return void reading.unplaced.push(whole());
  const order: readonly Column[] = columns?.order ?? formColumns(reading, part.table, data.label?.block ?? 0);
  const row = data.label?.leaf?.id ?? '';
  for (const [i, column] of order.entries()) {
    const cell = line[i] ?? null;
    const name = typeof column === 'string' ? column : column.form;
    const where = [data.text, name].filter((part) => part !== '').map(oneLine).join(' · ');
    if (typeof column === 'string') {
      if (cell !== null && cell.is !== 'blank') reading.extra.push({ table: part.table, label: where, value: oneLine(cell.text) });
    } else if (cell !== null && column.leaf !== null) set(reading, cellId(part.table, row, column.leaf.id), cell.text, where, seen);
  }
}

function set(reading: Reading, id: CellId, text: string, where: string, seen: ReadonlySet<CellId>): void {
  const cell = reading.labels.format.cell(id);
  if (cell === undefined) return;
  const { value, raw, note, understood } = readCell(text, cell.number);
  if (reading.cells.has(id)) {
    if (reading.cells.get(id) !== value) reading.unplaced.push(`${where}：${oneLine(text)}（${seen.has(id) ? '与前一张表不同' : '同一行出现两次'}）`);
    return;
  }
  reading.cells.set(id, value);
  if (raw !== null) reading.raw.set(id, raw);
  if (note !== null) reading.notes.set(id, note);
  if (!understood) reading.unplaced.push(`${where}：${oneLine(text)}`);
}

/** A row the format does not know: kept with its label, one entry a value. */
function another(reading: Reading, part: Part, data: DataRow, columns: Columns | null, line: Line, figures: readonly RowCell[], whole: string): void {
  if (figures.length === 0) {
    if (data.row.kind === 'grid' && data.label === null && /\p{Script=Han}{2}/u.test(whole)) reading.unplaced.push(whole);
    return;
  }
  const label = oneLine(data.text);
  const order: readonly Column[] | null = columns?.order ?? null;
  if (label === '') return void reading.unplaced.push(whole);
  if (figures.length === 1 && (line === null || line === 'unclear' || order === null || order.length < 2)) {
    reading.extra.push({ table: part.table, label, value: oneLine(figures[0]?.text ?? '') });
    return;
  }
  if (order === null || line === null || line === 'unclear') return void reading.unplaced.push(whole);
  for (const [i, column] of order.entries()) {
    const cell = line[i] ?? null;
    if (cell === null || cell.is === 'blank') continue;
    const { value } = readCell(cell.text, 'count');
    const name = typeof column === 'string' ? column : column.form;
    reading.extra.push({ table: part.table, label: order.length === 1 ? label : `${label} · ${oneLine(name)}`, value: value ?? oneLine(cell.text) });
  }
}

const oneLine = (text: string): string => text.slice(0, 400).replace(/[\s\u3000]+/g, ' ').trim();
