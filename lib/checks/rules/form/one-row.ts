import { labelWords } from '@/lib/report/label';
import type { Report } from '@/lib/report/report';
import { cellId, type CellId } from '@/lib/statute/table';
import type { Subject } from '@/lib/checks/engine/subject';

/** The three rows that （六）其他处理 has had since 2021. */
const rows = ['otherHandling.notSupplemented', 'otherHandling.feeUnpaid', 'otherHandling.other'];

/** A label of `Report.extra`: the row, and behind the last point the column. */
export function extraLabel(label: string): { row: string; column: string } {
  const at = label.lastIndexOf('·');
  return at < 0 ? { row: label, column: '' } : { row: label.slice(0, at).trim(), column: label.slice(at + 1).trim() };
}

type Extra = NonNullable<Report['extra']>[number];

/** Whether an entry belongs to the one row that （六）其他处理 was until 2020. */
export const isOneRow = ({ table, label }: Extra): boolean =>
  table === 'applications' && labelWords(extraLabel(label).row) === '其他处理';

/** （六）其他处理 as one row where the form has three. */
export interface OneRow {
  /** Its value in each column, by the column's id; null where it is no number. */
  readonly values: ReadonlyMap<string, number | null>;
  /** The cells of the three statutory rows, which stand empty. */
  readonly cells: ReadonlySet<CellId>;
}

/** The one row of a report whose three rows are empty; null where there is none. */
export function oneRowOf({ report, format, figures }: Subject): OneRow | null {
  if (report.extra === undefined || report.extra.length === 0) return null;
  const entries = report.extra.filter(isOneRow);
  const statutory = format.cells.filter((cell) => cell.table === 'applications' && rows.includes(cell.row.id));
  if (entries.length === 0 || statutory.length === 0 || statutory.some(({ id }) => !figures.blank.has(id))) return null;
  const values = new Map<string, number | null>();
  const columns = new Map(statutory.map(({ column }) => [column.id, column]));
  for (const { label, value } of entries) {
    const name = labelWords(extraLabel(label).column);
    const column =
      [...columns.values()].find(({ labels }) => labelWords(labels.at(-1) ?? '') === name) ??
      [...columns.values()].find(({ labels }) => name.endsWith(labelWords(labels.at(-1) ?? '')));
    if (column !== undefined) values.set(column.id, /^\d{1,15}$/.test(value.trim()) ? Number(value) : null);
  }
  return { values, cells: new Set(statutory.map(({ id }) => id)) };
}

/** The three cells in which a column of the one row would stand. */
export const cellsInColumn = (column: string): CellId[] => rows.map((row) => cellId('applications', row, column));
