import { expect } from '@playwright/test';
import { signIn } from '@/e2e/support/arrange';
import { test } from '@/e2e/support/entering';
import { faultsNarrowAndWide } from '@/e2e/support/faults';
import { makePublished, year } from '@/e2e/support/office';
import { withRunningDatabase } from '@/e2e/support/running-database';
import { addressOf, answered, files, hashesHold } from '@/e2e/support/versions';

withRunningDatabase();

test('a reviewer withdraws what stands while it is being corrected; the correction goes on', async ({ enter }) => {
  const { agency, author, reviewer } = await makePublished();
  const base = `/office/reports/${agency.key}/${year}`;
  const writer = await enter(author);
  await writer.goto(base);
  await writer.getByRole('button', { name: '更正…' }).click();
  await writer.getByRole('dialog').getByRole('textbox').fill('行政许可数漏计1件。');
  await writer.getByRole('dialog').getByRole('button', { name: '开始更正' }).click();
  await expect(writer.getByRole('region', { name: '更正' })).toContainText('第 1 版照常公布');

  const judge = await enter(reviewer);
  await judge.goto(`${base}/review`);
  await judge.getByRole('link', { name: '文书和撤回' }).click();
  await judge.getByRole('button', { name: '撤回公布…' }).click();
  const dialog = judge.getByRole('dialog', { name: `撤回公布 ${year} 年度报告` });
  await expect(dialog).toContainText('正在办理的更正照常进行');
  await dialog.getByRole('textbox').fill('含有个人信息。');
  await dialog.getByRole('button', { name: '撤回公布' }).click();
  await expect(judge.getByRole('region', { name: '更正' })).toContainText('正在更正第 1 版（已撤回）');
  await expect(judge.getByRole('button', { name: '撤回公布…' })).toHaveCount(0);
  await judge.getByRole('link', { name: '看撤回说明' }).click();
  await expect(judge).toHaveURL(new RegExp(`${addressOf(agency)}$`));
  await expect(judge.getByText('含有个人信息。')).toBeVisible();

  await writer.reload();
  await expect(writer.getByRole('region', { name: '更正' })).toContainText('原来的地址上是撤回说明');
  await expect(writer.getByRole('button', { name: '放弃更正…' })).toBeVisible();
});

test('a reviewer withdraws a report: a notice stands in its place, and every old address still answers', async ({
  page,
}) => {
  const { agency, reviewer } = await makePublished();
  const address = addressOf(agency);
  const before = await answered(page.request, `${address}/versions/1`);
  const why = '正文涉及个人隐私，经本机关负责人同意撤回。';
  await signIn(page, reviewer.username);
  await page.goto(`/office/reports/${agency.key}/${year}`);
  await page.getByRole('button', { name: '撤回公布…' }).click();
  const dialog = page.getByRole('dialog', { name: `撤回公布 ${year} 年度报告` });
  await dialog.getByRole('button', { name: '撤回公布' }).click();
  await expect(dialog.getByText('请写明撤回公布的原因')).toBeVisible();
  expect(await faultsNarrowAndWide(page)).toEqual([]);
  await dialog.getByRole('textbox').fill(why);
  await dialog.getByRole('button', { name: '撤回公布' }).click();
  await expect(page.locator('.state').first()).toHaveText('已撤回');
  await expect(page.getByText('报告已撤回。本机关网站上如有这份报告，请一并撤下。')).toBeVisible();

  await page.getByRole('link', { name: '看撤回说明' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(
    `${agency.name}${year}年政府信息公开工作年度报告`,
  );
  await expect(page.getByText(why)).toBeVisible();
  await expect(page.locator('a[href*="report."]')).toHaveCount(0);
  expect(await faultsNarrowAndWide(page)).toEqual([]);
  await page.getByRole('link', { name: '第 1 版' }).click();
  await expect(page.getByRole('complementary', { name: '本版的状态' })).toContainText(`已撤回`);
  expect((await answered(page.request, `${address}/versions/1/page.html`)).equals(before)).toBe(true);
  await hashesHold(page, `${address}/versions/1`);
  // A file that was current leads to the notice: nobody takes withdrawn figures for those that stand.
  for (const name of files) expect((await answered(page.request, `${address}/${name}`)).toString()).toContain(why);

  await page.goto(`/?q=${encodeURIComponent(agency.name)}`);
  const entry = page.locator('.entries li');
  await expect(entry).toContainText('已撤回');
  await expect(entry.locator('.take')).toHaveCount(0);
  await page.goto(`/reports/${agency.key}`);
  await expect(page.locator('.years tbody tr')).toContainText('已撤回');
});
