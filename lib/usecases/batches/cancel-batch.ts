import { cancelBatch as cancel } from '@/lib/store/batches/batches';
import { transaction } from '@/lib/store/database/transaction';
import type { Actor } from '@/lib/workflow/permissions';
import { isRefusal, type Refusal } from '@/lib/workflow/refusal';
import { ownBatch } from './own-batch';

/**
 * Files that were not begun are not read any more; what was read can still be looked at. Refuses with `not-signed-in`,
 * `not-found`.
 */
export async function cancelBatch(
  actor: Actor | null,
  id: string,
  now: Date,
): Promise<{ cancelled: string } | Refusal> {
  const batch = await ownBatch(actor, id);
  if (isRefusal(batch)) return batch;
  await transaction((tx) => cancel(tx, id, now));
  return { cancelled: id };
}
