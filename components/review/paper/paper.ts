import type { Draft, Paragraph, Path } from '@/lib/report/draft';
import { sameInsert, type Insert } from '@/lib/report/insert';
import { isHeading } from '@/lib/report/prose';
import { statedCells, textOfParagraph } from '@/lib/report/resolve';
import type { Place } from '@/lib/report/report';
import type { Format } from '@/lib/statute/format';
import { sectionIds } from '@/lib/statute/format';
import type { CellId, TableId } from '@/lib/statute/table';
import type { CommentView } from '@/lib/workflow/view';
import { difference, isChanged, type Piece } from '@/lib/report/difference';
import { numeralOfPlace } from './place';
import { tablesOf, type PaperTable } from './paper-table';

/** The report as the reviewer reads it: what stands, what stood at the submission before, and where comments are. */
export interface PaperParagraph {
  readonly id: Path;
  /** 一（一）第 2 段 */
  readonly label: string;
  /** The words as they stand now; empty for a paragraph that was taken out. */
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly heading: boolean;
  readonly change: 'none' | 'changed' | 'added' | 'removed' | 'moved';
  readonly comments: readonly CommentView[];
  /** The picture or table that stands here now, and the one that stood here before; null for a paragraph of words. */
  readonly insert: Insert | null;
  readonly insertBefore: Insert | null;
}

export interface PaperSection {
  readonly id: Place;
  readonly title: string;
  readonly tables: readonly PaperTable[];
  readonly paragraphs: readonly PaperParagraph[];
  readonly changed: boolean;
  readonly commented: boolean;
}

export interface Paper {
  readonly sections: readonly PaperSection[];
  readonly comments: readonly CommentView[];
  /** Values of all cells as stated now. */
  readonly cells: Readonly<Record<CellId, string | null>>;
}

/** `before` is null at the first submission: then nothing counts as changed. */
export function paperOf(format: Format, draft: Draft, before: Draft | null, comments: readonly CommentView[]): Paper {
  const all = comments;
  const { cells } = statedCells(format, draft);
  const cellsBefore = before === null ? null : statedCells(format, before).cells;
  const places: readonly Place[] = ['preamble', ...sectionIds];
  const sections = places.map((place): PaperSection => {
    const section = format.sections.find((item) => item.id === place);
    const paragraphs = paragraphsIn(format, place, draft, before, cells, cellsBefore, all);
    const table: TableId | null = section?.table ?? null;
    const tables = table === null ? [] : tablesOf(format.tables[table], cells, cellsBefore, all);
    return {
      id: place,
      title: section?.title ?? '',
      tables,
      paragraphs,
      changed: tables.some((item) => item.changed) || paragraphs.some((item) => item.change !== 'none'),
      commented: tables.some((item) => item.commented) || paragraphs.some((item) => item.comments.length > 0),
    };
  });
  return { sections, comments: all, cells };
}

type Cells = Readonly<Record<CellId, string | null>>;

function paragraphsIn(
  format: Format,
  place: Place,
  draft: Draft,
  before: Draft | null,
  cells: Cells,
  cellsBefore: Cells | null,
  comments: readonly CommentView[],
): PaperParagraph[] {
  const now = draft.paragraphs.filter((item) => item.place === place);
  const ids = new Set(draft.paragraphs.map((item) => item.id));
  const earlier = new Map((before?.paragraphs ?? []).map((item) => [item.id, item]));
  const removed = (before?.paragraphs ?? []).filter((item) => item.place === place && !ids.has(item.id));
  const label = labeller(numeralOfPlace(format, place));
  return [...now, ...removed].sort(inOrder).map((paragraph): PaperParagraph => {
    const here = comments.filter((comment) => comment.path === paragraph.id);
    if (!ids.has(paragraph.id)) {
      const text = textOfParagraph(paragraph, cellsBefore ?? cells);
      return {
        id: paragraph.id,
        label: label(text, paragraph.insert),
        text: '',
        pieces: [{ is: 'gone', text }],
        heading: isHeading(text),
        change: 'removed',
        comments: here,
        insert: null,
        insertBefore: paragraph.insert ?? null,
      };
    }
    const text = textOfParagraph(paragraph, cells);
    const old = earlier.get(paragraph.id);
    const oldText = old === undefined ? '' : textOfParagraph(old, cellsBefore ?? cells);
    const pieces = difference(before === null ? text : oldText, text);
    const moved = old !== undefined && (old.place !== paragraph.place || old.order !== paragraph.order);
    const change =
      before === null
        ? 'none'
        : old === undefined
          ? 'added'
          : isChanged(pieces) || !sameInsert(old.insert, paragraph.insert)
            ? 'changed'
            : moved
              ? 'moved'
              : 'none';
    return {
      id: paragraph.id,
      label: label(text, paragraph.insert),
      text,
      pieces,
      heading: isHeading(text),
      change,
      comments: here,
      insert: paragraph.insert ?? null,
      insertBefore: old?.insert ?? null,
    };
  });
}

const inOrder = (a: Paragraph, b: Paragraph): number =>
  a.order < b.order ? -1 : a.order > b.order ? 1 : a.id < b.id ? -1 : 1;

/** Names paragraphs by the heading they stand under: 一（二）第 1 段; a heading names itself. */
function labeller(numeral: string): (text: string, insert: Insert | undefined) => string {
  let heading = '';
  let count = 0;
  return (text, insert) => {
    if (insert !== undefined)
      return `${numeral}${heading === '' ? ' · ' : heading}${'picture' in insert ? `图片“${insert.picture.alt}”` : `表格“${insert.table.caption}”`}`;
    const mark = /^（[一二三四五六七八九十]+）/.exec(text.trim())?.[0];
    if (mark !== undefined) {
      heading = mark;
      count = 0;
      if (isHeading(text)) return `${numeral}${heading}标题`;
    }
    count += 1;
    return `${numeral}${heading === '' ? ' · ' : heading}第 ${count} 段`;
  };
}
