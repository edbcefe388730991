'use client';

import { usePart, useSession } from '@/components/editor/session/use-session';

/** What an action on many cells came to, above the table; stays until the next one. */
export function Said() {
  const session = useSession();
  const said = usePart((state) => state.said);
  return (
    <div role="status">
      {said === null ? null : (
        <p className="said">
          <span>{said}</span>
          <button type="button" className="button small quiet" onClick={() => session.hush()}>
            知道了
          </button>
        </p>
      )}
    </div>
  );
}
