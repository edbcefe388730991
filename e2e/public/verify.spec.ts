import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test, type APIRequestContext, type Page } from '@playwright/test';
import { faultsOf, overflowOf } from '@/e2e/support/faults';

const report = '/reports/chenghuqu/2024';
const root = fileURLToPath(new URL('../..', import.meta.url));

const bytesOf = async (request: APIRequestContext, address: string): Promise<Buffer> =>
  (await request.get(address)).body();

async function hand(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.getByLabel(/Word、网页、PDF/).setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  await page.getByRole('button', { name: '核验文件' }).click();
}

async function faultless(page: Page): Promise<void> {
  expect(await faultsOf(page)).toEqual([]);
  expect(await overflowOf(page)).toBeLessThanOrEqual(0);
  expect(await page.locator('script').count()).toBe(0);
}

test('A Word file that came by mail under another name is what was published; with one changed byte it is not', async ({
  page,
  request,
}) => {
  const docx = await bytesOf(request, `${report}/report.docx`);
  await page.goto(report);
  await page.getByRole('complementary').getByRole('link', { name: '核验文件' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '核验文件' })).toBeVisible();
  await hand(page, '邮件附件（最终）.docx', docx);
  const verdict = page.getByRole('region', { name: '与公布的文件完全一致' });
  await expect(verdict).toContainText('邮件附件（最终）.docx');
  await expect(verdict).toContainText('2024 年度');
  await expect(verdict).toContainText('Word 文档');
  await faultless(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await faultless(page);

  const changed = Buffer.from(docx);
  changed[changed.length >> 1] = (changed[changed.length >> 1] ?? 0) ^ 1;
  await hand(page, '年报.docx', changed);
  await expect(page.getByRole('region', { name: '不是本站公布的文件' })).toContainText('内容被改动过');
  await faultless(page);
});

test('The field for a file speaks Chinese whatever the browser speaks, and shows which file was chosen', async ({
  page,
}) => {
  await page.goto('/verify');
  const none = page.getByText('还没有选择', { exact: true });
  await expect(none).toBeVisible();
  await page.getByRole('button', { name: '核验文件' }).click();
  await expect(page.getByRole('alert')).toContainText('还没有选择文件');
  await faultless(page);
  await page
    .getByLabel(/Word、网页、PDF/)
    .setInputFiles({ name: '年报.docx', mimeType: 'application/octet-stream', buffer: Buffer.from('x') });
  await expect(none).toBeHidden();
  await expect(page.getByLabel(/Word、网页、PDF/)).not.toHaveCSS('color', 'rgba(0, 0, 0, 0)');
});

test('A hash printed on the published page leads to its proof; what is no hash is told so', async ({ page }) => {
  await page.goto(report);
  await page.getByText('各文件的 SHA-256').click();
  await page.locator('.hashes a').first().click();
  await expect(page.getByRole('region', { name: '与公布的文件完全一致' })).toBeVisible();
  await page.getByLabel('文件的 SHA-256 校验值').fill('abc');
  await page.getByRole('button', { name: '核验校验值' }).click();
  await expect(page.getByRole('alert')).toContainText('64 个数字和字母');
  await faultless(page);
});

test('The page itself, its signature and the public key prove it on another machine, without this site', async ({
  request,
}) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'nianbao-proof-'));
  try {
    const { keys } = (await (await request.get('/verify/keys.json')).json()) as {
      keys: { id: string; address: string; publicKey: string }[];
    };
    const key = await bytesOf(request, keys[0]?.address ?? '');
    expect(key.toString()).toBe(keys[0]?.publicKey);
    const page = await bytesOf(request, `${report}/versions/1`);
    const signature = await request.get(`${report}/versions/1/signature.json`);
    expect(signature.headers()['cache-control']).toBe('public, max-age=0, must-revalidate');
    for (const [name, bytes] of [
      ['saved.html', page],
      ['signature.json', await signature.body()],
      ['key.pem', key],
    ] as const)
      writeFileSync(path.join(folder, name), bytes);
    const env = {
      ...process.env,
      INIT_CWD: folder,
      DATABASE_URL: 'postgresql://127.0.0.1:1/none',
      DATA_DIR: path.join(folder, 'none'),
    };
    const told = spawnSync(
      process.execPath,
      [path.join(root, 'scripts/setup.mjs'), 'nianbao', 'verify', 'saved.html', '--key', 'key.pem'],
      { env, encoding: 'utf8' },
    );
    expect(told.status, told.stderr).toBe(0);
    expect(JSON.parse(told.stdout)).toMatchObject([
      {
        verdict: 'published',
        year: 2024,
        version: 1,
        name: 'page',
        sha256: createHash('sha256').update(page).digest('hex'),
      },
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
