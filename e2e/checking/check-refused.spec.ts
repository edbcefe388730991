import { expect, test } from '@playwright/test';
import { database } from '@/lib/store/database/database';
import { fileOf, give, openCheck, paper, reportOf, type FileToGive } from '@/e2e/support/check-page';
import { withRunningDatabase } from '@/e2e/support/running-database';

withRunningDatabase();

const wrong: FileToGive = {
  name: '照片.docx',
  mimeType: 'application/octet-stream',
  buffer: Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]),
};

test('a file that is no report gets one sentence, and the others are checked all the same', async ({ page }) => {
  await openCheck(page);
  await give(page, wrong, await fileOf(reportOf('5')), {
    name: '空的.txt',
    mimeType: 'text/plain',
    buffer: Buffer.alloc(0),
  });
  const files = page.getByRole('region', { name: '文件' }).getByRole('listitem');
  await expect(files.nth(0)).toContainText(/没有读成\s*[^。]+。/);
  await expect(files.nth(1)).toContainText('错误');
  await expect(files.nth(2)).toContainText('文件是空的，请重新选择。');
  await expect(paper(page)).toBeVisible();
});

test('a file that is too large is refused before it is sent, and by the server too', async ({ page }) => {
  await openCheck(page);
  const sent: string[] = [];
  page.on('request', (request) => sent.push(request.url()));
  await page.evaluate(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([new Uint8Array(33 * 1024 * 1024)], '大.docx'));
    document
      .querySelector('.drop')
      ?.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
  });
  await expect(page.getByText('文件太大，请只给出年度报告本身（32 MB 以内）。')).toBeVisible();
  expect(sent.filter((url) => url.endsWith('/check/read'))).toEqual([]);
  const answer = await page
    .evaluate(
      async () => (await fetch('/check/read', { method: 'POST', body: new Uint8Array(33 * 1024 * 1024) })).status,
    )
    .catch(() => 413);
  expect(answer).toBe(413);
});

test('a name that looks like markup is shown as it is', async ({ page }) => {
  await openCheck(page);
  await give(page, await fileOf(reportOf('8'), '<img src=x onerror=alert(1)>.docx'));
  await expect(page.getByText('<img src=x onerror=alert(1)>.docx')).toBeVisible();
});

test('nothing of a checked file stays on the server', async ({ page }) => {
  const agency = '云泽市没有存下的局';
  await openCheck(page);
  await give(page, await fileOf(reportOf('8', agency)));
  await expect(paper(page)).toBeVisible();
  const tables = await database().$queryRaw<{ name: string }[]>`
    SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
    WHERE table_type = 'BASE TABLE' AND table_schema IN ('public', 'queue')`;
  expect(tables.length).toBeGreaterThan(10);
  for (const { name } of tables) {
    const [found] = await database().$queryRawUnsafe<{ rows: number }[]>(
      `SELECT count(*)::int AS rows FROM ${name} t WHERE t::text LIKE '%${agency}%'`,
    );
    expect(found?.rows, name).toBe(0);
  }
});
