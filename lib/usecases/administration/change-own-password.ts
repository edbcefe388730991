import { hashPassword, verifyPassword } from '@/lib/accounts/passwords';
import { countAttempt, nameAtPeer, waitSentence } from '@/lib/accounts/sign-in-limit';
import { passwordHashOf, setPassword } from '@/lib/store/agencies/accounts';
import { database } from '@/lib/store/database/database';
import { settleAttempt, takeAttempt } from '@/lib/store/agencies/sign-in-attempts';
import { transaction } from '@/lib/store/database/transaction';
import { firstFault, ownPasswordSchema, passwordFault } from '@/lib/workflow/administration';
import { refuse, type Refusal } from '@/lib/workflow/refusal';

/** Who changes the password; not an Actor, since this comes before anything else for somebody with a first password. */
export interface PasswordOwner {
  readonly id: string;
  readonly username: string;
  readonly sessionId: string;
}

/**
 * Changes the own password and ends the person's other sessions. Refuses with `not-signed-in`, and `bad-input` for a
 * wrong current password, a new one that will not do, or too many attempts.
 */
export async function changeOwnPassword(
  owner: PasswordOwner | null,
  input: unknown,
  now: Date,
): Promise<{ changed: true } | Refusal> {
  if (owner === null) return refuse('not-signed-in', '请先登录');
  const parsed = ownPasswordSchema.safeParse(input);
  if (!parsed.success) return firstFault(parsed.error);
  const { current, next } = parsed.data;
  const fault = passwordFault(next, owner.username);
  if (fault !== null) return refuse('bad-input', fault);
  if (next === current) return refuse('bad-input', '新密码不能与现在的密码相同');
  const key = ['own-password', owner.id];
  const wait = await takeAttempt([{ parts: key, count: (record) => countAttempt(record, nameAtPeer, now) }], now);
  if (wait !== null) return refuse('bad-input', waitSentence(wait.waitUntil, now));
  const stored = await passwordHashOf(database(), owner.id);
  if (stored === null || !(await verifyPassword({ hash: stored, password: current })))
    return refuse('bad-input', '现在的密码不对，请重新输入');
  await settleAttempt(database(), key, null, now);
  const hash = await hashPassword(next);
  await transaction((tx) => setPassword(tx, owner.id, { hash, mustChange: false, keepSession: owner.sessionId }));
  return { changed: true };
}
