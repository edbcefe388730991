import { createHash } from 'node:crypto';
import { expect, test, type APIRequestContext, type Page } from '@playwright/test';
import { signIn, type Agency } from './support/arrange';
import { atWidths, faultsOf } from './support/faults';
import { field, openForm, untilStored } from './support/form';
import { makePublished, year } from './support/office';
import { withRunningDatabase } from './support/running-database';

const licensing = 'disclosure.licensing.decisions';
const reason = '行政许可数漏计1件，已按审批系统改正。';

withRunningDatabase();

const files = ['report.docx', 'report.html', 'report.json', 'report.csv'] as const;
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** Fetches an old address: it answers, and does not ask to be kept for ever unless it may be. */
async function answered(request: APIRequestContext, address: string): Promise<Buffer> {
  const answer = await request.get(address);
  expect(answer.status(), address).toBe(200);
  return answer.body();
}

/** The hashes that the page of version 1 prints are those of the files that it offers. */
async function hashesHold(page: Page, address: string): Promise<void> {
  await page.goto(address);
  const printed = await page.locator('.hashes').evaluate((list) => Object.fromEntries([...list.querySelectorAll('dt')].map((dt) => [dt.textContent ?? '', dt.nextElementSibling?.textContent ?? ''])));
  for (const name of files) {
    const href = await page.locator(`.files a[href$="/${name}"]`).getAttribute('href');
    expect(sha256(await answered(page.request, href ?? '')), `${address} ${name}`).toBe(printed[name]);
  }
}

const addressOf = (agency: Agency): string => `/reports/${agency.key}/${year}`;
const faults = (page: Page): Promise<string[]> => atWidths(page, [390, 1440], () => faultsOf(page));

