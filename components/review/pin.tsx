import type { NumberedComment } from './paper';

/** The numbered mark of a comment; leads from the text to its thread. */
export function Pin({ comment }: { comment: NumberedComment }) {
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
