import { expect } from '@playwright/test';
import { signIn } from '@/e2e/support/arrange';
import { test } from '@/e2e/support/entering';
import { faultsNarrowAndWide } from '@/e2e/support/faults';
import { field, openForm, untilStored } from '@/e2e/support/form';
import { makePublished, year } from '@/e2e/support/office';
import { withRunningDatabase } from '@/e2e/support/running-database';
import { addressOf, answered, files, hashesHold } from '@/e2e/support/versions';

const licensing = 'disclosure.licensing.decisions';
const reason = '行政许可数漏计1件，已按审批系统改正。';

withRunningDatabase();

test('an author corrects a published report, a reviewer publishes it anew, and whoever kept the old address sees what changed', async ({
  page: visitor,
  enter,
}) => {
  test.setTimeout(180_000);
  const { agency, author, reviewer } = await makePublished({ [licensing]: '716' });
  const address = addressOf(agency);
  const [writer, judge] = [await enter(author), await enter(reviewer)];
  const base = `/office/reports/${agency.key}/${year}`;
  const before = await answered(visitor.request, `${address}/versions/1`);

  await test.step('The author opens the report again, but not without a reason', async () => {
    await writer.goto(base);
    await writer.getByRole('button', { name: '更正…' }).click();
    const dialog = writer.getByRole('dialog', { name: `更正 ${year} 年度报告` });
    await dialog.getByRole('button', { name: '开始更正' }).click();
    await expect(dialog.getByText('请写明更正什么、为什么更正')).toBeVisible();
    expect(await faultsNarrowAndWide(writer)).toEqual([]);
    await dialog.getByRole('textbox').fill(reason);
    await dialog.getByRole('button', { name: '开始更正' }).click();
    await expect(writer.getByRole('region', { name: '更正' })).toContainText(`正在更正第 1 版：${reason}`);
  });

  await test.step('What differs from the published version stands beside the form', async () => {
    await openForm(writer, agency, year, 'disclosure');
    const differing = writer.getByRole('region', { name: /^与第 1 版的差别/ });
    await expect(differing).toContainText('还没有');
    await field(writer, licensing).fill('717');
    await field(writer, licensing).press('Enter');
    await expect(differing.locator('del')).toHaveText('716');
    await expect(differing.locator('ins')).toHaveText('717');
    await expect(writer.locator('td.changed')).toHaveCount(1);
    await expect(field(writer, licensing)).toHaveAccessibleName(/第 1 版为 716$/);
    await untilStored(agency, licensing, '717');
    await writer.getByRole('button', { name: '提交审核' }).click();
    await writer.getByRole('dialog', { name: '提交审核' }).getByRole('button', { name: '提交', exact: true }).click();
    await expect(writer.getByText('报告正在审核，现在不能改动。')).toBeVisible();
  });

  await test.step('The reviewer sees why and what, and publishes', async () => {
    await judge.goto(`${base}/review`);
    await expect(judge.getByRole('region', { name: '更正' })).toContainText(reason);
    await expect(judge.locator('.paper td.changed')).toHaveCount(1);
    await judge.getByRole('button', { name: /^批准/ }).click();
    await expect(judge.getByRole('region', { name: '审核决定' })).toBeFocused();
    await judge.getByRole('button', { name: '公布', exact: true }).click();
    const dialog = judge.getByRole('dialog', { name: `公布 ${year} 年度报告` });
    await expect(dialog).toContainText('标明已被第 2 版取代');
    await dialog.getByRole('button', { name: '公布', exact: true }).click();
    await expect(judge.getByText('已公布，不能再改动')).toBeVisible();
    await expect(judge.getByRole('region', { name: '审核决定' })).toBeFocused();
  });

  await test.step('The current version says what it corrects; the old one stays readable, marked, with every difference', async () => {
    await visitor.goto(address);
    await expect(visitor.locator(`td[data-cell="${licensing}"]`)).toHaveText('717');
    await expect(visitor.locator('.versions')).toContainText(`更正：${reason}`);
    await visitor.locator('.versions').getByRole('link', { name: '第 1 版' }).click();
    const band = visitor.getByRole('complementary', { name: '本版的状态' });
    await expect(band).toContainText('已被第 2 版取代');
    await expect(band).toContainText(reason);
    await band.getByText('两版的差别：表格 1 格').click();
    await expect(band.getByRole('row').nth(1)).toHaveText(/表二.*行政许可.*716.*717/s);
    await expect(visitor.locator(`td[data-cell="${licensing}"]`)).toHaveText('716');
    expect(await faultsNarrowAndWide(visitor)).toEqual([]);
    await band.getByRole('link', { name: '看现行版本' }).click();
    await expect(visitor).toHaveURL(new RegExp(`${address}$`));
  });

  await test.step('Every old address still answers, and the hashes that version 1 prints fit its files', async () => {
    expect((await answered(visitor.request, `${address}/versions/1/page.html`)).equals(before)).toBe(true);
    for (const number of [1, 2]) await hashesHold(visitor, `${address}/versions/${number}`);
    for (const name of files) await answered(visitor.request, `${address}/${name}`);
    const page = await visitor.request.get(`${address}/versions/1`);
    expect([
      page.headers()['cache-control'],
      (await visitor.request.get(`${address}/versions/1/report.docx`)).headers()['cache-control'],
    ]).toEqual(['public, max-age=0, must-revalidate', 'public, max-age=31536000, immutable']);
  });

  await test.step('The history tells it in words', async () => {
    await judge.goto(`${base}?view=history`);
    await expect(judge.locator('.history li').first()).toContainText('公布（第 2 版）');
    await expect(judge.locator('.history')).toContainText(`开始更正周敏`);
    await expect(judge.locator('.state').first()).toHaveText('已公布 · 第 2 版');
  });
});

test('an author gives a correction up, and everything is as it was published', async ({ page }) => {
  const { agency, author } = await makePublished({ [licensing]: '716' });
  const address = addressOf(agency);
  await signIn(page, author.username);
  await page.goto(`/office/reports/${agency.key}/${year}`);
  await page.getByRole('button', { name: '更正…' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('也许有误');
  await page.getByRole('dialog').getByRole('button', { name: '开始更正' }).click();
  await expect(page.getByRole('region', { name: '更正' })).toBeVisible();
  await openForm(page, agency, year, 'disclosure');
  await field(page, licensing).fill('800');
  await field(page, licensing).press('Enter');
  await page.getByRole('button', { name: '放弃更正…' }).click();
  await page.getByRole('dialog', { name: '放弃更正' }).getByRole('button', { name: '放弃更正', exact: true }).click();
  await expect(page.getByText('报告已公布，不能改动。')).toBeVisible();
  await expect(field(page, licensing)).toHaveValue('716');
  expect((await answered(page.request, address)).toString()).toContain('第 1 版 · 本页');
});
