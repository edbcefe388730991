import { generatePassword, hashPassword } from '@/lib/accounts/passwords';
import { insertAccount, usernameTaken } from '@/lib/store/agencies/accounts';
import { findAgency } from '@/lib/store/agencies/agencies';
import { recordAdminEvent } from '@/lib/store/agencies/admin-events';
import { transaction } from '@/lib/store/database/transaction';
import { createAccountSchema, firstFault, mayAdminister, mayAdministerSomething } from '@/lib/workflow/administration';
import type { NewPassword } from '@/lib/workflow/administration-view';
import type { Actor } from '@/lib/workflow/permissions';
import { refuse, type Refusal } from '@/lib/workflow/refusal';
import { noSuchAgency } from './administration-sentences';

/**
 * Makes an account with roles at an agency that the actor governs, and a password that has to be changed at first
 * sign-in. Refuses with `not-permitted`, `not-found`, `bad-input`, or `exists` when the user name is taken.
 */
export async function createAccount(actor: Actor | null, input: unknown, now: Date): Promise<NewPassword | Refusal> {
  const parsed = createAccountSchema.safeParse(input);
  if (!parsed.success) return firstFault(parsed.error);
  const beyond = mayAdministerSomething(actor);
  if (beyond !== null) return beyond;
  const { agency: key, username, name, roles } = parsed.data;
  const password = generatePassword();
  const passwordHash = await hashPassword(password);
  return transaction(async (tx) => {
    const agency = await findAgency(tx, key);
    const refusal = mayAdminister(actor, agency?.path ?? '');
    if (refusal !== null || agency === null || actor === null) return refusal ?? noSuchAgency();
    if (await usernameTaken(tx, username))
      return refuse('exists', `用户名“${username}”已被使用，可以加上机关简称或数字`);
    const posts = roles.map((role) => ({ agencyId: agency.id, role }));
    const userId = await insertAccount(tx, { username, name, passwordHash, mustChangePassword: true, posts });
    await recordAdminEvent(tx, {
      type: 'account-created',
      actor,
      agencyId: agency.id,
      userId,
      at: now,
      data: { username, name, roles },
    });
    return { userId, username, password };
  });
}
