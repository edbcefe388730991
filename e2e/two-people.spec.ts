import { expect, test, type Browser, type Page } from '@playwright/test';
import type { ServerDatabase } from '@/lib/store/server-database';
import { sameValue } from '@/lib/report/draft';
import { cellEdits, makeAgency, makeDraft, makePerson, paragraphs, signIn, type Agency } from './support/arrange';
import {
  cutOff, field, goTo, openForm, paragraph, reconnect, slot, stored, storedEdits, storedWords, typeAtEnd, untilStored, untilWords, type StoredEdit,
} from './support/form';
import { openRunningDatabase } from './support/running-database';

const year = 2024;
const received = 'applications.received.naturalPerson';
const carried = 'applications.carriedIn.naturalPerson';

let connection: ServerDatabase | undefined;
test.beforeAll(async () => {
  connection = await openRunningDatabase();
});
test.afterAll(() => connection?.release());

interface Pair {
  readonly agency: Agency;
  /** 周敏 and 何平, each in a browser of their own, on one draft. */
  readonly zhou: Page;
  readonly he: Page;
  /** Ids of four one-line paragraphs of section one. */
  readonly lines: readonly string[];
}

async function pair(browser: Browser): Promise<Pair> {
  const agency = await makeAgency();
  const [zhou, he] = await Promise.all(['周敏', '何平'].map((name) => makePerson(name, [{ agency, role: 'author' }])));
  if (zhou === undefined || he === undefined) throw new Error('two people are needed');
  const prose = paragraphs('overview', ['第一段。', '第二段。', '第三段。', '第四段。']);
  await makeDraft(zhou, agency, year, [...cellEdits(year), ...prose]);
  const pages = await Promise.all([zhou, he].map(async (person) => {
    const page = await (await browser.newContext()).newPage();
    await signIn(page, person.username);
    return page;
  }));
  const [first, second] = pages;
  if (first === undefined || second === undefined) throw new Error('two pages are needed');
  return { agency, zhou: first, he: second, lines: prose.map((edit) => edit.path) };
}

const line = (lines: readonly string[], at: number): string => {
  const id = lines[at];
  if (id === undefined) throw new Error(`no line ${at}`);
  return id;
};

test('we fill in different cells and paragraphs at once, and each sees the other’s without loading the page anew', async ({ browser }) => {
  const { agency, zhou, he, lines } = await pair(browser);
  await Promise.all([zhou, he].map((page) => openForm(page, agency, year, 'applications')));
  await Promise.all([field(zhou, received).fill('17'), field(he, carried).fill('4')]);
  await expect(field(zhou, carried)).toHaveValue('4');
  await expect(field(he, received)).toHaveValue('17');
  await untilStored(agency, received, '17');
  await untilStored(agency, carried, '4');

  await Promise.all([goTo(zhou, '总体情况'), goTo(he, '总体情况')]);
  await Promise.all([typeAtEnd(zhou, line(lines, 0), '周敏写的'), typeAtEnd(he, line(lines, 2), '何平写的')]);
  await expect(paragraph(zhou, line(lines, 2))).toContainText('第三段。何平写的');
  await expect(paragraph(he, line(lines, 0))).toContainText('第一段。周敏写的');
  await untilWords(agency, line(lines, 0), '第一段。周敏写的');
  await untilWords(agency, line(lines, 2), '第三段。何平写的');
  for (const page of [zhou, he]) await expect(page.getByText('两人同时')).toHaveCount(0);
});