test('an author corrects a published report, a reviewer publishes it anew, and whoever kept the old address sees what changed', async ({ browser }) => {
  test.setTimeout(180_000);
  const { agency, author, reviewer } = await makePublished({ [licensing]: '716' });
  const address = addressOf(agency);
  const [writer, judge, visitor] = await Promise.all([1, 2, 3].map(async () => (await browser.newContext()).newPage()));
  if (writer === undefined || judge === undefined || visitor === undefined) throw new Error('three people are wanted');
  const base = `/office/reports/${agency.key}/${year}`;
  const before = await answered(visitor.request, `${address}/versions/1`);

  await test.step('The author opens the report again, but not without a reason', async () => {
    await signIn(writer, author.username);
    await writer.goto(base);
    await writer.getByRole('button', { name: '更正…' }).click();
    const dialog = writer.getByRole('dialog', { name: `更正 ${year} 年度报告` });
    await dialog.getByRole('button', { name: '开始更正' }).click();
    await expect(dialog.getByText('请写明更正什么、为什么更正')).toBeVisible();
    expect(await faults(writer)).toEqual([]);
    await dialog.getByRole('textbox').fill(reason);
    await dialog.getByRole('button', { name: '开始更正' }).click();
    await expect(writer.getByRole('region', { name: '更正' })).toContainText(`正在更正第 1 版：${reason}`);
  });

  await test.step('What differs from the published version stands beside the form', async () => {
    await openForm(writer, agency, year, 'disclosure');
    const differing = writer.getByRole('region', { name: /^与第 1 版的差别/ });
    await expect(differing).toContainText('还没有');
    await field(writer, licensing).fill('717');
    await field(writer, licensing).press('Enter');
    await expect(differing.locator('del')).toHaveText('716');
    await expect(differing.locator('ins')).toHaveText('717');
    await untilStored(agency, licensing, '717');
    await writer.getByRole('button', { name: '提交审核' }).click();
    await writer.getByRole('dialog', { name: '提交审核' }).getByRole('button', { name: '提交', exact: true }).click();
    await expect(writer.getByText('报告正在审核，现在不能改动。')).toBeVisible();
  });

  await test.step('The reviewer sees why and what, and publishes', async () => {
    await signIn(judge, reviewer.username);
    await judge.goto(`${base}/review`);
    await expect(judge.getByRole('region', { name: '更正' })).toContainText(reason);
    await expect(judge.locator('.paper td.changed')).toHaveCount(1);
    await judge.getByRole('button', { name: /^批准/ }).click();
    await judge.getByRole('button', { name: '公布', exact: true }).click();
    const dialog = judge.getByRole('dialog', { name: `公布 ${year} 年度报告` });
    await expect(dialog).toContainText('标明已被第 2 版取代');
    await dialog.getByRole('button', { name: '公布', exact: true }).click();
    await expect(judge.getByText('已公布，不能再改动')).toBeVisible();
  });

  await test.step('The current version says what it corrects; the old one stays readable, marked, with every difference', async () => {
    await visitor.goto(address);
    await expect(visitor.locator(`td[data-cell="${licensing}"]`)).toHaveText('717');
    await expect(visitor.locator('.versions')).toContainText(`更正：${reason}`);
    await visitor.locator('.versions').getByRole('link', { name: '第 1 版' }).click();
    const band = visitor.getByRole('complementary', { name: '本版的状态' });
    await expect(band).toContainText('已被第 2 版取代');
    await expect(band).toContainText(reason);
    await band.getByText('两版的差别：表格 1 格').click();
    await expect(band.getByRole('row').nth(1)).toHaveText(/表二.*行政许可.*716.*717/s);
    await expect(visitor.locator(`td[data-cell="${licensing}"]`)).toHaveText('716');
    expect(await faults(visitor)).toEqual([]);
    await band.getByRole('link', { name: '看现行版本' }).click();
    await expect(visitor).toHaveURL(new RegExp(`${address}$`));
  });

  await test.step('Every old address still answers, and the hashes that version 1 prints fit its files', async () => {
    expect((await answered(visitor.request, `${address}/versions/1/page.html`)).equals(before)).toBe(true);
    for (const number of [1, 2]) await hashesHold(visitor, `${address}/versions/${number}`);
    for (const name of files) await answered(visitor.request, `${address}/${name}`);
    const page = await visitor.request.get(`${address}/versions/1`);
    expect([page.headers()['cache-control'], (await visitor.request.get(`${address}/versions/1/report.docx`)).headers()['cache-control']]).toEqual(['public, max-age=0, must-revalidate', 'public, max-age=31536000, immutable']);
  });

  await test.step('The history tells it in words', async () => {
    await judge.goto(`${base}?view=history`);
    await expect(judge.locator('.history li').first()).toContainText('公布（第 2 版）');
    await expect(judge.locator('.history')).toContainText(`开始更正周敏`);
    await expect(judge.locator('.state').first()).toHaveText('已公布 · 第 2 版');
  });
});

