import { expect, type Page } from '@playwright/test';
import { reportWith } from '@/lib/checks/test/reports';
import { docxOf } from '@/lib/render/docx/docx';
import type { Report } from '@/lib/report/report';
import { docxType } from '@/lib/usecases/papers/download';
import { year } from './office';

/** The page that checks a file, as a person uses it. */

export const received = 'applications.received.naturalPerson';
export const granting = 'applications.granted.naturalPerson';

export interface FileToGive {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A report of an agency that the system does not know. Eight applications came in, `handled` of them were granted. */
export function reportOf(handled: string, agency = '云泽市测绘管理局'): Report {
  return reportWith(
    { [received]: '8', [granting]: handled },
    {},
    { year, agency, signature: { agency, date: '2025-01-17' } },
  );
}

export const fileOf = async (report: Report, name = '2024年报.docx'): Promise<FileToGive> => ({
  name,
  mimeType: docxType,
  buffer: Buffer.from(await docxOf(report)),
});

/** Opens the page and waits until it listens. */
export async function openCheck(page: Page): Promise<void> {
  await page.goto('/check');
  await expect(page.getByRole('heading', { level: 1, name: '核对一份报告' })).toBeVisible();
  await page.waitForLoadState('networkidle');
}

export const give = async (page: Page, ...files: FileToGive[]): Promise<void> => {
  await page.locator('.drop input[type=file]').first().setInputFiles(files);
};

/** Lets a file fall onto the page, as a hand does that brings it from the desktop. */
export async function drop(page: Page, { name, mimeType, buffer }: FileToGive): Promise<void> {
  const data = await page.evaluateHandle(
    ({ bytes, name: called, type }) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(bytes)], called, { type }));
      return transfer;
    },
    { bytes: [...buffer], name, type: mimeType },
  );
  await page.dispatchEvent('.drop', 'drop', { dataTransfer: data });
}

export const paper = (page: Page) => page.getByRole('article', { name: '读到的报告' });
export const results = (page: Page) => page.getByRole('complementary', { name: '核对结果' });
