import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { signIn, type Agency } from '@/e2e/support/arrange';
import { atWidths, faultsOf, overflowOf } from '@/e2e/support/faults';
import { makePublished, makeSubmitted, year } from '@/e2e/support/office';
import { withRunningDatabase } from '@/e2e/support/running-database';

const licensing = 'disclosure.licensing.decisions';
const pdf = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\n%%EOF');

withRunningDatabase();

const papersOf = (agency: Agency): string => `/office/reports/${agency.key}/${year}?view=history`;
const section = (page: Page) => page.getByRole('region', { name: '相关文书' });

/** The bytes of what a link of the section hands out, and its name. */
async function kept(page: Page, link: string): Promise<{ name: string; bytes: Buffer }> {
  const waiting = page.waitForEvent('download');
  await section(page).getByRole('link', { name: link }).click();
  const download = await waiting;
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** What axe finds wrong with the section, and the widths at which the page is too wide for its window. */
async function faults(page: Page): Promise<string[]> {
  const tooWide = await atWidths(page, [768, 390, 1440], async () =>
    (await overflowOf(page)) > 0 ? ['too wide'] : [],
  );
  return [...tooWide, ...(await faultsOf(page, '.papers'))];
}

test('I take 送审稿 and 呈批单 to my leader and file the signed scan; the wrong one stays when I file another', async ({
  page,
}) => {
  const { agency, author, reviewer } = await makeSubmitted();
  await signIn(page, author.username);
  await page.goto(papersOf(agency));
  const copy = await kept(page, '下载送审稿');
  expect(copy.name).toBe(`${agency.name}${year}年度报告（送审稿）.docx`);
  expect(Object.keys(unzipSync(copy.bytes))).toContain('word/header-review-odd.xml');
  expect((await kept(page, '下载呈批单')).name).toBe(`${agency.name}${year}年度报告呈批单.docx`);

  await section(page).getByText('归入签批件', { exact: true }).click();
  const form = page.getByRole('form', { name: '归入签批件' });
  await form.getByRole('button', { name: '归入' }).click();
  await expect(form.getByRole('status').first()).toContainText('请写明签批人');
  await expect(form.getByLabel('签批人')).toBeFocused();
  await form.getByLabel('签批人').fill('陈局长');
  await form.getByLabel(/签批日期/).fill('2025-01-15');
  await form.getByLabel('选择扫描件').setInputFiles({
    name: '网页.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('<html><script>alert(1)</script></html>'),
  });
  await form.getByRole('button', { name: '归入' }).click();
  await expect(form.getByRole('status').first()).toContainText('PDF、PNG 或 JPEG');
  await form.getByLabel('选择扫描件').setInputFiles({ name: '呈批单.pdf', mimeType: 'application/pdf', buffer: pdf });
  await form.getByRole('button', { name: '归入' }).click();
  await expect(section(page).getByRole('listitem')).toContainText('陈局长 2025 年 1 月 15 日签批');
  await form.getByLabel('更换归错的签批件').selectOption({ label: '签批件 1：呈批单.pdf' });
  await form.getByLabel(/更换的原因/).fill('漏扫第二页');
  await form
    .getByLabel('选择扫描件')
    .setInputFiles({ name: '呈批单（全）.pdf', mimeType: 'application/pdf', buffer: Buffer.concat([pdf, pdf]) });
  await form.getByRole('button', { name: '归入' }).click();
  await expect(section(page)).toContainText('已由签批件 2 更换，原件保留');
  await expect(page.locator('.history')).toContainText('归入签批件 2');
  expect(await faults(page)).toEqual([]);

  const answer = await page.request.get(
    (await section(page).getByRole('link', { name: '签批件 1：呈批单.pdf' }).getAttribute('href')) ?? '',
  );
  expect(await answer.body()).toEqual(pdf);
  expect(answer.headers()).toMatchObject({
    'content-type': 'application/pdf',
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining('sandbox'),
  });
  expect(answer.headers()['content-disposition']).toMatch(/^attachment; /);

  await page.context().clearCookies();
  await signIn(page, reviewer.username);
  await page.goto(`/office/reports/${agency.key}/${year}/review`);
  const aside = page.getByRole('complementary', { name: '批注和说明' });
  await expect(aside).toContainText('签批件 2：呈批单（全）.pdf');
  await expect(aside.getByRole('link', { name: '归入签批件' })).toBeVisible();
});

test('After publication I keep the archive, paste the report into our own site, record its address, and learn which digit is wrong there', async ({
  page,
  context,
}) => {
  const { agency, author } = await makePublished({ [licensing]: '716' });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await signIn(page, author.username);
  await page.goto(papersOf(agency));
  const archive = await kept(page, '下载归档包（第 1 版）');
  expect(archive.name).toBe(`${agency.name}${year}年度报告归档包（第1版）.zip`);
  expect(Object.keys(unzipSync(archive.bytes))).toEqual(
    expect.arrayContaining([
      '目录.txt',
      '审批记录/审批记录.docx',
      '签名/signature.json',
      `公布文件/${agency.name}${year}年政府信息公开工作年度报告.docx`,
    ]),
  );

  await section(page).getByRole('button', { name: '复制为网页内容' }).click();
  await expect(section(page)).toContainText('已复制第 1 版全文：标题、6 个部分、3 张表');
  const clip = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (type: string) => (await item?.getType(type))?.text() ?? '';
    return { html: await read('text/html'), text: await read('text/plain') };
  });
  expect(clip.html.match(/<table\b/g)).toHaveLength(3);
  expect(clip.text).toContain('一、总体情况');

  await section(page).getByText('登记本机关网站的网址').click();
  const form = page.getByRole('form', { name: '登记本机关网站的网址' });
  await form.getByLabel('网址', { exact: true }).fill('https://www.example.gov.cn/zwgk/nianbao/2024.html');
  await form.getByLabel('公布日期').fill('2025-01-20');
  await form.getByRole('button', { name: '登记' }).click();
  await expect(section(page).getByRole('link', { name: /^本机关网站：https:\/\/www\.example\.gov\.cn/ })).toBeVisible();

  const page1 = await (await page.request.get(`/reports/${agency.key}/${year}/report.html`)).text();
  const wrong = page1.replace(
    new RegExp(`(data-cell="${licensing}"[^>]*>)716<`),
    (_cell, start: string) => `${start}717<`,
  );
  await section(page)
    .getByLabel('核对保存的网页')
    .setInputFiles({ name: '年报.html', mimeType: 'text/html', buffer: Buffer.from(wrong) });
  await expect(section(page).getByRole('row', { name: /行政许可.* 717 716$/ })).toBeVisible();
  expect(await faults(page)).toEqual([]);
  await section(page)
    .getByLabel('再次核对保存的网页')
    .setInputFiles({ name: '年报.html', mimeType: 'text/html', buffer: Buffer.from(page1) });
  await expect(section(page)).toContainText('格数字与公布的一致');
});
