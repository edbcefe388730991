import { z } from 'zod';
import { countOpen, createBatch } from '@/lib/store/batches/batches';
import { database } from '@/lib/store/database/database';
import { mostOpen } from '@/lib/workflow/batch';
import type { Actor } from '@/lib/workflow/permissions';
import { refuse, type Refusal } from '@/lib/workflow/refusal';

const bodySchema = z.object({ name: z.string().trim().min(1).max(200) });

/**
 * Begins a batch, to which files are then handed in one by one. Refuses with `not-signed-in`, `bad-input`, `too-many`.
 */
export async function startBatch(actor: Actor | null, body: unknown, now: Date): Promise<{ id: string } | Refusal> {
  if (actor === null) return refuse('not-signed-in', '请先登录');
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) return refuse('bad-input', '请给这一批文件起个名字');
  if ((await countOpen(database(), actor.id)) >= mostOpen)
    return refuse('too-many', `已有 ${mostOpen} 批没有核对完，请先删除不要的，或等它们核对完`);
  return {
    id: await createBatch(database(), { name: parsed.data.name, ownerId: actor.id, ownerName: actor.name, at: now }),
  };
}
