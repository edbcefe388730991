import type { CommentView } from '@/lib/workflow/view';

/** The numbered mark of a comment; leads from the text to its thread. */
export function Pin({ comment }: { comment: CommentView }) {
  return (
    <a
      className={comment.settled === null ? 'pin' : 'pin settled'}
      href={`#comment-${comment.number}`}
      aria-label={`批注 ${comment.number}，${comment.settled === null ? '待处理' : '已解决'}`}
    >
      {comment.number}
    </a>
  );
}