test('we type in the same cell: the later of us sees both figures, and either can be kept', async ({ browser }) => {
  const { agency, zhou, he } = await pair(browser);
  await Promise.all([zhou, he].map((page) => openForm(page, agency, year, 'applications')));
  await he.context().setOffline(true);
  await field(zhou, received).fill('5');
  await field(zhou, carried).fill('6');
  await untilStored(agency, received, '5');
  await untilStored(agency, carried, '6');
  await field(he, received).fill('7');
  await field(he, carried).fill('8');
  await expect(he.getByText('离线，已存本机 2 处')).toBeVisible();
  await he.context().setOffline(false);

  await expect(he.getByText('2 处两人同时改动')).toBeVisible();
  await expect(slot(he, received).getByRole('button', { name: '用我填的 7' })).toBeVisible();
  await expect(slot(he, received).getByRole('button', { name: '用周敏填的 5' })).toBeVisible();
  expect(await stored(agency, received)).toBe('5');
  expect(await stored(agency, carried)).toBe('6');
  await expect(field(zhou, received)).toHaveValue('5');

  await slot(he, received).getByRole('button', { name: '用我填的 7' }).click();
  await untilStored(agency, received, '7');
  await expect(field(zhou, received)).toHaveValue('7');
  await slot(he, carried).getByRole('button', { name: '用周敏填的 6' }).click();
  await expect(field(he, carried)).toHaveValue('6');
  await expect(he.getByText('两人同时改动')).toHaveCount(0);
  expect((await storedEdits(agency, carried)).map(({ value, actorName }) => [value, actorName]).at(-1)).toEqual(['6', '周敏']);
  expect((await storedEdits(agency, received)).map(({ value, actorName }) => [value, actorName]).slice(-2)).toEqual([['5', '周敏'], ['7', '何平']]);
});

test('we write in the same paragraph: the later of us sees both texts, and either can be kept', async ({ browser }) => {
  const { agency, zhou, he, lines } = await pair(browser);
  await Promise.all([zhou, he].map((page) => openForm(page, agency, year, 'overview')));
  await cutOff(he);
  for (const at of [0, 1]) await typeAtEnd(zhou, line(lines, at), '周敏补的');
  await untilWords(agency, line(lines, 0), '第一段。周敏补的');
  await untilWords(agency, line(lines, 1), '第二段。周敏补的');
  for (const at of [0, 1]) await typeAtEnd(he, line(lines, at), '何平补的');
  await expect(he.getByText('离线，已存本机 2 处')).toBeVisible();
  await reconnect(he);

  const boxes = he.getByRole('region', { name: '两人同时改了这一段' });
  await expect(boxes).toHaveCount(2);
  await expect(boxes.nth(0)).toContainText('周敏');
  await expect(boxes.nth(0)).toContainText('第一段。周敏补的');
  await expect(boxes.nth(0)).toContainText('第一段。何平补的');
  expect(await storedWords(agency, line(lines, 0))).toBe('第一段。周敏补的');

  await boxes.nth(0).getByRole('button', { name: '用我的' }).click();
  await untilWords(agency, line(lines, 0), '第一段。何平补的');
  await expect(paragraph(zhou, line(lines, 0))).toHaveText('第一段。何平补的');
  await boxes.getByRole('button', { name: '用对方的' }).click();
  await expect(boxes).toHaveCount(0);
  await expect(paragraph(he, line(lines, 1))).toHaveText('第二段。周敏补的');
  expect(await storedWords(agency, line(lines, 1))).toBe('第二段。周敏补的');
});

test('what I type offline is kept through a reload and a closed tab, and saved when the server is back', async ({ browser }) => {
  const { agency, zhou, lines } = await pair(browser);
  const context = zhou.context();
  await openForm(zhou, agency, year, 'applications');
  await context.setOffline(true);
  await field(zhou, received).fill('31');
  await field(zhou, carried).fill('32');
  await goTo(zhou, '总体情况');
  await typeAtEnd(zhou, line(lines, 3), '断网时写的');
  await expect(zhou.getByText('离线，已存本机 3 处')).toBeVisible();

  await cutOff(context);
  await context.setOffline(false);
  zhou.on('dialog', (dialog) => void dialog.accept());
  await zhou.reload();
  await expect(paragraph(zhou, line(lines, 3))).toHaveText('第四段。断网时写的');
  await expect(zhou.getByText('离线，已存本机 3 处')).toBeVisible();
  // A save that is being refused when its page closes, or when refusing ends, would go out after all: the page is left first.
  await typeAtEnd(zhou, line(lines, 3), '，又写');
  await zhou.goto('about:blank');
  await zhou.close();

  const again = await context.newPage();
  await openForm(again, agency, year, 'applications');
  await expect(field(again, received)).toHaveValue('31');
  await expect(field(again, carried)).toHaveValue('32');
  await expect(again.getByText('离线，已存本机 3 处')).toBeVisible();
  expect(await stored(agency, received)).toBe('0');
  await reconnect(context);
  await untilStored(agency, received, '31');
  await untilStored(agency, carried, '32');
  await untilWords(agency, line(lines, 3), '第四段。断网时写的，又写');
  await expect(again.getByText('已保存')).toBeVisible();
  expect(await again.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('nianbao/')))).toEqual([]);
});

