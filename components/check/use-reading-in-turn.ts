'use client';

import { useEffect, useRef } from 'react';
import type { Happening, Item, Waiting } from './items';
import { sendFile } from './send';

/** Has the waiting files read one after the other. One that is taken away meanwhile is not waited for. */
export function useReadingInTurn(items: readonly Item[], tell: (event: Happening) => void): void {
  const under = useRef<{ id: number; stop: AbortController } | null>(null);
  useEffect(() => {
    if (under.current !== null && !items.some(({ id }) => id === under.current?.id)) {
      under.current.stop.abort();
      under.current = null;
    }
    const next = items.find((item): item is Waiting => item.is === 'waiting');
    if (under.current !== null || next === undefined) return;
    const { id, name, content } = next;
    const stop = new AbortController();
    under.current = { id, stop };
    tell({ is: 'begun', id });
    void sendFile(name, content, stop.signal).then((answer) => {
      if (under.current?.stop === stop) under.current = null;
      tell(
        answer.is === 'answer'
          ? { is: 'read', id, file: answer.value }
          : { is: 'refused', id, sentence: answer.sentence },
      );
    });
  }, [items, tell]);
}
