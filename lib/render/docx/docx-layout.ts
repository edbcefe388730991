import type { Report } from '@/lib/report/report';
import { balancedLines, titleRoom } from './balanced-lines';
import { pictureNumbers, type InsertAt } from './docx-insert';
import { ordinaryMeasures, type StyleMeasures } from './docx-styles';
import { tableLayout, type TableLayout } from './docx-table-layout';
import {
  fullTitle,
  outlineOf,
  type InsertPassage,
  type Outline,
  type OutlineSection,
  type Passage,
} from '@/lib/render/outline';

/** Paragraph styles of a report outside its tables. */
export type TextStyle = 'Title' | 'Heading1' | 'Heading2' | 'BodyText' | 'TableNote' | 'SignedBy' | 'SignedOn';

/** A paragraph and what its place asks of it beyond its style. */
export interface ParagraphLayout {
  readonly is: 'paragraph';
  readonly style: TextStyle;
  /** Parted by line breaks. */
  readonly lines: readonly string[];
  readonly ownPage?: boolean;
  readonly withNext?: boolean;
  readonly aboveTable?: boolean;
  readonly belowTable?: boolean;
}

/** A picture or a simple table in the prose. */
export interface InsertLayout {
  readonly is: 'insert';
  readonly passage: InsertPassage;
  readonly at: InsertAt;
}

export type PieceLayout = ParagraphLayout | ({ readonly is: 'table' } & TableLayout) | InsertLayout;

/** A report as its .docx is laid out, one piece below the other; text is not yet made fit for XML. */
export interface DocxLayout {
  readonly title: string;
  readonly measures: StyleMeasures;
  readonly pieces: readonly PieceLayout[];
}

type Numbers = ReadonlyMap<Passage, number>;

/** The report as the .docx lays it out, paragraph by paragraph and table by table. */
export function layoutOf(report: Report): DocxLayout {
  const outline = outlineOf(report);
  const numbers = pictureNumbers(outline);
  const last = outline.sections.length - 1;
  const pieces = [
    {
      is: 'paragraph',
      style: 'Title',
      lines: outline.title.flatMap((line) => balancedLines(line, titleRoom)),
    } as const,
    ...passagePieces(outline.preamble, { belowTable: false, aboveSignature: false }, numbers),
    ...outline.sections.flatMap((section, index) =>
      sectionPieces(
        section,
        outline.sections[index - 1] ?? { table: null, passages: outline.preamble },
        index === last,
        numbers,
      ),
    ),
    ...signed(outline),
  ];
  const figures = { ...ordinaryMeasures.figures };
  for (const piece of pieces) if (piece.is === 'table') figures[piece.table] = piece.figures;
  const { agencyIndent, dateIndent } = outline.signature;
  return { title: fullTitle(report), measures: { figures, agencyIndent, dateIndent }, pieces };
}

type Above = Pick<OutlineSection, 'table' | 'passages'>;

function sectionPieces(section: OutlineSection, previous: Above, last: boolean, numbers: Numbers): PieceLayout[] {
  const { table, passages } = section;
  // Table three fills a page: it begins one, in every word processor.
  const ownPage = section.id === 'applications';
  const belowTable = !ownPage && closesWithTable(previous);
  const heading: ParagraphLayout = {
    is: 'paragraph',
    style: 'Heading1',
    lines: [section.heading],
    ...(ownPage ? { ownPage } : {}),
    ...(belowTable ? { belowTable } : {}),
    ...(table === null && !beginsAsTable(passages[0]) ? {} : { aboveTable: true }),
  };
  const remarks = table?.remarks ?? [];
  return [
    heading,
    ...(table === null ? [] : [{ is: 'table', ...tableLayout(table) } as const]),
    // A remark is never alone on the next page.
    ...remarks.map(
      (text, index): ParagraphLayout => ({
        is: 'paragraph',
        style: 'TableNote',
        lines: [text],
        ...(index < remarks.length - 1 ? { withNext: true } : {}),
      }),
    ),
    ...passagePieces(passages, { belowTable: table !== null, aboveSignature: last }, numbers),
  ];
}

function closesWithTable({ passages, table }: Above): boolean {
  const last = passages.at(-1);
  return last === undefined ? table !== null : last.is === 'table';
}

/** A simple table without a name: its frame would touch the line above. */
const beginsAsTable = (passage: Passage | undefined): boolean =>
  passage?.is === 'table' && passage.table.caption.trim() === '';

const namesPicture = /^图\s*[0-9０-９一二三四五六七八九十]/;

/** The signature never stands alone on a page (GB/T 9704-2012, 7.3.5.4): the last paragraph goes with it. */
function passagePieces(
  passages: readonly Passage[],
  at: { belowTable: boolean; aboveSignature: boolean },
  numbers: Numbers,
): (ParagraphLayout | InsertLayout)[] {
  return passages.map((passage, index) => {
    const belowTable = index === 0 ? at.belowTable : passages[index - 1]?.is === 'table';
    const withNext = at.aboveSignature && index === passages.length - 1;
    const next = passages[index + 1];
    if ('text' in passage) {
      const style = passage.is === 'heading' ? 'Heading2' : 'BodyText';
      return {
        is: 'paragraph',
        style,
        lines: [passage.text],
        ...(belowTable ? { belowTable } : {}),
        ...(withNext ? { withNext } : {}),
        ...(beginsAsTable(next) ? { aboveTable: true } : {}),
      };
    }
    const keepNext = withNext || (next !== undefined && 'text' in next && namesPicture.test(next.text));
    return { is: 'insert', passage, at: { belowTable, keepNext, number: numbers.get(passage) ?? 0 } };
  });
}

function signed({ signature }: Outline): ParagraphLayout[] {
  const { agency, agencyLines, date } = signature;
  if (agency === '' && date === null) return [];
  const by: ParagraphLayout = {
    is: 'paragraph',
    style: 'SignedBy',
    lines: agencyLines,
    ...(date === null ? {} : { withNext: true }),
  };
  return date === null ? [by] : [by, { is: 'paragraph', style: 'SignedOn', lines: [date] }];
}
