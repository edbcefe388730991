import { randomUUID } from 'node:crypto';
import { normalUsername, type Post } from '@/lib/workflow/administration';
import { roles, type Role } from '@/lib/workflow/permissions';
import type { Transaction } from '@/lib/store/database/transaction';

/** A person with an account, as administrators see it. */
export interface StoredPerson {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly disabledAt: Date | null;
  readonly mustChangePassword: boolean;
  readonly posts: readonly Post[];
}

export const postsIncluded = { memberships: { include: { agency: { select: { path: true } } } } } as const;

interface PersonRow {
  id: string;
  name: string;
  username: string | null;
  displayUsername: string | null;
  disabledAt: Date | null;
  mustChangePassword: boolean;
  memberships: { agencyId: string; role: string; agency: { path: string } }[];
}

export function personFrom(row: PersonRow): StoredPerson {
  return {
    id: row.id,
    username: row.displayUsername ?? row.username ?? '',
    name: row.name,
    disabledAt: row.disabledAt,
    mustChangePassword: row.mustChangePassword,
    posts: row.memberships.flatMap((held) => {
      const role = roles.find((known) => known === held.role);
      return role === undefined ? [] : [{ agencyId: held.agencyId, agencyPath: held.agency.path, role }];
    }),
  };
}

export async function findPerson(db: Transaction, userId: string): Promise<StoredPerson | null> {
  const row = await db.user.findUnique({ where: { id: userId }, include: postsIncluded });
  return row === null ? null : personFrom(row);
}

/** Whether somebody has this user name; until the transaction ends nobody else is told that it is free. */
export async function usernameTaken(tx: Transaction, username: string): Promise<boolean> {
  const normal = normalUsername(username);
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${normal}, 0))`;
  return (await tx.user.count({ where: { username: normal } })) > 0;
}

export interface NewAccount {
  readonly username: string;
  readonly name: string;
  /** Of better-auth's own scrypt: lib/accounts/passwords.ts. */
  readonly passwordHash: string;
  readonly mustChangePassword: boolean;
  readonly posts: readonly { readonly agencyId: string; readonly role: Role }[];
}

/** Writes a person with password and posts, in the rows that better-auth reads; the id. Asks nobody for permission. */
export async function insertAccount(db: Transaction, account: NewAccount): Promise<string> {
  const id = randomUUID();
  await db.user.create({
    data: {
      id,
      name: account.name,
      // better-auth wants an address of everybody; nothing is ever sent to this one (RFC 2606).
      email: `${id}@nianbao.invalid`,
      username: normalUsername(account.username),
      displayUsername: account.username,
      mustChangePassword: account.mustChangePassword,
      accounts: { create: { accountId: id, providerId: 'credential', password: account.passwordHash } },
      memberships: { create: account.posts.map(({ agencyId, role }) => ({ agencyId, role })) },
    },
  });
  return id;
}

/** Sets the password and ends the sessions, all but `keepSession`. */
export async function setPassword(
  db: Transaction,
  userId: string,
  password: { hash: string; mustChange: boolean; keepSession: string | null },
): Promise<void> {
  await db.account.updateMany({ where: { userId, providerId: 'credential' }, data: { password: password.hash } });
  await db.user.update({ where: { id: userId }, data: { mustChangePassword: password.mustChange } });
  await db.session.deleteMany({
    where: { userId, ...(password.keepSession === null ? {} : { id: { not: password.keepSession } }) },
  });
}

export async function passwordHashOf(db: Transaction, userId: string): Promise<string | null> {
  const account = await db.account.findFirst({
    where: { userId, providerId: 'credential' },
    select: { password: true },
  });
  return account?.password ?? null;
}

/** Disables or enables; a disabled person's sessions end with it. */
export async function setDisabled(db: Transaction, userId: string, disabledAt: Date | null): Promise<void> {
  await db.user.update({ where: { id: userId }, data: { disabledAt } });
  if (disabledAt !== null) await db.session.deleteMany({ where: { userId } });
}

export async function setRoles(
  db: Transaction,
  userId: string,
  agencyId: string,
  held: readonly Role[],
): Promise<void> {
  await db.membership.deleteMany({ where: { userId, agencyId, role: { notIn: [...held] } } });
  await db.membership.createMany({ data: held.map((role) => ({ userId, agencyId, role })), skipDuplicates: true });
}

/**
 * Whether a top agency keeps an administrator who can sign in when this person no longer counts. Locks the top agencies
 * first: two administrators who disable each other at the same moment must not both succeed.
 */
export async function topKeepsAdministrator(
  tx: Transaction,
  withoutUserId: string,
  agencyIds: readonly string[],
): Promise<boolean> {
  const tops = await tx.$queryRaw<
    { id: string }[]
  >`SELECT "id" FROM "Agency" WHERE "parentId" IS NULL ORDER BY "id" FOR UPDATE`;
  for (const { id } of tops.filter((top) => agencyIds.includes(top.id))) {
    const others = await tx.membership.count({
      where: { agencyId: id, role: 'administrator', userId: { not: withoutUserId }, user: { disabledAt: null } },
    });
    if (others === 0) return false;
  }
  return true;
}
