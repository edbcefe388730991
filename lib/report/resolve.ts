import { titleOf, type Format } from '@/lib/statute/format';
import type { CellId } from '@/lib/statute/table';
import { sectionIds } from '@/lib/statute/format';
import { paragraphsOf, type Draft, type Paragraph, type Run } from './draft';
import type { Insert, PlacedInsert } from './insert';
import { paragraphsOfText } from './prose';
import type { Place, Report } from './report';
import { totalsOf } from './totals';

/** Where a paragraph stands in the text of its place; UTF-16 offsets. */
export interface Span {
  readonly paragraph: string;
  readonly start: number;
  readonly end: number;
}

export interface Resolved {
  readonly report: Report;
  /** For every place its paragraphs of text with the offsets they have in the report's text. */
  readonly spans: Readonly<Record<Place, readonly Span[]>>;
  /** Computed totals, also where the draft states another one. */
  readonly totals: Readonly<Record<CellId, string | null>>;
}

/** Shown where a linked figure has no value yet. */
const blankFigure = '＿';

/** The words of a run; a linked figure stands as the value its cell has now. */
export function textOfRun(run: Run, cells: Readonly<Record<CellId, string | null>>): string {
  return 'text' in run ? run.text : (cells[run.figure] ?? blankFigure);
}

/** The words of a paragraph, each linked figure as the cells have it. */
export function textOfParagraph(
  paragraph: Pick<Paragraph, 'runs'>,
  cells: Readonly<Record<CellId, string | null>>,
): string {
  return paragraph.runs.map((run) => textOfRun(run, cells)).join('');
}

/** Cells of the draft as the report states them: a total is the stated one, else the computed one. */
export function statedCells(
  format: Format,
  draft: Draft,
): { cells: Record<CellId, string | null>; totals: Record<CellId, string | null> } {
  const totals = totalsOf(format, draft.cells);
  const cells: Record<CellId, string | null> = {};
  for (const cell of format.cells) {
    cells[cell.id] = draft.cells[cell.id] ?? (cell.isTotal ? (totals[cell.id] ?? null) : null);
  }
  return { cells, totals };
}

/**
 * The report that a draft stands for. `date` is the date of signature as YYYY-MM-DD, null until publication.
 * `pictures` holds the bytes of the pictures by their hash, in Base64; one that is not there is listed without data.
 * Checks and renderers see only this value, so the form, the .docx and the JSON cannot differ.
 */
export function resolve(
  format: Format,
  draft: Draft,
  date: string | null = null,
  pictures: ReadonlyMap<string, string> = new Map(),
): Resolved {
  const { cells, totals } = statedCells(format, draft);
  const spans = {} as Record<Place, Span[]>;
  const inserts: PlacedInsert[] = [];
  const textOf = (place: Place): string => {
    let at = 0;
    let before = 0;
    const pieces: string[] = [];
    spans[place] = paragraphsOf(draft, place).flatMap((paragraph) => {
      if (paragraph.insert !== undefined) {
        inserts.push(placed(place, before, paragraph.insert, pictures));
        return [];
      }
      const text = textOfParagraph(paragraph, cells);
      before += paragraphsOfText(text).length;
      const span = { paragraph: paragraph.id, start: at, end: at + text.length };
      at = span.end + 1;
      pieces.push(text);
      return [span];
    });
    return pieces.join('\n');
  };
  const report: Report = {
    format: draft.format,
    year: draft.year,
    agency: draft.agency,
    title: titleOf(draft.agency, draft.year),
    preamble: textOf('preamble'),
    sections: Object.fromEntries(sectionIds.map((id) => [id, textOf(id)])),
    cells,
    signature: { agency: draft.agency, date },
    ...(inserts.length > 0 ? { inserts } : {}),
  };
  return { report, spans, totals };
}

function placed(place: Place, at: number, insert: Insert, pictures: ReadonlyMap<string, string>): PlacedInsert {
  if ('table' in insert) return { place, at, table: insert.table };
  const data = pictures.get(insert.picture.sha256);
  return { place, at, picture: data === undefined ? insert.picture : { ...insert.picture, data } };
}
