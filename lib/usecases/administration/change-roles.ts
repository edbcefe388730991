import { findPerson, setRoles, topKeepsAdministrator } from '@/lib/store/agencies/accounts';
import { findAgency } from '@/lib/store/agencies/agencies';
import { recordAdminEvent } from '@/lib/store/agencies/admin-events';
import { transaction } from '@/lib/store/database/transaction';
import { changeRolesSchema, firstFault, mayChangePosts } from '@/lib/workflow/administration';
import type { Actor } from '@/lib/workflow/permissions';
import type { Refusal } from '@/lib/workflow/refusal';
import { lastAdministrator, noSuchAgency, noSuchPerson, notOneself } from './administration-sentences';

/**
 * Sets what a person is at one agency. Refuses with `not-permitted` (a foreign agency or person, or taking
 * administration from oneself), `not-found`, `bad-input`, and `wrong-state` for the last administrator of a top agency.
 */
export async function changeRoles(
  actor: Actor | null,
  input: unknown,
  now: Date,
): Promise<{ userId: string } | Refusal> {
  const parsed = changeRolesSchema.safeParse(input);
  if (!parsed.success) return firstFault(parsed.error);
  const { user: userId, agency: key, roles } = parsed.data;
  return transaction(async (tx) => {
    const agency = await findAgency(tx, key);
    const person = await findPerson(tx, userId);
    const refusal = mayChangePosts(actor, agency?.path ?? '', person?.posts ?? []);
    if (refusal !== null || actor === null) return refusal ?? noSuchPerson();
    if (agency === null) return noSuchAgency();
    if (person === null) return noSuchPerson();
    const before = person.posts.filter((post) => post.agencyId === agency.id).map((post) => post.role);
    if (before.includes('administrator') && !roles.includes('administrator')) {
      if (userId === actor.id) return notOneself('取消');
      if (!(await topKeepsAdministrator(tx, userId, [agency.id]))) return lastAdministrator();
    }
    await setRoles(tx, userId, agency.id, roles);
    await recordAdminEvent(tx, {
      type: 'roles-changed',
      actor,
      agencyId: agency.id,
      userId,
      at: now,
      data: { before, roles },
    });
    return { userId };
  });
}
