import { deleteBatches } from '@/lib/store/batches/batches';
import { database } from '@/lib/store/database/database';
import { daysKept } from '@/lib/workflow/batch';
import type { Actor } from '@/lib/workflow/permissions';
import { isRefusal, type Refusal } from '@/lib/workflow/refusal';
import { ownBatch } from './own-batch';

/** Deletes a batch with all that was read of it. Refuses with `not-signed-in`, `not-found`. */
export async function deleteBatch(actor: Actor | null, id: string): Promise<{ deleted: string } | Refusal> {
  const batch = await ownBatch(actor, id);
  if (isRefusal(batch)) return batch;
  await deleteBatches(database(), { id });
  return { deleted: id };
}

/** What is older than thirty days goes by itself; a job, not a person, asks for it. */
export function deleteOldBatches(now: Date): Promise<number> {
  return deleteBatches(database(), { createdBefore: new Date(now.getTime() - daysKept * 24 * 60 * 60 * 1000) });
}
