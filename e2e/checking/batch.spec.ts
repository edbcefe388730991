import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { reportWith } from '@/lib/checks/test/reports';
import { makeAgency, makePerson, signIn, type Person } from '@/e2e/support/arrange';
import { faultsOf } from '@/e2e/support/faults';
import { withRunningDatabase } from '@/e2e/support/running-database';

const year = 2024;
withRunningDatabase();
let person: Person;
test.beforeAll(async () => {
  person = await makePerson('何静', [{ agency: await makeAgency(), role: 'author' }]);
});
test.beforeEach(({ page }) => signIn(page, person.username));

/** A report of the bureau of this number; every third one does not add up. */
function reportOf(number: number): Uint8Array {
  const agency = `云泽市第${number}局`;
  const cells = {
    'applications.received.naturalPerson': '8',
    'applications.granted.naturalPerson': number % 3 === 0 ? '5' : '8',
  };
  return strToU8(
    JSON.stringify(
      reportWith(
        cells,
        {},
        { year, agency, title: `${agency}${year}年政府信息公开工作年度报告`, signature: { agency, date: null } },
      ),
    ),
  );
}

/** Thirty files: the last is no report, the first has its name in the code page of a Chinese Windows. */
function thirtyInAZip(): Buffer {
  const files: Record<string, Uint8Array> = {
    'NAME.json': reportOf(1),
    '30.docx': strToU8('PK broken'),
    '__MACOSX/._2.json': strToU8('x'),
    'Thumbs.db': strToU8('x'),
  };
  for (let number = 2; number < 30; number += 1) files[`${number}.json`] = reportOf(number);
  const bytes = Buffer.from(zipSync(files));
  const gbk = Buffer.from([0xc4, 0xea, 0xb1, 0xa8]);
  for (let at = bytes.indexOf('NAME.json'); at >= 0; at = bytes.indexOf('NAME.json')) gbk.copy(bytes, at);
  return bytes;
}

const zip = { name: '各单位年报.zip', mimeType: 'application/zip', buffer: thirtyInAZip() };
const files = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    name: `${index + 1}.json`,
    mimeType: 'application/json',
    buffer: Buffer.from(reportOf(index + 1)),
  }));

async function open(page: Page): Promise<void> {
  await page.goto('/office/batches');
  await page.waitForLoadState('networkidle');
}

const give = (page: Page, given: Parameters<ReturnType<Page['getByLabel']>['setInputFiles']>[0]) =>
  page.getByLabel('选择文件', { exact: true }).setInputFiles(given);
const rows = (page: Page) => page.locator('.batch-table tbody tr');

test('I hand in a zip of thirty reports, see how far it is, and get a table that I sort, filter and take home', async ({
  page,
}) => {
  await open(page);
  await give(page, zip);
  await expect(page.getByText(/正在上传 第 \d+ \/ 30 个/)).toBeVisible();
  await page.waitForURL(/\/office\/batches\/[0-9a-f-]{36}$/);
  await expect(page.getByText(/正在读取 第 \d+ \/ 30 个|30 个都读完了/)).toBeVisible();
  await page.reload();
  await expect(rows(page)).toHaveCount(30, { timeout: 60_000 });
  await expect(page.getByRole('heading', { level: 1, name: '各单位年报' })).toBeVisible();
  await expect(page.getByRole('cell', { name: '年报.json' })).toBeVisible();
  await expect(rows(page).first()).toContainText('未能读取');

  await page.getByRole('button', { name: /^有错误 \d+/ }).click();
  await expect(rows(page)).toHaveCount(9);
  await page.getByRole('button', { name: /^未能读取 1/ }).click();
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole('button', { name: /^全部 30/ }).click();
  await page.getByRole('columnheader', { name: '错误' }).getByRole('button').click();
  await expect(page.getByRole('columnheader', { name: '错误' })).toHaveAttribute('aria-sort', 'descending');
  await expect(rows(page).first().locator('.mark.error')).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载表格（Excel）' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('各单位年报 核对结果.xlsx');
  const { sheets } = await readXlsx(await readFile(await download.path()));
  expect(sheets[0]?.rows).toHaveLength(32);
  expect(sheets[1]?.rows.some((row) => row[0] === '云泽市第3局' && row[3] === '错误')).toBe(true);

  await page.getByRole('link', { name: '云泽市第3局' }).click();
  await expect(page.getByRole('article', { name: '读到的报告' })).toContainText('云泽市第3局');
  await expect(
    page.getByRole('complementary', { name: '核对结果' }).locator('.finding', { hasText: '自然人一列不平，差 3 件' }),
  ).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
});

test('I cancel a batch in the middle, see what was read, and delete it', async ({ page }) => {
  await open(page);
  await give(page, files(40));
  await page.waitForURL(/\/office\/batches\/[0-9a-f-]{36}$/);
  await page.getByRole('button', { name: '取消', exact: true }).click();
  await expect(page.getByText(/已取消，取消前读完 \d+ 个/)).toBeVisible();
  await page.getByRole('button', { name: '删除' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '删除', exact: true }).click();
  await expect(page).toHaveURL(/\/office\/batches$/);
  expect(await faultsOf(page)).toEqual([]);
});

test('I drop more than ten files on the page for one report, and hand them over', async ({ page }) => {
  await page.goto('/check');
  await page.waitForLoadState('networkidle');
  await page.locator('.drop input[type=file]').first().setInputFiles(files(11));
  await page.getByRole('button', { name: '交给批量核对' }).click();
  await page.waitForURL(/\/office\/batches\/[0-9a-f-]{36}$/);
  await expect(rows(page)).toHaveCount(11, { timeout: 60_000 });
});

test('what is a batch of mine is nobody else’s', async ({ page, browser }) => {
  await open(page);
  await give(page, files(1));
  await page.waitForURL(/\/office\/batches\/[0-9a-f-]{36}$/);
  const other = await makePerson('旁人', [{ agency: await makeAgency(), role: 'administrator' }]);
  const context = await browser.newContext();
  const theirs = await context.newPage();
  await signIn(theirs, other.username);
  const statuses = await theirs.evaluate(async (address) => {
    const of = async (path: string): Promise<number> => (await fetch(address + path)).status;
    return [await of(''), await of('/progress'), await of('/workbook')];
  }, new URL(page.url()).pathname);
  expect(statuses).toEqual([404, 404, 404]);
  await context.close();
});
