import { readFile } from 'node:fs/promises';
import { expect, test, type Download } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { reportWith } from '@/lib/checks/test/reports';
import { standaloneOf } from '@/lib/render/page/page';
import { makeAgency, makePerson, signIn } from '@/e2e/support/arrange';
import { drop, fileOf, give, openCheck, paper, reportOf, results } from '@/e2e/support/check-page';
import { atWidths, faultsOf, overflowOf } from '@/e2e/support/faults';
import { year } from '@/e2e/support/office';
import { withRunningDatabase } from '@/e2e/support/running-database';

withRunningDatabase();

const bytesOf = async (download: Download): Promise<Buffer> => readFile(await download.path());

test('I drop a report whose figures do not agree, and see the fault where it stands', async ({ page }) => {
  await openCheck(page);
  await drop(page, await fileOf(reportOf('5')));
  await expect(
    paper(page).getByRole('heading', { name: `云泽市测绘管理局${year}年政府信息公开工作年度报告` }),
  ).toBeVisible();
  const card = results(page).locator('.finding', { hasText: '自然人一列不平，差 3 件' });
  await expect(card).toBeVisible();
  await card.getByRole('button', { name: /^转到该格/ }).click();
  const number = /\d+/.exec(await card.locator('.mark').innerText())?.[0] ?? 'none';
  const cell = paper(page).locator('td.found.error', { has: page.locator(`a[href="#finding-${number}"]`) });
  await expect(cell).toBeFocused();
  await expect(cell).toBeInViewport();
  await cell.locator('a').first().click();
  await expect(page).toHaveURL(/#finding-\d+$/);
});

test('I paste a page, or the bare text, and it is read with its tables', async ({ page }) => {
  await openCheck(page);
  const html = standaloneOf(reportOf('5'));
  await page.getByRole('textbox').evaluate((box, copied) => {
    const data = new DataTransfer();
    data.setData('text/html', copied);
    data.setData('text/plain', '网页里的文字');
    box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, html);
  await expect(results(page).locator('.finding', { hasText: '自然人一列不平，差 3 件' })).toBeVisible();
  await expect(page.locator('.facts')).toContainText('网页');
  await page.getByText('再核对一份').click();
  await page.getByRole('button', { name: '核对粘贴的文字' }).click();
  await expect(page.getByText('请先粘贴报告全文。')).toBeVisible();
  await page.getByRole('textbox').fill('今天天气很好，适合散步。');
  await page.getByRole('button', { name: '核对粘贴的文字' }).click();
  await expect(page.getByRole('region', { name: '文件' }).getByRole('listitem').nth(1)).toContainText('没有读成');
});

test('each finding leads to the rule that it rests on', async ({ page }) => {
  await openCheck(page);
  await give(page, await fileOf(reportOf('5')));
  const rule = page.waitForEvent('popup');
  await results(page)
    .getByRole('link', { name: /规则 T3-03/ })
    .first()
    .click();
  const catalogue = await rule;
  await expect(catalogue).toHaveURL(/\/check\/rules#T3-03$/);
  await expect(catalogue.locator('#T3-03')).toContainText('第一项加第二项之和，等于第三项加第四项之和');
  expect(await catalogue.locator('script').count()).toBe(0);
});

test('F8 leads from finding to finding, the errors first', async ({ page }) => {
  await openCheck(page);
  await give(page, await fileOf(reportOf('5')));
  const cards = results(page).locator('.finding');
  await expect(cards.first()).toHaveClass(/error/);
  await page.keyboard.press('F8');
  await expect(paper(page).locator('td', { has: page.locator('a[href="#finding-1"]') })).toBeFocused();
  await page.keyboard.press('F8');
  await expect(paper(page).locator(':focus').locator('a[href="#finding-2"]')).toHaveCount(1);
  await page.keyboard.press('Shift+F8');
  await expect(paper(page).locator('td', { has: page.locator('a[href="#finding-1"]') })).toBeFocused();
});

test('I take the findings home as a Word document and as a table', async ({ page }) => {
  await openCheck(page);
  await give(page, await fileOf(reportOf('5')));
  const [document] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载核对意见（Word）' }).click(),
  ]);
  expect(document.suggestedFilename()).toBe('云泽市测绘管理局2024年度报告核对意见.docx');
  const text = strFromU8(unzipSync(await bytesOf(document))['word/document.xml'] ?? new Uint8Array()).replace(
    /<[^>]+>/g,
    '',
  );
  expect(text).toContain('自然人一列不平，差 3 件（错误，T3-03）');
  expect(text).toContain('没有核对的');
  const [table] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载问题清单（CSV）' }).click(),
  ]);
  const lines = (await bytesOf(table)).toString('utf8').split('\r\n');
  expect(lines[0]?.charCodeAt(0)).toBe(0xfeff);
  expect(lines.filter((line) => line.includes('自然人一列不平，差 3 件')).length).toBe(1);
  expect(lines.length - 2).toBe(await results(page).locator('.finding').count());
});

