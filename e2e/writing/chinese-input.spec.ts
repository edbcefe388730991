import { expect, type CDPSession, type Page } from '@playwright/test';
import type { EditsRequest } from '@/lib/workflow/protocol';
import { cellEdits, makeAgency, makeDraft, makePerson, paragraphs, signIn, type Agency } from '@/e2e/support/arrange';
import { test } from '@/e2e/support/entering';
import {
  field,
  openForm,
  paragraph,
  slot,
  storedEdits,
  storedWords,
  typeAtEnd,
  untilStored,
  untilWords,
} from '@/e2e/support/form';
import { withRunningDatabase } from '@/e2e/support/running-database';

const year = 2024;
const received = 'applications.received.naturalPerson';

withRunningDatabase();

interface Desk {
  readonly page: Page;
  readonly agency: Agency;
  /** The one paragraph of section one. */
  readonly id: string;
  readonly ime: CDPSession;
  /** Edits that left the page. */
  readonly left: EditsRequest['edits'][number][];
}

async function desk(page: Page): Promise<Desk> {
  const agency = await makeAgency();
  const author = await makePerson('周敏', [{ agency, role: 'author' }]);
  const prose = paragraphs('overview', ['本机关']);
  await makeDraft(author, agency, year, [...cellEdits(year), ...prose]);
  await signIn(page, author.username);
  const left: Desk['left'] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/edits')) left.push(...(request.postDataJSON() as EditsRequest).edits);
  });
  return { page, agency, id: prose[0]?.path ?? '', ime: await page.context().newCDPSession(page), left };
}

/** What an input method does while somebody looks for the word: it shows pinyin, then candidates. */
async function compose(ime: CDPSession, steps: readonly string[]): Promise<void> {
  for (const text of steps)
    await ime.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
}

const commit = (ime: CDPSession, text: string): Promise<unknown> => ime.send('Input.insertText', { text });

/** A request has gone since: whatever was to be saved would have been with it. */
async function nextExchange(page: Page): Promise<void> {
  const request = await page.waitForRequest((one) => one.url().endsWith('/edits'));
  await request.response();
}

/** I am in the middle of a word at the end of the paragraph, and a colleague has the same page open. */
async function composingBeside(colleague: Page, { page, agency, id, ime }: Desk): Promise<void> {
  await Promise.all([page, colleague].map((one) => openForm(one, agency, year, 'overview')));
  await paragraph(page, id).click();
  await page.keyboard.press('End');
  await compose(ime, ['zhu', '主动']);
}

test('I write Chinese in a paragraph: nothing is saved or checked while I look for the word, and then once', async ({
  page,
}) => {
  const { agency, id, ime, left } = await desk(page);
  await openForm(page, agency, year, 'overview');
  await paragraph(page, id).click();
  await page.keyboard.press('End');
  const tally = page.locator('.tally').first();
  const found = await tally.innerText();
  await compose(ime, ['z', 'zhu', 'zhu dong', '主动', '主动 gong kai']);
  await expect(paragraph(page, id)).toContainText('本机关主动 gong kai');
  await nextExchange(page);
  expect(left).toEqual([]);
  expect(await tally.innerText()).toBe(found);
  expect(await storedWords(agency, id)).toBe('本机关');

  await commit(ime, '主动公开');
  await untilWords(agency, id, '本机关主动公开');
  await nextExchange(page);
  expect(left.map((edit) => edit.path)).toEqual([id]);
  await expect(paragraph(page, id)).toHaveText('本机关主动公开');
});

test('I give up a word half way: the paragraph is as it was, and nothing is saved', async ({ page }) => {
  const { agency, id, ime, left } = await desk(page);
  await openForm(page, agency, year, 'overview');
  await paragraph(page, id).click();
  await page.keyboard.press('End');
  await compose(ime, ['f', 'fa', 'fa bu', '']);
  await nextExchange(page);
  await expect(paragraph(page, id)).toHaveText('本机关');
  expect(left).toEqual([]);
});

test('a colleague’s words come into the paragraph in which I am composing: both are there afterwards', async ({
  page,
  enter,
}) => {
  const here = await desk(page);
  const { agency, id, ime } = here;
  const other = await enter(await makePerson('何平', [{ agency, role: 'author' }]));
  await composingBeside(other, here);
  await paragraph(other, id).click();
  await other.keyboard.press('Home');
  await other.keyboard.insertText('依法');
  await untilWords(agency, id, '依法本机关');
  await nextExchange(page);
  await expect(paragraph(page, id)).toContainText('本机关主动');
  await commit(ime, '主动公开');
  await untilWords(agency, id, '依法本机关主动公开');
  for (const one of [page, other]) await expect(paragraph(one, id)).toHaveText('依法本机关主动公开');
});

test('a colleague and I write at the same spot while I am composing: I see both texts, and hers stands until I choose', async ({
  page,
  enter,
}) => {
  const here = await desk(page);
  const { agency, id, ime } = here;
  const other = await enter(await makePerson('何平', [{ agency, role: 'author' }]));
  await composingBeside(other, here);
  await typeAtEnd(other, id, '今年');
  await untilWords(agency, id, '本机关今年');
  await nextExchange(page);
  await commit(ime, '主动');
  const box = page.getByRole('region', { name: '两人同时改了这一段' });
  await expect(box).toContainText('本机关今年');
  await expect(box).toContainText('本机关主动');
  await nextExchange(page);
  expect(await storedWords(agency, id)).toBe('本机关今年');
  await page
    .getByRole('navigation', { name: '报告的六个部分' })
    .getByRole('link', { name: '其他需要报告的事项' })
    .click();
  await page.getByRole('navigation', { name: '报告的六个部分' }).getByRole('link', { name: '总体情况' }).click();
  await expect(box).toContainText('本机关今年');
  await box.getByRole('button', { name: '用我的' }).click();
  await untilWords(agency, id, '本机关主动');
  await expect(paragraph(other, id)).toHaveText('本机关主动');
  await expect(box).toHaveCount(0);
});

test('I type figures in a cell with the input method on: the cell takes them when the composition ends, and saves once', async ({
  page,
}) => {
  const { agency, ime, left } = await desk(page);
  await openForm(page, agency, year, 'applications');
  await field(page, received).focus();
  await compose(ime, ['１', '１２']);
  await expect(field(page, received)).toHaveValue('１２');
  await nextExchange(page);
  expect(left).toEqual([]);
  await expect(slot(page, 'applications.received.total')).toContainText('0');
  await page.keyboard.press('Enter');
  await expect(field(page, received)).toBeFocused();

  await commit(ime, '１２');
  await untilStored(agency, received, '12');
  await nextExchange(page);
  expect(left.map(({ path, value }) => [path, value])).toEqual([[received, '12']]);
  expect((await storedEdits(agency, received)).map((edit) => edit.value)).toEqual(['0', '12']);
  await expect(slot(page, 'applications.received.total').locator('output')).toHaveText('12');
});
