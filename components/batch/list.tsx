import { moment } from '@/components/ui/time';
import { Mark } from '@/components/ui/mark';
import type { BatchProgress } from '@/lib/workflow/batch';

/** The batches of a person, newest first. */
export function BatchList({ batches }: { batches: readonly BatchProgress[] }) {
  return (
    <section className="batch-list" aria-labelledby="earlier-batches">
      <h2 id="earlier-batches">
        交来过的 <small>保留 30 天，到期自动删除</small>
      </h2>
      {batches.length === 0 ? <p className="quiet-line">还没有。</p> : null}
      <ul>
        {batches.map((batch) => (
          <li key={batch.id}>
            <a href={`/office/batches/${batch.id}`}>{batch.name}</a>
            <Standing batch={batch} />
            <span className="when">
              {moment(batch.createdAt)}，{batch.files} 个文件
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Standing({ batch: { state, files, read, unreadable } }: { batch: BatchProgress }) {
  if (state === 'finished') {
    return unreadable === 0 ? (
      <Mark kind="done">核对完了</Mark>
    ) : (
      <Mark kind="warning">核对完了，{unreadable} 个未能读取</Mark>
    );
  }
  if (state === 'cancelled') return <Mark kind="idle">已取消</Mark>;
  if (state === 'arriving') return <Mark kind="idle">还没有交齐</Mark>;
  return (
    <Mark kind="notice">
      正在核对 {read + unreadable} / {files}
    </Mark>
  );
}
