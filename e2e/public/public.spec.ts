import { expect, test, type Page } from '@playwright/test';
import { faultsOf, overflowOf } from '@/e2e/support/faults';

/** The addresses of all that a page loads, and what its policy stopped. */
async function loads(
  page: Page,
  address: string,
): Promise<{ scripts: string[]; complaints: string[]; status: number }> {
  const scripts: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('404 (Not Found)')) complaints.push(message.text());
  });
  const answer = await page.goto(address);
  return { scripts, complaints, status: answer?.status() ?? 0 };
}

const listed = (page: Page) => page.locator('.entries > li');

test('I find a report by the name of the agency and a year, and read it', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('searchbox', { name: '机关名称' }).fill('教育局 2023');
  await page.getByRole('button', { name: '搜索' }).click();
  await expect(listed(page)).toHaveCount(1);
  await page
    .getByRole('link', { name: /教育局$/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/reports\/[a-z-]+\/2023$/);
  await expect(page.locator('[data-cell]').first()).toBeVisible();
});

test('I look through the reports twenty at a time and meet none twice', async ({ page }) => {
  await page.goto('/');
  const seen = new Set<string>();
  let shown = 0;
  for (let turn = 0; turn < 50; turn += 1) {
    for (const link of await listed(page).getByRole('heading').getByRole('link').all()) {
      seen.add((await link.getAttribute('href')) ?? '');
      shown += 1;
    }
    const more = page.getByRole('link', { name: '再看 20 份' });
    if ((await more.count()) === 0) break;
    expect(await listed(page).count()).toBe(20);
    await more.click();
  }
  expect(seen.size).toBe(shown);
  expect(shown).toBeGreaterThan(40);
  await page.getByRole('link', { name: '回到最前' }).click();
  await expect(page).toHaveURL('/');
});

test('I narrow the list to one year and one kind of agency, and the picture follows the year', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('combobox', { name: '年度' }).selectOption('2022');
  await page.getByRole('combobox', { name: '机关类别' }).selectOption('乡镇街道');
  await page.getByRole('button', { name: '筛选' }).click();
  expect(await listed(page).count()).toBeGreaterThan(0);
  for (const text of await listed(page).locator('.meta').allInnerTexts()) {
    expect(text).toContain('2022 年度');
    expect(text).toContain('乡镇街道');
  }
  await expect(page.getByRole('complementary', { name: '2022 年度概况' })).toBeVisible();
  const sum = await page.locator('.chart .value').allTextContents();
  const heading = (await page.getByRole('heading', { name: /合计收到/ }).innerText()).match(/办结 (\d+) 件/)?.[1];
  expect(sum.map(Number).reduce((total, count) => total + count, 0)).toBe(Number(heading));
});

test('A search that finds nothing says so and leads back; an address without a report does too', async ({ page }) => {
  await page.goto('/?q=%E6%B2%A1%E6%9C%89%E8%BF%99%E4%B8%AA%E6%9C%BA%E5%85%B3');
  await expect(page.getByText('没有符合条件的报告。')).toBeVisible();
  await page.getByRole('link', { name: '看全部报告' }).click();
  await expect(listed(page)).toHaveCount(20);
  for (const address of [
    '/reports/nobody',
    '/reports/nobody/2023',
    '/reports/nobody/2023/report.docx',
    '/reports/chenghuqu/2023/versions/99',
  ]) {
    expect((await page.goto(address))?.status(), address).toBe(404);
    await expect(page.getByRole('heading', { name: '这个地址没有公布的报告' })).toBeVisible();
  }
});

test('Public pages load no script, break no policy, and have nothing that a reader with a disability stumbles over', async ({
  browser,
}) => {
  for (const width of [1440, 768, 390]) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'zh-CN' });
    const page = await context.newPage();
    for (const address of [
      '/',
      '/?q=%E5%B1%80&year=2024',
      '/reports/chenghuqu',
      '/reports/chenghuqu/2024',
      '/reports/nobody',
    ]) {
      const { scripts, complaints } = await loads(page, address);
      expect({ scripts, complaints }, `${address} at ${width}`).toEqual({ scripts: [], complaints: [] });
      expect(await page.locator('script:not([type="application/ld+json"])').count(), address).toBe(0);
      expect(await overflowOf(page), `${address} at ${width}`).toBeLessThanOrEqual(0);
    }
    await context.close();
  }
  const context = await browser.newContext({ locale: 'zh-CN' });
  const page = await context.newPage();
  for (const address of ['/', '/reports/chenghuqu', '/reports/nobody']) {
    await page.goto(address);
    expect(await faultsOf(page), address).toEqual([]);
  }
  await context.close();
});
