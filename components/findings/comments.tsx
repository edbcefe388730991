'use client';

import { useId, useState } from 'react';
import { useJump } from '@/components/editor/jump';
import { useSession } from '@/components/editor/session/use-session';
import { cellName } from '@/components/sheet/grid';
import { moment } from '@/components/ui/time';
import { isParagraphPath } from '@/lib/report/draft';
import type { CommentView, ReplyView } from '@/lib/workflow/view';

/** What the reviewer wrote on cells and sentences, and the author's answers. */
export function Comments({ comments }: { comments: readonly CommentView[] }) {
  if (comments.length === 0) return null;
  const open = comments.filter((one) => one.settled === null).length;
  return (
    <>
      <h2>
        审核批注 <small>{open === 0 ? '都已解决' : `${open} 条待处理`}</small>
      </h2>
      {comments.map((comment) => (
        <Thread key={comment.id} comment={comment} />
      ))}
    </>
  );
}

function Thread({ comment }: { comment: CommentView }) {
  const session = useSession();
  const jump = useJump();
  const [said, setSaid] = useState<readonly ReplyView[]>([]);
  const cell = isParagraphPath(comment.path) ? undefined : session.format.cell(comment.path);
  const section = cell === undefined ? '正文' : session.format.tables[cell.table].name;
  return (
    <section className={comment.settled === null ? 'thread' : 'thread settled'}>
      <header>
        <span className={comment.settled === null ? 'pin' : 'pin settled'}>{comment.number}</span>
        <span>
          {section}
          {cell === undefined ? '' : ` · ${cellName(cell)}`}
        </span>
        {comment.settled === null ? null : <span className="mark done">已解决</span>}
      </header>
      <div className="say">
        <header>
          <b>{comment.by}</b>
          <time dateTime={comment.at}>{moment(comment.at)}</time>
        </header>
        {comment.quote === '' ? null : <blockquote>{comment.quote}</blockquote>}
        <p>{comment.text}</p>
        {comment.anchored ? (
          <button type="button" className="link" onClick={() => jump({ path: comment.path })}>
            {cell === undefined ? '转到这一段' : '转到该格'}
          </button>
        ) : (
          <p className="gone">所批注的文字已改动或删去</p>
        )}
      </div>
      {[...comment.replies, ...said].map((reply) => (
        <div className="say" key={reply.id}>
          <header>
            <b>{reply.by}</b>
            <time dateTime={reply.at}>{moment(reply.at)}</time>
          </header>
          <p>{reply.text}</p>
        </div>
      ))}
      {comment.settled === null && session.view.viewer.may.reply ? (
        <ReplyForm comment={comment} onSaid={(reply) => setSaid([...said, reply])} />
      ) : null}
    </section>
  );
}

function ReplyForm({ comment, onSaid }: { comment: CommentView; onSaid: (reply: ReplyView) => void }) {
  const session = useSession();
  const id = useId();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const send = async (): Promise<void> => {
    setBusy(true);
    const answer = await session.tell({ do: 'reply', comment: comment.id, text: text.trim() });
    setBusy(false);
    if (answer.is === 'answer') {
      const { name } = session.view.viewer;
      onSaid({ id: `${comment.id}-${Date.now()}`, by: name, at: new Date().toISOString(), text: text.trim() });
      setText('');
      setProblem(null);
    } else setProblem(answer.is === 'refusal' ? answer.refusal.message : '没有连上服务器，回复还没有发出，请稍后再发');
  };
  return (
    <form
      className="reply"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === '') setProblem('请写明回复的内容');
        else if (!busy) void send();
      }}
    >
      <label className="field-label" htmlFor={id}>
        回复，审核人会看到
      </label>
      <textarea
        className="reason"
        id={id}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.target.value)}
        aria-describedby={problem === null ? undefined : `${id}-p`}
      />
      {problem === null ? null : (
        <p className="mark error" id={`${id}-p`}>
          {problem}
        </p>
      )}
      <button type="submit" className="button small" aria-disabled={busy || undefined}>
        {busy ? '正在发出…' : '回复'}
      </button>
    </form>
  );
}
