import { expect } from '@playwright/test';
import { database } from '@/lib/store/database/database';
import { password, signIn } from '@/e2e/support/arrange';
import { test } from '@/e2e/support/entering';
import { cutOff, field, openForm, paragraph, reconnect, typeAtEnd, untilStored, untilWords } from '@/e2e/support/form';
import { makeOffice, year } from '@/e2e/support/office';
import { OwnServer } from '@/e2e/support/own-server';
import { withRunningDatabase } from '@/e2e/support/running-database';

/** Session, server or page end while somebody types. */

const received = 'applications.received.naturalPerson';

const running = withRunningDatabase();

test('my session ends while I type: I am told, sign in again in another tab, and this one goes on saving by itself', async ({
  enter,
}) => {
  const { agency, author, lines } = await makeOffice();
  const page = await enter(author);
  await openForm(page, agency, year, 'overview');
  await database().session.deleteMany({ where: { userId: author.id } });
  await typeAtEnd(page, lines[0] ?? '', '甲');
  await expect(page.getByText('登录已过期，已存本机 1 处')).toBeVisible();
  await typeAtEnd(page, lines[2] ?? '', '乙');
  await expect(page.getByText('登录已过期，已存本机 2 处')).toBeVisible();
  const [entrance] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('link', { name: '在新页面重新登录' }).click(),
  ]);
  await entrance.getByLabel('用户名').fill(author.username);
  await entrance.getByLabel('密码', { exact: true }).fill(password);
  await entrance.getByRole('button', { name: '登录' }).click();
  await entrance.waitForURL(/\/office/);
  await expect(page.getByText('已保存')).toBeVisible();
  await untilWords(agency, lines[0] ?? '', '（一）主动公开情况甲');
  await untilWords(agency, lines[2] ?? '', '（二）依申请公开情况乙');
  await expect(page.getByText('登录已过期')).toHaveCount(0);
});

test('the server is killed while I type: what I typed meanwhile arrives once it runs again', async ({ browser }) => {
  const { agency, author, lines } = await makeOffice();
  const server = await OwnServer.prepare(running.url);
  try {
    await server.start();
    const page = await (await browser.newContext({ baseURL: server.address })).newPage();
    await signIn(page, author.username);
    await openForm(page, agency, year, 'overview');
    await paragraph(page, lines[0] ?? '').click();
    await page.keyboard.press('End');
    await page.keyboard.type('一二三');
    await untilWords(agency, lines[0] ?? '', '（一）主动公开情况一二三');
    await Promise.all([page.keyboard.type('四五六七八九十甲乙丙丁戊己庚辛壬癸', { delay: 40 }), server.kill()]);
    await typeAtEnd(page, lines[2] ?? '', '也在其间写');
    await expect(page.getByText('离线，已存本机 2 处')).toBeVisible();
    await server.start();
    await untilWords(agency, lines[0] ?? '', '（一）主动公开情况一二三四五六七八九十甲乙丙丁戊己庚辛壬癸');
    await untilWords(agency, lines[2] ?? '', '（二）依申请公开情况也在其间写');
    await expect(page.getByText('已保存')).toBeVisible();
    await page.context().close();
  } finally {
    await server.dispose();
  }
});

test('I leave with something unsaved and am asked first; with everything saved I am not', async ({ enter }) => {
  const { agency, author } = await makeOffice();
  const page = await enter(author);
  await openForm(page, agency, year, 'applications');
  await cutOff(page);
  await field(page, received).focus();
  await page.keyboard.type('9');
  const asked = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await expect(field(page, received)).toHaveValue('9');

  await reconnect(page);
  await untilStored(agency, received, '9');
  await expect(page.getByText(/\d\d:\d\d 已保存/)).toBeVisible();
  const closed = page.waitForEvent('close');
  page.on('dialog', () => {
    throw new Error('asked although everything is saved');
  });
  await page.close({ runBeforeUnload: true });
  await closed;
});
