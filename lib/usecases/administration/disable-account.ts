import { findPerson, setDisabled, topKeepsAdministrator } from '@/lib/store/agencies/accounts';
import { recordAdminEvent } from '@/lib/store/agencies/admin-events';
import { transaction } from '@/lib/store/database/transaction';
import { accountSchema, firstFault, mayAdministerPerson } from '@/lib/workflow/administration';
import type { Actor } from '@/lib/workflow/permissions';
import type { Refusal } from '@/lib/workflow/refusal';
import { lastAdministrator, noSuchPerson, notOneself } from './administration-sentences';

/**
 * Keeps a person from signing in and ends the sessions at once. Refuses with `not-permitted` (a person beyond what the
 * actor governs, or oneself), `not-found`, `bad-input`, and `wrong-state` for the last administrator of a top agency.
 */
export async function disableAccount(
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
    if (userId === actor.id) return notOneself('停用');
    const administers = person.posts.filter((post) => post.role === 'administrator').map((post) => post.agencyId);
    if (!(await topKeepsAdministrator(tx, userId, administers))) return lastAdministrator();
    if (person.disabledAt !== null) return { userId };
    await setDisabled(tx, userId, now);
    const agencyId = person.posts[0]?.agencyId ?? null;
    await recordAdminEvent(tx, { type: 'account-disabled', actor, agencyId, userId, at: now, data: {} });
    return { userId };
  });
}
