import { expect, test } from '@playwright/test';
import { openReport } from '@/lib/usecases/writing/open-report';
import { granted } from '@/lib/usecases/test/commands';
import { edit, makeAgency, makeDraft, makePerson, signIn } from '@/e2e/support/arrange';
import { fileOf, give, granting, openCheck, paper, received, reportOf } from '@/e2e/support/check-page';
import { year } from '@/e2e/support/office';
import { withRunningDatabase } from '@/e2e/support/running-database';

withRunningDatabase();

test('my draft is made of the file, and what a colleague has written is not overwritten', async ({ page }) => {
  const agency = await makeAgency();
  const author = await makePerson('周敏', [{ agency, role: 'author' }]);
  await signIn(page, author.username);
  await openCheck(page);
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

  await openCheck(page);
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
  await openCheck(page);
  await give(page, await fileOf(reportOf('8')));
  await expect(paper(page)).toBeVisible();
  await expect(page.getByRole('button', { name: /年度草稿/ })).toHaveCount(0);
});
