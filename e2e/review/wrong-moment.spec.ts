import { expect } from '@playwright/test';
import { database } from '@/lib/store/database/database';
import { openReport } from '@/lib/usecases/writing/open-report';
import { saveEdits } from '@/lib/usecases/writing/save-edits';
import { granted } from '@/lib/usecases/test/commands';
import { edit, makePerson, type Agency } from '@/e2e/support/arrange';
import { test } from '@/e2e/support/entering';
import { field, formAddress, openForm, paragraph, typeAtEnd, untilStored, untilWords } from '@/e2e/support/form';
import { carry, makeOffice, year } from '@/e2e/support/office';
import { withRunningDatabase } from '@/e2e/support/running-database';

/** What people run into who come at the wrong moment, or to the wrong report. */

const received = 'applications.received.naturalPerson';

withRunningDatabase();

const stateNow = async (agency: Agency): Promise<string> =>
  (await database().report.findFirstOrThrow({ where: { agencyId: agency.id } })).state;

test('the address of a report of another agency tells me that it is not for me, and shows nothing of it', async ({
  enter,
}) => {
  const [own, other] = [await makeOffice(), await makeOffice()];
  const page = await enter(own.author);
  for (const address of [
    formAddress(other.agency, year, 'applications'),
    `/office/reports/${other.agency.key}/${year}/review`,
  ]) {
    const answer = await page.goto(address);
    expect(answer?.status(), address).toBe(404);
    await expect(page.getByText('地址有误，或者这里的内容不在您的权限之内。')).toBeVisible();
    await expect(page.getByText(other.agency.name)).toHaveCount(0);
    await expect(page.locator('td[data-cell]')).toHaveCount(0);
  }
});

test('I approve in a tab that is behind: I am told that the report was taken back, and nothing is decided', async ({
  enter,
}) => {
  const { agency, author, reviewer } = await makeOffice();
  await carry(author, agency, { do: 'submit' });
  const page = await enter(reviewer);
  await page.goto(`/office/reports/${agency.key}/${year}/review`);
  const approve = page.getByRole('button', { name: '批准' });
  await expect(approve).toHaveAttribute('aria-disabled', 'false');
  await carry(author, agency, { do: 'recall' });
  await approve.click();
  await expect(page.getByText('这份报告刚刚有人办理过，请刷新页面，看过最新情况再决定')).toBeVisible();
  expect(await stateNow(agency)).toBe('draft');
  await page.getByRole('button', { name: '刷新' }).click();
  await expect(page.getByText('还没有提交审核')).toBeVisible();
  await expect(approve).toHaveCount(0);
});

test('I type in a report that a colleague has handed in: I am told, and what I typed comes back when it is returned', async ({
  enter,
}) => {
  const { agency, author, reviewer, lines } = await makeOffice();
  const colleague = await makePerson('何平', [{ agency, role: 'author' }]);
  const page = await enter(author);
  await openForm(page, agency, year, 'overview');
  await carry(colleague, agency, { do: 'submit' });
  await typeAtEnd(page, lines[0] ?? '', '补一句');
  await expect(page.getByText('报告已提交，正在审核')).toBeVisible();
  await expect(page.getByText('有 1 处改动没有存入，都留在本机')).toBeVisible();
  page.on('dialog', (dialog) => void dialog.accept());
  await page.getByRole('link', { name: '重新打开本页' }).first().click();
  await expect(page.getByText('本机还留有 1 处没有存入的内容')).toBeVisible();
  await expect(page.getByText('报告正在审核，现在不能改动。')).toBeVisible();

  await carry(reviewer, agency, { do: 'return', reason: '请补充' });
  await openForm(page, agency, year, 'overview');
  await expect(paragraph(page, lines[0] ?? '')).toContainText('（一）主动公开情况补一句');
  await untilWords(agency, lines[0] ?? '', '（一）主动公开情况补一句');
});

test('I hand in a report with errors: I am led to the first one, and nothing is handed in', async ({ enter }) => {
  const { agency, author } = await makeOffice();
  const page = await enter(author);
  await openForm(page, agency, year, 'disclosure');
  const submit = page.getByRole('button', { name: '提交审核' });
  await expect(submit).not.toHaveAttribute('aria-disabled', 'true');

  // While I am being asked whether I am sure, a colleague empties a cell.
  await submit.click();
  const dialog = page.getByRole('dialog', { name: '提交审核' });
  const colleague = await makePerson('何平', [{ agency, role: 'author' }]);
  const base = granted(await openReport(colleague, agency.key, year, new Date())).draft.seen[received] ?? null;
  granted(
    await saveEdits(colleague, agency.key, year, { since: 0, edits: [{ ...edit(received, null), base }] }, new Date()),
  );
  await dialog.getByRole('button', { name: '提交', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('处错误，改正后才能提交');
  await dialog.getByRole('button', { name: '暂不提交' }).click();
  await expect(dialog).toBeHidden();

  await expect(page.getByText(/改正\s\d+\s处错误后可提交/)).toBeVisible();
  await submit.press('Enter');
  await expect(page).toHaveURL(/\/applications$/);
  await expect(field(page, received)).toBeFocused();
  expect(await stateNow(agency)).toBe('draft');
  await page.keyboard.insertText('0');
  await expect(page.getByText('可以提交审核')).toBeVisible();
  await untilStored(agency, received, '0');
});
