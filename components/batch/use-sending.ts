'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { Given } from './dropped';
import { gathered, nameOf, tooMuch } from './gathered';
import { Sending } from './sending';
import { commandBatch, handIn, startBatch } from './speak';

/** How handing a batch in stands. `said` are sentences for the person. */
export type Handing =
  | { readonly is: 'idle'; readonly said: readonly string[] }
  | { readonly is: 'opening' }
  | {
      readonly is: 'sending' | 'stopped';
      readonly sent: number;
      readonly of: number;
      readonly name: string;
      readonly said: readonly string[];
    };

export interface UseSending {
  readonly handing: Handing;
  give(given: readonly Given[]): void;
  goOn(): void;
  cancel(): void;
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Hands files in as a batch and opens its page when all are there. Leaving before that asks first. */
export function useSending(): UseSending {
  const [handing, setHanding] = useState<Handing>({ is: 'idle', said: [] });
  const current = useRef<{ id: string; sending: Sending } | null>(null);
  const busy = useRef(false);

  useEffect(() => {
    if (handing.is === 'idle') return;
    const ask = (event: BeforeUnloadEvent): void => {
      if (busy.current) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [handing.is]);

  const open = (id: string): void => {
    busy.current = false;
    window.location.assign(`/office/batches/${id}`);
  };

  const run = useCallback(async (id: string, sending: Sending): Promise<void> => {
    const stop = (sentence: string): void =>
      setHanding((now) => (now.is === 'sending' ? { ...now, is: 'stopped', said: [`${sentence}。`] } : now));
    setHanding((now) => (now.is === 'stopped' ? { ...now, is: 'sending', said: [] } : now));
    const sentence = await sending.run();
    if (current.current?.sending !== sending) return;
    if (sentence !== null) return stop(sentence);
    const sealed = await commandBatch(id, 'seal');
    if (sealed.is === 'answer') open(id);
    else stop(sealed.sentence);
  }, []);

  const give = useCallback(
    (given: readonly Given[]): void => {
      if (busy.current || given.length === 0) return;
      busy.current = true;
      const refuse = (said: readonly string[]): void => {
        busy.current = false;
        setHanding({ is: 'idle', said });
      };
      const begin = async (): Promise<void> => {
        setHanding({ is: 'opening' });
        const all = await gathered(given);
        const objection = tooMuch(all);
        if (objection !== null) return refuse([...all.refused, objection]);
        const { files } = all;
        const started = await startBatch(nameOf(given, files.length));
        if (started.is !== 'answer') return refuse([`${started.sentence}。`]);
        const { id } = started.value;
        const sending = new Sending(
          files,
          { handIn: (number, name, content) => handIn(id, number, name, content), wait },
          (sent, name) => setHanding((now) => (now.is === 'sending' ? { ...now, sent, name } : now)),
        );
        current.current = { id, sending };
        const said = [
          ...all.refused,
          ...(all.leftOut === 0 ? [] : [`另有 ${all.leftOut} 个系统文件（缩略图、临时文件等）没有收。`]),
        ];
        setHanding({ is: 'sending', sent: 0, of: files.length, name: files[0]?.name ?? '', said });
        await run(id, sending);
      };
      begin().catch(() => refuse(['文件没有打开，请重新选择。']));
    },
    [run],
  );

  const goOn = (): void => {
    if (current.current !== null) void run(current.current.id, current.current.sending);
  };
  const cancel = (): void => {
    const under = current.current;
    if (under === null) return;
    under.sending.stop();
    current.current = null;
    void commandBatch(under.id, 'cancel').then(() => open(under.id));
  };
  return { handing, give, goOn, cancel };
}
