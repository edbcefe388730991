import type { Format } from '@/lib/statute/format';
import {
  cellId,
  columnsOf,
  rowsOf,
  type Cell,
  type CellId,
  type Line,
  type Sum,
  type TableId,
} from '@/lib/statute/table';
import { bareLabel, columnName, rowName, shortNameOfCell, tableName, termName } from './place';
import { blankCells, type Verdict } from './rule';
import { perFormat } from './per-format';
import type { Subject } from './subject';

/** The statutory sums of a table, along its rows or down its columns. */
export function sumsIn(table: TableId, along?: Sum['along']): (subject: Subject) => readonly Sum[] {
  const sums = perFormat((format) =>
    format.sums.filter(
      (sum) => format.cell(sum.whole)?.table === table && (along === undefined || sum.along === along),
    ),
  );
  return ({ format }) => sums(format);
}

/** A row or a column of a table, with the cells that cross it. */
export interface Strip {
  readonly table: TableId;
  readonly line: Line;
  readonly cell: (crossing: string) => CellId;
}

/** Rules name a handful of crossings, and each of them at every keystroke. */
function onceEach(idOf: (crossing: string) => CellId): (crossing: string) => CellId {
  const known = new Map<string, CellId>();
  return (crossing) => {
    const id = known.get(crossing) ?? idOf(crossing);
    known.set(crossing, id);
    return id;
  };
}

const strips = (table: TableId, axis: 'rows' | 'columns', wanted: (format: Format, strip: Strip) => boolean) => {
  const lines = perFormat((format) =>
    format.tables[table].blocks
      .flatMap((block) =>
        (axis === 'rows' ? rowsOf(block) : columnsOf(block)).map(
          (line): Strip => ({
            table,
            line,
            cell: onceEach(
              axis === 'rows' ? (column) => cellId(table, line.id, column) : (row) => cellId(table, row, line.id),
            ),
          }),
        ),
      )
      .filter((strip) => wanted(format, strip)),
  );
  return ({ format }: Pick<Subject, 'format'>): readonly Strip[] => lines(format);
};

/** Every column of a table. */
export const columnsIn = (table: TableId): ((subject: Subject) => readonly Strip[]) =>
  strips(table, 'columns', () => true);

/** The rows of a table that have all these columns. */
export const rowsWith = (
  table: TableId,
  ...columns: string[]
): ((subject: Pick<Subject, 'format'>) => readonly Strip[]) =>
  strips(table, 'rows', (format, strip) => columns.every((column) => format.cell(strip.cell(column)) !== undefined));

/** The cells among these that hold no number. */
export function unreadable(subject: Subject, cells: readonly CellId[]): CellId[] {
  return cells.filter((cell) => subject.number(cell) === null);
}

/** How a sum is spoken of: where it stands, what its whole is called, and its parts. */
function namesOf(sum: Sum, { row, column }: Cell): { place: string; whole: string; part: (cell: Cell) => string } {
  if (sum.along === 'column') {
    return { place: `${columnName(column)}一列`, whole: `${rowName(row)}总计`, part: (cell) => termName(cell.row) };
  }
  if (row.id === '') {
    return {
      place: columnName(column).replace(/ · 总计$/, ''),
      whole: '总计',
      part: (cell) => bareLabel(cell.column.labels.at(-1) ?? ''),
    };
  }
  return { place: rowName(row), whole: '总计', part: (cell) => columnName(cell.column) };
}

/** A figure outside the form that stands in a sum for cells which the document does not have. */
export interface StandIn {
  readonly cells: ReadonlySet<CellId>;
  readonly name: string;
  /** null when it is no number. */
  readonly value: number | null;
}

/** 自然人 8 + 商业企业 1: the parts that are not nought, as long as they can be read at a glance. */
function termsOf(
  parts: readonly CellId[],
  nameOf: (cell: Cell) => string,
  subject: Subject,
  standIn: StandIn | undefined,
): string {
  const cells = parts.flatMap((id) => (subject.number(id) === 0 ? [] : (subject.format.cell(id) ?? [])));
  const terms = cells.map((cell) => `${nameOf(cell)} ${subject.number(cell.id)}`);
  if (standIn !== undefined && standIn.value !== 0) terms.push(`${standIn.name} ${standIn.value}`);
  if (terms.length === 0) return '各项均为 0';
  return terms.length > 8 ? `${terms.length} 项之和` : terms.join(' + ');
}