/** Numbers that look random and are the same in every run (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const contested = ['naturalPerson', 'business', 'research'].flatMap((who) => [`applications.received.${who}`, `applications.carriedIn.${who}`]);

/** One person who types at random places with random offline spells, and knows what became of every value. */
class Typist {
  /** Last figure typed in a cell; gone when the person gave it up for the other's. */
  readonly figures = new Map<string, string>();
  /** Words put into paragraphs, and those given up. */
  readonly words = new Map<string, string[]>();
  readonly givenUp: string[] = [];
  /** Places where two values were shown, and times the line broke off. */
  met = 0;
  spells = 0;
  private offline = false;
  private section: 'applications' | 'overview' = 'applications';

  constructor(
    readonly page: Page,
    readonly mark: string,
    private readonly lines: readonly string[],
    private readonly random: () => number,
  ) {}

  private pick<T>(all: readonly T[]): T {
    return all[Math.floor(this.random() * all.length)] as T;
  }

  async go(section: 'applications' | 'overview'): Promise<void> {
    if (section === this.section) return;
    this.section = section;
    await goTo(this.page, section === 'overview' ? '总体情况' : '收到和处理');
  }

  async step(n: number): Promise<void> {
    if (this.random() < 0.15) {
      this.offline = !this.offline;
      await this.page.context().setOffline(this.offline);
      if (this.offline) this.spells += 1;
    }
    if (this.random() < 0.1) await this.go(this.section === 'overview' ? 'applications' : 'overview');
    if (this.section === 'applications') await this.figure(n);
    else await this.word(n);
  }

  private async figure(n: number): Promise<void> {
    const cell = this.pick(contested);
    await this.settleCell(cell);
    const value = String(n * 2 + (this.mark === '甲' ? 1001 : 1000));
    // Two values may come up between looking and typing: then there is no field any more, and it is seen that there is none.
    await field(this.page, cell).fill(value, { timeout: 1000 }).catch(() => undefined);
    const { mine, isChoice } = await slot(this.page, cell).evaluate((place) => {
      const input = place.querySelector('input');
      return { mine: input?.value ?? place.querySelector('button')?.lastChild?.textContent, isChoice: input === null };
    });
    if (mine === value) this.figures.set(cell, value);
    else expect(isChoice, `${value} typed in ${cell}`).toBe(true);
  }

  private async word(n: number): Promise<void> {
    const id = this.pick(this.lines);
    const word = `〔${this.mark}${n}〕`;
    await typeAtEnd(this.page, id, word);
    this.words.set(id, [...(this.words.get(id) ?? []), word]);
  }

  /** Chooses where the cell shows two figures. */
  async settleCell(cell: string): Promise<boolean> {
    const choices = slot(this.page, cell).getByRole('button');
    if ((await choices.count()) === 0) return false;
    this.met += 1;
    const keepsMine = this.random() < 0.5;
    const mine = (await choices.first().innerText()).split('\n').at(-1);
    expect(mine, `my side of ${cell}`).toBe(this.figures.get(cell));
    await choices.nth(keepsMine ? 0 : 1).click();
    if (!keepsMine) this.figures.delete(cell);
    return true;
  }

