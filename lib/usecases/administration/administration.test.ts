import { beforeAll, describe, expect, test } from 'vitest';
import { verifyPassword } from '@/lib/accounts/passwords';
import { findPerson, passwordHashOf } from '@/lib/store/agencies/accounts';
import { findAgency } from '@/lib/store/agencies/agencies';
import { database } from '@/lib/store/database/database';
import { useTestDatabase } from '@/lib/store/database/test-database';
import type { NewPassword } from '@/lib/workflow/administration-view';
import type { Actor, Role } from '@/lib/workflow/permissions';
import { isRefusal, type Refusal } from '@/lib/workflow/refusal';
import { changeReviewSteps } from './change-review-steps';
import { changeRoles } from './change-roles';
import { createAccount } from './create-account';
import { createAgency } from './create-agency';
import { createFirstAdministrator } from './create-first-administrator';
import { disableAccount } from './disable-account';
import { enableAccount } from './enable-account';
import { listAdministered } from './list-administered';
import { renameAgency } from './rename-agency';
import { resetPassword } from './reset-password';
import { keyFromName, suggestAgencyKey } from './suggest-agency-key';
import { granted } from '@/lib/usecases/test/commands';

const now = new Date('2026-01-05T01:00:00Z');
const later = new Date('2026-02-05T01:00:00Z');

async function actorOf(userId: string): Promise<Actor> {
  const person = await findPerson(database(), userId);
  if (person === null) throw new Error('no such person');
  return { id: person.id, name: person.name, roles: person.posts };
}

let top: Actor;
/** Administrator of the district 临川, below the top. */
let district: Actor;
let number = 0;

const agencyInput = (parent: string, key: string) => ({
  parent,
  key,
  name: `${key}机关`,
  shortName: key,
  kind: 'department',
  steps: ['审核'],
});
async function newAgency(parent: string, by: Actor = top): Promise<string> {
  number += 1;
  return granted(await createAgency(by, agencyInput(parent, `agency${number}`), now)).key;
}
async function newPerson(agency: string, roles: Role[], by: Actor = top): Promise<NewPassword> {
  number += 1;
  return granted(await createAccount(by, { agency, username: `用户${number}`, name: `姓名${number}`, roles }, now));
}

beforeAll(async () => {
  await useTestDatabase();
  const agency = { key: 'yunze', name: '云泽市人民政府', shortName: '市政府', kind: 'government' };
  const first = granted(
    await createFirstAdministrator({ agency, username: '王芳', name: '王芳', password: null }, now),
  );
  top = await actorOf(first.userId);
  granted(await createAgency(top, agencyInput('yunze', 'linchuan'), now));
  granted(await createAgency(top, agencyInput('yunze', 'linchuanxian'), now));
  district = await actorOf((await newPerson('linchuan', ['administrator'])).userId);
});

describe('the first administrator', () => {
  test('is made in an empty database only', async () => {
    const agency = { key: 'another', name: '另一机关', shortName: '另一', kind: 'government' };
    expect(
      await createFirstAdministrator({ agency, username: '赵云', name: '赵云', password: null }, now),
    ).toMatchObject({ refused: 'exists' });
    expect(await database().agency.count({ where: { parentId: null } })).toBe(1);
  });
});

