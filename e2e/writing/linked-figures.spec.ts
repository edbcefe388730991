import { expect, test, type Page } from '@playwright/test';
import { part } from '@/lib/render/test/docx-tables';
import { database } from '@/lib/store/database/database';
import {
  calmProse,
  cellEdits,
  makeAgency,
  makeDraft,
  makePerson,
  paragraphs,
  signIn,
  type Agency,
  type Person,
} from '@/e2e/support/arrange';
import { field, goTo } from '@/e2e/support/form';
import { fillCell, untilSaved } from '@/e2e/support/hands';
import { carry, year } from '@/e2e/support/office';
import { publishedBytes } from '@/e2e/support/published';
import { withRunningDatabase } from '@/e2e/support/running-database';

/** A figure linked into a sentence: it follows its table until publication, and never after. */

const linked = 'disclosure.licensing.decisions';
const saying = (count: string): string => `全年作出行政许可决定${count}件，均在七个工作日内公开。`;

test.use({ actionTimeout: 15_000 });

withRunningDatabase();
let agency: Agency;
let author: Person;
let reviewer: Person;

test.beforeEach(async () => {
  agency = await makeAgency();
  author = await makePerson('何填报', [{ agency, role: 'author' }]);
  reviewer = await makePerson('秦审核', [{ agency, role: 'reviewer' }]);
  const note = paragraphs('disclosure', [
    [{ text: '全年作出行政许可决定' }, { figure: linked }, { text: '件，均在七个工作日内公开。' }],
  ]);
  await makeDraft(author, agency, year, [...cellEdits(year, { [linked]: '58' }), ...calmProse(), ...note]);
  await carry(author, agency, { do: 'submit' });
});

/** The words of a .docx, paragraph by paragraph. */
function wordsOf(docx: Uint8Array): string[] {
  const paragraphsOf = part(docx, 'word/document.xml').split('</w:p>');
  return paragraphsOf.map((xml) =>
    [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((match) => match[1]).join(''),
  );
}

async function docxAt(page: Page, address: string): Promise<string[]> {
  const answer = await page.request.get(address);
  expect(answer.status()).toBe(200);
  return wordsOf(await answer.body());
}

test('I change a cell after a return, and the sentence, the Word file and the data say the new figure', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const base = `/office/reports/${agency.key}/${year}`;
  await carry(reviewer, agency, { do: 'return', reason: '许可件数请与台账核对' });
  await signIn(page, author.username);
  expect(await docxAt(page, `${base}/preview/report.docx`)).toContain(saying('58'));

  await page.goto(`${base}/disclosure`);
  const sentence = page.locator('.ProseMirror p', { hasText: '全年作出行政许可决定' });
  await expect(sentence).toHaveText(saying('58'));
  await fillCell(page, linked, '61');
  await expect(sentence).toHaveText(saying('61'));
  await untilSaved(page);

  await page.goto(`${base}/preview`);
  const framed = page.frameLocator('iframe');
  await expect(framed.getByText(saying('61'))).toBeVisible();
  await expect(framed.getByText(saying('58'))).toHaveCount(0);
  const previewed = await docxAt(page, `${base}/preview/report.docx`);
  expect(previewed).toContain(saying('61'));
  expect(previewed).not.toContain(saying('58'));

  await carry(author, agency, { do: 'submit' });
  await carry(reviewer, agency, { do: 'approve' });
  await carry(reviewer, agency, { do: 'publish' });
  const address = `/reports/${agency.key}/${year}`;
  expect(await docxAt(page, `${address}/report.docx`)).toContain(saying('61'));
  const json = (await (await page.request.get(`${address}/report.json`)).json()) as {
    cells: Record<string, string>;
    sections: Record<string, string>;
  };
  expect(json.cells[linked]).toBe('61');
  expect(json.sections.disclosure).toBe(saying('61'));
  // The PDF follows by itself, unless this machine cannot make any: then the page names none.
  if ((await (await page.request.get(address)).text()).includes('report.pdf')) {
    await expect
      .poll(async () => (await page.request.get(`${address}/report.pdf`)).status(), { timeout: 120_000 })
      .toBe(200);
  }
});

test('A published report keeps its sentence, whatever becomes of the draft behind it', async ({ page }) => {
  await carry(reviewer, agency, { do: 'approve' });
  await carry(reviewer, agency, { do: 'publish' });
  const address = `/reports/${agency.key}/${year}`;
  const before = await publishedBytes(page.request, address);

  await signIn(page, author.username);
  const base = `/office/reports/${agency.key}/${year}`;
  await page.goto(`${base}/disclosure`);
  await expect(field(page, linked)).toHaveAttribute('readonly', '');
  await field(page, linked).click();
  await page.keyboard.type('61');
  await expect(field(page, linked)).toHaveValue('58');
  await goTo(page, '一、');
  await goTo(page, '二、');
  await expect(page.getByText(saying('58'))).toBeVisible();

  // Not even a draft that somebody changed beside the product reaches what is published.
  const { count } = await database().draftValue.updateMany({
    where: { path: linked, report: { agencyId: agency.id } },
    data: { value: '61' },
  });
  expect(count).toBe(1);
  expect(await publishedBytes(page.request, address)).toEqual(before);
  await page.goto(address);
  await expect(page.locator(`td[data-cell="${linked}"]`)).toHaveText('58');
  await expect(page.getByText(saying('58'))).toBeVisible();
});
