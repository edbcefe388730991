import { z } from 'zod';
import { batchCommands } from '@/lib/workflow/batch';
import type { Actor } from '@/lib/workflow/permissions';
import type { Refusal } from '@/lib/workflow/refusal';
import { cancelBatch } from './cancel-batch';
import { deleteBatch } from './delete-batch';
import { sealBatch } from './seal-batch';
import { badInput } from '@/lib/usecases/sentences';

const schema = z.strictObject({ do: z.enum(batchCommands) });

/** Carries out one command on a batch as it came over HTTP; each command's own use case authorises. */
export async function commandBatch(
  actor: Actor | null,
  id: string,
  input: unknown,
  now: Date,
): Promise<object | Refusal> {
  const parsed = schema.safeParse(input);
  if (!parsed.success) return badInput('格式不对');
  switch (parsed.data.do) {
    case 'seal':
      return sealBatch(actor, id, now);
    case 'cancel':
      return cancelBatch(actor, id, now);
    case 'delete':
      return deleteBatch(actor, id);
  }
}
