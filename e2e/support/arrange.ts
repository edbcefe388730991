import { randomUUID } from 'node:crypto';
import type { APIRequestContext, Browser, Page } from '@playwright/test';
import { generateNKeysBetween } from 'fractional-indexing';
import { hashPassword } from '@/lib/accounts/passwords';
import type { Edit, Run, Value } from '@/lib/report/draft';
import type { Place } from '@/lib/report/report';
import { formatFor } from '@/lib/statute/formats';
import { database } from '@/lib/store/database/database';
import { saveEdits } from '@/lib/usecases/writing/save-edits';
import { startReport } from '@/lib/usecases/writing/start-report';
import { granted } from '@/lib/usecases/test/commands';
import type { Actor, Role } from '@/lib/workflow/permissions';
import { defaultSteps } from '@/lib/workflow/state';

/** Agencies, people and drafts that a browser test needs, put into the database of the running product. */

export const password = 'a long enough password';
let passwordHash: Promise<string> | undefined;

export interface Agency {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly path: string;
}

export interface Person extends Actor {
  readonly username: string;
}

const unique = (): string => randomUUID().slice(0, 8);

export async function makeAgency(name = `云泽市测试${unique()}局`, parentPath = '/'): Promise<Agency> {
  const key = `t-${unique()}`;
  const path = `${parentPath}${key}/`;
  const kind = 'department';
  const row = await database().agency.create({
    data: { key, name, shortName: name, kind, path, steps: [...defaultSteps].map((step) => ({ ...step })) },
  });
  return { id: row.id, key, name, path };
}

/** A person who signs in with `password` and holds these roles. */
export async function makePerson(name: string, held: readonly { agency: Agency; role: Role }[]): Promise<Person> {
  passwordHash ??= hashPassword(password);
  const username = `u-${unique()}`;
  const user = await database().user.create({
    data: {
      name,
      username,
      displayUsername: username,
      email: `${username}@accounts.invalid`,
      memberships: { create: held.map(({ agency, role }) => ({ agencyId: agency.id, role })) },
    },
  });
  await database().account.create({
    data: { userId: user.id, accountId: user.id, providerId: 'credential', password: await passwordHash },
  });
  return {
    id: user.id,
    name,
    username,
    roles: held.map(({ agency, role }) => ({ agencyId: agency.id, agencyPath: agency.path, role })),
  };
}

export async function addRole(person: Person, agency: Agency, role: Role): Promise<Person> {
  await database().membership.create({ data: { userId: person.id, agencyId: agency.id, role } });
  return { ...person, roles: [...person.roles, { agencyId: agency.id, agencyPath: agency.path, role }] };
}

export async function signIn(page: Page, username: string, secret = password): Promise<void> {
  await page.goto('/login');
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码', { exact: true }).fill(secret);
  await page.getByRole('button', { name: '登录' }).click();
  await page.waitForURL(/\/office/);
}

/** The requests of somebody who signed in, or of a stranger. */
export async function requestsOf(browser: Browser, person: Person | null): Promise<APIRequestContext> {
  const context = await browser.newContext();
  if (person !== null) {
    const page = await context.newPage();
    await signIn(page, person.username);
    await page.close();
  }
  return context.request;
}

export const edit = (path: string, value: Value): Edit => ({ id: randomUUID(), path, base: null, value });

export function paragraphs(place: Place, texts: readonly (string | readonly Run[])[]): Edit[] {
  const orders = generateNKeysBetween(null, null, texts.length);
  return texts.map((text, index) =>
    edit(`p-${randomUUID()}`, {
      place,
      order: orders[index] ?? 'a0',
      runs: typeof text === 'string' ? [{ text }] : text,
    }),
  );
}

/** Every data cell of the year's format with the given figures, 0 elsewhere. */
export function cellEdits(year: number, figures: Readonly<Record<string, string>> = {}): Edit[] {
  const cells = formatFor(year)?.cells ?? [];
  return cells.filter((cell) => !cell.isTotal).map((cell) => edit(cell.id, figures[cell.id] ?? '0'));
}

/** Prose that no rule objects to. */
export const calmProse = (): Edit[] => [
  ...paragraphs('overview', [
    '（一）主动公开情况',
    '本局按目录及时公开机构职能、办事指南和监管结果，由办公室逐条审核后发布，并在政务公开专栏集中展示，方便群众查阅。',
    '（二）依申请公开情况',
    '依申请公开按登记、审查、办理、答复、归档的次序办理，答复文书由法制岗统一审看，没有收到新的申请。',
    '（三）政府信息管理情况',
    '政府信息管理实行源头认定，公文起草时同步确定公开属性，定期清理。',
    '（四）政府信息公开平台建设情况',
    '公开平台以门户网站专栏为主，栏目专人维护。',
    '（五）监督保障情况',
    '监督保障纳入科室考核，举办业务培训，没有责任追究情形。',
  ]),
  ...paragraphs('problems', [
    '存在的主要问题是公开内容与群众关注点结合不够紧，解读形式单一，个别栏目更新不够及时。',
    '改进情况：已建立按季征集选题的办法，安排专人回访，并把栏目更新情况列入月度检查，逐项销号。',
  ]),
  ...paragraphs('other', ['本年度未收取政府信息公开信息处理费。']),
];

export async function makeDraft(author: Actor, agency: Agency, year: number, edits: readonly Edit[]): Promise<void> {
  const now = new Date();
  granted(await startReport(author, agency.key, year, now));
  for (let at = 0; at < edits.length; at += 500) {
    granted(await saveEdits(author, agency.key, year, { since: 0, edits: edits.slice(at, at + 500) }, now));
  }
}
