'use client';

import { useId } from 'react';
import { Mark } from '@/components/ui/mark';
import { moment } from '@/components/ui/time';
import { anchorOf } from '@/components/review/paper/changes';
import { Failed } from './failed';
import { useKept } from './kept';
import type { CommentView } from '@/lib/workflow/view';
import { useFault, type Sender } from './send';

/**
 * One comment with its answers. `place` names what it stands on; `mayReply` and `maySettle` come from the viewer.
 * An answer that is being written stays in the tab until it was sent.
 */
export function Thread({
  comment,
  place,
  mayReply,
  maySettle,
  sender,
}: {
  comment: CommentView;
  place: string;
  mayReply: boolean;
  maySettle: boolean;
  sender: Sender;
}) {
  const settled = comment.settled !== null;
  return (
    <section
      className="thread"
      id={`comment-${comment.number}`}
      aria-label={`批注 ${comment.number}：${place}`}
      tabIndex={-1}
    >
      <header>
        <a
          className={settled ? 'pin settled' : 'pin'}
          href={`#${anchorOf(comment.path)}`}
          aria-label={`批注 ${comment.number}，看原文`}
        >
          {comment.number}
        </a>
        <span>{place}</span>
        <Mark kind={settled ? 'done' : 'warning'}>{settled ? '已解决' : '待处理'}</Mark>
      </header>
      <div className="say">
        <header>
          <b>{comment.by}</b>
          <time dateTime={comment.at}>{moment(comment.at)}</time>
        </header>
        {comment.quote === '' ? null : <blockquote>{comment.quote}</blockquote>}
        {comment.anchored ? null : <p className="adrift">批注的原文已经改动或删去</p>}
        {comment.text}
      </div>
      {comment.replies.map((reply) => (
        <div className="say" key={reply.id}>
          <header>
            <b>{reply.by}</b>
            <time dateTime={reply.at}>{moment(reply.at)}</time>
          </header>
          {reply.text}
        </div>
      ))}
      <Answer comment={comment} mayReply={mayReply} maySettle={maySettle} sender={sender} />
    </section>
  );
}

function Answer({
  comment,
  mayReply,
  maySettle,
  sender,
}: {
  comment: CommentView;
  mayReply: boolean;
  maySettle: boolean;
  sender: Sender;
}) {
  const field = useId();
  const [text, setText] = useKept(`reply:${comment.id}`);
  const fault = useFault(sender);
  const settled = comment.settled !== null;
  const replying = mayReply && !settled;
  if (!replying && !maySettle) return null;

  async function reply(): Promise<boolean> {
    const refused = await sender.send({ do: 'reply', comment: comment.id, text });
    fault.set(refused);
    if (refused === null) setText('');
    return refused === null;
  }
  async function settle(to: boolean): Promise<void> {
    if (to && text.trim() !== '' && !(await reply())) return;
    fault.set(await sender.send({ do: 'settle', comment: comment.id, settled: to }));
  }

  return (
    <div className="reply">
      {replying ? (
        <>
          <label className="field-label" htmlFor={field}>
            回复
          </label>
          <textarea
            className="reason"
            id={field}
            value={text}
            maxLength={2000}
            onChange={(event) => setText(event.target.value)}
          />
        </>
      ) : null}
      <Failed fault={fault} />
      <div className="foot-nav">
        {maySettle ? (
          <button
            type="button"
            className="button small"
            aria-disabled={sender.busy}
            onClick={() => void settle(!settled)}
          >
            {settled ? '重新打开' : text.trim() === '' ? '标为已解决' : '回复并标为已解决'}
          </button>
        ) : null}
        {replying && text.trim() !== '' ? (
          <button type="button" className="button small main" aria-disabled={sender.busy} onClick={() => void reply()}>
            回复
          </button>
        ) : null}
      </div>
    </div>
  );
}
