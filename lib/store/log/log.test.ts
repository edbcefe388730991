import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { nextLink, beginning } from '@/lib/proof/chain';
import { recordAdminEvent } from '@/lib/store/agencies/admin-events';
import { database } from '@/lib/store/database/database';
import { logHead, takeInLog } from './log';
import { loggedRows, unlogged } from './logged-rows';
import { useTestDatabase } from '@/lib/store/database/test-database';
import { transaction } from '@/lib/store/database/transaction';

beforeAll(async () => {
  await useTestDatabase();
});

const at = new Date('2026-01-12T02:00:00.120Z');
const act = (name: string) => ({
  type: 'account-disabled' as const,
  actor: { id: randomUUID(), name },
  agencyId: null,
  userId: null,
  at,
  data: { b: 1, a: { 10: '丁', 2: '二', none: null } },
});

it('what happened before there was a log is taken in once, in the order of time', async () => {
  const rowOf = (day: number) => ({
    type: 'account-enabled',
    actorId: randomUUID(),
    actorName: `${day}`,
    at: new Date(Date.UTC(2026, 0, day)),
    data: {},
  });
  await database().adminEvent.createMany({ data: [3, 1, 2].map(rowOf) });
  expect([await takeInLog(), await takeInLog()]).toEqual([3, 0]);
  const entries = await database().logEntry.findMany({ orderBy: { number: 'asc' } });
  expect(entries.map((entry) => entry.at.getUTCDate())).toEqual([1, 2, 3]);
  await database().adminEvent.create({ data: rowOf(4) });
  expect(await takeInLog()).toBe(0);
  expect(await unlogged(database(), 'AdminEvent')).toHaveLength(1);
});

it('each entry holds the hash of the one before, also when many come at once', async () => {
  const before = await logHead(database());
  await Promise.all(
    Array.from({ length: 12 }, (_, one) => transaction((tx) => recordAdminEvent(tx, act(`人 ${one}`)))),
  );
  let head = beginning;
  for (const entry of await database().logEntry.findMany({ orderBy: { number: 'asc' } })) {
    expect(entry).toEqual(nextLink(head, entry));
    head = entry;
  }
  expect(head.number).toBe(before.number + 12);
});

it('the row as it is read back gives the digest that was written down', async () => {
  const entries = await database().logEntry.findMany();
  const rows = await loggedRows(
    database(),
    'AdminEvent',
    entries.map(({ subject }) => subject),
  );
  expect(new Map(rows.map((row) => [row.subject, row.digest]))).toEqual(
    new Map(entries.map((entry) => [entry.subject, entry.digest])),
  );
});

it('what is rolled back leaves no entry', async () => {
  const before = await logHead(database());
  const failing = transaction(async (tx) => {
    await recordAdminEvent(tx, act('无'));
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(await logHead(database())).toEqual(before);
});
