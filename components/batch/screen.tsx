import { fullMoment } from '@/components/ui/time';
import type { BatchView } from '@/lib/workflow/batch';
import { DeleteBatch } from './delete-batch';
import { Progress } from './progress';
import { Summary } from './summary';
import { BatchTable } from './table';

/** One batch: how far it is, or the table in which it ended. */
export function BatchScreen({ batch }: { batch: BatchView }) {
  const { id, name, createdAt, state, rows, files } = batch;
  const ended = state === 'finished' || state === 'cancelled';
  return (
    <main className="board batch" id="main">
      <p className="back">
        <a href="/office/batches">批量核对</a> ›
      </p>
      <div className="work-head">
        <div>
          <h1>{name}</h1>
          <p>
            {fullMoment(createdAt)} 交来，{files} 个文件
            {state === 'cancelled' ? `；已取消，取消前读完 ${rows.length} 个` : ''}
          </p>
        </div>
        <div className="tools">
          {ended ? <DeleteBatch id={id} /> : null}
          {ended && rows.length > 0 ? (
            <a className="button main" href={`/office/batches/${id}/workbook`} download>
              下载表格（Excel）
            </a>
          ) : null}
        </div>
      </div>
      {ended ? null : <Progress initial={batch} />}
      {ended && rows.length > 0 ? (
        <>
          <Summary rows={rows} />
          <BatchTable id={id} rows={rows} />
        </>
      ) : null}
    </main>
  );
}
