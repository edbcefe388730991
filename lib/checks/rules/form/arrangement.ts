import type { AsWritten } from '@/lib/report/as-written';
import type { Format } from '@/lib/statute/format';
import { tableIds } from '@/lib/statute/format';
import { cellId, columnsOf, rowsOf, type CellId, type TableId } from '@/lib/statute/table';
import { documentRule } from '@/lib/checks/engine/as-document';
import { hasOldTableTwo } from './form-version';
import { sectionOf } from './labels';
import { extraLabel, isOneRow, oneRowOf } from './one-row';
import { perFormat } from '@/lib/checks/engine/per-format';
import { columnName, rowName, tableName } from '@/lib/checks/engine/place';
import { onlyPictures } from './publication';
import type { Verdict } from '@/lib/checks/engine/rule';
import { contentOf } from './sections';
import type { Subject } from '@/lib/checks/engine/subject';

/** A row or a column that the form has. */
interface FormLine {
  readonly is: 'line';
  readonly table: TableId;
  readonly block: number;
  readonly axis: 'row' | 'column';
  readonly line: string;
  readonly name: string;
  readonly cells: readonly CellId[];
}

const formLines = perFormat((format: Format): readonly FormLine[] =>
  tableIds.flatMap((table) =>
    format.tables[table].blocks.flatMap((block, index): FormLine[] => {
      const [rows, columns] = [rowsOf(block), columnsOf(block)];
      const rest = { is: 'line' as const, table, block: index };
      return [
        ...rows.flatMap((row) =>
          row.id === ''
            ? []
            : [
                {
                  ...rest,
                  axis: 'row' as const,
                  line: row.id,
                  name: rowName(row),
                  cells: columns.map((column) => cellId(table, row.id, column.id)),
                },
              ],
        ),
        ...columns.map((column) => ({
          ...rest,
          axis: 'column' as const,
          line: column.id,
          name: columnName(column),
          cells: rows.map((row) => cellId(table, row.id, column.id)),
        })),
      ];
    }),
  ),
);

const keyOf = ({ table, block, axis, line }: Pick<FormLine, 'table' | 'block' | 'axis' | 'line'>): string =>
  [table, block, axis, line].join(' ');

const known = new WeakMap<Subject, FormLine[]>();

/** A line is absent when the document has neither its label nor a figure where it would stand. */
function absentLines(written: AsWritten, subject: Subject): FormLine[] {
  const found = known.get(subject) ?? findAbsent(written, subject);
  known.set(subject, found);
  return found;
}

function findAbsent(written: AsWritten, subject: Subject): FormLine[] {
  const { blank } = subject.figures;
  if (blank.size === 0) return [];
  const named = new Set(written.labels.map(keyOf));
  const empty = (line: FormLine): boolean => line.cells.every((cell) => blank.has(cell)) && !named.has(keyOf(line));
  const lines = formLines(subject.format);
  const rows = lines.filter((line) => line.axis === 'row' && empty(line));
  const gone = new Set(rows.flatMap(({ cells }) => cells));
  const columns = lines.filter(
    (line) => line.axis === 'column' && empty(line) && !line.cells.every((cell) => gone.has(cell)),
  );
  return [...rows, ...columns];
}

/**
 * The cells of rows and columns that a document does not have: their absence is FMT-07's or FMT-03's, they are not
 * blank.
 */
export function absentCells(subject: Subject): ReadonlySet<CellId> {
  const { written } = subject.context;
  const oneRow = oneRowOf(subject)?.cells ?? [];
  if (written == null || subject.figures.blank.size === 0) return new Set(oneRow);
  return new Set([...oneRow, ...absentLines(written, subject).flatMap(({ cells }) => cells)]);
}

interface ExtraRow {
  readonly is: 'extra';
  readonly table: string;
  readonly row: string;
}

function extraRows({ report }: Subject): ExtraRow[] {
  const rows = new Map<string, ExtraRow>();
  for (const entry of report.extra ?? []) {
    if (report.year >= 2021 && isOneRow(entry)) continue;
    const { row } = extraLabel(entry.label);
    rows.set(`${entry.table} ${row}`, { is: 'extra', table: entry.table, row });
  }
  return [...rows.values()];
}

interface Order {
  readonly is: 'order';
  readonly table: TableId;
  readonly moved: readonly FormLine[];
}

