import { expect } from '@playwright/test';
import { test } from '@/e2e/support/entering';
import {
  cutOff,
  field,
  goTo,
  openForm,
  paragraph,
  reconnect,
  slot,
  stored,
  storedEdits,
  storedWords,
  typeAtEnd,
  untilStored,
  untilWords,
} from '@/e2e/support/form';
import { year } from '@/e2e/support/office';
import { makePair } from '@/e2e/support/pair';
import { withRunningDatabase } from '@/e2e/support/running-database';

const received = 'applications.received.naturalPerson';
const carried = 'applications.carriedIn.naturalPerson';

withRunningDatabase();

test('we fill in different cells and paragraphs at once, and each sees the other’s without loading the page anew', async ({
  enter,
}) => {
  const { agency, zhou, he, lines } = await makePair(enter);
  await Promise.all([zhou, he].map((page) => openForm(page, agency, year, 'applications')));
  await Promise.all([field(zhou, received).fill('17'), field(he, carried).fill('4')]);
  await expect(field(zhou, carried)).toHaveValue('4');
  await expect(field(he, received)).toHaveValue('17');
  await untilStored(agency, received, '17');
  await untilStored(agency, carried, '4');

  await Promise.all([goTo(zhou, '总体情况'), goTo(he, '总体情况')]);
  await Promise.all([typeAtEnd(zhou, lines[0], '周敏写的'), typeAtEnd(he, lines[2], '何平写的')]);
  await expect(paragraph(zhou, lines[2])).toContainText('第三段。何平写的');
  await expect(paragraph(he, lines[0])).toContainText('第一段。周敏写的');
  await untilWords(agency, lines[0], '第一段。周敏写的');
  await untilWords(agency, lines[2], '第三段。何平写的');
  for (const page of [zhou, he]) await expect(page.getByText('两人同时')).toHaveCount(0);
});

test('we type in the same cell: the later of us sees both figures, and either can be kept', async ({ enter }) => {
  const { agency, zhou, he } = await makePair(enter);
  await Promise.all([zhou, he].map((page) => openForm(page, agency, year, 'applications')));
  await he.context().setOffline(true);
  await field(zhou, received).fill('5');
  await field(zhou, carried).fill('6');
  await untilStored(agency, received, '5');
  await untilStored(agency, carried, '6');
  await field(he, received).fill('7');
  await field(he, carried).fill('8');
  await expect(he.getByText('离线，已存本机 2 处')).toBeVisible();
  await he.context().setOffline(false);

  await expect(he.getByText('2 处两人同时改动')).toBeVisible();
  await expect(slot(he, received).getByRole('button', { name: '用我填的 7' })).toBeVisible();
  await expect(slot(he, received).getByRole('button', { name: '用周敏填的 5' })).toBeVisible();
  expect(await stored(agency, received)).toBe('5');
  expect(await stored(agency, carried)).toBe('6');
  await expect(field(zhou, received)).toHaveValue('5');

  await slot(he, received).getByRole('button', { name: '用我填的 7' }).click();
  await untilStored(agency, received, '7');
  await expect(field(zhou, received)).toHaveValue('7');
  await slot(he, carried).getByRole('button', { name: '用周敏填的 6' }).click();
  await expect(field(he, carried)).toHaveValue('6');
  await expect(he.getByText('两人同时改动')).toHaveCount(0);
  expect((await storedEdits(agency, carried)).map(({ value, actorName }) => [value, actorName]).at(-1)).toEqual([
    '6',
    '周敏',
  ]);
  expect((await storedEdits(agency, received)).map(({ value, actorName }) => [value, actorName]).slice(-2)).toEqual([
    ['5', '周敏'],
    ['7', '何平'],
  ]);
});

test('we write in the same paragraph: the later of us sees both texts, and either can be kept', async ({ enter }) => {
  const { agency, zhou, he, lines } = await makePair(enter);
  await Promise.all([zhou, he].map((page) => openForm(page, agency, year, 'overview')));
  await cutOff(he);
  for (const id of lines.slice(0, 2)) await typeAtEnd(zhou, id, '周敏补的');
  await untilWords(agency, lines[0], '第一段。周敏补的');
  await untilWords(agency, lines[1], '第二段。周敏补的');
  for (const id of lines.slice(0, 2)) await typeAtEnd(he, id, '何平补的');
  await expect(he.getByText('离线，已存本机 2 处')).toBeVisible();
  await reconnect(he);

  const boxes = he.getByRole('region', { name: '两人同时改了这一段' });
  await expect(boxes).toHaveCount(2);
  await expect(boxes.nth(0)).toContainText('周敏');
  await expect(boxes.nth(0)).toContainText('第一段。周敏补的');
  await expect(boxes.nth(0)).toContainText('第一段。何平补的');
  expect(await storedWords(agency, lines[0])).toBe('第一段。周敏补的');

  await boxes.nth(0).getByRole('button', { name: '用我的' }).click();
  await untilWords(agency, lines[0], '第一段。何平补的');
  await expect(paragraph(zhou, lines[0])).toHaveText('第一段。何平补的');
  await boxes.getByRole('button', { name: '用对方的' }).click();
  await expect(boxes).toHaveCount(0);
  await expect(paragraph(he, lines[1])).toHaveText('第二段。周敏补的');
  expect(await storedWords(agency, lines[1])).toBe('第二段。周敏补的');
});
