import { countAttempt, peerOf, waitSentence, type AttemptRule } from '@/lib/accounts/sign-in-limit';
import { PEER_HEADER } from '@/lib/settings';
import { takeAttempt } from '@/lib/store/agencies/sign-in-attempts';
import type { Actor } from '@/lib/workflow/permissions';
import { refuse, type Refusal } from '@/lib/workflow/refusal';

const minute = 60_000;

/** A stranger's address, which a whole office may share. */
const stranger: AttemptRule = { free: 120, windowMs: 15 * minute, firstWaitMs: minute, longestWaitMs: 5 * minute };
/** Somebody who signed in; whoever has more than that hands them in as a batch. */
const colleague: AttemptRule = { free: 600, windowMs: 15 * minute, firstWaitMs: minute, longestWaitMs: 5 * minute };

/** Who hands a file in: a person, or else an address. */
export const callerOf = (actor: Actor | null, headers: Headers): string =>
  actor === null ? `peer ${peerOf(headers.get(PEER_HEADER))}` : `person ${actor.id}`;

/** Counts one file of this caller; refuses when it is one too many. */
export async function countCheck(actor: Actor | null, headers: Headers, now: Date): Promise<Refusal | null> {
  const rule = actor === null ? stranger : colleague;
  const parts = ['check', callerOf(actor, headers)];
  const wait = await takeAttempt([{ parts, count: (record) => countAttempt(record, rule, now) }], now);
  return wait === null ? null : refuse('too-many', waitSentence(wait.waitUntil, now, '短时间内核对的文件过多'));
}
