import type { Page } from '@playwright/test';

/** One key pressed in a cell of the form, in milliseconds from the key. */
export interface Keystroke {
  /** From the key to the findings: reading the figure, totals, all checks. */
  readonly findings: number;
  /** The checks alone. */
  readonly checks: number;
  /** From the findings to the changed document: what React takes. */
  readonly react: number;
  /** From the key to the frame that shows it. */
  readonly paint: number;
}

declare global {
  interface Window {
    keystrokes: Keystroke[];
  }
}

/**
 * Times every input event in the page itself. `nianbao check` is measured by the form (components/editor/session/browser.ts);
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
          const times = {
            findings: found - pressed,
            checks: check.duration,
            react: changed - found,
            paint: performance.now() - pressed,
          };
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

/**
 * Opens a page as an isolated one: browsers give only those a clock with steps of 5 µs, all others one of 100 µs, and
 * the checks take some 450 µs. The page is otherwise the same.
 */
export async function openWithFineClock(page: Page, path: string): Promise<void> {
  await page.route(`**${path}`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({
      response,
      headers: {
        ...response.headers(),
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp',
      },
    });
  });
  await page.goto(path);
  if (!(await page.evaluate(() => crossOriginIsolated)))
    throw new Error('the page is not isolated: its clock is too coarse');
}

/** Presses keys in a cell of the page that is open; the first `warm` of them are not counted. */
export async function pressKeys(page: Page, cell: string, strokes: number, warm: number): Promise<Keystroke[]> {
  const input = page.locator(`td[data-cell="${cell}"] input`);
  await input.click();
  await page.evaluate(observe);
  for (let stroke = 0; stroke < strokes; stroke += 1) {
    await page.keyboard.press(stroke % 2 === 0 ? `${1 + (stroke % 9)}` : 'Backspace');
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
  }
  return (await page.evaluate(() => window.keystrokes)).slice(warm);
}
