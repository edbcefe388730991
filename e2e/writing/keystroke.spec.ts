import { expect, test } from '@playwright/test';
import { signIn } from '@/e2e/support/arrange';
import { openWithFineClock, pressKeys } from '@/e2e/support/keystrokes';
import { makeOffice, year } from '@/e2e/support/office';
import { withRunningDatabase } from '@/e2e/support/running-database';

/** Short form of `npm run bench -- keystroke`. */

withRunningDatabase();

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

test('the checks take less than a quarter of what React takes for the same key', async ({ page }) => {
  const { agency, author } = await makeOffice();
  await signIn(page, author.username);
  await openWithFineClock(page, `/office/reports/${agency.key}/${year}/applications`);
  const times = await pressKeys(page, 'applications.received.naturalPerson', 60, 20);
  expect(times.length).toBeGreaterThanOrEqual(30);
  const checks = median(times.map((time) => time.checks));
  const react = median(times.map((time) => time.react));
  console.log(`keystroke: checks ${checks.toFixed(2)} ms, React ${react.toFixed(2)} ms`);
  expect(checks * 4, `checks ${checks} ms, React ${react} ms`).toBeLessThan(react);
});
