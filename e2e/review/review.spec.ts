import { expect, test, type Page } from '@playwright/test';
import { openReport } from '@/lib/usecases/writing/open-report';
import { saveEdits } from '@/lib/usecases/writing/save-edits';
import { granted } from '@/lib/usecases/test/commands';
import { addRole, edit, signIn, type Agency } from '@/e2e/support/arrange';
import { faultsOf, overflowOf } from '@/e2e/support/faults';
import { carry, makeSubmitted, say, year, type Office } from '@/e2e/support/office';
import { withRunningDatabase } from '@/e2e/support/running-database';

const licensing = 'disclosure.licensing.decisions';

withRunningDatabase();

const submitted = (): Promise<Office> => makeSubmitted({ [licensing]: '716' });

/** Returned with a comment on a cell, mended, answered, handed in again. */
async function submittedAgain(): Promise<Office> {
  const office = await submitted();
  const { agency, author, reviewer } = office;
  await say(reviewer, agency, { do: 'comment', path: licensing, quote: '', text: '台账有 717 件，请核对。' });
  await carry(reviewer, agency, { do: 'return', reason: '许可数与台账不一致' });
  const view = granted(await openReport(author, agency.key, year, new Date()));
  const change = { ...edit(licensing, '717'), base: view.draft.seen[licensing] ?? null };
  granted(await saveEdits(author, agency.key, year, { since: 0, edits: [change] }, new Date()));
  await say(author, agency, { do: 'reply', comment: view.comments[0]?.id ?? '', text: '已改为 717。' });
  await carry(author, agency, { do: 'submit' });
  return office;
}

const reviewOf = (agency: Agency): string => `/office/reports/${agency.key}/${year}/review`;
const bar = (page: Page) => page.getByRole('region', { name: '审核决定' });

test('I see only what changed since I returned it, and approve when the comment is settled', async ({ page }) => {
  const { agency, reviewer } = await submittedAgain();
  await signIn(page, reviewer.username);
  await page.getByRole('link', { name: '去审核' }).click();

  const changes = page.getByRole('navigation', { name: '自上次提交以来的改动' });
  await expect(changes.getByRole('listitem')).toHaveCount(1);
  await expect(changes.getByRole('listitem')).toContainText('应你的批注 1');
  const cell = page.locator(`[id="at-${licensing}"]`);
  await expect(cell.locator('del')).toHaveText('716');
  await expect(cell.locator('ins')).toHaveText('717');
  await expect(page.getByRole('heading', { name: '五、存在的主要问题及改进情况' })).toHaveCount(0);
  await page.getByRole('button', { name: '看全文' }).click();
  await expect(page.getByRole('heading', { name: '五、存在的主要问题及改进情况' })).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);

  const approve = bar(page).getByRole('button', { name: '批准' });
  await expect(approve).toHaveAttribute('aria-disabled', 'true');
  await approve.focus();
  await page.keyboard.press('Enter');
  await expect(bar(page)).toContainText('还有 1 条批注待处理，解决后可批准');

  const thread = page.getByRole('region', { name: /^批注 1：/ });
  await expect(thread).toContainText('已改为 717。');
  await thread.getByLabel('回复').fill('好的。');
  await thread.getByRole('button', { name: '回复并标为已解决' }).click();
  await expect(thread).toContainText('已解决');
  await expect(thread).toContainText('好的。');
  await approve.click();
  await expect(bar(page)).toContainText('已批准，等待公布');
  await bar(page).getByRole('button', { name: '公布' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('不能再改动；发现有误只能更正');
  expect(await faultsOf(page)).toEqual([]);
  await dialog.getByRole('button', { name: '公布', exact: true }).click();
  await bar(page).getByRole('link', { name: '看公布的报告' }).click();
  await expect(page).toHaveURL(`/reports/${agency.key}/${year}`);
  await expect(page.locator(`[data-cell="${licensing}"]`)).toHaveText('717');
});

test('I put a comment on a cell by keyboard alone and on words that I select', async ({ page }) => {
  const { agency, reviewer } = await submitted();
  await signIn(page, reviewer.username);
  await page.goto(reviewOf(agency));
  const issued = page.locator('[id="at-disclosure.regulations.issued"]');
  await issued.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await expect(issued).toBeFocused();
  await page.keyboard.press('Enter');
  const form = page.getByRole('form', { name: '批注：二 · 规章 · 本年制发件数' });
  await expect(form.getByLabel('写给填报人')).toBeFocused();
  await page.keyboard.type('请核对台账。');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: '批注 1：二 · 规章 · 本年制发件数' })).toContainText('请核对台账。');
  await expect(issued).toBeFocused();
  await expect(issued.getByRole('link', { name: '批注 1，待处理' })).toBeVisible();

  const paragraph = page.locator('.para', { hasText: '存在的主要问题是' });
  await paragraph.evaluate((element) => {
    const words = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
    if (words === null) throw new Error('no text');
    const at = words.textContent?.indexOf('解读形式单一') ?? -1;
    const range = document.createRange();
    range.setStart(words, at);
    range.setEnd(words, at + 6);
    document.getSelection()?.removeAllRanges();
    document.getSelection()?.addRange(range);
  });
  await page.getByRole('button', { name: '批注这句' }).click();
  await expect(page.getByLabel('针对')).toHaveValue('解读形式单一');
  await page.getByLabel('写给填报人').fill('请举一个例子。');
  await page.getByRole('button', { name: '添加批注' }).click();
  await expect(page.locator('.quoted')).toHaveText('解读形式单一');
  await expect(page.getByRole('region', { name: /^批注 2：/ }).locator('blockquote')).toHaveText('解读形式单一');
});

