import { chromium } from '@playwright/test';
import { openWithFineClock, pressKeys, type Keystroke } from '@/e2e/support/keystrokes';
import { samplePassword } from '@/prisma/sample/agencies';
import { chromiumArguments, findChromium } from '@/scripts/testing/browser';
import { median, timed, type BenchmarkResult } from './result';
import { startServer } from '@/e2e/setup/server-under-test';

const strokes = 500;
const warm = 300;

/** Key to findings and to paint in table three, in a real browser on a production build; the checks against React. */
export async function keystroke(): Promise<BenchmarkResult[]> {
  const { address, stop } = await startServer();
  const executablePath = findChromium();
  const browser = await chromium.launch({
    ...(executablePath === null ? {} : { executablePath }),
    args: chromiumArguments,
  });
  try {
    const page = await browser.newPage({ baseURL: address, viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
    await page.goto('/login');
    await page.getByLabel('用户名').fill('周敏');
    await page.getByLabel('密码', { exact: true }).fill(samplePassword);
    await page.getByRole('button', { name: '登录' }).click();
    await page.waitForURL(/\/office/);
    await openWithFineClock(page, '/office/reports/yingjiguanliju/2025/applications');
    const times = await pressKeys(page, 'applications.granted.naturalPerson', strokes, warm);
    if (times.length < (strokes - warm) / 2) throw new Error(`only ${times.length} keystrokes were seen`);
    const of = (key: keyof Keystroke): number => median(times.map((time) => time[key]));
    console.error(
      `table three, median of ${times.length} keys: findings ${of('findings').toFixed(2)} ms (checks ${of('checks').toFixed(2)} ms), React ${of('react').toFixed(2)} ms, paint ${of('paint').toFixed(2)} ms`,
    );
    return [
      timed('keystroke-checks', of('checks'), of('react'), 'React, the same keystroke'),
      timed('keystroke-findings', of('findings'), of('paint'), 'paint of the same keystroke'),
    ];
  } finally {
    await browser.close();
    await stop();
  }
}