/** The fewest rows that have to be moved to bring a table's rows into the order of the form. */
function movedRows(table: TableId, written: AsWritten, format: Format): readonly FormLine[] {
  const rows = formLines(format).filter((line) => line.table === table && line.axis === 'row');
  const places = new Map(rows.map((line, index) => [keyOf(line), index]));
  const seen = [
    ...new Set(written.labels.flatMap((label) => (label.axis === 'row' ? (places.get(keyOf(label)) ?? []) : []))),
  ];
  const longest: number[] = [];
  const before: (number | null)[] = [];
  seen.forEach((place, at) => {
    let best: number | null = null;
    for (let other = 0; other < at; other += 1) {
      if ((seen[other] ?? 0) < place && (longest[other] ?? 0) > (best === null ? 0 : (longest[best] ?? 0)))
        best = other;
    }
    before.push(best);
    longest.push(best === null ? 1 : (longest[best] ?? 0) + 1);
  });
  const kept = new Set<number>();
  for (
    let at: number | null = longest.indexOf(Math.max(0, ...longest));
    at !== null && at >= 0;
    at = before[at] ?? null
  )
    kept.add(seen[at] ?? -1);
  return seen.filter((place) => !kept.has(place)).flatMap((place) => rows[place] ?? []);
}

interface Kept extends FormLine {
  readonly absent: boolean;
}

type Place = Kept | ExtraRow | Order | { readonly is: 'table'; readonly table: TableId };

function places(written: AsWritten, subject: Subject): readonly Place[] {
  const { format } = subject;
  const gone = tableIds.filter(
    (table) =>
      !written.tables.includes(table) &&
      formLines(format).every(
        (line) => line.table !== table || line.cells.every((cell) => subject.figures.blank.has(cell)),
      ),
  );
  // Other rules speak of a section that holds nothing, of the old form of table two, and of pictures of tables.
  const told = gone.filter((table) => {
    const section = format.sections.find((one) => one.table === table);
    return section === undefined || contentOf(section, subject) !== 'some' || onlyPictures(written);
  });
  const here = tableIds.filter(
    (table) => !gone.includes(table) && !(table === 'disclosure' && hasOldTableTwo(subject)),
  );
  const absent = new Set(absentLines(written, subject).map(keyOf));
  const merged = oneRowOf(subject)?.cells;
  return [
    ...gone.filter((table) => !told.includes(table)).map((table) => ({ is: 'table' as const, table })),
    ...formLines(format)
      .filter(
        (line) => here.includes(line.table) && !(line.axis === 'row' && merged?.has(line.cells[0] ?? '') === true),
      )
      .map((line) => ({ ...line, absent: absent.has(keyOf(line)) })),
    ...extraRows(subject).filter(({ table }) => here.some((id) => id === table)),
    ...here.map((table) => ({ is: 'order' as const, table, moved: movedRows(table, written, format) })),
  ];
}

export const arrangement = documentRule('FMT-07', {
  source: '条例第五十条，统一格式',
  says: '表格的行和列应与统一格式相同，不缺、不增，次序不变',
  severity: 'error',
  note: '多出的行、次序不同为待说明；另有 FMT-01、FMT-03 的，不重复提',
  forEach: places,
  holds: (place, { format }): Verdict => {
    const section = sectionOf(place.table, format.sections);
    const table = format.tables[place.table as TableId]?.name ?? '表';
    const at = section === undefined ? undefined : { section };
    if (place.is === 'table')
      return {
        title: `没有${table}`,
        detail: `“${format.sections.find(({ id }) => id === section)?.title}”部分没有${table}`,
        cells: [],
        where: at,
      };
    if (place.is === 'extra') {
      return {
        title: `${table}多出“${place.row}”`,
        detail: `${table}有“${place.row}”，统一格式没有`,
        cells: [],
        where: at,
        severity: 'warning',
        stated: place.row,
      };
    }
    if (place.is === 'order') {
      if (place.moved.length === 0) return null;
      const names = place.moved.map(({ name }) => `“${name}”`).join('、');
      return {
        title: `${table}的行次序不同`,
        detail: `${table}${names}不在统一格式的位置上`,
        cells: place.moved.flatMap(({ cells }) => cells),
        severity: 'warning',
      };
    }
    if (!place.absent) return null;
    const what = place.axis === 'row' ? '一行' : '一列';
    return {
      title: `${tableName(format, place.table)}缺少“${place.name}”${what}`,
      detail: `${tableName(format, place.table)}没有“${place.name}”${what}`,
      cells: place.cells,
    };
  },
});
