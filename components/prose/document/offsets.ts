import type { Node } from '@tiptap/pm/model';
import type { Span } from '@/lib/report/resolve';
import { textOfRun } from '@/lib/report/resolve';
import type { Cells } from './runs';

/** A stretch of one paragraph; offsets into its own words. */
export interface Stretch {
  readonly paragraph: string;
  readonly start: number;
  readonly end: number;
}

/** The paragraphs that a stretch of a place's text touches, with the offsets each has in its own words. */
export function stretchesOf(spans: readonly Span[], start: number, end: number): Stretch[] {
  return spans.flatMap((span) => {
    const from = Math.max(start, span.start);
    const to = Math.min(end, span.end);
    const touches = from < to || (start === end && from === to);
    return touches ? [{ paragraph: span.paragraph, start: from - span.start, end: to - span.start }] : [];
  });
}

/**
 * Where an offset of a paragraph's words stands inside the paragraph node (0 before its first child). A figure counts
 * as the words of its value but is one step of the document: an offset within it goes to its near side, `after` says
 * which. Offsets past the end stand at the end.
 */
export function positionOf(paragraph: Node, cells: Cells, offset: number, side: 'before' | 'after'): number {
  let words = 0;
  let position = 0;
  for (let index = 0; index < paragraph.childCount; index += 1) {
    const child = paragraph.child(index);
    const length = child.isText ? child.nodeSize : textOfRun({ figure: String(child.attrs.cell) }, cells).length;
    const within = offset - words;
    if (within <= 0) return position;
    if (within < length) return child.isText ? position + within : side === 'before' ? position : position + 1;
    words += length;
    position += child.nodeSize;
  }
  return position;
}

/**
 * The stretch that is meant by offsets and quote in the words as they stand now: the offsets when the quote is still
 * there, else where the quote has gone, else nothing.
 */
export function placed(
  words: string,
  stretch: { start: number; end: number },
  quote: string | undefined,
): { start: number; end: number } | null {
  if (quote === undefined || quote === '') return stretch.end <= words.length ? stretch : null;
  if (words.slice(stretch.start, stretch.end) === quote) return stretch;
  const at = words.indexOf(quote);
  return at < 0 ? null : { start: at, end: at + quote.length };
}
