import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Download, type Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { reportWith } from '@/lib/checks/test/reports';
import { docxOf } from '@/lib/render/docx';
import { standaloneOf } from '@/lib/render/page';
import type { Report } from '@/lib/report/report';
import { database } from '@/lib/store/database';
import { edit, granted, makeAgency, makeDraft, makePerson, signIn } from './support/arrange';
import { withRunningDatabase } from './support/running-database';
import { openReport } from '@/lib/usecases/open-report';

const year = 2024;
const received = 'applications.received.naturalPerson';
const granting = 'applications.granted.naturalPerson';

withRunningDatabase();

interface FileToGive {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A report of an agency that the system does not know. Eight applications came in, `handled` of them were granted. */
function reportOf(handled: string, agency = '云泽市测绘管理局'): Report {
  return reportWith({ [received]: '8', [granting]: handled }, {}, { year, agency, signature: { agency, date: '2025-01-17' } });
}

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const fileOf = async (report: Report, name = '2024年报.docx'): Promise<FileToGive> => ({ name, mimeType: word, buffer: Buffer.from(await docxOf(report)) });
const wrong: FileToGive = { name: '照片.docx', mimeType: 'application/octet-stream', buffer: Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]) };

/** Opens the page and waits until it listens. */
async function open(page: Page): Promise<void> {
  await page.goto('/check');
  await expect(page.getByRole('heading', { level: 1, name: '核对一份报告' })).toBeVisible();
  await page.waitForLoadState('networkidle');
}

const give = async (page: Page, ...files: FileToGive[]): Promise<void> => {
  await page.locator('.drop input[type=file]').first().setInputFiles(files);
};

/** Lets a file fall onto the page, as a hand does that brings it from the desktop. */
async function drop(page: Page, { name, mimeType, buffer }: FileToGive): Promise<void> {
  const data = await page.evaluateHandle(
    ({ bytes, name: called, type }) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(bytes)], called, { type }));
      return transfer;
    },
    { bytes: [...buffer], name, type: mimeType },
  );
  await page.dispatchEvent('.drop', 'drop', { dataTransfer: data });
}

const bytesOf = async (download: Download): Promise<Buffer> => readFile(await download.path());
const paper = (page: Page) => page.getByRole('article', { name: '读到的报告' });
const results = (page: Page) => page.getByRole('complementary', { name: '核对结果' });

