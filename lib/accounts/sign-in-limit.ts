/** How often a wrong password may be tried. Pure; the store keeps the records (lib/store/agencies/sign-in-attempts.ts). */

export interface AttemptRecord {
  readonly count: number;
  readonly firstAt: Date;
  readonly blockedTo: Date | null;
}

export interface AttemptRule {
  /** Attempts within the window before waits begin. */
  readonly free: number;
  readonly windowMs: number;
  readonly firstWaitMs: number;
  /** No wait is longer, so nobody is locked out for ever by an outsider. */
  readonly longestWaitMs: number;
}

const minute = 60_000;

/** One name from one address: a person who has forgotten, or somebody who guesses. */
export const nameAtPeer: AttemptRule = {
  free: 5,
  windowMs: 15 * minute,
  firstWaitMs: minute,
  longestWaitMs: 15 * minute,
};
/** One address, whatever the names: many colleagues may share it. */
export const peerAlone: AttemptRule = {
  free: 20,
  windowMs: 15 * minute,
  firstWaitMs: minute,
  longestWaitMs: 15 * minute,
};

/**
 * Counts one attempt: the new record, or until when to wait. It counts before the password is looked at, so that twenty
 * attempts at once are twenty; a right password takes it back.
 */
export function countAttempt(
  record: AttemptRecord | null,
  rule: AttemptRule,
  now: Date,
): { next: AttemptRecord } | { waitUntil: Date } {
  if (record?.blockedTo && record.blockedTo > now) return { waitUntil: record.blockedTo };
  if (record === null || isOver(record, rule, now)) return { next: { count: 1, firstAt: now, blockedTo: null } };
  const count = record.count + 1;
  const beyond = count - rule.free;
  const wait = beyond < 0 ? 0 : Math.min(rule.firstWaitMs * 2 ** Math.min(beyond, 20), rule.longestWaitMs);
  return { next: { count, firstAt: record.firstAt, blockedTo: wait === 0 ? null : new Date(now.getTime() + wait) } };
}

/** A window ends when nothing happened for its length after the first attempt and after the last wait. */
function isOver(record: AttemptRecord, rule: AttemptRule, now: Date): boolean {
  const last = Math.max(record.firstAt.getTime(), record.blockedTo?.getTime() ?? 0);
  return now.getTime() - last >= rule.windowMs;
}

/** The one sentence that says how long. */
export function waitSentence(waitUntil: Date, now: Date, what = '尝试次数过多'): string {
  const seconds = Math.max(1, Math.ceil((waitUntil.getTime() - now.getTime()) / 1000));
  return seconds <= 60 ? `${what}，请 ${seconds} 秒后再试` : `${what}，请 ${Math.ceil(seconds / 60)} 分钟后再试`;
}

/**
 * The part of an address that one party is given: an IPv6 customer holds a whole /64 and could change the rest at will.
 */
export function peerOf(address: string | null): string {
  const peer = (address ?? '')
    .trim()
    .toLowerCase()
    .replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/, '');
  if (!peer.includes(':')) return peer === '' ? 'unknown' : peer;
  const [head = '', tail] = peer.split('%')[0]?.split('::') ?? [];
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array<string>(zeros).fill('0'), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
