import { expect, test, type Browser, type Locator, type Page } from '@playwright/test';
import { textOfParagraph } from '@/lib/report/resolve';
import type { Paragraph, Run } from '@/lib/report/draft';
import { openReport } from '@/lib/usecases/writing/open-report';
import { granted } from '@/lib/usecases/test/commands';
import {
  cellEdits,
  makeAgency,
  makeDraft,
  makePerson,
  paragraphs,
  signIn,
  type Agency,
  type Person,
} from '@/e2e/support/arrange';
import { withRunningDatabase } from '@/e2e/support/running-database';

/** Writing the text of a section: the input method, paragraphs and their ids, linked figures, paste, two at once. */

const year = 2024;
const received = 'applications.received.total';
withRunningDatabase();

interface Scene {
  readonly agency: Agency;
  readonly author: Person;
  readonly page: Page;
  readonly text: Locator;
}

async function open(browser: Browser, author: Person, agency: Agency): Promise<Pick<Scene, 'page' | 'text'>> {
  const page = await (await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })).newPage();
  const violations: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) violations.push(message.text());
  });
  await signIn(page, author.username);
  await page.goto(`/office/reports/${agency.key}/${year}/overview`);
  const text = page.getByRole('textbox', { name: '一、总体情况' });
  await expect(text).toBeVisible({ timeout: 60_000 });
  expect(violations).toEqual([]);
  return { page, text };
}

async function scene(browser: Browser, words: readonly (string | readonly Run[])[]): Promise<Scene> {
  const agency = await makeAgency();
  const author = await makePerson('周敏', [{ agency, role: 'author' }]);
  await makeDraft(author, agency, year, [
    ...cellEdits(year, { 'applications.received.naturalPerson': '8' }),
    ...paragraphs('overview', words),
  ]);
  return { agency, author, ...(await open(browser, author, agency)) };
}

async function saved({ author, agency }: Pick<Scene, 'author' | 'agency'>): Promise<readonly Paragraph[]> {
  const { draft } = granted(await openReport(author, agency.key, year, new Date()));
  return draft.paragraphs.filter((paragraph) => paragraph.place === 'overview');
}

const words = async (here: Pick<Scene, 'author' | 'agency'>): Promise<string[]> =>
  (await saved(here)).map((paragraph) => textOfParagraph(paragraph, { [received]: '〔新收〕' }));

async function caretAtEndOf(page: Page, paragraph: Locator): Promise<void> {
  await paragraph.click({ position: { x: 40, y: 10 } });
  await page.keyboard.press('End');
}

async function pasteMarkup(text: Locator, html: string, plain: string): Promise<void> {
  await text.evaluate(
    (element, [markup, words]) => {
      const data = new DataTransfer();
      if (markup !== '') data.setData('text/html', markup ?? '');
      data.setData('text/plain', words ?? '');
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    },
    [html, plain],
  );
}

test('while I choose a word of the input method nothing is saved, then all of it', async ({ browser }) => {
  const here = await scene(browser, ['本局依法公开']);
  const { page, text } = here;
  const before = await saved(here);
  let sent = 0;
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.postData()?.includes('"p-')) sent += 1;
  });
  await caretAtEndOf(page, text.locator('p').first());
  const keyboard = await page.context().newCDPSession(page);
  for (const typed of ['x', 'xin', 'xin x', 'xin xi']) {
    await keyboard.send('Input.imeSetComposition', {
      text: typed,
      selectionStart: typed.length,
      selectionEnd: typed.length,
    });
  }
  await page.waitForTimeout(2500);
  expect(sent).toBe(0);
  expect(await saved(here)).toEqual(before);
  await expect(text).toContainText('本局依法公开xin xi');
  await keyboard.send('Input.insertText', { text: '信息' });
  await expect.poll(() => words(here)).toEqual(['本局依法公开信息']);
  expect((await saved(here))[0]?.id).toBe(before[0]?.id);
});

