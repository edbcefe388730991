import { expect } from '@playwright/test';
import { test } from '@/e2e/support/entering';
import {
  cutOff,
  field,
  goTo,
  openForm,
  paragraph,
  reconnect,
  stored,
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

test('what I type offline is kept through a reload and a closed tab, and saved when the server is back', async ({
  enter,
}) => {
  const { agency, zhou, lines } = await makePair(enter);
  const context = zhou.context();
  await openForm(zhou, agency, year, 'applications');
  await context.setOffline(true);
  await field(zhou, received).fill('31');
  await field(zhou, carried).fill('32');
  await goTo(zhou, '总体情况');
  await typeAtEnd(zhou, lines[3], '断网时写的');
  await expect(zhou.getByText('离线，已存本机 3 处')).toBeVisible();

  await cutOff(context);
  await context.setOffline(false);
  zhou.on('dialog', (dialog) => void dialog.accept());
  await zhou.reload();
  await expect(paragraph(zhou, lines[3])).toHaveText('第四段。断网时写的');
  await expect(zhou.getByText('离线，已存本机 3 处')).toBeVisible();
  // A save that is being refused when its page closes, or when refusing ends, would go out after all: the page is left
  // first.
  await typeAtEnd(zhou, lines[3], '，又写');
  await zhou.goto('about:blank');
  await zhou.close();

  const again = await context.newPage();
  await openForm(again, agency, year, 'applications');
  await expect(field(again, received)).toHaveValue('31');
  await expect(field(again, carried)).toHaveValue('32');
  await expect(again.getByText('离线，已存本机 3 处')).toBeVisible();
  expect(await stored(agency, received)).toBe('0');
  await reconnect(context);
  await untilStored(agency, received, '31');
  await untilStored(agency, carried, '32');
  await untilWords(agency, lines[3], '第四段。断网时写的，又写');
  await expect(again.getByText('已保存')).toBeVisible();
  expect(await again.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('nianbao/')))).toEqual([]);
});
