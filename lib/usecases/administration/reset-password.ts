import { generatePassword, hashPassword } from '@/lib/accounts/passwords';
import { findPerson, setPassword } from '@/lib/store/agencies/accounts';
import { recordAdminEvent } from '@/lib/store/agencies/admin-events';
import { transaction } from '@/lib/store/database/transaction';
import { accountSchema, firstFault, mayAdministerPerson, mayAdministerSomething } from '@/lib/workflow/administration';
import type { NewPassword } from '@/lib/workflow/administration-view';
import type { Actor } from '@/lib/workflow/permissions';
import { refuse, type Refusal } from '@/lib/workflow/refusal';
import { noSuchPerson } from './administration-sentences';

/**
 * Gives a person a new password that has to be changed at the next sign-in, and ends the sessions. Refuses with
 * `not-permitted` (somebody who is anything at an agency the actor does not govern, or oneself), `not-found`,
 * `bad-input`.
 */
export async function resetPassword(actor: Actor | null, input: unknown, now: Date): Promise<NewPassword | Refusal> {
  const parsed = accountSchema.safeParse(input);
  if (!parsed.success) return firstFault(parsed.error);
  const beyond = mayAdministerSomething(actor);
  if (beyond !== null) return beyond;
  const userId = parsed.data.user;
  const password = generatePassword();
  const hash = await hashPassword(password);
  return transaction(async (tx) => {
    const person = await findPerson(tx, userId);
    const refusal = mayAdministerPerson(actor, person?.posts ?? []);
    if (refusal !== null || person === null || actor === null) return refusal ?? noSuchPerson();
    if (userId === actor.id) return refuse('not-permitted', '自己的密码请在“修改密码”里改');
    await setPassword(tx, userId, { hash, mustChange: true, keepSession: null });
    const agencyId = person.posts[0]?.agencyId ?? null;
    await recordAdminEvent(tx, { type: 'password-reset', actor, agencyId, userId, at: now, data: {} });
    return { userId, username: person.username, password };
  });
}
