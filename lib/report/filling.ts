import { generateNKeysBetween } from 'fractional-indexing';
import { sectionIds, type Format } from '@/lib/statute/format';
import type { Cell, CellId, TableId } from '@/lib/statute/table';
import { insertsOf, type Insert, type Picture } from './insert';
import { paragraphsOf, withEdit, type Draft, type Edit, type Value } from './draft';
import { readFigure } from './figure';
import { paragraphsOfText } from './prose';
import type { Place, Report } from './report';
import { textOfParagraph } from './resolve';
import { totalsOf } from './totals';

/** What of a report that was read goes into a draft; nothing that stands there is overwritten. */
export interface Filling {
  readonly edits: readonly Edit[];
  /** Data cells that are filled. */
  readonly cells: readonly CellId[];
  /** Cells in which the draft has another value, which stays. */
  readonly kept: readonly CellId[];
  readonly places: readonly Place[];
  /** Places whose text in the draft is another and stays. */
  readonly keptPlaces: readonly Place[];
  readonly noPlace: readonly NoPlace[];
}

/** Something that the report states and the draft's format cannot hold. */
export interface NoPlace {
  /** A cell of the report's own format; null for a row that no format knows. */
  readonly cell: CellId | null;
  readonly label: string;
  readonly text: string;
  readonly why: 'no-cell' | 'no-figure' | 'unknown-row';
}

/** Where ids come from, and the paragraph that every new draft begins with: it gives way to the report's own. */
export interface FillingWith {
  readonly newId: () => string;
  /** The pictures that the draft has taken in, by the hash that the report names; others are left out. */
  readonly pictures?: ReadonlyMap<string, Omit<Picture, 'alt'>>;
  readonly customaryPreamble: string;
}

/** True when nobody has written in the draft yet. */
export function isUntouched(draft: Draft, { customaryPreamble }: Pick<FillingWith, 'customaryPreamble'>): boolean {
  const written = draft.paragraphs.filter(
    (paragraph) =>
      paragraph.insert !== undefined || !isBlankText(textOfParagraph(paragraph, draft.cells), customaryPreamble),
  );
  return written.length === 0 && Object.values(draft.cells).every((value) => value === null);
}

/** The edits that fill the blank cells and the empty places of a draft from a report. */
export function fillingOf(format: Format, draft: Draft, report: Report, by: FillingWith): Filling {
  const figures = figuresFor(format, draft, report, by);
  const after = figures.edits.reduce(withEdit, draft);
  const totals = statedTotals(format, draft, after, report, by);
  const prose = proseFor(format, draft, report, by);
  const extra = (report.extra ?? []).map(
    ({ label, value }): NoPlace => ({ cell: null, label, text: value, why: 'unknown-row' }),
  );
  return {
    edits: [...figures.edits, ...totals, ...prose.edits],
    cells: figures.edits.map(({ path }) => path),
    kept: figures.kept,
    places: prose.places,
    keptPlaces: prose.keptPlaces,
    noPlace: [...figures.noPlace, ...extra],
  };
}

const editOf = (draft: Draft, path: string, value: Value, { newId }: FillingWith): Edit => ({
  id: newId(),
  path,
  base: draft.seen[path] ?? null,
  value,
});

function figuresFor(format: Format, draft: Draft, report: Report, by: FillingWith) {
  const edits: Edit[] = [];
  const kept: CellId[] = [];
  const noPlace: NoPlace[] = [];
  for (const [id, text] of Object.entries(report.cells)) {
    if (text === null || text.trim() === '') continue;
    const cell = format.cell(id);
    if (cell === undefined) {
      noPlace.push({ cell: id, label: id, text, why: 'no-cell' });
      continue;
    }
    const read = readFigure(text, cell.number);
    if (read.is === 'refused') noPlace.push({ cell: id, label: id, text, why: 'no-figure' });
    if (read.is !== 'figure' || cell.isTotal) continue;
    const standing = draft.cells[id] ?? null;
    if (standing === null) edits.push(editOf(draft, id, read.value, by));
    else if (standing !== read.value) kept.push(id);
  }
  return { edits, kept, noPlace };
}