describe('agencies', () => {
  test('are made at and below the own one, with path, steps and their first name', async () => {
    granted(await createAgency(district, { ...agencyInput('linchuan', 'yingjiju'), steps: ['初审', '终审'] }, now));
    const made = await findAgency(database(), 'yingjiju');
    expect(made).toMatchObject({ path: '/yunze/linchuan/yingjiju/', name: 'yingjiju机关' });
    expect(made?.steps.map((step) => step.name)).toEqual(['初审', '终审']);
  });

  test.each(['yunze', 'linchuanxian', 'nowhere'])(
    'are not made below %s by a district administrator',
    async (parent) => {
      expect(await createAgency(district, agencyInput(parent, 'intruder'), now)).toMatchObject({
        refused: 'not-permitted',
      });
      expect(await findAgency(database(), 'intruder')).toBeNull();
    },
  );

  test('never share a key', async () => {
    expect(await createAgency(top, agencyInput('yunze', 'linchuan'), now)).toEqual({
      refused: 'exists',
      message: '网址代号 linchuan 已被使用，请换一个',
    });
  });

  test('keep key, path and the names they had when renamed', async () => {
    const key = await newAgency('linchuan');
    granted(await renameAgency(district, { agency: key, name: '临川区应急管理局', shortName: '应急局' }, later));
    expect(await findAgency(database(), key)).toMatchObject({
      key,
      name: '临川区应急管理局',
      path: `/yunze/linchuan/${key}/`,
    });
    const view = granted(await listAdministered(district, '临川区应急管理局'));
    expect(view.agencies[0]?.names).toEqual([
      { name: `${key}机关`, since: now.toISOString() },
      { name: '临川区应急管理局', since: later.toISOString() },
    ]);
  });

  test('are renamed by nobody but their administrators', async () => {
    const key = await newAgency('linchuanxian');
    const input = { agency: key, name: '改了', shortName: '改了' };
    const author = await actorOf((await newPerson(key, ['author', 'reviewer'])).userId);
    for (const actor of [district, author])
      expect(await renameAgency(actor, input, now)).toMatchObject({ refused: 'not-permitted' });
    expect(await renameAgency(null, input, now)).toMatchObject({ refused: 'not-signed-in' });
    expect((await findAgency(database(), key))?.name).toBe(`${key}机关`);
  });

  test('change their review steps, but not while a report waits at one', async () => {
    const key = await newAgency('linchuan');
    const before = await findAgency(database(), key);
    granted(await changeReviewSteps(district, { agency: key, steps: ['初审', '审核', '终审'] }, now));
    const after = await findAgency(database(), key);
    expect(after?.steps.map((step) => step.name)).toEqual(['初审', '审核', '终审']);
    expect(after?.steps[1]?.id).toBe(before?.steps[0]?.id);
    const row = {
      agencyId: after?.id ?? '',
      year: 2024,
      format: '2021',
      agencyName: 'x',
      state: 'submitted',
      updatedAt: now,
    };
    await database().report.create({ data: row });
    expect(await changeReviewSteps(district, { agency: key, steps: ['审核'] }, now)).toMatchObject({
      refused: 'wrong-state',
    });
    expect(await changeReviewSteps(district, { agency: key, steps: [] }, now)).toEqual({
      refused: 'bad-input',
      message: '至少要有一个审核步骤',
    });
  });

  test.each([
    ['应急局', 'yingjiju'],
    ['重庆市', 'chongqingshi'],
    ['人力资源和社会保障局', 'rlzyhshbzj'],
    ['（）', ''],
  ])('%s suggests the key %s', (name, key) => {
    expect(keyFromName(name)).toBe(key);
  });

  test('a suggested key is one that nobody has', async () => {
    expect(await suggestAgencyKey(top, 'yunze', '审计局')).toEqual({ key: 'shenjiju' });
    granted(await createAgency(top, agencyInput('yunze', 'shenjiju'), now));
    expect(await suggestAgencyKey(district, 'linchuan', '审计局')).toEqual({ key: 'linchuan-shenjiju' });
    granted(await createAgency(district, agencyInput('linchuan', 'linchuan-shenjiju'), now));
    expect(await suggestAgencyKey(district, 'linchuan', '审计局')).toEqual({ key: 'linchuan-shenjiju-2' });
    expect(await suggestAgencyKey(district, 'yunze', '审计局')).toMatchObject({ refused: 'not-permitted' });
  });
});

