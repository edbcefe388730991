import { z } from 'zod';
import { createBatch } from '@/lib/store/batches';
import { database } from '@/lib/store/database';
import type { Actor } from '@/lib/workflow/permissions';
import { refuse, type Refusal } from '@/lib/workflow/refusal';

const bodySchema = z.object({ name: z.string().trim().min(1).max(200) });

/** Begins a batch, to which files are then handed in one by one. Refuses with `not-signed-in`, `bad-input`. */
export async function startBatch(actor: Actor | null, body: unknown, now: Date): Promise<{ id: string } | Refusal> {
  if (actor === null) return refuse('not-signed-in', '请先登录');
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) return refuse('bad-input', '请给这一批文件起个名字');
  return { id: await createBatch(database(), { name: parsed.data.name, ownerId: actor.id, ownerName: actor.name, at: now }) };
}
