import { expect, type BrowserContext, type Locator, type Page } from '@playwright/test';
import type { Value } from '@/lib/report/draft';
import type { SectionId } from '@/lib/statute/format';
import { database } from '@/lib/store/database/database';
import type { Agency } from './arrange';

/** The form pages as a person uses them, and what the database holds of what was typed there. */

export const formAddress = (agency: Agency, year: number, section: SectionId): string =>
  `/office/reports/${agency.key}/${year}/${section}`;

/** Opens a form page and waits until it answers to keys. */
export async function openForm(page: Page, agency: Agency, year: number, section: SectionId): Promise<void> {
  await page.goto(formAddress(agency, year, section));
  await untilAlive(page, section);
}

const proseSections: readonly SectionId[] = ['overview', 'problems', 'other'];

/**
 * The server's page takes no keys until the browser has taken it over: the prose editor only then is there, a cell then
 * has its handlers.
 */
async function untilAlive(page: Page, section: SectionId): Promise<void> {
  if (proseSections.includes(section)) await expect(page.locator('.manuscript.ProseMirror').first()).toBeVisible();
  else
    await page.waitForFunction(() =>
      Object.keys(document.querySelector('input.figure') ?? {}).some((key) => key.startsWith('__reactProps')),
    );
}

/** Goes to another section by the rail, without loading anything. */
export async function goTo(page: Page, title: string): Promise<void> {
  await page.getByRole('navigation', { name: '报告的六个部分' }).getByRole('link', { name: title }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(title);
}

export const slot = (page: Page, cell: string): Locator => page.locator(`td[data-cell="${cell}"]`);
export const field = (page: Page, cell: string): Locator => slot(page, cell).locator('input.figure');
export const paragraph = (page: Page, id: string): Locator => page.locator(`.ProseMirror p[data-paragraph="${id}"]`);

/** Types at the end of a one-line paragraph. */
export async function typeAtEnd(page: Page, id: string, text: string): Promise<void> {
  await paragraph(page, id).click();
  await page.keyboard.press('End');
  await page.keyboard.insertText(text);
}

/** What a program puts into the clipboard, pasted where the focus is. */
export async function pasteInto(
  target: Locator,
  clipboard: { text?: string; html?: string; image?: boolean },
): Promise<void> {
  await target.focus();
  await target.evaluate((element, { text, html, image }) => {
    const data = new DataTransfer();
    if (text !== undefined) data.setData('text/plain', text);
    if (html !== undefined) data.setData('text/html', html);
    if (image === true)
      data.items.add(new File([new Uint8Array([137, 80, 78, 71])], 'image.png', { type: 'image/png' }));
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, clipboard);
}

const saving = '**/office/reports/*/*/edits';

/** The server as it looks when it is away: pages come, nothing can be saved. */
export async function cutOff(where: Page | BrowserContext): Promise<void> {
  await where.route(saving, (route) => route.abort('connectionrefused'));
}
export const reconnect = (where: Page | BrowserContext): Promise<void> => where.unroute(saving);

async function reportOf(agency: Agency): Promise<string> {
  const { id } = await database().report.findFirstOrThrow({ where: { agencyId: agency.id }, select: { id: true } });
  return id;
}

/** What stands at a path; undefined when nothing was ever written there. */
export async function stored(agency: Agency, path: string): Promise<Value | undefined> {
  const row = await database().draftValue.findUnique({
    where: { reportId_path: { reportId: await reportOf(agency), path } },
  });
  return row === null ? undefined : (row.value as Value);
}

/** The words that stand in a paragraph. */
export async function storedWords(agency: Agency, id: string): Promise<string | null> {
  const value = await stored(agency, id);
  if (value === null || value === undefined || typeof value === 'string') return null;
  return value.runs.map((run) => ('text' in run ? run.text : `[${run.figure}]`)).join('');
}

export interface StoredEdit {
  readonly id: string;
  readonly path: string;
  readonly base: string | null;
  readonly value: Value;
  readonly actorName: string;
}

/** Every edit that took effect, in order. */
export async function storedEdits(agency: Agency, path?: string): Promise<StoredEdit[]> {
  const where = { reportId: await reportOf(agency), ...(path === undefined ? {} : { path }) };
  const rows = await database().edit.findMany({ where, orderBy: { seq: 'asc' } });
  return rows.map((row) => ({
    id: row.id,
    path: row.path,
    base: row.base,
    value: row.value as Value,
    actorName: row.actorName,
  }));
}

export const untilStored = (agency: Agency, path: string, value: Value): Promise<void> =>
  expect.poll(() => stored(agency, path)).toEqual(value);
export const untilWords = (agency: Agency, id: string, words: string): Promise<void> =>
  expect.poll(() => storedWords(agency, id)).toBe(words);
