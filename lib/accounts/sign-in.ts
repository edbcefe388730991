import { APIError } from 'better-auth/api';
import { z } from 'zod';
import { PEER_HEADER } from '@/lib/settings';
import { database } from '@/lib/store/database/database';
import { findSession, forgetEndedSessions } from '@/lib/store/agencies/sessions';
import { settleAttempt, takeAttempt } from '@/lib/store/agencies/sign-in-attempts';
import { isUsername, normalUsername } from '@/lib/workflow/administration';
import { isRefusal, refuse, type Refusal } from '@/lib/workflow/refusal';
import { auth } from './auth';
import { countAttempt, nameAtPeer, peerAlone, peerOf, waitSentence } from './sign-in-limit';
import { hashPassword } from './passwords';

const signInSchema = z.object({
  username: z.string().trim().min(1).max(100),
  password: z.string().min(1).max(1000),
  remember: z.boolean(),
});

export interface SignedIn {
  /** An administrator set the password: nothing else before it is changed. */
  readonly mustChangePassword: boolean;
}

const wrong = (): Refusal => refuse('not-signed-in', '用户名或密码不对，请重新输入');

/**
 * Signs in and sets the session's cookie (in a server action or route handler), or says why not. The same
 * sentence, after about the same time, for an unknown name and a wrong password. better-auth's own limiter does not see
 * calls from the server, so this counts itself, by name and by the peer address that the server in front wrote.
 */
export async function signIn(input: unknown, headers: Headers, now: Date): Promise<SignedIn | Refusal> {
  const parsed = signInSchema.safeParse(input);
  if (!parsed.success) return refuse('bad-input', '请填写用户名和密码');
  const { username, password, remember } = parsed.data;
  const peer = peerOf(headers.get(PEER_HEADER));
  const byName = ['sign-in', normalUsername(username), peer];
  const byPeer = ['sign-in', peer];
  const wait = await takeAttempt(
    [
      { parts: byName, count: (record) => countAttempt(record, nameAtPeer, now) },
      { parts: byPeer, count: (record) => countAttempt(record, peerAlone, now) },
    ],
    now,
  );
  if (wait !== null) return refuse('not-signed-in', waitSentence(wait.waitUntil, now));
  const outcome = await attempt(username, password, remember, headers);
  if (isRefusal(outcome)) return outcome;
  await settleAttempt(database(), byName, byPeer, now);
  await forgetEndedSessions(database(), now);
  return outcome;
}

async function attempt(
  username: string,
  password: string,
  remember: boolean,
  headers: Headers,
): Promise<SignedIn | Refusal> {
  if (!isUsername(username)) {
    await hashPassword(password);
    return wrong();
  }
  try {
    const { token } = await auth().api.signInUsername({
      body: { username: username.normalize('NFKC'), password, rememberMe: remember },
      headers,
    });
    const session = await findSession(database(), token);
    return { mustChangePassword: session?.person.mustChangePassword ?? false };
  } catch (error) {
    if (!(error instanceof APIError)) throw error;
    if (error.body?.code === 'FAILED_TO_CREATE_SESSION')
      return refuse('not-permitted', '这个账号已停用，请与本机关管理员联系');
    if (error.statusCode < 500) return wrong();
    throw error;
  }
}