test('I drop a report whose figures do not agree, and see the fault where it stands', async ({ page }) => {
  await open(page);
  await drop(page, await fileOf(reportOf('5')));
  await expect(paper(page).getByRole('heading', { name: `云泽市测绘管理局${year}年政府信息公开工作年度报告` })).toBeVisible();
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
  await open(page);
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
  await open(page);
  await give(page, await fileOf(reportOf('5')));
  const rule = page.waitForEvent('popup');
  await results(page).getByRole('link', { name: /规则 T3-03/ }).first().click();
  const catalogue = await rule;
  await expect(catalogue).toHaveURL(/\/check\/rules#T3-03$/);
  await expect(catalogue.locator('#T3-03')).toContainText('第一项加第二项之和，等于第三项加第四项之和');
  expect(await catalogue.locator('script').count()).toBe(0);
});

test('F8 leads from finding to finding, the errors first', async ({ page }) => {
  await open(page);
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
  await open(page);
  await give(page, await fileOf(reportOf('5')));
  const [document] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载核对意见（Word）' }).click()]);
  expect(document.suggestedFilename()).toBe('云泽市测绘管理局2024年度报告核对意见.docx');
  const text = strFromU8(unzipSync(await bytesOf(document))['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]+>/g, '');
  expect(text).toContain('自然人一列不平，差 3 件（错误，T3-03）');
  expect(text).toContain('没有核对的');
  const [table] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载问题清单（CSV）' }).click()]);
  const lines = (await bytesOf(table)).toString('utf8').split('\r\n');
  expect(lines[0]?.charCodeAt(0)).toBe(0xfeff);
  expect(lines.filter((line) => line.includes('自然人一列不平，差 3 件')).length).toBe(1);
  expect(lines.length - 2).toBe(await results(page).locator('.finding').count());
});

test('I am told how much was checked, and what was not and why', async ({ page }) => {
  await open(page);
  await give(page, await fileOf(reportOf('8')));
  const coverage = results(page).getByRole('region', { name: '核对了哪些' });
  await expect(coverage).toContainText(/共核 \d+ 项/);
  await coverage.getByText('没有核对的和原因').click();
  await expect(coverage.getByRole('listitem').first()).toBeVisible();
});

test('I say that it is a government and give last year’s report: it is checked again without being sent again', async ({ page }) => {
  await open(page);
  await give(page, await fileOf(reportOf('8')));
  const ran = async (): Promise<number> => Number(/\d+/.exec(await results(page).getByRole('heading', { level: 2, name: /核对结果/ }).innerText())?.[0]);
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

test('a file that is no report gets one sentence, and the others are checked all the same', async ({ page }) => {
  await open(page);
  await give(page, wrong, await fileOf(reportOf('5')), { name: '空的.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) });
  const files = page.getByRole('region', { name: '文件' }).getByRole('listitem');
  await expect(files.nth(0)).toContainText(/没有读成\s*[^。]+。/);
  await expect(files.nth(1)).toContainText('错误');
  await expect(files.nth(2)).toContainText('文件是空的，请重新选择。');
  await expect(paper(page)).toBeVisible();
});

test('a file that is too large is refused before it is sent, and by the server too', async ({ page }) => {
  await open(page);
  const sent: string[] = [];
  page.on('request', (request) => sent.push(request.url()));
  await page.evaluate(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([new Uint8Array(33 * 1024 * 1024)], '大.docx'));
    document.querySelector('.drop')?.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
  });
  await expect(page.getByText('文件太大，请只给出年度报告本身（32 MB 以内）。')).toBeVisible();
  expect(sent.filter((url) => url.endsWith('/check/read'))).toEqual([]);
  const answer = await page.evaluate(async () => (await fetch('/check/read', { method: 'POST', body: new Uint8Array(33 * 1024 * 1024) })).status).catch(() => 413);
  expect(answer).toBe(413);
});

test('a name that looks like markup is shown as it is', async ({ page }) => {
  await open(page);
  await give(page, await fileOf(reportOf('8'), '<img src=x onerror=alert(1)>.docx'));
  await expect(page.getByText('<img src=x onerror=alert(1)>.docx')).toBeVisible();
});

test('my draft is made of the file, and what a colleague has written is not overwritten', async ({ page }) => {
  const agency = await makeAgency();
  const author = await makePerson('周敏', [{ agency, role: 'author' }]);
  await signIn(page, author.username);
  await open(page);
  await give(page, await fileOf(reportOf('8')));
  await page.getByRole('button', { name: `作为 ${year} 年度草稿` }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('文件写的是“云泽市测绘管理局”');
  await dialog.getByRole('button', { name: '仍然新建并填入' }).click();
  await page.getByRole('link', { name: '打开草稿' }).click();
  await expect(page).toHaveURL(new RegExp(`/office/reports/${agency.key}/${year}`));
  const made = granted(await openReport(author, agency.key, year, new Date())).draft;
  expect(made.cells).toMatchObject({ [received]: '8', [granting]: '8' });
  expect(made.paragraphs.filter(({ place }) => place === 'overview').length).toBe(5);

  await open(page);
  await give(page, await fileOf(reportOf('5')));
  await page.getByRole('button', { name: `作为 ${year} 年度草稿` }).click();
  await expect(dialog).toContainText('已有的一律不动');
  await expect(dialog).toContainText('草稿为 8，文件为 5');
  await expect(dialog.getByRole('button', { name: /只填空着的/ })).toHaveAttribute('aria-disabled', 'true');
  const after = granted(await openReport(author, agency.key, year, new Date())).draft;
  expect(after.cells[granting]).toBe('8');
});

test('nobody who does not write reports is offered a draft', async ({ page }) => {
  const agency = await makeAgency();
  const reviewer = await makePerson('李建国', [{ agency, role: 'reviewer' }]);
  await makeDraft(await makePerson('何静', [{ agency, role: 'author' }]), agency, year, [edit(received, '1')]);
  await signIn(page, reviewer.username);
  await open(page);
  await give(page, await fileOf(reportOf('8')));
  await expect(paper(page)).toBeVisible();
  await expect(page.getByRole('button', { name: /年度草稿/ })).toHaveCount(0);
});

test('nothing of a checked file stays on the server', async ({ page }) => {
  const agency = '云泽市没有存下的局';
  await open(page);
  await give(page, await fileOf(reportOf('8', agency)));
  await expect(paper(page)).toBeVisible();
  const tables = await database().$queryRaw<{ name: string }[]>`
    SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
    WHERE table_type = 'BASE TABLE' AND table_schema IN ('public', 'queue')`;
  expect(tables.length).toBeGreaterThan(10);
  for (const { name } of tables) {
    const [found] = await database().$queryRawUnsafe<{ rows: number }[]>(`SELECT count(*)::int AS rows FROM ${name} t WHERE t::text LIKE '%${agency}%'`);
    expect(found?.rows, name).toBe(0);
  }
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
  await open(page);
  const found: string[] = [];
  const look = async (what: string): Promise<void> => {
    for (const width of [1440, 768, 390]) {
      await page.setViewportSize({ width, height: 900 });
      const { violations } = await new AxeBuilder({ page }).analyze();
      found.push(...violations.map(({ id, nodes }) => `${what} at ${width}: ${id} ${nodes[0]?.html.slice(0, 200) ?? ''}`));
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), `${what} at ${width}`).toBeLessThanOrEqual(0);
    }
  };
  await look('empty');
  await give(page, await fileOf(reportOf('5')));
  await expect(paper(page)).toBeVisible();
  await look('full');
  await page.goto('/check/rules');
  await look('rules');
  expect({ found, complaints }).toEqual({ found: [], complaints: [] });
});
