import { sealBatch as seal } from '@/lib/store/batches/batches';
import { database } from '@/lib/store/database/database';
import type { Actor } from '@/lib/workflow/permissions';
import { isRefusal, type Refusal } from '@/lib/workflow/refusal';
import { ownBatch } from './own-batch';

/** All files of a batch have been handed in. Refuses with `not-signed-in`, `not-found`. */
export async function sealBatch(actor: Actor | null, id: string, now: Date): Promise<{ sealed: string } | Refusal> {
  const batch = await ownBatch(actor, id);
  if (isRefusal(batch)) return batch;
  await seal(database(), id, now);
  return { sealed: id };
}
