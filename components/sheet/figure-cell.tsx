'use client';

import { memo, useRef, useState, type ChangeEvent } from 'react';
import { useSession, usePart } from '@/components/editor/session/use-session';
import { Icon } from '@/components/ui/icon';
import type { Cell } from '@/lib/statute/table';
import { isChanged } from './changed';
import { ConflictChoice } from './conflict-choice';
import { cellName } from './grid';

export const inputId = (cell: string): string => `c-${cell}`;

/** A cell of the form in which a figure is typed. What is typed is checked at once; a composition only when it ends. */
export const FigureCell = memo(function FigureCell({ cell, was }: { cell: Cell; was: string | null }) {
  const session = useSession();
  const view = usePart((state) => state.cells[cell.id]);
  const [typed, setTyped] = useState<{ text: string; value: string | null } | null>(null);
  const restored = useRef<string | null>(null);
  if (view === undefined) return null;

  const shown = view.refused?.text ?? (typed !== null && typed.value === view.value ? typed.text : (view.value ?? ''));
  const take = (text: string): void => {
    session.type(cell.id, text);
    setTyped({ text, value: session.get().cells[cell.id]?.value ?? null });
  };
  const change = (event: ChangeEvent<HTMLInputElement>): void => {
    const { value } = event.target;
    if ('isComposing' in event.nativeEvent && event.nativeEvent.isComposing === true)
      setTyped({ text: value, value: view.value });
    else take(value);
  };
  const why = view.refused?.why ?? (view.mark === 'suspect' ? view.why : null);
  const name = cellName(cell);
  const changed = isChanged(session.published, cell, view.value);
  if (view.conflict !== null) return <ConflictChoice conflict={view.conflict} name={name} />;
  return (
    <>
      {was === null || (Number(was) === 0 && Number(view.value ?? 0) === 0) ? null : (
        <span className="was" aria-hidden="true">
          {was}
        </span>
      )}
      <input
        className="figure"
        id={inputId(cell.id)}
        inputMode={cell.number === 'amount' ? 'decimal' : 'numeric'}
        autoComplete="off"
        spellCheck={false}
        value={shown}
        placeholder="未填"
        readOnly={!session.mayEdit}
        aria-label={`${name}${cell.unit === null ? '' : `，单位${cell.unit}`}${was === null ? '' : `，上年 ${was}`}${changed ? `，第 ${session.view.head.correction?.of} 版为 ${session.published?.[cell.id] ?? '空'}` : ''}`}
        aria-invalid={why === null ? undefined : true}
        aria-describedby={why === null ? undefined : `${inputId(cell.id)}-why`}
        onChange={change}
        onCompositionEnd={(event) => take(event.currentTarget.value)}
        onFocus={(event) => {
          restored.current = view.value;
          event.currentTarget.select();
        }}
        onBlur={() => {
          setTyped(null);
          session.leave();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
          session.apply([{ path: cell.id, value: restored.current }], { mark: `type ${cell.id}` });
          setTyped(null);
        }}
      />
      {why === null ? null : (
        <span className="flag">
          <Icon name="error" />
          <span className="vh" id={`${inputId(cell.id)}-why`}>
            {why}
          </span>
        </span>
      )}
    </>
  );
});
