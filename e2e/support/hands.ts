import { expect, type Locator, type Page } from '@playwright/test';
import { field } from './form';

/** What a person does with keyboard and mouse on the pages of a report. */

/** Everything typed has arrived at the server. */
export async function untilSaved(page: Page): Promise<void> {
  await expect(page.locator('.masthead .saved')).toHaveText(/\d\d:\d\d 已保存/);
}

/** Types over what stands in a cell. */
export async function fillCell(page: Page, cell: string, figure: string): Promise<void> {
  await field(page, cell).click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(figure);
  await page.keyboard.press('Tab');
  await expect(field(page, cell)).toHaveValue(figure);
}

/** Selects words of the page by dragging over them. */
export async function dragOver(page: Page, where: Locator, words: string): Promise<void> {
  await where.scrollIntoViewIfNeeded();
  const ends = await where.evaluate((element, sought) => {
    const texts: { node: Text; from: number }[] = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let whole = '';
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      texts.push({ node: node as Text, from: whole.length });
      whole += node.textContent ?? '';
    }
    const start = whole.indexOf(sought);
    if (start < 0) throw new Error(`these words are not here: ${sought}`);
    const boxOf = (offset: number): { left: number; right: number; y: number } => {
      const text = texts.findLast(({ from }) => from <= offset);
      if (text === undefined) throw new Error('no text');
      const range = document.createRange();
      range.setStart(text.node, offset - text.from);
      range.setEnd(text.node, offset - text.from + 1);
      const { left, right, top, bottom } = range.getBoundingClientRect();
      return { left, right, y: (top + bottom) / 2 };
    };
    const first = boxOf(start);
    const last = boxOf(start + sought.length - 1);
    return { from: { x: first.left + 1, y: first.y }, to: { x: last.right - 1, y: last.y } };
  }, words);
  await page.mouse.move(ends.from.x, ends.from.y);
  await page.mouse.down();
  await page.mouse.move(ends.to.x, ends.to.y, { steps: 8 });
  await page.mouse.up();
}
