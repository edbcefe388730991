import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from '@playwright/test';
import { markupFaults } from '@/lib/render/test/markup-faults';
import { sampleFrame } from '@/lib/render/test/sample-frame';
import { pageOf, standaloneOf } from '@/lib/render/page/page';
import type { Report } from '@/lib/report/report';
import { chromiumArguments, findChromium } from './browser';

export interface PageCheck {
  /** Faults of the page and of the single file of one report, by check. */
  faultsOf: (report: Report) => Promise<Record<string, string[]>>;
  close: () => Promise<void>;
}

/** Starts a browser to hold pages against html-validate and axe, at 1440 and 390 pixels; null without a browser. */
export async function openPageCheck(): Promise<PageCheck | null> {
  const executablePath = findChromium();
  if (executablePath === null) return null;
  const browser = await chromium.launch({ executablePath, args: chromiumArguments });
  const context = await browser.newContext({ locale: 'zh-CN' });
  const page = await context.newPage();
  const seen = async (html: string): Promise<string[]> => {
    await page.setContent(html);
    const found: string[] = [];
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      const { violations } = await new AxeBuilder({ page }).analyze();
      found.push(
        ...violations.flatMap(({ id, nodes }) =>
          nodes.slice(0, 3).map((node) => `${id} at ${width}: ${node.html.slice(0, 120)}`),
        ),
      );
    }
    return found;
  };
  return {
    faultsOf: async (report) => {
      const documents = [pageOf(report, { ...sampleFrame, files: [], pdfFollows: true }), standaloneOf(report)];
      const markup: string[] = [];
      const accessible: string[] = [];
      for (const html of documents) {
        markup.push(...(await markupFaults(html)));
        accessible.push(...(await seen(html)));
      }
      return { 'html-validate': markup, axe: accessible };
    },
    close: () => browser.close(),
  };
}
