import { chromium, type Page } from '@playwright/test';
import { samplePassword } from '../../prisma/sample/agencies';
import { chromiumArguments, findChromium } from '../browser';
import { median, timed, type BenchmarkResult } from './result';
import { startServer } from '../../e2e/setup/server-under-test';

interface Keystroke {
  /** From the key to the findings: reading the figure, totals, all checks. */
  readonly findings: number;
  /** The checks alone. */
  readonly checks: number;
  /** From the findings to the changed document: what React takes. */
  readonly react: number;
  /** From the key to the frame that shows it. */
  readonly paint: number;
}

const strokes = 120;
const warm = 20;

declare global {
  interface Window {
    keystrokes: Keystroke[];
  }
}

/**
 * Times every input event in the page itself. `nianbao check` is measured by the form (components/editor/browser.ts);
 * the observer of mutations runs right after React has changed the document, before the browser lays it out.
 */
function observe(): void {
  window.keystrokes = [];
  let pressed = 0;
  let changed = 0;
  document.addEventListener(
    'input',
    () => {
      pressed = performance.now();
      requestAnimationFrame(() => {
        const frame = new MessageChannel();
        frame.port1.onmessage = () => {
          const [check] = performance.getEntriesByName('nianbao check');
          if (check === undefined || check.startTime < pressed || changed < pressed) return;
          const found = check.startTime + check.duration;
          const times = { findings: found - pressed, checks: check.duration, react: changed - found, paint: performance.now() - pressed };
          window.keystrokes.push(times);
        };
        frame.port2.postMessage(null);
      });
    },
    { capture: true },
  );
  new MutationObserver(() => {
    if (changed < pressed) changed = performance.now();
  }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
}

async function typeInto(page: Page, cell: string): Promise<Keystroke[]> {
  const input = page.locator(`td[data-cell="${cell}"] input`);
  await input.click();
  await page.evaluate(observe);
  for (let stroke = 0; stroke < strokes; stroke += 1) {
    await page.keyboard.press(stroke % 2 === 0 ? `${1 + (stroke % 9)}` : 'Backspace');
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
  }
  return (await page.evaluate(() => window.keystrokes)).slice(warm);
}

/** Key to findings and to paint in table three, in a real browser on a production build; the checks against React. */
export async function keystroke(): Promise<BenchmarkResult[]> {
  const { address, stop } = await startServer();
  const executablePath = findChromium();
  const browser = await chromium.launch({ ...(executablePath === null ? {} : { executablePath }), args: chromiumArguments });
  try {
    const page = await browser.newPage({ baseURL: address, viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
    await page.goto('/login');
    await page.getByLabel('用户名').fill('周敏');
    await page.getByLabel('密码', { exact: true }).fill(samplePassword);
    await page.getByRole('button', { name: '登录' }).click();
    await page.waitForURL(/\/office/);
    await page.goto('/office/reports/yingjiguanliju/2025/applications');
    const times = await typeInto(page, 'applications.granted.naturalPerson');
    if (times.length < (strokes - warm) / 2) throw new Error(`only ${times.length} keystrokes were seen`);
    const of = (key: keyof Keystroke): number => median(times.map((time) => time[key]));
    console.error(`table three, median of ${times.length} keys: findings ${of('findings').toFixed(2)} ms (checks ${of('checks').toFixed(2)} ms), React ${of('react').toFixed(2)} ms, paint ${of('paint').toFixed(2)} ms`);
    return [
      timed('keystroke-checks', of('checks'), of('react'), 'React, the same keystroke'),
      timed('keystroke-findings', of('findings'), of('paint'), 'paint of the same keystroke'),
    ];
  } finally {
    await browser.close();
    await stop();
  }
}