describe('accounts', () => {
  test('are made with a password that has to be changed and is stored as a hash only', async () => {
    const made = await newPerson('linchuan', ['reviewer', 'author'], district);
    const person = await findPerson(database(), made.userId);
    expect(person).toMatchObject({ mustChangePassword: true, disabledAt: null });
    expect(person?.posts.map((post) => post.role).sort()).toEqual(['author', 'reviewer']);
    const hash = (await passwordHashOf(database(), made.userId)) ?? '';
    expect(hash).not.toContain(made.password);
    expect(await verifyPassword({ hash, password: made.password })).toBe(true);
  });

  test('have a name that nobody else has', async () => {
    const made = await newPerson('linchuan', ['author']);
    const again = { agency: 'linchuan', username: made.username, name: '别人', roles: ['author'] };
    expect(await createAccount(top, again, now)).toMatchObject({ refused: 'exists' });
    const both = ['一', '二'].map((name) =>
      createAccount(top, { agency: 'linchuan', username: '同名', name, roles: ['author'] }, now),
    );
    expect((await Promise.all(both)).filter(isRefusal)).toMatchObject([{ refused: 'exists' }]);
  });

  test.each(['yunze', 'linchuanxian', 'nowhere'])('are not made at %s by a district administrator', async (agency) => {
    const input = { agency, username: '闯入者', name: '闯入者', roles: ['administrator'] };
    expect(await createAccount(district, input, now)).toMatchObject({ refused: 'not-permitted' });
    expect(await database().user.count({ where: { username: '闯入者' } })).toBe(0);
  });

  test('of people with a post elsewhere are reset and disabled by who governs both only', async () => {
    const made = await newPerson('linchuan', ['author']);
    granted(await changeRoles(top, { user: made.userId, agency: 'linchuanxian', roles: ['author'] }, now));
    for (const act of [resetPassword, disableAccount, enableAccount]) {
      expect(await act(district, { user: made.userId }, now)).toMatchObject({ refused: 'not-permitted' });
    }
    granted(await resetPassword(top, { user: made.userId }, now));
    granted(await disableAccount(top, { user: made.userId }, now));
    expect((await findPerson(database(), made.userId))?.disabledAt).toEqual(now);
    granted(await enableAccount(top, { user: made.userId }, now));
    expect((await findPerson(database(), made.userId))?.disabledAt).toBeNull();
  });

  test('of administrators above are out of reach, and so is one that does not exist', async () => {
    for (const user of [top.id, '00000000-0000-4000-8000-000000000000']) {
      for (const act of [resetPassword, disableAccount, enableAccount]) {
        expect(await act(district, { user }, now)).toMatchObject({ refused: 'not-permitted' });
        expect(await act(null, { user }, now)).toMatchObject({ refused: 'not-signed-in' });
      }
      expect(await changeRoles(district, { user, agency: 'linchuan', roles: ['author'] }, now)).toMatchObject({
        refused: 'not-permitted',
      });
    }
  });

  test('lose their sessions with a reset and with disabling', async () => {
    const made = await newPerson('linchuan', ['author']);
    const open = () =>
      database().session.create({ data: { token: `t${Math.random()}`, userId: made.userId, expiresAt: later } });
    const sessions = () => database().session.count({ where: { userId: made.userId } });
    await open();
    const reset = granted(await resetPassword(district, { user: made.userId }, now));
    expect(await sessions()).toBe(0);
    expect(reset.password).not.toBe(made.password);
    await open();
    granted(await disableAccount(district, { user: made.userId }, now));
    expect(await sessions()).toBe(0);
  });

  test('their roles at one agency change without touching another', async () => {
    const key = await newAgency('linchuan');
    const made = await newPerson('linchuan', ['author', 'reviewer']);
    granted(await changeRoles(district, { user: made.userId, agency: key, roles: ['reviewer'] }, now));
    granted(await changeRoles(district, { user: made.userId, agency: 'linchuan', roles: ['author'] }, now));
    const held = (await findPerson(database(), made.userId))?.posts
      .map((post) => `${post.agencyPath} ${post.role}`)
      .sort();
    expect(held).toEqual([`/yunze/linchuan/ author`, `/yunze/linchuan/${key}/ reviewer`]);
    const none = { user: made.userId, agency: key, roles: [] };
    expect(await changeRoles(district, none, now)).toMatchObject({ refused: 'bad-input' });
  });
});

