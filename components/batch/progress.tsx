'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import type { BatchProgress } from '@/lib/workflow/batch';
import { DeleteBatch } from './delete-batch';
import { askProgress, commandBatch } from './speak';

const everyMs = 1500;

/** How far a batch is. Asks again and again until it has ended, then the page shows the table. */
export function Progress({ initial }: { initial: BatchProgress }) {
  const router = useRouter();
  const [batch, setBatch] = useState(initial);
  const [said, setSaid] = useState('');
  const { id, state, files, read, unreadable } = batch;
  const ended = state === 'finished' || state === 'cancelled';

  useEffect(() => {
    if (ended) {
      router.refresh();
      return;
    }
    let over = false;
    const look = async (): Promise<void> => {
      const answer = await askProgress(id);
      if (over) return;
      setSaid(
        answer.is === 'answer'
          ? ''
          : answer.is === 'later'
            ? '暂时没有连上服务器，会接着再试；核对在服务器上照常进行。'
            : `${answer.sentence}。`,
      );
      // A new object each time, so that the next look is set even when nothing moved.
      setBatch((now) => (answer.is === 'answer' ? answer.value : { ...now }));
    };
    const timer = setTimeout(() => void look(), everyMs);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [batch, ended, id, router]);

  const act = async (command: 'seal' | 'cancel'): Promise<void> => {
    const answer = await commandBatch(id, command);
    if (answer.is === 'answer') router.refresh();
    else setSaid(`${answer.sentence}。`);
  };
  return (
    <section className="running-batch" aria-label="进度">
      <p className="running">
        <b>{stage(batch)}</b>
      </p>
      <progress max={Math.max(files, 1)} value={read + unreadable} aria-label="已读取" />
      <p className="hint">
        已读取 {read} 个{unreadable === 0 ? '' : `，未能读取 ${unreadable} 个`}。可以关闭本页，过后再来看。
      </p>
      {state === 'arriving' ? (
        <p className="hint">文件还没有交齐。如果上传的页面已经关掉，可以先核对已收到的 {files} 个。</p>
      ) : null}
      <p role="status">{said}</p>
      <div className="acts">
        {state === 'arriving' && files > 0 ? (
          <button type="button" className="button main" onClick={() => void act('seal')}>
            核对已收到的
          </button>
        ) : null}
        <button type="button" className="button" onClick={() => void act('cancel')}>
          取消
        </button>
        <DeleteBatch id={id} />
      </div>
    </section>
  );
}

function stage({ state, files, read, unreadable }: BatchProgress): string {
  const done = read + unreadable;
  if (state === 'finished' || state === 'cancelled') return '正在打开结果…';
  if (done < files) return `正在读取 第 ${done + 1} / ${files} 个`;
  return state === 'arriving'
    ? `收到的 ${files} 个都读完了，等待其余的`
    : `${files} 个都读完了，正在逐条核对、互相比对`;
}
