import { expect, test, type Page } from '@playwright/test';
import { cellEdits, makeAgency, makeDraft, makePerson, signIn, type Agency } from '@/e2e/support/arrange';
import { field, openForm, pasteInto, slot, stored, untilStored } from '@/e2e/support/form';
import { withRunningDatabase } from '@/e2e/support/running-database';

const year = 2024;
const at = (row: string, column: string): string => `applications.${row}.${column}`;
const received = at('received', 'naturalPerson');

withRunningDatabase();

/** The author of an agency at table three of a draft in which these cells are blank. */
async function atTableThree(page: Page, blank: readonly string[] = []): Promise<Agency> {
  const agency = await makeAgency();
  const author = await makePerson('周敏', [{ agency, role: 'author' }]);
  await makeDraft(
    author,
    agency,
    year,
    cellEdits(year).filter((edit) => !blank.includes(edit.path)),
  );
  await signIn(page, author.username);
  await openForm(page, agency, year, 'applications');
  return agency;
}

test('I move in table three as in a spreadsheet: arrows, Enter, Shift+Enter and Tab, over totals and edges', async ({
  page,
}) => {
  await atTableThree(page);
  const here = async (row: string, column: string): Promise<void> => expect(field(page, at(row, column))).toBeFocused();
  await field(page, received).click();
  const walk: readonly [key: string, row: string, column: string][] = [
    ['ArrowRight', 'received', 'business'],
    ['ArrowDown', 'carriedIn', 'business'],
    ['ArrowDown', 'granted', 'business'],
    ['ArrowUp', 'carriedIn', 'business'],
    ['ArrowLeft', 'carriedIn', 'naturalPerson'],
    ['ArrowLeft', 'carriedIn', 'naturalPerson'],
    ['Enter', 'granted', 'naturalPerson'],
    ['Shift+Enter', 'carriedIn', 'naturalPerson'],
    ['Tab', 'carriedIn', 'business'],
    ['Shift+Tab', 'carriedIn', 'naturalPerson'],
    ['Shift+Tab', 'received', 'otherOrganisation'],
    ['ArrowRight', 'received', 'otherOrganisation'],
    ['Tab', 'carriedIn', 'naturalPerson'],
  ];
  for (const [key, row, column] of walk) {
    await page.keyboard.press(key);
    await here(row, column);
  }
  // The last row of the outcomes is a computed total: the arrow passes over it.
  const column = page.locator('td[data-cell$=".naturalPerson"]');
  const ids = await column.evaluateAll((cells) => cells.map((cell) => (cell as HTMLElement).dataset.cell ?? ''));
  const handled = ids.findIndex((id) => id === at('handled', 'naturalPerson'));
  expect(handled).toBeGreaterThan(0);
  await field(page, ids[handled - 1] ?? '').focus();
  await page.keyboard.press('ArrowDown');
  await expect(field(page, ids[handled + 1] ?? '')).toBeFocused();
});

test('typing replaces what stood in the cell, and within it the arrows move the caret until it is at the end', async ({
  page,
}) => {
  const agency = await atTableThree(page);
  await field(page, received).click();
  await page.keyboard.type('12');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('9');
  await expect(field(page, received)).toHaveValue('192');
  await page.keyboard.press('ArrowRight');
  await expect(field(page, received)).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(field(page, at('received', 'business'))).toBeFocused();
  await untilStored(agency, received, '192');
});

test('Escape puts back what stood in the cell before I typed', async ({ page }) => {
  const agency = await atTableThree(page);
  await field(page, received).click();
  await page.keyboard.type('55');
  await page.keyboard.press('Enter');
  await untilStored(agency, received, '55');
  await field(page, received).click();
  await page.keyboard.type('7');
  await page.keyboard.press('Escape');
  await expect(field(page, received)).toHaveValue('55');
  await page.keyboard.type('x');
  await expect(slot(page, received)).toContainText('不是数字');
  await page.keyboard.press('Escape');
  await expect(field(page, received)).toHaveValue('55');
  await expect(slot(page, received)).not.toContainText('不是数字');
  await untilStored(agency, received, '55');
});

