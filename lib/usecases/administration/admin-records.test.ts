import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { recordAdminEvent, type AdminEventType } from '@/lib/store/agencies/admin-events';
import { database } from '@/lib/store/database/database';
import { useTestDatabase } from '@/lib/store/database/test-database';
import type { AdminRecordsView } from '@/lib/workflow/administration-view';
import { listAdminRecords } from './list-admin-records';
import { arena, now, type Arena } from '@/lib/usecases/test/arena';
import { granted } from '@/lib/usecases/test/commands';

beforeAll(useTestDatabase);

async function record(place: Arena, minute: number, type: AdminEventType, data: object): Promise<void> {
  const agencyId = place.administrator.roles[0]?.agencyId ?? '';
  await recordAdminEvent(database(), {
    type,
    actor: place.administrator,
    agencyId,
    userId: null,
    at: new Date(now.getTime() + minute * 60_000),
    data: { ...data },
  });
}

describe('the records of administration', () => {
  it('say in words what was done, newest first, for those who govern the agency', async () => {
    const place = await arena();
    await record(place, 1, 'agency-renamed', { before: '云泽市旧局', name: '云泽市新局', shortName: '新局' });
    await record(place, 2, 'steps-changed', { before: ['审核'], steps: ['初审', '终审'] });
    await record(place, 3, 'account-created', { username: 'hejing', name: '何静', roles: ['author', 'reviewer'] });
    const view = granted(await listAdminRecords(place.administrator, null));
    expect(view.records.map(({ by, says }) => [by, says])).toEqual([
      ['王芳', '建立何静的账号（用户名 hejing），身份：填报、审核'],
      ['王芳', '审核环节由“审核”改为“初审、终审”'],
      ['王芳', '名称由“云泽市旧局”改为“云泽市新局”'],
    ]);
    expect(view.next).toBeNull();
  });

  it('come fifty at a time, each once', async () => {
    const place = await arena();
    for (let minute = 0; minute < 120; minute += 1)
      await record(place, Math.floor(minute / 3), 'agency-created', { name: `第${minute}` });
    const seen: string[] = [];
    for (let after: string | null = null, pages = 0; pages < 5; pages += 1) {
      const view: AdminRecordsView = granted(await listAdminRecords(place.administrator, after));
      seen.push(...view.records.map(({ says }) => says));
      after = view.next;
      if (after === null) break;
    }
    expect(seen.length).toBe(120);
    expect(new Set(seen).size).toBe(120);
  });

  it('are closed to everybody else, also to the administrator of another agency', async () => {
    const place = await arena();
    await record(place, 1, 'agency-created', { name: '云泽市新局' });
    expect(await listAdminRecords(place.author, null)).toMatchObject({ refused: 'not-permitted' });
    expect(await listAdminRecords(null, null)).toMatchObject({ refused: 'not-signed-in' });
    const other = { id: randomUUID(), name: '外人', roles: place.foreigner.roles };
    expect(granted(await listAdminRecords(other, null)).records).toEqual([]);
  });
});
