import { database } from '@/lib/store/database/database';
import { findBatch, type StoredBatch } from '@/lib/store/batches/batches';
import type { Actor } from '@/lib/workflow/permissions';
import { refuse, type Refusal } from '@/lib/workflow/refusal';

/** A batch of the actor's own: nobody else sees the drafts in it. Refuses with `not-signed-in`, `not-found`. */
export async function ownBatch(actor: Actor | null, id: string): Promise<StoredBatch | Refusal> {
  if (actor === null) return refuse('not-signed-in', '请先登录');
  const batch = await findBatch(database(), id);
  return batch?.ownerId === actor.id
    ? batch
    : refuse('not-found', '没有这一批文件，可能已过期删除；请回到批量核对页面');
}
