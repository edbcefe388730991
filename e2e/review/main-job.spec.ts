import { expect } from '@playwright/test';
import { formatFor } from '@/lib/statute/formats';
import { sharedReports } from '@/lib/statute/test/shared-reports';
import { submitButton, type Job } from '@/e2e/main-job/job';
import { nothingChanges, readEverywhere } from '@/e2e/main-job/reading';
import { answerAndSubmit, returnWithComments, settleAndPublish, submitWithReason } from '@/e2e/main-job/review';
import { mendColumn, pasteTableThree, typeTableFour, typeTableTwo } from '@/e2e/main-job/tables';
import { writeText } from '@/e2e/main-job/text';
import { makeAgency, makePerson } from '@/e2e/support/arrange';
import { test } from '@/e2e/support/entering';
import { withRunningDatabase } from '@/e2e/support/running-database';

/** The whole job, once, as the three kinds of people do it, with the figures of a real report. */

const expected = sharedReports().find(({ name }) => name === '002')?.expected.cells;
// The desk offers the round that runs; the figures are those of another year of the same format.
const year = new Date().getFullYear() - 1;

test.use({ actionTimeout: 15_000 });
withRunningDatabase();

test('I fill in the report, it is reviewed and returned, I mend it, it is published, and everyone reads the figures I gave', async ({
  page: visitor,
  enter,
}) => {
  test.skip(expected === undefined, 'the folder ../shared/reports is not here');
  test.setTimeout(240_000);
  const format = formatFor(year);
  if (format === undefined || expected === undefined) throw new Error(`no format or no figures for ${year}`);
  expect(Object.keys(expected).sort()).toEqual(format.cells.map(({ id }) => id).sort());
  expect(Object.keys(expected)).toHaveLength(200);

  const agency = await makeAgency();
  const job: Job = { agency, year, format, expected, base: `/office/reports/${agency.key}/${year}` };
  const writer = await enter(await makePerson('何填报', [{ agency, role: 'author' }]));

  await test.step('The author starts the report of this round', async () => {
    await writer.getByRole('button', { name: `新建 ${year} 年度报告` }).click();
    await writer.waitForURL(`**${job.base}/overview`);
    await expect(submitButton(writer)).toHaveAttribute('aria-disabled', 'true');
  });
  await test.step('Table three comes from Excel in one paste, with all that people type into cells', () =>
    pasteTableThree(writer, job));
  await test.step('Tables two and four are typed without the mouse', async () => {
    await typeTableTwo(writer, job);
    await typeTableFour(writer, job);
  });
  await test.step('The text is written, with figures that follow the tables', () => writeText(writer, job));
  await test.step('A column that does not balance stops the submission; F8 goes to it, and one click mends it', () =>
    mendColumn(writer));
  await test.step('The warning that is left wants a reason; then the report is submitted', () =>
    submitWithReason(writer));

  const judge = await enter(await makePerson('秦审核', [{ agency, role: 'reviewer' }]));
  await test.step('The reviewer reads the reason, comments on a cell and on a sentence, and returns the report', () =>
    returnWithComments(judge, job));
  await test.step('The author sees why, answers, changes the cell, and the sentence follows', () =>
    answerAndSubmit(writer));
  await test.step('The reviewer sees exactly what changed, settles, approves and publishes', () =>
    settleAndPublish(judge, job));
  await test.step('A visitor finds it, and page, .docx and JSON all give the two hundred figures', () =>
    readEverywhere(visitor, job));
  await test.step('After that nothing changes any more', () => nothingChanges(writer, visitor.request, job));
});
