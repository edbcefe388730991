import type { APIRequestContext, Page } from '@playwright/test';
import { figuresByLabel, wordsFor } from '@/lib/render/test/by-label';
import { tablesOf } from '@/lib/render/test/docx-tables';
import type { Format } from '@/lib/statute/format';

export type Cells = Record<string, string>;

/** The figures of a page, as the plain text of its data-cell. */
export async function cellsOfPage(page: Page): Promise<Cells> {
  const cells = await page
    .locator('td[data-cell]')
    .evaluateAll((all) => all.map((td) => [td.getAttribute('data-cell') ?? '', td.textContent ?? ''] as const));
  if (new Set(cells.map(([id]) => id)).size !== cells.length) throw new Error('a cell stands twice in the page');
  return Object.fromEntries(cells);
}

/** The figures of a .docx, found by the labels that stand beside and above them. */
export function cellsOfDocx(format: Format, docx: Uint8Array): Cells {
  const found = figuresByLabel(tablesOf(docx));
  if (found.size !== format.cells.length)
    throw new Error(`${found.size} figures in the .docx, ${format.cells.length} in the format`);
  return Object.fromEntries(
    format.cells.map((cell) => [cell.id, found.get(wordsFor(format, cell)) ?? 'no such label']),
  );
}

/** The bytes of a published page and its files. */
export async function publishedBytes(request: APIRequestContext, address: string): Promise<Record<string, string>> {
  const files = ['', '/report.docx', '/report.html', '/report.json', '/report.csv', '/versions/1'];
  const bytes: Record<string, string> = {};
  for (const file of files) {
    const answer = await request.get(address + file);
    if (!answer.ok()) throw new Error(`${address}${file}: ${answer.status()}`);
    bytes[file] = (await answer.body()).toString('base64');
  }
  return bytes;
}
