'use client';

import { useState } from 'react';
import { Ask } from '@/components/ui/ask';
import { commandBatch } from './speak';

/** Deletes a batch with all that was read of it, after asking. */
export function DeleteBatch({ id }: { id: string }) {
  const [open, setOpen] = useState(false);
  const [said, setSaid] = useState('');
  const remove = async (): Promise<void> => {
    const answer = await commandBatch(id, 'delete');
    if (answer.is === 'answer') window.location.assign('/office/batches');
    else setSaid(`${answer.sentence}。`);
  };
  return (
    <>
      <button type="button" className="button" onClick={() => setOpen(true)}>
        删除
      </button>
      <Ask
        open={open}
        onClose={() => setOpen(false)}
        title="删除这一批文件"
        decline="不删除"
        act="删除"
        onAct={() => void remove()}
      >
        <p>交来的文件、读出的内容和核对结果都会删除，不能恢复。</p>
        <p role="alert">{said}</p>
      </Ask>
    </>
  );
}
