import { expect, test } from 'vitest';
import { extendedTo, idleMs, rememberedMs } from './session-life';

const start = new Date('2026-01-05T01:00:00Z');
const hours = (n: number): Date => new Date(start.getTime() + n * 3600_000);
const fresh = { createdAt: start, expiresAt: hours(8) };

test('a request puts the end off to eight hours later', () => {
  expect(extendedTo(fresh, hours(2))).toEqual(hours(10));
});

test('a request within five minutes of the last writes nothing', () => {
  expect(extendedTo(fresh, hours(5 / 60))).toBeNull();
  expect(extendedTo(fresh, hours(6 / 60))).toEqual(hours(8.1));
});

test('a day after sign-in it ends, whatever happens', () => {
  expect(extendedTo({ createdAt: start, expiresAt: hours(20) }, hours(19))).toEqual(hours(24));
  expect(extendedTo({ createdAt: start, expiresAt: hours(24) }, hours(23))).toBeNull();
});

test('a remembered session is never extended', () => {
  const remembered = { createdAt: start, expiresAt: new Date(start.getTime() + rememberedMs) };
  for (const at of [0, 24, 24 * 6.9]) expect(extendedTo(remembered, hours(at))).toBeNull();
  expect(rememberedMs).toBeGreaterThan(24 * 3600_000 + idleMs);
});
