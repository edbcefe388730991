import {
  batchesOf,
  countFiles,
  filesOf,
  type FileCounts,
  type StoredBatch,
  type StoredBatchFile,
} from '@/lib/store/batches/batches';
import { database } from '@/lib/store/database/database';
import type { BatchProgress, BatchRow, BatchView } from '@/lib/workflow/batch';
import type { Finding, Severity } from '@/lib/checks/finding';
import type { Actor } from '@/lib/workflow/permissions';
import { isRefusal, refuse, type Refusal } from '@/lib/workflow/refusal';
import { ownBatch } from './own-batch';

const none: FileCounts = { waiting: 0, read: 0, unreadable: 0, cancelled: 0 };

/** The actor's batches, newest first. Refuses with `not-signed-in`. */
export async function listBatches(actor: Actor | null): Promise<readonly BatchProgress[] | Refusal> {
  if (actor === null) return refuse('not-signed-in', '请先登录');
  const db = database();
  const batches = await batchesOf(db, actor.id, 100);
  const counts = await countFiles(
    db,
    batches.map(({ id }) => id),
  );
  return batches.map((batch) => progressOf(batch, counts.get(batch.id) ?? none));
}

/** How far a batch is. Refuses with `not-signed-in`, `not-found`. */
export async function showProgress(actor: Actor | null, id: string): Promise<BatchProgress | Refusal> {
  const batch = await ownBatch(actor, id);
  return isRefusal(batch) ? batch : progressOf(batch, (await countFiles(database(), [id])).get(id) ?? none);
}

/** How far a batch is, and the table once it has ended. Refuses with `not-signed-in`, `not-found`. */
export async function showBatch(actor: Actor | null, id: string): Promise<BatchView | Refusal> {
  const progress = await showProgress(actor, id);
  if (isRefusal(progress)) return progress;
  const ended = progress.state === 'finished' || progress.state === 'cancelled';
  return { ...progress, rows: ended ? (await filesOf(database(), id)).map(rowOf) : [] };
}

function progressOf(batch: StoredBatch, counts: FileCounts): BatchProgress {
  const { id, name, createdAt, sealedAt, cancelledAt, finishedAt } = batch;
  const state =
    cancelledAt !== null ? 'cancelled' : finishedAt !== null ? 'finished' : sealedAt !== null ? 'running' : 'arriving';
  const { waiting, read, unreadable, cancelled } = counts;
  return {
    id,
    name,
    createdAt: createdAt.toISOString(),
    state,
    files: waiting + read + unreadable + cancelled,
    read,
    unreadable,
  };
}

/** A file of a batch as its row in the table. */
export function rowOf({ id, name, reading, error, result }: StoredBatchFile): BatchRow {
  return {
    id,
    file: name,
    agency: reading?.report.agency ?? '',
    year: reading?.report.year ?? null,
    counts: result === null ? null : countsOf(result.findings),
    notChecked: result?.checked.notChecked.length ?? 0,
    error: error?.message ?? null,
  };
}

function countsOf(findings: readonly Finding[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, notice: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}
