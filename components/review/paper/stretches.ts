import type { Piece } from '@/lib/report/difference';
import type { CommentView } from '@/lib/workflow/view';

/** A stretch of a paragraph that is set in one way. */
export interface Stretch {
  readonly is: Piece['is'];
  readonly text: string;
  readonly quoted: boolean;
  /** Comments whose quoted words end here. */
  readonly pins: readonly CommentView[];
}

/**
 * Pieces of a difference cut where quoted words begin and end. Quotes are looked for in the later version; a comment on
 * the whole paragraph, or on words that are gone, has its pin at the end.
 */
export function stretchesOf(pieces: readonly Piece[], text: string, comments: readonly CommentView[]): Stretch[] {
  const spans = comments.map((comment) => {
    const start = comment.quote === '' ? -1 : text.indexOf(comment.quote);
    return start < 0
      ? { comment, start: text.length, end: text.length }
      : { comment, start, end: start + comment.quote.length };
  });
  const edges = [...new Set(spans.flatMap((span) => [span.start, span.end]))].sort((a, b) => a - b);
  const result: Stretch[] = [];
  let at = 0;
  for (const piece of pieces) {
    if (piece.is === 'gone') {
      result.push({ is: 'gone', text: piece.text, quoted: false, pins: [] });
      continue;
    }
    const stop = at + piece.text.length;
    const cuts = [at, ...edges.filter((edge) => edge > at && edge < stop), stop];
    for (let index = 0; index + 1 < cuts.length; index += 1) {
      const from = cuts[index] ?? at;
      const to = cuts[index + 1] ?? stop;
      result.push({
        is: piece.is,
        text: text.slice(from, to),
        quoted: spans.some((span) => span.start <= from && to <= span.end),
        pins: spans.filter((span) => span.end === to).map((span) => span.comment),
      });
    }
    at = stop;
  }
  const placed = new Set(result.flatMap((stretch) => stretch.pins));
  const left = comments.filter((comment) => !placed.has(comment));
  return left.length === 0 ? result : [...result, { is: 'same', text: '', quoted: false, pins: left }];
}

/** Sentences of a paragraph, for choosing one without a mouse. */
export function sentencesOf(text: string): string[] {
  return (text.match(/[^。；！？]+[。；！？]?/g) ?? [])
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}
