import { isParagraphPath, type Draft } from '@/lib/report/draft';
import type { Format } from '@/lib/statute/format';
import type { CommentView } from '@/lib/workflow/view';

/** The table or the place of the text in which a comment's number counts; as the pins beside cells and words show it. */
function countedIn(comment: CommentView, draft: Draft, format: Format): string {
  if (!isParagraphPath(comment.path)) return format.cell(comment.path)?.table ?? '';
  return `text ${draft.paragraphs.find((paragraph) => paragraph.id === comment.path)?.place ?? 'gone'}`;
}

/** The number of a comment within its table or text; null where what it was put on is gone. */
export function commentNumber(comments: readonly CommentView[], comment: CommentView, draft: Draft, format: Format): number | null {
  const place = countedIn(comment, draft, format);
  if (place === '' || place === 'text gone') return null;
  return comments.filter((one) => countedIn(one, draft, format) === place).indexOf(comment) + 1;
}