test('A stale tab cannot decide, and the reason that I was writing is not lost', async ({ page, context }) => {
  const { agency, reviewer } = await submitted();
  await signIn(page, reviewer.username);
  await page.goto(reviewOf(agency));
  await bar(page).getByRole('button', { name: '退回修改' }).click();
  const dialog = page.getByRole('dialog', { name: '退回修改' });
  await dialog.getByRole('button', { name: '退回给填报人' }).click();
  await expect(dialog).toContainText('请写明退回的原因');
  await dialog.getByLabel(/退回的原因/).fill('第一部分的数字请核对。');
  await expect(dialog.getByLabel(/退回的原因/)).toHaveValue('第一部分的数字请核对。');

  const other = await context.newPage();
  await other.goto(reviewOf(agency));
  await bar(other).getByRole('button', { name: '批准' }).click();
  await expect(bar(other)).toContainText('已批准，等待公布');

  await dialog.getByRole('button', { name: '退回给填报人' }).click();
  await expect(dialog).toContainText('请刷新页面，看过最新情况再决定');
  expect(await faultsOf(page)).toEqual([]);
  await dialog.getByRole('button', { name: '刷新' }).click();
  await expect(dialog).toContainText('这份报告已经批准，退回后要重新提交');
  await expect(dialog.getByLabel(/退回的原因/)).toHaveValue('第一部分的数字请核对。');
  await dialog.getByRole('button', { name: '退回给填报人' }).click();
  await expect(bar(page)).toContainText('已退回');
});

test('A session that ended while I wrote a comment costs me nothing', async ({ page, context }) => {
  const { agency, reviewer } = await submitted();
  await signIn(page, reviewer.username);
  await page.goto(reviewOf(agency));
  await page.locator('[id="at-disclosure.regulations.inForce"]').click();
  await page.getByLabel('写给填报人').fill('请核对件数。');
  const session = await context.cookies();
  await context.clearCookies();
  await page.getByRole('button', { name: '添加批注' }).click();
  await expect(page.getByRole('form', { name: /^批注：/ })).toContainText('登录');
  await expect(page.getByLabel('写给填报人')).toHaveValue('请核对件数。');
  await context.addCookies(session);
  await page.reload();
  await page.locator('[id="at-disclosure.regulations.inForce"]').click();
  await expect(page.getByLabel('写给填报人')).toHaveValue('请核对件数。');
  await page.getByRole('button', { name: '添加批注' }).click();
  await expect(page.getByRole('region', { name: /^批注 1：/ })).toContainText('请核对件数。');
});

test('Who wrote in a report is told why they cannot approve it', async ({ page }) => {
  const { agency, author } = await submitted();
  await addRole(author, agency, 'reviewer');
  await signIn(page, author.username);
  await page.goto(reviewOf(agency));
  for (const name of ['批准', '退回修改']) {
    const button = bar(page).getByRole('button', { name });
    await expect(button).toHaveAttribute('aria-disabled', 'true');
    await button.focus();
    await expect(button).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(bar(page)).toContainText('不能审核自己写的内容');
  }
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('With a phone in one hand: I read the changes, put a comment on a paragraph, and return the report', async ({
  browser,
}) => {
  const { agency, reviewer } = await submittedAgain();
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    locale: 'zh-CN',
  });
  const page = await context.newPage();
  await signIn(page, reviewer.username);
  await page.goto(reviewOf(agency));
  expect(await overflowOf(page)).toBeLessThanOrEqual(0);
  await expect(bar(page)).toBeInViewport();
  await page.getByRole('button', { name: '看全文' }).tap();
  await page.locator('.para', { hasText: '存在的主要问题是' }).getByRole('button').tap();
  const form = page.getByRole('form', { name: /^批注：五/ });
  await expect(form).toBeInViewport();
  await form.getByLabel('写给填报人').fill('请写具体。');
  await form.getByRole('button', { name: '添加批注' }).tap();
  await expect(
    page.locator('.para', { hasText: '存在的主要问题是' }).getByRole('link', { name: '批注 2，待处理' }),
  ).toBeVisible();
  await bar(page).getByRole('button', { name: '退回修改' }).tap();
  await page.getByLabel(/退回的原因/).fill('见批注。');
  await page.getByRole('button', { name: '退回给填报人' }).tap();
  await expect(bar(page)).toContainText('已退回');
  expect(await faultsOf(page)).toEqual([]);
  await context.close();
});
