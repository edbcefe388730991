'use client';

import { useEffect, useId, useRef } from 'react';
import { Failed } from './failed';
import { useKept } from './kept';
import { useFault, type Sender } from './send';

/** What a comment is being put on. */
export interface Target {
  readonly path: string;
  readonly quote: string;
  /** 三 · 本年新收 · 自然人 */
  readonly place: string;
  /** The cell's value as it stands; null for a paragraph. */
  readonly value: string | null;
  /** Sentences to choose from; empty for a cell. */
  readonly sentences: readonly string[];
}

/** Where a comment is written: beside the paper, at the foot of the screen where it is narrow. */
export function Compose({
  report,
  target,
  sender,
  onTarget,
  onClose,
}: {
  report: string;
  target: Target;
  sender: Sender;
  onTarget: (target: Target) => void;
  onClose: () => void;
}) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useKept(`comment:${report}`);
  const fault = useFault(sender);
  useEffect(() => field.current?.focus(), [target.path]);
  const choices = [...new Set(target.quote === '' ? target.sentences : [target.quote, ...target.sentences])];

  async function save(): Promise<void> {
    const refused =
      text.trim() === ''
        ? ({ code: 'bad-input', message: '请写明批注的内容' } as const)
        : await sender.send({ do: 'comment', path: target.path, quote: target.quote, text });
    fault.set(refused);
    if (refused !== null) return;
    setText('');
    onClose();
  }

  return (
    <form
      className="compose"
      aria-label={`批注：${target.place}`}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h3>
        批注：{target.place}
        {target.value === null ? null : <b className="at-value">{target.value}</b>}
      </h3>
      {choices.length > 0 ? (
        <>
          <label className="field-label" htmlFor={`${id}-quote`}>
            针对
          </label>
          <select
            className="select"
            id={`${id}-quote`}
            value={target.quote}
            onChange={(event) => onTarget({ ...target, quote: event.target.value })}
          >
            <option value="">整段</option>
            {choices.map((sentence) => (
              <option key={sentence} value={sentence}>
                {sentence.length > 40 ? `${sentence.slice(0, 39)}…` : sentence}
              </option>
            ))}
          </select>
        </>
      ) : null}
      <label className="field-label" htmlFor={`${id}-text`}>
        写给填报人
      </label>
      <textarea
        ref={field}
        className="reason"
        id={`${id}-text`}
        value={text}
        maxLength={2000}
        onChange={(event) => setText(event.target.value)}
      />
      <Failed fault={fault} />
      <div className="foot-nav">
        <button type="button" className="button small" onClick={onClose}>
          取消
        </button>
        <button type="submit" className="button small main" aria-disabled={sender.busy}>
          添加批注
        </button>
      </div>
    </form>
  );
}
