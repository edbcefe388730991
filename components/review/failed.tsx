'use client';

import { Icon } from '@/components/ui/icon';
import type { Fault } from './send';

/** The sentence of a refused command, with the one thing that helps: loading anew, or signing in in another tab. */
export function Failed({ fault: { failure, reload } }: { fault: Fault }) {
  return (
    <div className="failed" role="status">
      {failure === null ? null : (
        <p>
          <Icon name="error" />
          <span>{failure.message}</span>
          {failure.code === 'stale-version' || failure.code === 'wrong-state' ? (
            <button type="button" className="button small" onClick={reload}>
              刷新
            </button>
          ) : null}
          {failure.code === 'not-signed-in' ? (
            <a className="button small" href="/login" target="_blank" rel="noreferrer">
              另开一页登录
            </a>
          ) : null}
        </p>
      )}
    </div>
  );
}
