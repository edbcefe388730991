'use client';

import { useSession } from '@/components/editor/session/use-session';
import type { Conflict } from '@/components/editor/session/queue';

const shown = (value: unknown): string => (typeof value === 'string' && value !== '' ? value : '空');

/** Two people wrote the same cell: both values stand in it until one is chosen. */
export function ConflictChoice({ conflict, name }: { conflict: Conflict; name: string }) {
  const session = useSession();
  const { path, mine, theirs } = conflict;
  return (
    <span className="choice" role="group" aria-label={`${name}，两人同时改动，请选一个`} id={`c-${path}`} tabIndex={-1}>
      <button type="button" onClick={() => session.choose(path, 'mine')} aria-label={`用我填的 ${shown(mine)}`}>
        <small>我</small>
        {shown(mine)}
      </button>
      <button
        type="button"
        onClick={() => session.choose(path, 'theirs')}
        aria-label={`用${theirs.by}填的 ${shown(theirs.value)}`}
      >
        <small>{theirs.by}</small>
        {shown(theirs.value)}
      </button>
    </span>
  );
}