test('I split, join, cut, paste and undo, and no two paragraphs are ever the same one', async ({ browser }) => {
  const here = await scene(browser, ['第一段甲乙。', '第二段丙丁。']);
  const { page, text } = here;
  const [first, second] = await saved(here);
  const idsOnScreen = (): Promise<string[]> =>
    text.locator('p').evaluateAll((all) => all.map((one) => one.getAttribute('data-paragraph') ?? ''));
  const sound = async (): Promise<void> => {
    const ids = await idsOnScreen();
    expect(new Set(ids).size).toBe(ids.length);
    await expect.poll(async () => (await saved(here)).map((one) => one.id)).toEqual(ids);
  };

  await caretAtEndOf(page, text.locator('p').first());
  await page.keyboard.press('ArrowLeft');
  await page.waitForTimeout(50);
  await page.keyboard.press('Enter');
  await expect.poll(() => words(here)).toEqual(['第一段甲乙', '。', '第二段丙丁。']);
  expect((await idsOnScreen())[0]).toBe(first?.id);
  await sound();

  await page.keyboard.press('Backspace');
  await expect.poll(() => words(here)).toEqual(['第一段甲乙。', '第二段丙丁。']);
  expect(await idsOnScreen()).toEqual([first?.id, second?.id]);

  await page.keyboard.press('Control+a');
  await page.waitForTimeout(50);
  await page.keyboard.press('Control+c');
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+v');
  await expect.poll(() => words(here)).toEqual(['第一段甲乙。', '第二段丙丁。', '第一段甲乙。', '第二段丙丁。']);
  await sound();

  await page.keyboard.press('Control+z');
  await expect.poll(() => words(here)).toEqual(['第一段甲乙。', '第二段丙丁。']);
  await sound();
});

test('what I paste from a word processor becomes plain paragraphs, and no word of it is lost', async ({ browser }) => {
  const here = await scene(browser, []);
  const { page, text } = here;
  await text.click();
  const html =
    '<html><body><!--StartFragment--><h2 style="mso-outline-level:2"><span>（一）主动公开情况<o:p></o:p></span></h2>' +
    '<p class=MsoNormal style="text-indent:2em">　　全年<b>公开\n信息</b>12条。<br>另有说明。</p>' +
    '<table><tr><td><p>甲</p></td><td><p>乙</p></td></tr></table><img src="data:,"><!--EndFragment--></body></html>';
  await pasteMarkup(text, html, '');
  await expect.poll(() => words(here)).toEqual(['（一）主动公开情况', '全年公开信息12条。', '另有说明。', '甲、乙']);
  await expect(page.getByText('图片没有贴入')).toBeVisible();
  await expect(text.getByRole('heading', { name: '（一）主动公开情况' })).toBeVisible();
});

test('I quote a figure of the tables: it is one stop, shows its source, follows the table, and goes whole', async ({
  browser,
}) => {
  const here = await scene(browser, ['本年新收申请件。']);
  const { page, text } = here;
  await caretAtEndOf(page, text.locator('p').first());
  for (let passed = 0; passed < 2; passed += 1) {
    await page.keyboard.press('ArrowLeft');
    await page.waitForTimeout(50);
  }
  await page.getByRole('toolbar', { name: '一、总体情况：文字工具' }).getByRole('button', { name: '引用数字' }).click();
  await expect(page.getByRole('combobox', { name: '找表中的一格' })).toBeFocused();
  await page.keyboard.type('新收 总计');
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(text).toBeFocused();
  await expect.poll(() => words(here)).toEqual(['本年新收申请〔新收〕件。']);
  await expect(text.locator(`[data-figure="${received}"]`)).toHaveText('8');

  await page.keyboard.press('ArrowLeft');
  await page.waitForTimeout(50);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toContainText('表三 · 本年新收 · 总计 = 8');
  await page.keyboard.press('Escape');
  await expect(text).toBeFocused();
  await page.keyboard.press('Control+c');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('8');

  await page.goto(`/office/reports/${here.agency.key}/${year}/applications`);
  const cell = page.locator('td[data-cell="applications.received.naturalPerson"] input');
  await cell.fill('9');
  await cell.press('Enter');
  await page.waitForTimeout(1500);
  await page.goto(`/office/reports/${here.agency.key}/${year}/overview`);
  await expect(text.locator(`[data-figure="${received}"]`)).toHaveText('9');

  await text.locator(`[data-figure="${received}"]`).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(text).toBeFocused();
  await page.keyboard.press('Backspace');
  await expect.poll(() => words(here)).toEqual(['本年新收申请件。']);
});

test('another author’s paragraph comes in while I type, and my caret stays with my words', async ({ browser }) => {
  const here = await scene(browser, ['第一段。', '第二段。']);
  const other = await makePerson('王强', [{ agency: here.agency, role: 'author' }]);
  const there = await open(browser, other, here.agency);
  await caretAtEndOf(here.page, here.text.locator('p').nth(1));
  await here.page.keyboard.type('我写');
  await caretAtEndOf(there.page, there.text.locator('p').first());
  await there.page.keyboard.type('他写的很长一句。');
  await expect(here.text).toContainText('他写的很长一句。');
  await here.page.keyboard.type('的');
  const both = ['第一段。他写的很长一句。', '第二段。我写的'];
  await expect.poll(() => words(here)).toEqual(both);
  await expect(there.text.locator('p').nth(1)).toHaveText('第二段。我写的');
});