/**
 * Totals that the report states and that its parts do not come to: kept beside the computed ones (decision 006). Only
 * in tables that were blank, since next to somebody else's figures the report's totals mean nothing.
 */
function statedTotals(format: Format, draft: Draft, after: Draft, report: Report, by: FillingWith): Edit[] {
  const begun = new Set(
    format.cells.flatMap((cell): TableId[] => ((draft.cells[cell.id] ?? null) === null ? [] : [cell.table])),
  );
  const computed = totalsOf(format, after.cells);
  return format.cells.flatMap((cell) => {
    const text = report.cells[cell.id] ?? null;
    if (!cell.isTotal || begun.has(cell.table) || text === null) return [];
    const read = readFigure(text, cell.number);
    return read.is === 'figure' && read.value !== computed[cell.id] ? [editOf(draft, cell.id, read.value, by)] : [];
  });
}

function proseFor(format: Format, draft: Draft, report: Report, by: FillingWith) {
  const edits: Edit[] = [];
  const places: Place[] = [];
  const keptPlaces: Place[] = [];
  for (const place of ['preamble', ...sectionIds] as const) {
    const texts = textsFor(format, report, place);
    const inserts = insertsFor(report, place, by);
    if (texts.length === 0 && inserts.length === 0) continue;
    const standing = paragraphsOf(draft, place);
    const written = standing.filter(
      (paragraph) =>
        paragraph.insert !== undefined || !isBlankText(textOfParagraph(paragraph, draft.cells), by.customaryPreamble),
    );
    if (written.length > 0) {
      if (written.map((paragraph) => textOfParagraph(paragraph, draft.cells)).join('\n') !== texts.join('\n'))
        keptPlaces.push(place);
      continue;
    }
    places.push(place);
    edits.push(...standing.map(({ id }) => editOf(draft, id, null, by)));
    const contents = [
      ...texts.flatMap((text, index) => [...inserts.filter(({ at }) => at === index), { text }]),
      ...inserts.filter(({ at }) => at >= texts.length),
    ];
    const orders = generateNKeysBetween(null, null, contents.length);
    edits.push(
      ...contents.map((content, index) => {
        const order = orders[index] ?? 'a0';
        const value =
          'text' in content
            ? { place, order, runs: [{ text: content.text }] }
            : { place, order, runs: [], insert: content.insert };
        return editOf(draft, `p-${by.newId()}`, value, by);
      }),
    );
  }
  return { edits, places, keptPlaces };
}

/** Pictures and tables of a place as a draft holds them. */
function insertsFor(
  report: Report,
  place: Place,
  { pictures }: FillingWith,
): { readonly at: number; readonly insert: Insert }[] {
  return insertsOf(report.inserts, place).flatMap((one): { at: number; insert: Insert }[] => {
    if ('table' in one) return [{ at: one.at, insert: { table: one.table } }];
    const own = pictures?.get(one.picture.sha256);
    return own === undefined ? [] : [{ at: one.at, insert: { picture: { ...own, alt: one.picture.alt } } }];
  });
}

const isBlankText = (text: string, customaryPreamble: string): boolean =>
  text.trim() === '' || text === customaryPreamble;

/** The paragraphs of a place; below a table also what stood in its cells beside the numbers. */
function textsFor(format: Format, report: Report, place: Place): string[] {
  const text = place === 'preamble' ? report.preamble : (report.sections[place] ?? '');
  const table = format.sections.find(({ id }) => id === place)?.table ?? null;
  const notes = format.cells.flatMap((cell) => {
    const note = cell.table === table ? (report.notes?.[cell.id]?.trim() ?? '') : '';
    return note === '' ? [] : [`注：${labelOf(cell)}：${note}`];
  });
  return [...paragraphsOfText(text).map((paragraph) => paragraph.trim()), ...notes];
}

const labelOf = ({ row, column }: Cell): string => [...row.labels.slice(-1), ...column.labels.slice(-1)].join('，');