test('an author gives a correction up, and everything is as it was published', async ({ page }) => {
  const { agency, author } = await makePublished({ [licensing]: '716' });
  const address = addressOf(agency);
  await signIn(page, author.username);
  await page.goto(`/office/reports/${agency.key}/${year}`);
  await page.getByRole('button', { name: '更正…' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('也许有误');
  await page.getByRole('dialog').getByRole('button', { name: '开始更正' }).click();
  await expect(page.getByRole('region', { name: '更正' })).toBeVisible();
  await openForm(page, agency, year, 'disclosure');
  await field(page, licensing).fill('800');
  await field(page, licensing).press('Enter');
  await page.getByRole('button', { name: '放弃更正…' }).click();
  await page.getByRole('dialog', { name: '放弃更正' }).getByRole('button', { name: '放弃更正', exact: true }).click();
  await expect(page.getByText('报告已公布，不能改动。')).toBeVisible();
  await expect(field(page, licensing)).toHaveValue('716');
  expect((await answered(page.request, address)).toString()).toContain('第 1 版 · 本页');
});

test('a reviewer withdraws what stands while it is being corrected; the correction goes on', async ({ browser }) => {
  const { agency, author, reviewer, address } = await published();
  const [writer, judge] = await Promise.all([1, 2].map(async () => (await browser.newContext()).newPage()));
  if (writer === undefined || judge === undefined) throw new Error('two people are wanted');
  const base = `/office/reports/${agency.key}/${year}`;
  await signIn(writer, author.username);
  await writer.goto(base);
  await writer.getByRole('button', { name: '更正…' }).click();
  await writer.getByRole('dialog').getByRole('textbox').fill(reason);
  await writer.getByRole('dialog').getByRole('button', { name: '开始更正' }).click();
  await expect(writer.getByRole('region', { name: '更正' })).toContainText('第 1 版照常公布');

  await signIn(judge, reviewer.username);
  await judge.goto(`${base}/review`);
  await judge.getByRole('link', { name: '文书和撤回' }).click();
  await judge.getByRole('button', { name: '撤回公布…' }).click();
  const dialog = judge.getByRole('dialog', { name: `撤回公布 ${year} 年度报告` });
  await expect(dialog).toContainText('正在办理的更正照常进行');
  await dialog.getByRole('textbox').fill('含有个人信息。');
  await dialog.getByRole('button', { name: '撤回公布' }).click();
  await expect(judge.getByRole('region', { name: '更正' })).toContainText('正在更正第 1 版（已撤回）');
  await expect(judge.getByRole('button', { name: '撤回公布…' })).toHaveCount(0);
  await judge.getByRole('link', { name: '看撤回说明' }).click();
  await expect(judge).toHaveURL(new RegExp(`${address}$`));
  await expect(judge.getByText('含有个人信息。')).toBeVisible();

  await writer.reload();
  await expect(writer.getByRole('region', { name: '更正' })).toContainText('原来的地址上是撤回说明');
  await expect(writer.getByRole('button', { name: '放弃更正…' })).toBeVisible();
});

test('a reviewer withdraws a report: a notice stands in its place, and every old address still answers', async ({ page }) => {
  const { agency, reviewer } = await makePublished({ [licensing]: '716' });
  const address = addressOf(agency);
  const before = await answered(page.request, `${address}/versions/1`);
  const why = '正文涉及个人隐私，经本机关负责人同意撤回。';
  await signIn(page, reviewer.username);
  await page.goto(`/office/reports/${agency.key}/${year}`);
  await page.getByRole('button', { name: '撤回公布…' }).click();
  const dialog = page.getByRole('dialog', { name: `撤回公布 ${year} 年度报告` });
  await dialog.getByRole('button', { name: '撤回公布' }).click();
  await expect(dialog.getByText('请写明撤回公布的原因')).toBeVisible();
  expect(await faults(page)).toEqual([]);
  await dialog.getByRole('textbox').fill(why);
  await dialog.getByRole('button', { name: '撤回公布' }).click();
  await expect(page.locator('.state').first()).toHaveText('已撤回');

  await page.getByRole('link', { name: '看撤回说明' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`${agency.name}${year}年政府信息公开工作年度报告`);
  await expect(page.getByText(why)).toBeVisible();
  await expect(page.locator('a[href*="report."]')).toHaveCount(0);
  expect(await faults(page)).toEqual([]);
  await page.getByRole('link', { name: '第 1 版' }).click();
  await expect(page.getByRole('complementary', { name: '本版的状态' })).toContainText(`已撤回`);
  expect((await answered(page.request, `${address}/versions/1/page.html`)).equals(before)).toBe(true);
  await hashesHold(page, `${address}/versions/1`);
  // A file that was current leads to the notice: nobody takes withdrawn figures for those that stand.
  for (const name of files) expect((await answered(page.request, `${address}/${name}`)).toString()).toContain(why);

  await page.goto(`/?q=${encodeURIComponent(agency.name)}`);
  const entry = page.locator('.entries li');
  await expect(entry).toContainText('已撤回');
  await expect(entry.locator('.take')).toHaveCount(0);
  await page.goto(`/reports/${agency.key}`);
  await expect(page.locator('.years tbody tr')).toContainText('已撤回');
});
