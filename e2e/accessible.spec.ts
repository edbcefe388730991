import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { sectionIds } from '@/lib/statute/format';
import { database } from '@/lib/store/database';
import type { ServerDatabase } from '@/lib/store/server-database';
import { carryOut } from '@/lib/usecases/carry-out';
import { openReport } from '@/lib/usecases/open-report';
import { saveEdits } from '@/lib/usecases/save-edits';
import { addRole, calmProse, cellEdits, edit, granted, makeAgency, makeDraft, makePerson, paragraphs, signIn, type Agency, type Person } from './support/arrange';
import { openRunningDatabase } from './support/running-database';

const year = 2024;

let connection: ServerDatabase | undefined;
const place: { agency?: Agency; author?: Person; reviewer?: Person; administrator?: Person; published?: Agency } = {};

test.beforeAll(async () => {
  connection = await openRunningDatabase();
  const carry = async (who: Person, agency: Agency, command: object): Promise<void> => {
    const { head } = granted(await openReport(who, agency.key, year, new Date()));
    granted(await carryOut(who, agency.key, year, { ...command, version: head.version }, new Date()));
  };
  const agency = await makeAgency('云泽市读屏测试局');
  const author = await makePerson('周敏', [{ agency, role: 'author' }]);
  place.reviewer = await makePerson('李建国', [{ agency, role: 'reviewer' }]);
  place.administrator = await makePerson('王芳', [{ agency, role: 'administrator' }]);

  // A returned report with errors, a warning, a stated total that differs, a linked figure and a comment.
  const prose = calmProse();
  await makeDraft(author, agency, year, [...cellEdits(year), ...prose]);
  await carry(author, agency, { do: 'submit' });
  granted(await carryOut(place.reviewer, agency.key, year, { do: 'comment', path: prose[1]?.path, quote: '监管结果', text: '请写明数量' }, new Date()));
  await carry(place.reviewer, agency, { do: 'return', reason: '请核对' });
  const { draft } = granted(await openReport(author, agency.key, year, new Date()));
  const over = (path: string, value: string | null) => ({ ...edit(path, value), base: draft.seen[path] ?? null });
  const faults = [
    over('applications.received.naturalPerson', '3'),
    over('applications.received.total', '9'),
    over('applications.carriedIn.business', null),
    ...paragraphs('overview', [[{ text: '本年收到申请 ' }, { figure: 'applications.received.total' }, { text: ' 件，共办结申请 17 件。' }]]),
  ];
  granted(await saveEdits(author, agency.key, year, { since: 0, edits: faults }, new Date()));

  const published = await makeAgency('云泽市已公布局');
  place.author = await addRole(author, published, 'author');
  await database().membership.create({ data: { userId: place.reviewer.id, agencyId: published.id, role: 'reviewer' } });
  const reviewer = { ...place.reviewer, roles: [...place.reviewer.roles, { agencyId: published.id, agencyPath: published.path, role: 'reviewer' as const }] };
  await makeDraft(place.author, published, year, [...cellEdits(year), ...calmProse()]);
  await carry(place.author, published, { do: 'submit' });
  await carry(reviewer, published, { do: 'approve' });
  await carry(reviewer, published, { do: 'publish' });
  place.agency = agency;
  place.published = published;
});
test.afterAll(() => connection?.release());

const wide = { width: 1440, height: 900 };
const narrow = { width: 390, height: 844 };

/** Every fault that axe knows of, at both widths; an empty list is what is wanted. */
async function faultsOf(page: Page, address: string, settled: () => Promise<void>): Promise<string[]> {
  const found: string[] = [];
  await page.goto(address);
  await settled();
  for (const viewport of [wide, narrow]) {
    await page.setViewportSize(viewport);
    const { violations } = await new AxeBuilder({ page }).analyze();
    for (const { id, impact, nodes } of violations) {
      found.push(...nodes.slice(0, 4).map((node) => `${address} at ${viewport.width}: ${impact ?? ''} ${id}: ${node.target.join(' ')} ${node.html.slice(0, 160)}`));
    }
  }
  return found;
}

const needed = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('nothing was arranged');
  return value;
};

test('a screen reader finds its way on the pages that anybody opens', async ({ page }) => {
  const published = needed(place.published);
  const found: string[] = [];
  for (const address of ['/login', '/', `/reports/${published.key}`, `/reports/${published.key}/${year}`]) {
    found.push(...(await faultsOf(page, address, () => expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible())));
  }
  expect(found).toEqual([]);
});

test('a screen reader finds its way on the desk and the six pages of the form', async ({ page }) => {
  const { key } = needed(place.agency);
  await signIn(page, needed(place.author).username);
  const found = await faultsOf(page, '/office', () => expect(page.getByRole('heading', { level: 1 })).toBeVisible());
  for (const section of sectionIds) {
    const settled = async (): Promise<void> => {
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.locator('.manuscript.ProseMirror, input.figure').first()).toBeVisible();
    };
    found.push(...(await faultsOf(page, `/office/reports/${key}/${year}/${section}`, settled)));
  }
  expect(found).toEqual([]);
});

test('a screen reader finds its way on the review and on a report’s overview', async ({ page }) => {
  const { key } = needed(place.agency);
  await signIn(page, needed(place.reviewer).username);
  const found: string[] = [];
  for (const address of ['', '/review', '/preview']) {
    found.push(...(await faultsOf(page, `/office/reports/${key}/${year}${address}`, () => expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible())));
  }
  expect(found).toEqual([]);
});

test('a screen reader finds its way in the administration of accounts and agencies', async ({ page }) => {
  await signIn(page, needed(place.administrator).username);
  const found: string[] = [];
  for (const address of ['/office/accounts', '/office/agencies', '/office/records', '/office/password']) {
    found.push(...(await faultsOf(page, address, () => expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible())));
  }
  expect(found).toEqual([]);
});
