import { expect, type Page } from '@playwright/test';
import { field, goTo } from '@/e2e/support/form';
import { untilSaved } from '@/e2e/support/hands';
import { copiedFromExcel, copy } from '@/e2e/support/spreadsheet';
import { oneTooMany, received, submitButton, type Job } from './job';

/** A slip: it does not add up. */
const carriedOut = 'applications.carriedOut.naturalPerson';

const wide = (digits: string): string =>
  digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

/** Pastes table three as Excel copies it, with all that people type into cells. */
export async function pasteTableThree(writer: Page, job: Job): Promise<void> {
  await goTo(writer, '三、');
  const written = (cell: string): string => {
    if (cell === carriedOut) return '1,001';
    const figure = oneTooMany.has(cell) ? '2' : (job.expected[cell] ?? '');
    if (cell.endsWith('.total')) return `${figure} `;
    return cell.includes('.received.') ? wide(figure) : cell.includes('.handled.') ? `　${figure}` : figure;
  };
  await copy(writer, copiedFromExcel(job.format.tables.applications, written));
  await field(writer, received).click();
  await writer.keyboard.press('Control+v');
  const cells = job.format.cells.filter(({ table }) => table === 'applications');
  await expect(
    writer.getByText(
      `粘贴了 ${cells.length} 格；其中 ${cells.filter(({ isTotal }) => isTotal).length} 个合计只作对照，以自动合计为准；整理了 7 格的全角数字、千分号或单位，数值没有变。`,
    ),
  ).toBeVisible();
  await expect(field(writer, received)).toHaveValue('2');
  await expect(field(writer, carriedOut)).toHaveValue('1001');
  expect(
    await field(writer, carriedOut).evaluate((input) => input.scrollWidth <= input.clientWidth),
    'four digits are not cut off',
  ).toBe(true);
  await untilSaved(writer);
}

export async function typeTableTwo(writer: Page, job: Job): Promise<void> {
  await goTo(writer, '二、');
  await field(writer, 'disclosure.regulations.issued').click();
  for (const document of ['regulations', 'normativeDocuments']) {
    for (const column of ['issued', 'repealed', 'inForce']) {
      await expect(field(writer, `disclosure.${document}.${column}`)).toBeFocused();
      await writer.keyboard.type(job.expected[`disclosure.${document}.${column}`] ?? '');
      await writer.keyboard.press('Tab');
    }
  }
  const [thousands = '', rest = ''] = (job.expected['disclosure.licensing.decisions'] ?? '').split(/(?=\d{3}$)/);
  await expect(field(writer, 'disclosure.licensing.decisions')).toBeFocused();
  await writer.keyboard.type(`${thousands},${rest}`);
  for (const cell of ['disclosure.penalties.decisions', 'disclosure.coercion.decisions', 'disclosure.fees.amount']) {
    await writer.keyboard.press('Enter');
    await expect(field(writer, cell)).toBeFocused();
    await writer.keyboard.type(job.expected[cell] ?? '');
  }
  await expect(field(writer, 'disclosure.licensing.decisions')).toHaveValue(
    job.expected['disclosure.licensing.decisions'] ?? '',
  );
}

export async function typeTableFour(writer: Page, job: Job): Promise<void> {
  await goTo(writer, '四、');
  const data = job.format.cells.filter((cell) => cell.table === 'remedies' && !cell.isTotal);
  await field(writer, data[0]?.id ?? '').click();
  for (const { id } of data) {
    await expect(field(writer, id)).toBeFocused();
    await writer.keyboard.type(job.expected[id] ?? '');
    await writer.keyboard.press('ArrowRight');
  }
  await untilSaved(writer);
}

/** Is led to the column that does not balance, and mends it with one click. */
export async function mendColumn(writer: Page): Promise<void> {
  await expect(submitButton(writer)).toHaveAccessibleDescription(/^改正\s\d\s处错误后可提交$/);
  await writer.keyboard.press('F8');
  await expect(writer.getByRole('heading', { level: 1, name: /^三、/ })).toBeVisible();
  await expect(field(writer, carriedOut)).toBeFocused();
  const verdict = writer.locator('tr.verdict');
  await expect(verdict).toContainText('自然人一列不平，差 1001 件');
  await expect(writer.locator('tfoot .broken')).toHaveCount(1);
  await submitButton(writer).click({ force: true });
  await expect(writer.getByRole('dialog')).toHaveCount(0);
  await verdict.getByRole('button', { name: /改为 0$/ }).click();
  await expect(field(writer, carriedOut)).toHaveValue('0');
  await expect(writer.locator('tfoot .broken')).toHaveCount(0);
}
