import { prismaAdapter } from 'better-auth/adapters/prisma';
import { betterAuth } from 'better-auth/minimal';
import { nextCookies } from 'better-auth/next-js';
import { username } from 'better-auth/plugins/username';
import { PEER_HEADER, required, settings } from '@/lib/settings';
import { database, type Database } from '@/lib/store/database/database';
import { findPerson } from '@/lib/store/agencies/accounts';
import { isUsername, normalUsername, passwordLength } from '@/lib/workflow/administration';
import { cookiePrefix } from './cookie';
import { idleMs, rememberedMs } from './session-life';

function make(db: Database) {
  return betterAuth({
    appName: '年报',
    baseURL: settings().appUrl,
    secret: required('appSecret'),
    database: prismaAdapter(db, { provider: 'postgresql' }),
    telemetry: { enabled: false },
    logger: { level: 'error' },
    // Its limiter sees only its own HTTP routes, and there are none: lib/accounts/sign-in.ts limits.
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
    },
    user: {
      additionalFields: {
        mustChangePassword: { type: 'boolean', input: false, required: false },
        disabledAt: { type: 'date', input: false, required: false },
      },
    },
    session: { expiresIn: rememberedMs / 1000, disableSessionRefresh: true },
    advanced: {
      cookiePrefix,
      database: { generateId: false },
      useSecureCookies: settings().appUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { ipAddressHeaders: [PEER_HEADER] },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => {
            const person = await findPerson(db, session.userId);
            if (person === null || person.disabledAt !== null) return false;
            // better-auth gives a session that is not remembered one day; here it ends when it lies idle.
            const remembered = session.expiresAt.getTime() - Date.now() > rememberedMs / 2;
            return { data: { ...session, expiresAt: remembered ? session.expiresAt : new Date(Date.now() + idleMs) } };
          },
        },
      },
    },
    plugins: [
      username({
        minUsernameLength: 2,
        usernameValidator: isUsername,
        usernameNormalization: normalUsername,
      }),
      // Last, as it asks: it carries the cookie out of server actions and route handlers.
      nextCookies(),
    ],
  });
}

let made: { db: Database; auth: ReturnType<typeof make> } | undefined;

/**
 * better-auth on this process's database. It has no HTTP routes: everything goes through our own forms and use cases.
 */
export function auth(): ReturnType<typeof make> {
  const db = database();
  if (made?.db !== db) made = { db, auth: make(db) };
  return made.auth;
}
