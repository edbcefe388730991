import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { asText, type TextShape } from '@/lib/read/test/as-text';
import { read } from '@/lib/read/read';
import { isUnreadable, type Read } from '@/lib/read/result';
import { kindOf, type Report } from '@/lib/report/report';
import { totalsOf } from '@/lib/report/totals';
import type { Format, SectionId } from '@/lib/statute/format';
import { formatById } from '@/lib/statute/formats';
import { cellId, columnsOf, rowsOf, type CellId, type TableId } from '@/lib/statute/table';
import { check } from '@/lib/checks/check';
import type { Finding } from '@/lib/checks/finding';

const folder = fileURLToPath(new URL('unseen/', import.meta.url));

/**
 * A report of the collection: prose as it stands, and each table as a line of figures that begins with @2, @3 or @4.
 */
export interface Unseen {
  readonly name: string;
  readonly format: Format;
  readonly text: string;
}

/**
 * The collection in `unseen/`: truthful reports of invented agencies. `=== name` opens a report, `=== name 2019` one of
 * the old form; @2 lists the cells in the order of the form, @3 the rows that are not 0 by applicant, @4 the results
 * without totals.
 */
export const unseen: readonly Unseen[] = readdirSync(folder)
  .filter((file) => file.endsWith('.txt'))
  .flatMap((file) =>
    readFileSync(folder + file, 'utf8')
      .split(/^=== /m)
      .slice(1),
  )
  .map((part) => {
    const [head = '', ...lines] = part.trim().split('\n');
    const [name = '', form = '2021'] = head.split(' ');
    const format = formatById(form);
    if (format === undefined) throw new Error(`no format ${form}`);
    return { name, format, text: lines.join('\n') };
  });

/** What is changed in a report: its text before the tables are set, the form of its tables, the printed text. */
export interface Change {
  readonly text?: (text: string) => string;
  /** Tables of another form than the report's year asks for. */
  readonly form?: Format;
  readonly printed?: (text: string) => string;
}

const sectionOf: Readonly<Record<TableId, SectionId>> = {
  disclosure: 'disclosure',
  applications: 'applications',
  remedies: 'remedies',
};

/** Reads the report as a file of plain text. */
export async function readUnseen(
  { format, text }: Unseen,
  { text: rewrite, form = format, printed = (same) => same }: Change = {},
  shape: TextShape = 'tabs',
): Promise<Read> {
  const changed = rewrite?.(text) ?? text;
  const data = Object.assign(
    {},
    ...['2', '3', '4'].map((mark) =>
      figuresOf(format, mark, new RegExp(`^@${mark} ?(.*)$`, 'm').exec(changed)?.[1] ?? ''),
    ),
  ) as Record<CellId, string>;
  const cells: Record<CellId, string | null> = { ...data, ...totalsOf(format, data) };
  const tables = new Map(
    (['disclosure', 'applications', 'remedies'] as const).map((table) => [
      table,
      tableAsText(
        form,
        form === format ? cells : { ...Object.fromEntries(form.cells.map(({ id }) => [id, '0'])), ...cells },
        table,
        shape,
      ),
    ]),
  );
  const whole = changed
    .replace(/^@2.*$/m, () => tables.get('disclosure') ?? '')
    .replace(/^@3.*$/m, () => tables.get('applications') ?? '')
    .replace(/^@4.*$/m, () => tables.get('remedies') ?? '');
  const result = await read(new TextEncoder().encode(printed(whole)));
  if (isUnreadable(result)) throw new Error(result.error.message);
  return result;
}

const known = new Map<Unseen, Promise<Read>>();

/** The report without changes; each is read once. */
export function readOnce(report: Unseen): Promise<Read> {
  const reading = known.get(report) ?? readUnseen(report);
  known.set(report, reading);
  return reading;
}

/** All findings of a report that was read, held against last year's where it is given. */
export function findingsOf({ report, written }: Read, last: Report | null = null): readonly Finding[] {
  return check(report, { purpose: 'file', kind: kindOf(report.agency), last, written }).findings;
}

function tableAsText(format: Format, cells: Record<CellId, string | null>, table: TableId, shape: TextShape): string {
  const year = format.to ?? format.from;
  const report: Report = {
    format: format.id,
    year,
    agency: '',
    title: '',
    preamble: '',
    sections: {},
    cells,
    signature: { agency: '', date: null },
  };
  const lines = asText(report, shape, { signature: false }).split('\n');
  const headings = format.sections.map(({ title }) => lines.indexOf(title));
  const index = format.sections.findIndex(({ id }) => id === sectionOf[table]);
  return lines
    .slice((headings[index] ?? 0) + 1, headings[index + 1])
    .filter((line) => line !== '')
    .join('\n');
}

function figuresOf(format: Format, mark: string, line: string): Record<CellId, string> {
  const table: TableId = mark === '2' ? 'disclosure' : mark === '3' ? 'applications' : 'remedies';
  const ids = format.cells.filter((cell) => cell.table === table && !cell.isTotal).map(({ id }) => id);
  if (mark !== '3') {
    const figures = line.trim().split(/\s+/);
    if (figures.length !== ids.length)
      throw new Error(`@${mark}: ${figures.length} figures for ${ids.length} cells: ${line}`);
    return Object.fromEntries(ids.map((id, index) => [id, figures[index] ?? '0']));
  }
  const block = format.tables.applications.blocks[0];
  if (block === undefined) throw new Error('no table three');
  const [rows, columns] = [rowsOf(block).map(({ id }) => id), columnsOf(block).map(({ id }) => id)];
  const data = Object.fromEntries(ids.map((id) => [id, '0']));
  for (const entry of line
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '')) {
    const [row = '', ...figures] = entry.split(/\s+/);
    if (!rows.includes(row)) throw new Error(`@3: no row ${row}`);
    figures.forEach((figure, index) => (data[cellId('applications', row, columns[index] ?? '')] = figure));
  }
  return data;
}
