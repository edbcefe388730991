import { roles } from '@/lib/workflow/permissions';
import { z } from 'zod';
import type { StoredPerson } from './accounts';
import type { Transaction } from '@/lib/store/database/transaction';

export interface StoredSession {
  readonly id: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly expiresAt: Date;
  readonly person: StoredPerson;
}

const rowSchema = z.object({
  id: z.string(),
  createdAt: z.date(),
  updatedAt: z.date(),
  expiresAt: z.date(),
  userId: z.string(),
  username: z.string(),
  name: z.string(),
  disabledAt: z.date().nullable(),
  mustChangePassword: z.boolean(),
  posts: z.array(z.object({ agencyId: z.string(), agencyPath: z.string(), role: z.enum(roles) })),
});

/**
 * The session of a token with its person and posts; null when there is none. Asked with every request, so one
 * statement.
 */
export async function findSession(db: Transaction, token: string): Promise<StoredSession | null> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT s."id", s."createdAt", s."updatedAt", s."expiresAt", u."id" AS "userId", u."name", u."disabledAt", u."mustChangePassword",
           coalesce(u."displayUsername", u."username", '') AS "username",
           coalesce(
             jsonb_agg(jsonb_build_object('agencyId', m."agencyId", 'agencyPath', a."path", 'role', m."role") ORDER BY a."path", m."role")
               FILTER (WHERE m."id" IS NOT NULL),
             '[]') AS "posts"
      FROM "Session" s
      JOIN "User" u ON u."id" = s."userId"
      LEFT JOIN "Membership" m ON m."userId" = u."id"
      LEFT JOIN "Agency" a ON a."id" = m."agencyId"
     WHERE s."token" = ${token}
     GROUP BY s."id", u."id"`;
  if (rows[0] === undefined) return null;
  const { userId, username, name, disabledAt, mustChangePassword, posts, ...session } = rowSchema.parse(rows[0]);
  return { ...session, person: { id: userId, username, name, disabledAt, mustChangePassword, posts } };
}

/** Nothing happens when the session has ended meanwhile. */
export async function extendSession(db: Transaction, id: string, expiresAt: Date): Promise<void> {
  await db.session.updateMany({ where: { id }, data: { expiresAt } });
}

/** What better-auth leaves behind of people who never signed out. */
export async function forgetEndedSessions(db: Transaction, now: Date): Promise<void> {
  await db.session.deleteMany({ where: { expiresAt: { lt: now } } });
}
