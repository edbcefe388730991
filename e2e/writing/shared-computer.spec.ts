import { expect, test, type BrowserContext, type Locator, type Page } from '@playwright/test';
import { database } from '@/lib/store/database/database';
import { calmProse, cellEdits, makeAgency, makeDraft, makePerson, signIn } from '@/e2e/support/arrange';
import { withRunningDatabase } from '@/e2e/support/running-database';

const year = 2024;
const cell = 'disclosure.licensing.decisions';
withRunningDatabase();

const fieldOn = (page: Page): Locator => page.locator(`td[data-cell="${cell}"] input`);

async function signOut(context: BrowserContext): Promise<void> {
  await context.clearCookies();
}

test('what I typed before a colleague signed in at the same computer is not saved under the name of the colleague', async ({
  page,
  context,
}) => {
  const agency = await makeAgency();
  const first = await makePerson('周敏', [{ agency, role: 'author' }]);
  const second = await makePerson('何静', [{ agency, role: 'author' }]);
  await makeDraft(first, agency, year, [...cellEdits(year), ...calmProse()]);
  const address = `/office/reports/${agency.key}/${year}/disclosure`;
  const field = fieldOn(page);
  await signIn(page, first.username);
  await page.goto(address);
  await expect(field).toHaveValue('0');
  await signOut(context);
  const other = await context.newPage();
  await signIn(other, second.username);
  await field.fill('7');
  await field.press('Enter');
  await expect(page.getByText('现在登录的是“何静”', { exact: false })).toBeVisible();
  expect(await database().edit.count({ where: { path: cell, report: { agencyId: agency.id } } })).toBe(1);
  // The colleague's own page neither shows it nor sends it.
  await other.goto(address);
  await expect(fieldOn(other)).toHaveValue('0');
  await signOut(context);
  await signIn(other, first.username);
  await page.goto(address);
  await expect(field).toHaveValue('7');
  await expect(async () => {
    const saved = await database().draftValue.findFirstOrThrow({
      where: { path: cell, report: { agencyId: agency.id } },
    });
    expect([saved.value, saved.actorName]).toEqual(['7', '周敏']);
  }).toPass();
});
