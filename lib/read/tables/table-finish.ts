import type { CellId } from '@/lib/statute/table';
import { readCell } from './cell-text';
import type { Column, Columns } from './header-columns';
import type { FormLabel } from './labels';
import { laidOut, type LaidRow } from './table-layout';
import { dataRow, type DataRow, type Part, type Stretch } from './table-part';
import { formColumns, type Reading } from './table-reading';
import type { RowCell } from './table-row';
import { heldAtEnd } from './table-stream';

/** Takes the cells of a part into the reading, if it has enough of the form's labels to be a table of the form. */
export function finish(reading: Reading, part: Part): void {
  for (const row of heldAtEnd(part)) {
    const stretch = part.stretches.at(-1);
    if (stretch === undefined) break;
    stretch.rows.push(dataRow(row, part.table, null, null));
    for (const block of row.blocks) part.blocks.add(block);
  }
  const laid = part.stretches.map((stretch) => ({ stretch, rows: laidOut(reading, part, stretch) }));
  const all = laid.flatMap(({ rows }) => rows);
  if (!isTable(reading, part, all)) return;
  const found = reading.found.get(part.table) ?? new Set();
  reading.found.set(part.table, new Set([...found, ...part.blocks]));
  reading.corner ??= part.corner;
  const best = bestRows(all);
  const seen = new Set(reading.cells.keys());
  for (const { stretch, rows } of laid) {
    write(reading, part, stretch, rows);
    for (const row of rows) place(reading, part, row, best, seen);
  }
}

/** Enough labels of one table together: prose and other tables have one or two of them. */
function isTable(reading: Reading, part: Part, rows: readonly LaidRow[]): boolean {
  const lines = new Set(rows.flatMap(({ data }) => (data.label?.leaf == null ? [] : [data.label.line])));
  const columns = new Set(
    [...new Set(rows.map((row) => row.columns))].flatMap((headed) => headed?.labels.map(({ label }) => label) ?? []),
  );
  if (part.table === 'remedies') return columns.size >= 5 && rows.length > 0;
  const headed = rows.some((row) => row.columns !== null && row.data.label?.leaf != null);
  if (part.table === 'disclosure') return headed || (part.band && lines.size > 0) || lines.size >= 4;
  const known = [...reading.columns.keys()].some((key) => key.startsWith('applications'));
  return lines.size >= 3 && (columns.size >= 3 || known || lines.size >= 8);
}

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
    const words = text.trim();
    const known = reading.known.get(label);
    if (known?.has(words) === true) return;
    if (known === undefined) reading.known.set(label, new Set([words]));
    else known.add(words);
    reading.written.push({ table, block, axis, line, form, text: words, cells });
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

function place(
  reading: Reading,
  part: Part,
  { data, columns, line }: LaidRow,
  best: ReadonlyMap<FormLabel, DataRow>,
  seen: ReadonlySet<CellId>,
): void {
  const figures = data.values.cells.filter(({ is }) => is !== 'blank');
  const own =
    part.table === 'remedies' ||
    (data.label?.leaf != null && (best.get(data.label) === data || best.get(data.label)?.doubt === data.doubt));
  if (data.label !== null && data.label.leaf === null && figures.length === 0) return;
  if (!own) return another(reading, part, data, columns, line, figures);
  if (figures.length === 0) return;
  if (line === 'unclear' || line === null) return void reading.unplaced.push(wholeOf(data));
  const order: readonly Column[] = columns?.order ?? formColumns(reading, part.table, data.label?.block ?? 0);
  for (const [i, column] of order.entries()) {
    const cell = line[i] ?? null;
    if (cell === null) continue;
    if (typeof column === 'string') {
      if (cell.is !== 'blank')
        reading.extra.push({ table: part.table, label: nameOf(data, column), value: oneLine(cell.text) });
    } else if (column.leaf !== null) set(reading, data, column, cell.text, seen);
  }
}

/** The cell below a column, in a row of its block; table four has one row, without a label. */
const idAt = (row: FormLabel | null, column: FormLabel): CellId =>
  (row === null ? column.cells[0] : row.cells[column.place]) ?? '';

/** What a cell is called by the words beside and above it. */
const nameOf = (row: DataRow, column: Column): string =>
  [row.text, typeof column === 'string' ? column : column.form]
    .filter((part) => part !== '')
    .map(oneLine)
    .join(' · ');

const wholeOf = ({ row }: DataRow): string =>
  row.cells
    .filter(({ is }) => is !== 'blank')
    .map(({ text }) => oneLine(text))
    .join(' ');

function set(reading: Reading, row: DataRow, column: FormLabel, text: string, seen: ReadonlySet<CellId>): void {
  const id = idAt(row.label, column);
  const cell = reading.labels.format.cell(id);
  if (cell === undefined) return;
  const { value, raw, note, understood } = readCell(text, cell.number);
  if (reading.cells.has(id)) {
    if (reading.cells.get(id) !== value)
      reading.unplaced.push(
        `${nameOf(row, column)}：${oneLine(text)}（${seen.has(id) ? '与前一张表不同' : '同一行出现两次'}）`,
      );
    return;
  }
  reading.cells.set(id, value);
  if (raw !== null) reading.raw.set(id, raw);
  if (note !== null) reading.notes.set(id, note);
  if (!understood) reading.unplaced.push(`${nameOf(row, column)}：${oneLine(text)}`);
}

/** A row the format does not know: kept with its label, one entry a value. */
function another(
  reading: Reading,
  part: Part,
  data: DataRow,
  columns: Columns | null,
  line: LaidRow['line'],
  figures: readonly RowCell[],
): void {
  const whole = wholeOf(data);
  if (figures.length === 0) {
    if (data.row.kind === 'grid' && data.label === null && /\p{Script=Han}{2}/u.test(whole))
      reading.unplaced.push(whole);
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
    reading.extra.push({
      table: part.table,
      label: order.length === 1 ? label : `${label} · ${oneLine(name)}`,
      value: value ?? oneLine(cell.text),
    });
  }
}

const oneLine = (text: string): string =>
  text
    .slice(0, 400)
    .replace(/[\s\u3000]+/g, ' ')
    .trim();