test('I am told how much was checked, and what was not and why', async ({ page }) => {
  await openCheck(page);
  await give(page, await fileOf(reportOf('8')));
  const coverage = results(page).getByRole('region', { name: '核对了哪些' });
  await expect(coverage).toContainText(/共核 \d+ 项/);
  await coverage.getByText('没有核对的和原因').click();
  await expect(coverage.getByRole('listitem').first()).toBeVisible();
});

test('I say that it is a government and give last year’s report: it is checked again without being sent again', async ({
  page,
}) => {
  await openCheck(page);
  await give(page, await fileOf(reportOf('8')));
  const ran = async (): Promise<number> =>
    Number(
      /\d+/.exec(
        await results(page)
          .getByRole('heading', { level: 2, name: /核对结果/ })
          .innerText(),
      )?.[0],
    );
  const before = await ran();
  const sent: string[] = [];
  page.on('request', (request) => sent.push(request.url()));
  await page.getByLabel('机关类别').selectOption('人民政府');
  await expect(results(page).locator('.finding', { hasText: 'SEC-06' })).toBeVisible();
  expect(sent).toEqual([]);
  const last = reportWith({}, {}, { year: year - 1, agency: '云泽市测绘管理局' });
  await page.getByLabel('选上年报告').setInputFiles(await fileOf(last, '上年.docx'));
  await expect(page.getByText('上年.docx')).toBeVisible();
  expect(await ran()).toBeGreaterThan(before);
  await page.getByLabel('换一份').setInputFiles(await fileOf(reportOf('8'), '同年.docx'));
  await expect(page.getByText(`同年.docx 是 ${year} 年度的报告，这里要 ${year - 1} 年度的。`)).toBeVisible();
});

test('the way to the check leads from the front page and from the office', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: '核对一份报告' }).click();
  await expect(page).toHaveURL(/\/check$/);
  const agency = await makeAgency();
  const author = await makePerson('周敏', [{ agency, role: 'author' }]);
  await signIn(page, author.username);
  await page.getByRole('link', { name: '核对一份报告' }).click();
  await expect(page).toHaveURL(/\/check$/);
});

test('nobody stumbles over the page, wide or narrow, empty or full, and its policy is kept', async ({ page }) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await openCheck(page);
  const found: string[] = [];
  const look = async (what: string): Promise<void> => {
    const faults = await atWidths(page, [1440, 768, 390], async () => {
      expect(await overflowOf(page), what).toBeLessThanOrEqual(0);
      return faultsOf(page);
    });
    found.push(...faults.map((fault) => `${what} ${fault}`));
  };
  await look('empty');
  await give(page, await fileOf(reportOf('5')));
  await expect(paper(page)).toBeVisible();
  await look('full');
  await page.goto('/check/rules');
  await look('rules');
  expect({ found, complaints }).toEqual({ found: [], complaints: [] });
});
