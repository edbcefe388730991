import { expect, type Locator, type Page } from '@playwright/test';
import sharp from 'sharp';
import { part, tablesOf } from '@/lib/render/test/docx-tables';
import type { Place } from '@/lib/report/report';
import { openReport } from '@/lib/usecases/writing/open-report';
import { granted } from '@/lib/usecases/test/commands';
import { makePerson, signIn, type Agency, type Person } from '@/e2e/support/arrange';
import { test } from '@/e2e/support/entering';
import { cutOff, openForm, reconnect } from '@/e2e/support/form';
import { carry, makeOffice, year } from '@/e2e/support/office';
import { withRunningDatabase } from '@/e2e/support/running-database';

/** Pictures and simple tables in the text: put in, written, moved, reviewed and published. */

const words = '柱状图：工作动态 236 条，水质公报 52 条';
withRunningDatabase();

const drawing = (): Promise<Buffer> =>
  sharp({ create: { width: 640, height: 240, channels: 3, background: '#ffffff' } })
    .composite([
      { input: { create: { width: 120, height: 180, channels: 3, background: '#1d5673' } }, left: 80, top: 40 },
    ])
    .png()
    .toBuffer();

/** What stands in a section as the database has it: words, pictures by their words, tables by their name and rows. */
const kinds = async (author: Person, agency: Agency, section: Place = 'overview'): Promise<string[]> => {
  const { draft } = granted(await openReport(author, agency.key, year, new Date()));
  return draft.paragraphs
    .filter((one) => one.place === section)
    .map(({ insert }) =>
      insert === undefined
        ? '文'
        : 'picture' in insert
          ? `图：${insert.picture.alt}`
          : `表：${[[insert.table.caption], ...insert.table.rows].map((row) => row.join(' ')).join('／')}`,
    );
};

async function choose(page: Page, text: Locator): Promise<Locator> {
  await text.getByText('方便群众查阅').click();
  const chosen = page.waitForEvent('filechooser');
  await page
    .getByRole('toolbar', { name: /总体情况/ })
    .getByRole('button', { name: '插入图片' })
    .click();
  await (await chosen).setFiles({ name: '统计图.png', mimeType: 'image/png', buffer: await drawing() });
  return page.getByRole('dialog', { name: '插入图片' });
}

test('I put a picture and a table into the text; they are published in the page and the .docx', async ({
  browser,
  enter,
}) => {
  const { agency, author, reviewer } = await makeOffice();
  const page = await (await browser.newContext()).newPage();
  const violations: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) violations.push(message.text());
  });
  await signIn(page, author.username);
  await openForm(page, agency, year, 'overview');
  const text = page.getByRole('textbox', { name: '一、总体情况' });

  await test.step('Nothing goes in without words for those who cannot see it, and nothing is lost while the server is away', async () => {
    const dialog = await choose(page, text);
    const insert = dialog.getByRole('button', { name: '插入', exact: true });
    await insert.click();
    await expect(dialog.getByRole('alert')).toHaveText('请先写替代文字，再插入。');
    await dialog.getByRole('textbox', { name: '替代文字' }).fill(words);
    await page.route('**/pictures', (route) => route.abort('connectionrefused'));
    await insert.click();
    await expect(dialog.getByRole('alert')).toContainText('现在连不上服务器，图片没有插入');
    await page.unroute('**/pictures');
    await insert.click();
    await expect(dialog).toBeHidden();
    await expect(text.getByRole('img', { name: words })).toBeVisible();
    await expect
      .poll(() => kinds(author, agency))
      .toEqual(['文', '文', `图：${words}`, ...Array<string>(8).fill('文')]);
  });

  await test.step('I move it, change its words, write while it is selected, and take back what I did', async () => {
    const block = text.getByRole('group', { name: /^图片/ });
    await block.getByRole('img').click();
    await page.keyboard.press('Alt+ArrowDown');
    await expect
      .poll(() => kinds(author, agency))
      .toEqual(['文', '文', '文', `图：${words}`, ...Array<string>(7).fill('文')]);
    await page.keyboard.press('Control+z');
    await expect
      .poll(() => kinds(author, agency))
      .toEqual(['文', '文', `图：${words}`, ...Array<string>(8).fill('文')]);
    await block.getByRole('textbox', { name: '替代文字' }).fill(`${words}。`);
    await page.keyboard.press('Enter');
    await page.keyboard.insertText('图下面的说明。');
    await expect
      .poll(() => kinds(author, agency))
      .toEqual(['文', '文', `图：${words}。`, ...Array<string>(9).fill('文')]);
    await expect(text.getByText('图下面的说明。')).toBeVisible();
  });

  await test.step('A table is pasted, written in and kept while the connection is gone', async () => {
    await cutOff(page);
    await text.evaluate((element) => {
      const data = new DataTransfer();
      data.setData(
        'text/html',
        '<table><tr><td>类别</td><td>条数</td></tr><tr><td>工作动态</td><td>236</td></tr></table>',
      );
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    });
    await text.getByRole('textbox', { name: '第 2 行第 2 列，条数' }).fill('237');
    await text.getByRole('button', { name: '下面加一行' }).click();
    await text.getByRole('textbox', { name: '第 3 行第 1 列，类别' }).fill('水质公报');
    await page.keyboard.press('Tab');
    await page.keyboard.insertText('52');
    await reconnect(page);
    await expect
      .poll(() => kinds(author, agency), { timeout: 40_000 })
      .toContain('表：／类别 条数／工作动态 237／水质公报 52');
    await text.getByRole('textbox', { name: '表名' }).fill('主动公开信息');
    await expect.poll(() => kinds(author, agency)).toContain('表：主动公开信息／类别 条数／工作动态 237／水质公报 52');
  });
  expect(violations).toEqual([]);

  await test.step('The reviewer sees both; what is approved is published', async () => {
    await carry(author, agency, { do: 'submit' });
    const desk = await enter(reviewer);
    await desk.goto(`/office/reports/${agency.key}/${year}/review`);
    const picture = desk.getByRole('img', { name: `${words}。` });
    await expect(picture).toBeVisible();
    expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(640);
    await expect(desk.getByRole('table', { name: '主动公开信息' }).getByRole('cell', { name: '237' })).toBeVisible();
    for (const step of ['approve', 'publish'] as const) await carry(reviewer, agency, { do: step });
  });

  await test.step('Page and .docx hold them', async () => {
    await page.goto(`/reports/${agency.key}/${year}`);
    const shown = page.getByRole('img', { name: `${words}。` });
    expect(await shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(640);
    await expect(page.getByRole('table', { name: '主动公开信息' }).getByRole('columnheader')).toHaveText([
      '类别',
      '条数',
    ]);
    const docx = await (await page.request.get(`/reports/${agency.key}/${year}/report.docx`)).body();
    expect(part(docx, 'word/document.xml')).toContain(`descr="${words}。"`);
    expect(tablesOf(docx)[0]?.rows.map((row) => row.cells.map((cell) => cell.text))).toEqual([
      ['类别', '条数'],
      ['工作动态', '237'],
      ['水质公报', '52'],
    ]);
  });
});