  /** Chooses in one box under a paragraph. */
  async settleParagraph(): Promise<boolean> {
    const box = this.page.getByRole('region', { name: '两人同时改了这一段' }).first();
    if ((await box.count()) === 0) return false;
    const [theirs = '', mine = ''] = await box.locator('dd:not(.prose-conflict-choose)').allInnerTexts();
    this.met += 1;
    const keepsMine = this.random() < 0.5;
    const [kept, lost] = keepsMine ? [mine, theirs] : [theirs, mine];
    this.givenUp.push(...[...lost.matchAll(/〔.\d+〕/g)].map(([word]) => word).filter((word) => !kept.includes(word)));
    const count = await this.page.getByRole('region', { name: '两人同时改了这一段' }).count();
    await box.getByRole('button', { name: keepsMine ? '用我的' : '用对方的' }).click();
    await expect.poll(() => this.page.getByRole('region', { name: '两人同时改了这一段' }).count()).toBeLessThan(count);
    return true;
  }

  async comeBack(): Promise<void> {
    this.offline = false;
    await this.page.context().setOffline(false);
  }

  /** Settles whatever is to be settled, in both sections; true when there was something. */
  async settleAll(): Promise<boolean> {
    let some = false;
    await this.go('applications');
    for (const cell of contested) some = (await this.settleCell(cell)) || some;
    await this.go('overview');
    while (await this.settleParagraph()) some = true;
    return some;
  }
}

/** Nothing is left to save: an exchange that began after this call carried no edit. Coming back to the window hastens it. */
async function quiet(page: Page): Promise<void> {
  const empty = page.waitForRequest((one) => one.url().endsWith('/edits') && (one.postData() ?? '').includes('"edits":[]'));
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await (await empty).response();
}

test('sixty hasty edits by each of us with the line breaking off: no figure and no word is gone that one of us did not give up', async ({ browser }) => {
  test.setTimeout(180_000);
  const { agency, zhou, he, lines } = await pair(browser);
  const seed = 20240119;
  const people = [new Typist(zhou, '甲', lines, numbersFrom(seed)), new Typist(he, '乙', lines, numbersFrom(seed + 1))];
  await Promise.all(people.map(({ page }) => openForm(page, agency, year, 'applications')));
  await Promise.all(people.map(async (person) => {
    for (let n = 1; n <= 60; n += 1) await person.step(n);
  }));
  for (const person of people) await person.comeBack();
  for (let some = true; some; ) {
    await Promise.all(people.map(({ page }) => quiet(page)));
    some = false;
    // One after the other: two who settle at once make a new conflict, which is right but has no end.
    for (const person of people) {
      some = (await person.settleAll()) || some;
      await quiet(person.page);
    }
  }

  for (const person of people) expect(person.spells).toBeGreaterThan(2);
  expect(people.reduce((sum, person) => sum + person.met, 0)).toBeGreaterThan(5);
  // Every edit was made by somebody who had seen the one before it, or says the same.
  const chains = new Map<string, StoredEdit[]>();
  for (const edit of await storedEdits(agency)) chains.set(edit.path, [...(chains.get(edit.path) ?? []), edit]);
  for (const [path, edits] of chains) {
    edits.forEach((edit, index) => {
      const before = edits[index - 1];
      if (before === undefined || edit.base === before.id || sameValue(edit.value, before.value)) return;
      throw new Error(`${path}: ${edit.actorName} wrote over an edit that was never shown`);
    });
  }
  // What somebody typed last in a cell took effect, unless given up by choice.
  for (const person of people) {
    const name = person.mark === '甲' ? '周敏' : '何平';
    for (const [cell, value] of person.figures) {
      const own = chains.get(cell)?.filter((edit) => edit.actorName === name) ?? [];
      expect(own.map((edit) => edit.value), `${name} typed ${value} in ${cell}`).toContain(value);
    }
  }
  const givenUp = new Set(people.flatMap((person) => person.givenUp));
  for (const id of lines) {
    const words = (await storedWords(agency, id)) ?? '';
    for (const person of people) {
      for (const word of person.words.get(id) ?? []) {
        if (!givenUp.has(word)) expect(words, `${word} in ${id}`).toContain(word);
      }
      await expect(paragraph(person.page, id)).toHaveText(words);
    }
  }
  for (const person of people) await person.go('applications');
  for (const cell of contested) {
    const value = await stored(agency, cell);
    for (const { page } of people) await expect(field(page, cell)).toHaveValue(String(value));
  }
});