test('Ctrl+Z takes back cell by cell what I typed, Ctrl+Y does it again, and both are saved', async ({ page }) => {
  const agency = await atTableThree(page);
  await field(page, received).click();
  await page.keyboard.type('12');
  await page.keyboard.press('Enter');
  await page.keyboard.type('3');
  await untilStored(agency, at('carriedIn', 'naturalPerson'), '3');
  await page.keyboard.press('Control+z');
  await expect(field(page, at('carriedIn', 'naturalPerson'))).toHaveValue('0');
  await page.keyboard.press('Control+z');
  await expect(field(page, received)).toHaveValue('0');
  await expect(field(page, received)).toBeFocused();
  await untilStored(agency, received, '0');
  await page.keyboard.press('Control+y');
  await page.keyboard.press('Control+y');
  await untilStored(agency, received, '12');
  await untilStored(agency, at('carriedIn', 'naturalPerson'), '3');
});

test('F8 takes me to the next finding, into the cell, and Shift+F8 back', async ({ page }) => {
  await atTableThree(page, [at('granted', 'business'), at('carriedOut', 'research')]);
  await field(page, received).click();
  await page.keyboard.type('1');
  const focused = (): Promise<string> =>
    page.evaluate(() => document.activeElement?.closest<HTMLElement>('td[data-cell]')?.dataset.cell ?? '');
  await page.keyboard.press('F8');
  await expect(field(page, at('granted', 'business'))).toBeFocused();
  await page.keyboard.press('F8');
  await expect.poll(focused).not.toBe(at('granted', 'business'));
  await page.keyboard.press('Shift+F8');
  await expect.poll(focused).toBe(at('granted', 'business'));
  // A blank that is filled is no finding any more: the next one is the other blank.
  await page.keyboard.type('0');
  await expect(async () => {
    await page.keyboard.press('F8');
    await expect.poll(focused, { timeout: 500 }).toBe(at('carriedOut', 'research'));
  }).toPass({ timeout: 10_000 });
});

test('“空格补 0” fills every blank and nothing else, and is taken back in one step', async ({ page }) => {
  const blanks = [at('granted', 'business'), at('carriedOut', 'research'), at('carriedIn', 'legalService')];
  const agency = await atTableThree(page, blanks);
  await field(page, received).fill('4');
  const fill = page.getByRole('button', { name: '空格补 0' });
  await expect(fill).toContainText('共 3 格');
  await fill.click();
  await expect(page.getByText('补了 3 格 0，可以撤销。')).toBeVisible();
  for (const blank of blanks) await untilStored(agency, blank, '0');
  await untilStored(agency, received, '4');
  await page.getByRole('button', { name: '撤销' }).click();
  for (const blank of blanks) await untilStored(agency, blank, null);
  await expect(field(page, received)).toHaveValue('4');
});

test('a total that came with a pasted row stands beside the computed one until I settle it', async ({ page }) => {
  const agency = await atTableThree(page);
  const total = at('received', 'total');
  await pasteInto(field(page, received), { text: '1\t2\t0\t0\t0\t0\t5' });
  await expect(page.getByText('粘贴了 7 格；其中 1 个合计只作对照，以自动合计为准')).toBeVisible();
  await expect(slot(page, total).locator('output')).toHaveText('3');
  await expect(slot(page, total)).toContainText('原填 5');
  await untilStored(agency, total, '5');
  await page.reload();
  await expect(slot(page, total)).toContainText('原填 5');
  await slot(page, total).getByRole('button', { name: '改为自动合计 3' }).click();
  await expect(slot(page, total)).not.toContainText('原填');
  await untilStored(agency, total, null);
  expect(await stored(agency, at('received', 'business'))).toBe('2');
});