test('a file that is no picture is told so before I write a word about it', async ({ enter }) => {
  const { agency, author } = await makeOffice();
  const page = await enter(author);
  await openForm(page, agency, year, 'overview');
  const chosen = page.waitForEvent('filechooser');
  await page
    .getByRole('toolbar', { name: /总体情况/ })
    .getByRole('button', { name: '插入图片' })
    .click();
  await (await chosen).setFiles({ name: '图.png', mimeType: 'image/png', buffer: Buffer.from('not a picture') });
  const dialog = page.getByRole('dialog', { name: '插入图片' });
  await expect(dialog.getByRole('alert')).toHaveText('这个文件不像图片，请换一个 PNG 或 JPEG 文件。');
  await expect(dialog.locator('img')).toHaveCount(0);
});

test('two of us change one table: different cells go together, the same cell shows both', async ({ enter }) => {
  const { agency, author } = await makeOffice();
  const colleague = await makePerson('何静', [{ agency, role: 'author' }]);
  const [mine, theirs] = await Promise.all([enter(author), enter(colleague)]);
  await openForm(mine, agency, year, 'problems');
  await mine.getByRole('textbox', { name: /^五、/ }).getByText('逐项销号').click();
  await mine.getByRole('button', { name: '插入表格' }).click();
  await mine.getByRole('spinbutton', { name: '列数' }).fill('2');
  await mine.getByRole('button', { name: '插入', exact: true }).click();
  const cell = (page: Page, name: string): Locator => page.getByRole('textbox', { name });
  await expect(cell(mine, '第 1 行第 1 列，表头')).toBeFocused();
  await mine.keyboard.insertText('问题');
  await expect.poll(() => kinds(author, agency, 'problems')).toContain('表：／问题 ／ ／ ／ ');
  await openForm(theirs, agency, year, 'problems');
  await cutOff(mine);
  await cell(mine, '第 2 行第 1 列，问题').fill('我写的');
  await cell(theirs, '第 2 行第 1 列，问题').fill('何静写的');
  await expect.poll(() => kinds(author, agency, 'problems')).toContain('表：／问题 ／何静写的 ／ ／ ');
  await reconnect(mine);
  const box = mine.getByRole('region', { name: '两人同时改了这一段' });
  await expect(box.getByRole('cell', { name: '何静写的' })).toBeVisible({ timeout: 40_000 });
  await expect(box.getByRole('cell', { name: '我写的' })).toBeVisible();
  await box.getByRole('button', { name: '用对方的' }).click();
  await expect(cell(mine, '第 2 行第 1 列，问题')).toHaveValue('何静写的');
});
