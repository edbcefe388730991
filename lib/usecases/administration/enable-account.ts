import { findPerson, setDisabled } from '@/lib/store/agencies/accounts';
import { recordAdminEvent } from '@/lib/store/agencies/admin-events';
import { transaction } from '@/lib/store/database/transaction';
import { accountSchema, firstFault, mayAdministerPerson } from '@/lib/workflow/administration';
import type { Actor } from '@/lib/workflow/permissions';
import type { Refusal } from '@/lib/workflow/refusal';
import { noSuchPerson } from './administration-sentences';

/** Lets a disabled person sign in again. Refuses with `not-permitted`, `not-found`, `bad-input`. */
export async function enableAccount(
  actor: Actor | null,
  input: unknown,
  now: Date,
): Promise<{ userId: string } | Refusal> {
  const parsed = accountSchema.safeParse(input);
  if (!parsed.success) return firstFault(parsed.error);
  const userId = parsed.data.user;
  return transaction(async (tx) => {
    const person = await findPerson(tx, userId);
    const refusal = mayAdministerPerson(actor, person?.posts ?? []);
    if (refusal !== null || person === null || actor === null) return refusal ?? noSuchPerson();
    if (person.disabledAt === null) return { userId };
    await setDisabled(tx, userId, null);
    const agencyId = person.posts[0]?.agencyId ?? null;
    await recordAdminEvent(tx, { type: 'account-enabled', actor, agencyId, userId, at: now, data: {} });
    return { userId };
  });
}
