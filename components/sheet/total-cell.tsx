'use client';

import { memo } from 'react';
import { usePart, useSession } from '@/components/editor/session/use-session';
import { Icon } from '@/components/ui/icon';
import type { Cell } from '@/lib/statute/table';
import { cellName } from './grid';

/** A total: computed, never typed. One that was stated by paste or file and differs stands beside it until settled. */
export const TotalCell = memo(function TotalCell({ cell, was }: { cell: Cell; was: string | null }) {
  const session = useSession();
  const view = usePart((state) => state.cells[cell.id]);
  if (view === undefined) return null;
  const name = cellName(cell);
  const stated = view.value !== null && view.value !== view.computed ? view.value : null;
  return (
    <>
      {was === null || (Number(was) === 0 && Number(view.computed ?? 0) === 0) ? null : (
        <span className="was" aria-hidden="true">
          {was}
        </span>
      )}
      <output id={`c-${cell.id}`} tabIndex={-1} aria-label={`${name}，自动合计`}>
        {view.computed ?? ''}
      </output>
      {stated === null ? null : (
        <span className="stated">
          <span>原填 {stated}</span>
          {view.computed === null || !session.mayEdit ? null : (
            <button
              type="button"
              onClick={() => session.apply([{ path: cell.id, value: null }])}
              aria-label={`${name}：原填 ${stated}，改为自动合计 ${view.computed}`}
            >
              改为 {view.computed}
            </button>
          )}
        </span>
      )}
      {view.mark === null || stated !== null ? null : (
        <span className="flag" title={view.why ?? undefined}>
          <Icon name="error" />
        </span>
      )}
    </>
  );
});
