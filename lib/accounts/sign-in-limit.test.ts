import { describe, expect, test } from 'vitest';
import {
  countAttempt,
  nameAtPeer,
  peerAlone,
  peerOf,
  waitSentence,
  type AttemptRecord,
  type AttemptRule,
} from './sign-in-limit';

const start = new Date('2026-01-05T01:00:00Z');
const after = (seconds: number): Date => new Date(start.getTime() + seconds * 1000);

/** Attempts one after the other, each as soon as the rule lets it; the seconds at which they took place. */
function timesOf(rule: AttemptRule, attempts: number): number[] {
  let record: AttemptRecord | null = null;
  let at = start;
  return Array.from({ length: attempts }, () => {
    for (;;) {
      const outcome = countAttempt(record, rule, at);
      if ('next' in outcome) {
        record = outcome.next;
        return (at.getTime() - start.getTime()) / 1000;
      }
      at = outcome.waitUntil;
    }
  });
}

describe('how often a wrong password may be tried', () => {
  test('five attempts are free, then waits double up to a quarter of an hour', () => {
    expect(timesOf(nameAtPeer, 11)).toEqual([0, 0, 0, 0, 0, 60, 180, 420, 900, 1800, 2700]);
  });

  test('one address may try twenty names before it waits', () => {
    expect(timesOf(peerAlone, 21)).toEqual([...Array<number>(20).fill(0), 60]);
  });

  test('a wait that is over ends for good when nothing happens for a window', () => {
    const record = { count: 9, firstAt: start, blockedTo: after(900) };
    expect(countAttempt(record, nameAtPeer, after(899))).toEqual({ waitUntil: after(900) });
    expect(countAttempt(record, nameAtPeer, after(900 + 900))).toEqual({
      next: { count: 1, firstAt: after(1800), blockedTo: null },
    });
  });

  test('nobody waits longer than a quarter of an hour, however often an outsider tries', () => {
    const outcome = countAttempt({ count: 100_000, firstAt: start, blockedTo: null }, nameAtPeer, after(1));
    expect(outcome).toMatchObject({ next: { blockedTo: after(901) } });
  });

  test('four wrong attempts and a pause begin anew', () => {
    expect(countAttempt({ count: 4, firstAt: start, blockedTo: null }, nameAtPeer, after(899))).toMatchObject({
      next: { count: 5, blockedTo: after(899 + 60) },
    });
    expect(countAttempt({ count: 4, firstAt: start, blockedTo: null }, nameAtPeer, after(900))).toMatchObject({
      next: { count: 1, blockedTo: null },
    });
  });

  test.each([
    [1, '尝试次数过多，请 1 秒后再试'],
    [60, '尝试次数过多，请 60 秒后再试'],
    [61, '尝试次数过多，请 2 分钟后再试'],
    [900, '尝试次数过多，请 15 分钟后再试'],
  ])('a wait of %i seconds reads %s', (seconds, sentence) => {
    expect(waitSentence(after(seconds), start)).toBe(sentence);
  });
});

test.each([
  [null, 'unknown'],
  ['', 'unknown'],
  ['10.1.2.3', '10.1.2.3'],
  ['::ffff:10.1.2.3', '10.1.2.3'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:2:ffff::', '2001:db8:1:2::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
])('the party behind %s is %s', (address, peer) => {
  expect(peerOf(address)).toBe(peer);
});
