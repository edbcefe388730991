import { z } from 'zod';
import { generatePassword, hashPassword } from '@/lib/accounts/passwords';
import { insertAccount } from '@/lib/store/agencies/accounts';
import { hasAgencies, insertAgency } from '@/lib/store/agencies/agency-tree';
import { recordAdminEvent } from '@/lib/store/agencies/admin-events';
import { transaction } from '@/lib/store/database/transaction';
import { createAccountSchema, createAgencySchema, firstFault, passwordFault } from '@/lib/workflow/administration';
import type { NewPassword } from '@/lib/workflow/administration-view';
import { refuse, type Refusal } from '@/lib/workflow/refusal';
import { defaultSteps } from '@/lib/workflow/state';

const firstSchema = z.strictObject({
  agency: createAgencySchema.omit({ parent: true, steps: true }),
  ...createAccountSchema.pick({ username: true, name: true }).shape,
  /** Null: one is made, and has to be changed at first sign-in. */
  password: z.string().nullable(),
});

/**
 * Makes the top agency with its administrator in an empty database: the one account that nobody made. For the command
 * line, which only who runs the server can use. Refuses with `exists` when there is an agency, or `bad-input`.
 */
export async function createFirstAdministrator(input: unknown, now: Date): Promise<NewPassword | Refusal> {
  const parsed = firstSchema.safeParse(input);
  if (!parsed.success) return firstFault(parsed.error);
  const { agency, username, name, password: chosen } = parsed.data;
  const fault = chosen === null ? null : passwordFault(chosen, username);
  if (fault !== null) return refuse('bad-input', fault);
  const password = chosen ?? generatePassword();
  const passwordHash = await hashPassword(password);
  return transaction(async (tx) => {
    await tx.$executeRaw`LOCK TABLE "Agency" IN SHARE ROW EXCLUSIVE MODE`;
    const steps = defaultSteps.map((step) => step.name);
    const agencyId = (await hasAgencies(tx)) ? null : await insertAgency(tx, { ...agency, steps, parent: null }, now);
    if (agencyId === null)
      return refuse('exists', '数据库里已有机关，第一个管理员只能在空数据库里建立；请由现有的管理员新建账号');
    const posts = [{ agencyId, role: 'administrator' }] as const;
    const userId = await insertAccount(tx, {
      username,
      name,
      passwordHash,
      mustChangePassword: chosen === null,
      posts,
    });
    const actor = { id: userId, name };
    await recordAdminEvent(tx, {
      type: 'agency-created',
      actor,
      agencyId,
      userId: null,
      at: now,
      data: { ...agency, steps },
    });
    await recordAdminEvent(tx, {
      type: 'account-created',
      actor,
      agencyId,
      userId,
      at: now,
      data: { username, name, roles: ['administrator'] },
    });
    return { userId, username, password };
  });
}
