import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What axe finds wrong with the page, or with this part of it, as it stands. */
export async function faultsOf(page: Page, part?: string): Promise<string[]> {
  // A page without frames needs no second page in which their results are put together: a third of the time.
  const axe = new AxeBuilder({ page }).setLegacyMode(page.frames().length === 1);
  const { violations } = await (part === undefined ? axe : axe.include(part)).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 4).map((node) => `${id}: ${node.target.join(' ')} ${node.html.slice(0, 160)}`),
  );
}

/** How many pixels the page is wider than its window; at most 0 is wanted. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** Looks at the page in windows of these widths, the last of which stays. */
export async function atWidths(
  page: Page,
  widths: readonly number[],
  look: () => Promise<readonly string[]>,
): Promise<string[]> {
  const found: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    found.push(...(await look()).map((fault) => `at ${width}: ${fault}`));
  }
  return found;
}

/** What axe finds wrong with the page on a telephone and on a desk. */
export const faultsNarrowAndWide = (page: Page): Promise<string[]> => atWidths(page, [390, 1440], () => faultsOf(page));
