import { expect } from '@playwright/test';
import { test } from '@/e2e/support/entering';
import { field, openForm, pasteInto, slot, stored, untilStored, untilWords } from '@/e2e/support/form';
import { makeOffice, year } from '@/e2e/support/office';
import { withRunningDatabase } from '@/e2e/support/running-database';

/** What is typed or pasted and cannot be taken. */

const received = 'applications.received.naturalPerson';
const carried = 'applications.carriedIn.naturalPerson';

withRunningDatabase();

test('what cannot be a number is refused and shown: letters, an image, a block beside the table, three thousand rows', async ({
  enter,
}) => {
  const { agency, author } = await makeOffice();
  const page = await enter(author);
  await openForm(page, agency, year, 'applications');

  await field(page, received).focus();
  await page.keyboard.insertText('大约20件');
  await expect(field(page, received)).toHaveValue('大约20件');
  await expect(slot(page, received)).toContainText('“大约20件”不是数字，请只填阿拉伯数字');
  await untilStored(agency, received, null);
  await field(page, received).fill('20');
  await untilStored(agency, received, '20');

  await pasteInto(field(page, received), { image: true });
  await expect(page.getByText('剪贴板里是图片，这里只能填数字，没有粘贴')).toBeVisible();
  await expect(field(page, received)).toHaveValue('20');

  await pasteInto(field(page, carried), { text: '1\t二十\n三十\tN/A' });
  await expect(page.getByText('3 格不是数字，没有填入')).toBeVisible();
  await expect(field(page, carried)).toHaveValue('1');
  await untilStored(agency, carried, '1');
  expect(await stored(agency, 'applications.carriedIn.business')).toBe('0');

  const last = field(page, 'applications.carriedOut.otherOrganisation');
  await pasteInto(last, { text: '3\t4\t5\t6\n7\t8\t9\t10' });
  await expect(page.getByText(/处超出本表，没有填入/)).toBeVisible();
  await expect(last).toHaveValue('3');

  const rows = Array.from({ length: 3000 }, (_, row) => `${row}\t${row + 1}\t${row + 2}`).join('\n');
  const began = Date.now();
  await pasteInto(field(page, received), { text: rows });
  await expect(page.getByText(/\d{4} 处超出本表，没有填入/)).toBeVisible();
  expect(Date.now() - began).toBeLessThan(5000);
  await expect(field(page, carried)).toHaveValue('1');
  await page.keyboard.press('Control+z');
  await expect(field(page, received)).toHaveValue('20');
});

test('a damaged image pasted into the text is refused in a sentence, and what I wrote for it and the text stay', async ({
  enter,
}) => {
  const { agency, author, lines } = await makeOffice();
  const page = await enter(author);
  await openForm(page, agency, year, 'other');
  const text = page.getByRole('textbox', { name: '六、其他需要报告的事项' });
  await pasteInto(text, { image: true });
  const dialog = page.getByRole('dialog', { name: '插入图片' });
  await dialog.getByRole('textbox', { name: '替代文字' }).fill('一张截图');
  await dialog.getByRole('button', { name: '插入', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('这不是能用的图片');
  await expect(dialog.getByRole('textbox', { name: '替代文字' })).toHaveValue('一张截图');
  await dialog.getByRole('button', { name: '不插入' }).click();
  await expect(text).toHaveText('本年度未收取政府信息公开信息处理费。');
  await untilWords(agency, lines.at(-1) ?? '', '本年度未收取政府信息公开信息处理费。');
});