/** Where the cells of each sum stand among those of the format: nearly all sums hold, and are told by plain numbers. */
const placesOf = perFormat((format) => {
  const places = new Map(format.cells.map(({ id }, place) => [id, place]));
  const placeOf = (id: CellId): number => places.get(id) ?? -1;
  return new Map(format.sums.map((sum) => [sum, { whole: placeOf(sum.whole), parts: sum.parts.map(placeOf) }]));
});

function holds(sum: Sum, { format, figures: { numberAt } }: Subject): boolean {
  const places = placesOf(format).get(sum);
  if (places === undefined) return false;
  let rest = numberAt(places.whole) ?? Number.NaN;
  for (let at = 0; at < places.parts.length; at += 1) rest -= numberAt(places.parts[at] ?? -1) ?? Number.NaN;
  return rest === 0;
}

/** The whole that is stated equals the sum of its parts. */
export function addsUp(sum: Sum, subject: Subject, standIn?: StandIn): Verdict {
  if (standIn === undefined && holds(sum, subject)) return null;
  const stated = subject.number(sum.whole);
  const parts = standIn === undefined ? sum.parts : sum.parts.filter((part) => !standIn.cells.has(part));
  let expected = standIn === undefined ? 0 : (standIn.value ?? Number.NaN);
  for (const part of parts) expected += subject.number(part) ?? Number.NaN;
  const cell = subject.format.cell(sum.whole);
  if (cell === undefined || stated === null || Number.isNaN(expected)) {
    return { why: blankCells, cells: unreadable(subject, [sum.whole, ...sum.parts]) };
  }
  if (stated === expected) return null;
  const { place, whole, part } = namesOf(sum, cell);
  const terms = termsOf(parts, part, subject, standIn);
  const difference = Math.abs(stated - expected);
  return {
    title: `${place}${whole}不符，差 ${difference} ${cell.unit ?? ''}`.trim(),
    detail: `${tableName(subject.format, cell.table)}${place}：${whole}填 ${stated}，各项相加为 ${expected}（${terms}），相差 ${difference}`,
    cells: [sum.whole, ...parts],
    stated: String(stated),
    expected: String(expected),
    terms: [
      { label: terms, value: String(expected) },
      { label: `所填${whole}`, value: String(stated) },
    ],
    difference: String(difference),
    suggestion: `各项无误时，${shortNameOfCell(subject.format, sum.whole)}应为 ${expected}`,
    fix: { cell: sum.whole, value: null, label: `采用合计 ${expected}` },
  };
}

/** One side of an identity down a column: the sum of these rows. */
export interface Side {
  readonly rows: readonly string[];
}

export const plus = (...rows: string[]): Side => ({ rows });

/** Left and right are the same number in this column. */
export function equal(left: Side, right: Side): (strip: Strip, subject: Subject) => Verdict {
  return (strip, subject) => {
    const cells = [...left.rows, ...right.rows].map(strip.cell);
    const add = (side: Side): number =>
      side.rows.reduce((sum, row) => sum + (subject.number(strip.cell(row)) ?? Number.NaN), 0);
    const [a, b] = [add(left), add(right)];
    if (Number.isNaN(a) || Number.isNaN(b)) return { why: blankCells, cells: unreadable(subject, cells) };
    if (a === b) return null;
    const words = (side: Side): string =>
      side.rows
        .flatMap((row) => subject.format.cell(strip.cell(row)) ?? [])
        .map((cell) => `${termName(cell.row)} ${subject.number(cell.id)}`)
        .join(' + ');
    const difference = Math.abs(a - b);
    const name = columnName(strip.line);
    const unit = subject.format.tables[strip.table].unit ?? '';
    return {
      title: `${name}一列不平，差 ${difference} ${unit}`.trim(),
      detail: `${tableName(subject.format, strip.table)}${name}一列：${words(left)} = ${a}；${words(right)} = ${b}；相差 ${difference}`,
      cells,
      stated: String(a),
      expected: String(b),
      terms: [
        { label: words(left), value: String(a) },
        { label: words(right), value: String(b) },
      ],
      difference: String(difference),
      suggestion: '请核对本列各项',
    };
  };
}
