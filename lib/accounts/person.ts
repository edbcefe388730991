import { createHmac, timingSafeEqual } from 'node:crypto';
import { getSessionCookie } from 'better-auth/cookies';
import { required } from '@/lib/settings';
import { database } from '@/lib/store/database/database';
import { extendSession, findSession } from '@/lib/store/agencies/sessions';
import type { Actor } from '@/lib/workflow/permissions';
import { cookiePrefix } from './cookie';
import { extendedTo } from './session-life';

/** Who is signed in, even before the first password was changed. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly sessionId: string;
  readonly mustChangePassword: boolean;
  readonly actor: Actor;
}

/**
 * The session's token out of its cookie, when the signature is ours: a stolen table of tokens opens nothing without the
 * secret.
 */
function tokenFrom(headers: Headers): string | null {
  const cookie = getSessionCookie(headers, { cookiePrefix });
  if (cookie === null) return null;
  const value = cookie.includes('%') ? decoded(cookie) : cookie;
  const dot = value.lastIndexOf('.');
  if (dot < 1) return null;
  const token = value.slice(0, dot);
  const expected = createHmac('sha256', required('appSecret')).update(token).digest();
  const given = Buffer.from(value.slice(dot + 1), 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
}

function decoded(cookie: string): string {
  try {
    return decodeURIComponent(cookie);
  } catch {
    return '';
  }
}

/** Who sends this request; null for a stranger, an ended session and a disabled account. Puts off the session's end. */
export async function personFrom(headers: Headers, now = new Date()): Promise<Person | null> {
  const token = tokenFrom(headers);
  if (token === null) return null;
  const db = database();
  const session = await findSession(db, token);
  if (session === null || session.expiresAt <= now || session.person.disabledAt !== null) return null;
  const until = extendedTo(session, now);
  if (until !== null) await extendSession(db, session.id, until);
  const { id, name, username, mustChangePassword, posts } = session.person;
  return { id, name, username, mustChangePassword, sessionId: session.id, actor: { id, name, roles: posts } };
}

/**
 * What a person may act as; null for a stranger, an ended session, a disabled account, and for somebody who has to
 * change the first password before anything else.
 */
export function actorOf(person: Person | null): Actor | null {
  return person === null || person.mustChangePassword ? null : person.actor;
}
