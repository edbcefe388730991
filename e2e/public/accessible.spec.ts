import { expect, test, type Page } from '@playwright/test';
import { sectionIds } from '@/lib/statute/format';
import { openReport } from '@/lib/usecases/writing/open-report';
import { saveEdits } from '@/lib/usecases/writing/save-edits';
import { granted } from '@/lib/usecases/test/commands';
import {
  addRole,
  calmProse,
  cellEdits,
  edit,
  makeAgency,
  makeDraft,
  makePerson,
  paragraphs,
  signIn,
  type Agency,
  type Person,
} from '@/e2e/support/arrange';
import { atWidths, faultsOf } from '@/e2e/support/faults';
import { carry, say, year } from '@/e2e/support/office';
import { withRunningDatabase } from '@/e2e/support/running-database';

withRunningDatabase();
const place: { agency?: Agency; author?: Person; reviewer?: Person; administrator?: Person; published?: Agency } = {};

test.beforeAll(async () => {
  const agency = await makeAgency('云泽市读屏测试局');
  const author = await makePerson('周敏', [{ agency, role: 'author' }]);
  place.reviewer = await makePerson('李建国', [{ agency, role: 'reviewer' }]);
  place.administrator = await makePerson('王芳', [{ agency, role: 'administrator' }]);

  // A returned report with errors, a warning, a stated total that differs, a linked figure and a comment.
  const prose = calmProse();
  await makeDraft(author, agency, year, [...cellEdits(year), ...prose]);
  await carry(author, agency, { do: 'submit' });
  await say(place.reviewer, agency, {
    do: 'comment',
    path: prose[1]?.path ?? '',
    quote: '监管结果',
    text: '请写明数量',
  });
  await carry(place.reviewer, agency, { do: 'return', reason: '请核对' });
  const { draft } = granted(await openReport(author, agency.key, year, new Date()));
  const over = (path: string, value: string | null) => ({ ...edit(path, value), base: draft.seen[path] ?? null });
  const faults = [
    over('applications.received.naturalPerson', '3'),
    over('applications.received.total', '9'),
    over('applications.carriedIn.business', null),
    ...paragraphs('overview', [
      [{ text: '本年收到申请 ' }, { figure: 'applications.received.total' }, { text: ' 件，共办结申请 17 件。' }],
    ]),
  ];
  granted(await saveEdits(author, agency.key, year, { since: 0, edits: faults }, new Date()));

  const published = await makeAgency('云泽市已公布局');
  place.author = await addRole(author, published, 'author');
  const reviewer = await addRole(place.reviewer, published, 'reviewer');
  await makeDraft(place.author, published, year, [...cellEdits(year), ...calmProse()]);
  await carry(place.author, published, { do: 'submit' });
  await carry(reviewer, published, { do: 'approve' });
  await carry(reviewer, published, { do: 'publish' });
  place.agency = agency;
  place.published = published;
});

/** Opens an address and looks at it at both widths; an empty list is what is wanted. */
async function faultsAt(page: Page, address: string, settled: () => Promise<void>): Promise<string[]> {
  await page.goto(address);
  await settled();
  return (await atWidths(page, [1440, 390], () => faultsOf(page))).map((fault) => `${address} ${fault}`);
}

const needed = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('nothing was arranged');
  return value;
};

test('a screen reader finds its way on the pages that anybody opens', async ({ page }) => {
  const published = needed(place.published);
  const found: string[] = [];
  for (const address of ['/login', '/', `/reports/${published.key}`, `/reports/${published.key}/${year}`]) {
    found.push(
      ...(await faultsAt(page, address, () => expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible())),
    );
  }
  expect(found).toEqual([]);
});

test('a screen reader finds its way on the desk and the six pages of the form', async ({ page }) => {
  const { key } = needed(place.agency);
  await signIn(page, needed(place.author).username);
  const found = await faultsAt(page, '/office', () => expect(page.getByRole('heading', { level: 1 })).toBeVisible());
  for (const section of sectionIds) {
    const settled = async (): Promise<void> => {
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.locator('.manuscript.ProseMirror, input.figure').first()).toBeVisible();
    };
    found.push(...(await faultsAt(page, `/office/reports/${key}/${year}/${section}`, settled)));
  }
  expect(found).toEqual([]);
});

test('a screen reader finds its way on the review and on a report’s overview', async ({ page }) => {
  const { key } = needed(place.agency);
  await signIn(page, needed(place.reviewer).username);
  const found: string[] = [];
  for (const address of ['', '/review', '/preview']) {
    found.push(
      ...(await faultsAt(page, `/office/reports/${key}/${year}${address}`, () =>
        expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible(),
      )),
    );
  }
  expect(found).toEqual([]);
});

test('on a phone as well the review and the form have the preview, the papers and the way out', async ({ page }) => {
  const { key } = needed(place.agency);
  await page.setViewportSize({ width: 390, height: 844 });
  for (const [who, address] of [
    [place.reviewer, 'review'],
    [place.author, 'applications'],
  ] as const) {
    await page.context().clearCookies();
    await signIn(page, needed(who).username);
    await page.goto(`/office/reports/${key}/${year}/${address}`);
    for (const item of [
      page.getByRole('link', { name: '预览' }),
      page.getByRole('link', { name: '文书', exact: true }),
      page.getByRole('button', { name: '退出' }),
    ]) {
      await expect(item).toBeVisible();
      expect((await item.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  }
});

test('a screen reader finds its way in the administration of accounts and agencies', async ({ page }) => {
  await signIn(page, needed(place.administrator).username);
  const found: string[] = [];
  for (const address of ['/office/accounts', '/office/agencies', '/office/records', '/office/password']) {
    found.push(
      ...(await faultsAt(page, address, () => expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible())),
    );
  }
  expect(found).toEqual([]);
});
