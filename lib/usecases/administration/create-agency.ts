import { findAgency } from '@/lib/store/agencies/agencies';
import { insertAgency } from '@/lib/store/agencies/agency-tree';
import { recordAdminEvent } from '@/lib/store/agencies/admin-events';
import { transaction } from '@/lib/store/database/transaction';
import { createAgencySchema, firstFault, mayAdminister } from '@/lib/workflow/administration';
import type { Actor } from '@/lib/workflow/permissions';
import { refuse, type Refusal } from '@/lib/workflow/refusal';

/**
 * Makes an agency below one that the actor governs; its key. Refuses with `not-permitted`, `bad-input`, or `exists`
 * when the key is taken, by whichever agency.
 */
export async function createAgency(actor: Actor | null, input: unknown, now: Date): Promise<{ key: string } | Refusal> {
  const parsed = createAgencySchema.safeParse(input);
  if (!parsed.success) return firstFault(parsed.error);
  const { parent: parentKey, ...agency } = parsed.data;
  return transaction(async (tx) => {
    const parent = await findAgency(tx, parentKey);
    const refusal = mayAdminister(actor, parent?.path ?? '');
    if (refusal !== null || parent === null || actor === null)
      return refusal ?? refuse('not-found', '没有这个上级机关，请重新选择');
    const id = await insertAgency(tx, { ...agency, parent }, now);
    if (id === null) return refuse('exists', `网址代号 ${agency.key} 已被使用，请换一个`);
    await recordAdminEvent(tx, {
      type: 'agency-created',
      actor,
      agencyId: id,
      userId: null,
      at: now,
      data: { ...agency, parent: parent.key },
    });
    return { key: agency.key };
  });
}
