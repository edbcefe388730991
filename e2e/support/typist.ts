import { expect, type Page } from '@playwright/test';
import { field, goTo, slot, typeAtEnd } from './form';

/** Numbers that look random and are the same in every run (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** The cells at which two people try to type. */
export const contested = ['naturalPerson', 'business', 'research'].flatMap((who) => [
  `applications.received.${who}`,
  `applications.carriedIn.${who}`,
]);

/** One person who types at random places with random offline spells, and knows what became of every value. */
export class Typist {
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
    // Two values may come up between looking and typing: then there is no field any more, and it is seen that there is
    // none.
    await field(this.page, cell)
      .fill(value, { timeout: 1000 })
      .catch(() => undefined);
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
