import { readFile } from 'node:fs/promises';
import { expect, type Page, type APIRequestContext } from '@playwright/test';
import validate from '@ooxml-tools/validate';
import { gridFaults, tablesOf } from '@/lib/render/test/docx-tables';
import { field } from '@/e2e/support/form';
import { cellsOfDocx, cellsOfPage, publishedBytes } from '@/e2e/support/published';
import { received, submitButton, type Job } from './job';

const addressOf = ({ agency, year }: Job): string => `/reports/${agency.key}/${year}`;

/** Finds the report from the front page; page, .docx and JSON give the figures. */
export async function readEverywhere(visitor: Page, job: Job): Promise<void> {
  await visitor.goto('/');
  await visitor.getByRole('link', { name: job.agency.name, exact: true }).click();
  await expect(visitor).toHaveURL(new RegExp(`${addressOf(job)}$`));
  expect(await cellsOfPage(visitor)).toEqual(job.expected);
  await expect(visitor.getByText('全年共收到政府信息公开申请1件，登记当日转交业务科室办理。')).toBeVisible();

  const take = async (file: string): Promise<Buffer> => {
    const [download] = await Promise.all([
      visitor.waitForEvent('download'),
      visitor.locator(`a[href$="/${file}"]`).filter({ visible: true }).first().click(),
    ]);
    return readFile(await download.path());
  };
  const docx = await take('report.docx');
  expect(cellsOfDocx(job.format, docx)).toEqual(job.expected);
  expect(tablesOf(docx).flatMap(gridFaults)).toEqual([]);
  expect(tablesOf(docx).map((table) => table.rows.filter((row) => row.header).length)).toEqual([2, 3, 3]);
  expect(await validate(docx, 'docx')).toEqual([]);
  const json = JSON.parse((await take('report.json')).toString('utf8')) as {
    cells: unknown;
    sections: { overview: string };
  };
  expect(json.cells).toEqual(job.expected);
  expect(json.sections.overview).toContain('全年共收到政府信息公开申请1件');
}

/** Tries to go on writing in what is published. */
export async function nothingChanges(writer: Page, anyone: APIRequestContext, job: Job): Promise<void> {
  const before = await publishedBytes(anyone, addressOf(job));
  await writer.goto(`${job.base}/applications`);
  await expect(writer.getByText('报告已公布，不能改动。')).toBeVisible();
  await expect(field(writer, received)).toHaveAttribute('readonly', '');
  await expect(submitButton(writer)).toHaveCount(0);
  const edit = { id: crypto.randomUUID(), path: received, base: null, value: '7' };
  const answer = await writer.request.post(`${job.base}/edits`, {
    data: { since: 0, edits: [edit] },
    headers: { origin: new URL(writer.url()).origin },
  });
  expect(answer.status()).toBe(409);
  await writer.reload();
  await expect(field(writer, received)).toHaveValue('1');
  expect(await publishedBytes(anyone, addressOf(job))).toEqual(before);
}