describe('nobody locks the office out', () => {
  test('administrators neither disable nor reset themselves, nor lay down their own administration', async () => {
    expect(await disableAccount(district, { user: district.id }, now)).toMatchObject({ refused: 'not-permitted' });
    expect(await resetPassword(district, { user: district.id }, now)).toMatchObject({ refused: 'not-permitted' });
    expect(
      await changeRoles(district, { user: district.id, agency: 'linchuan', roles: ['author'] }, now),
    ).toMatchObject({ refused: 'not-permitted' });
  });

  test('the top keeps an administrator, even when two act on each other at once', async () => {
    const second = await actorOf((await newPerson('yunze', ['administrator'])).userId);
    const outcomes = await Promise.all([
      disableAccount(top, { user: second.id }, now),
      disableAccount(second, { user: top.id }, now),
    ]);
    expect(outcomes.filter((outcome) => isRefusal(outcome)).map((refusal) => (refusal as Refusal).refused)).toEqual([
      'wrong-state',
    ]);
    const active = { agencyId: top.roles[0]?.agencyId, role: 'administrator', user: { disabledAt: null } };
    expect(await database().membership.count({ where: active })).toBe(1);
    await database().user.updateMany({ where: { id: { in: [top.id, second.id] } }, data: { disabledAt: null } });
    await database().membership.deleteMany({ where: { userId: second.id } });
  });

  test('the last one of the top keeps the role', async () => {
    const second = await actorOf((await newPerson('yunze', ['administrator'])).userId);
    await database().user.update({ where: { id: second.id }, data: { disabledAt: now } });
    const lay = await changeRoles(second, { user: top.id, agency: 'yunze', roles: ['author'] }, now);
    expect(lay).toMatchObject({ refused: 'wrong-state', message: expect.stringContaining('仅有的管理员') as string });
  });
});

describe('what administrators see and leave behind', () => {
  test('the list holds the own agency and those below, nothing else', async () => {
    const view = granted(await listAdministered(district, ''));
    const keys = view.choices.map((choice) => choice.key);
    expect(keys[0]).toBe('linchuan');
    expect(keys).toContain('yingjiju');
    expect(keys).not.toContain('yunze');
    expect(keys).not.toContain('linchuanxian');
    expect(view.agencies[0]?.people.find((person) => person.id === district.id)).toMatchObject({
      self: true,
      roles: ['administrator'],
    });
  });

  test('authors and reviewers see no list', async () => {
    const author = await actorOf((await newPerson('linchuan', ['author', 'reviewer'])).userId);
    expect(await listAdministered(author, '')).toMatchObject({ refused: 'not-permitted' });
    expect(await listAdministered(null, '')).toMatchObject({ refused: 'not-signed-in' });
  });

  test('every act is recorded with actor and time, and no record holds a password', async () => {
    const made = await newPerson('linchuan', ['author'], district);
    const reset = granted(await resetPassword(district, { user: made.userId }, later));
    const events = await database().adminEvent.findMany({ where: { userId: made.userId }, orderBy: { at: 'asc' } });
    expect(events.map(({ type, actorId, at }) => ({ type, actorId, at }))).toEqual([
      { type: 'account-created', actorId: district.id, at: now },
      { type: 'password-reset', actorId: district.id, at: later },
    ]);
    const all = JSON.stringify(await database().adminEvent.findMany());
    expect(all).not.toContain(made.password);
    expect(all).not.toContain(reset.password);
  });
});
