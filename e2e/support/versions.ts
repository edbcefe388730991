import { createHash } from 'node:crypto';
import { expect, type APIRequestContext, type Page } from '@playwright/test';
import type { Agency } from './arrange';
import { year } from './office';

/** Every version of a published report, as visitors find it. */

export const files = ['report.docx', 'report.html', 'report.json', 'report.csv'] as const;
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** The bytes at an address, which answers. */
export async function answered(request: APIRequestContext, address: string): Promise<Buffer> {
  const answer = await request.get(address);
  expect(answer.status(), address).toBe(200);
  return answer.body();
}

/** The hashes that the page of a version prints are those of the files that it offers. */
export async function hashesHold(page: Page, address: string): Promise<void> {
  await page.goto(address);
  const printed = await page
    .locator('.hashes')
    .evaluate((list) =>
      Object.fromEntries(
        [...list.querySelectorAll('dt')].map((dt) => [dt.textContent ?? '', dt.nextElementSibling?.textContent ?? '']),
      ),
    );
  for (const name of files) {
    const href = await page.locator(`.files a[href$="/${name}"]`).getAttribute('href');
    expect(sha256(await answered(page.request, href ?? '')), `${address} ${name}`).toBe(printed[name]);
  }
}

/** Where the report is published. */
export const addressOf = (agency: Agency): string => `/reports/${agency.key}/${year}`;
