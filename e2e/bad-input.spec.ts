import { expect, test, type Browser, type Page } from '@playwright/test';
import { database } from '@/lib/store/database';
import type { ServerDatabase } from '@/lib/store/server-database';
import { carryOut } from '@/lib/usecases/carry-out';
import { openReport } from '@/lib/usecases/open-report';
import { saveEdits } from '@/lib/usecases/save-edits';
import {
  calmProse, cellEdits, edit, granted, makeAgency, makeDraft, makePerson, password, signIn, type Agency, type Person,
} from './support/arrange';
import {
  cutOff, field, formAddress, openForm, paragraph, pasteInto, reconnect, slot, stored, typeAtEnd, untilStored, untilWords,
} from './support/form';
import { OwnServer } from './support/own-server';
import { openRunningDatabase } from './support/running-database';

const year = 2024;
const received = 'applications.received.naturalPerson';
const carried = 'applications.carriedIn.naturalPerson';

let connection: ServerDatabase;
test.beforeAll(async () => {
  connection = await openRunningDatabase();
});
test.afterAll(() => connection.release());

interface Office {
  readonly agency: Agency;
  readonly author: Person;
  readonly reviewer: Person;
  readonly lines: readonly string[];
}

/** An agency with an author, a reviewer and a draft that could be submitted. */
async function office(): Promise<Office> {
  const agency = await makeAgency();
  const author = await makePerson('周敏', [{ agency, role: 'author' }]);
  const reviewer = await makePerson('李建国', [{ agency, role: 'reviewer' }]);
  const prose = calmProse();
  await makeDraft(author, agency, year, [...cellEdits(year), ...prose]);
  return { agency, author, reviewer, lines: prose.map((one) => one.path) };
}

async function enter(browser: Browser, person: Person): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, person.username);
  return page;
}

const versionNow = async (who: Person, agency: Agency): Promise<number> => granted(await openReport(who, agency.key, year, new Date())).head.version;
const carry = async (who: Person, agency: Agency, command: object): Promise<unknown> =>
  granted(await carryOut(who, agency.key, year, { ...command, version: await versionNow(who, agency) }, new Date()));
const stateNow = async (agency: Agency): Promise<string> => (await database().report.findFirstOrThrow({ where: { agencyId: agency.id } })).state;

test('the address of a report of another agency tells me that it is not for me, and shows nothing of it', async ({ browser }) => {
  const [own, other] = [await office(), await office()];
  const page = await enter(browser, own.author);
  for (const address of [formAddress(other.agency, year, 'applications'), `/office/reports/${other.agency.key}/${year}/review`]) {
    const answer = await page.goto(address);
    expect(answer?.status(), address).toBe(404);
    await expect(page.getByText('地址有误，或者这里的内容不在您的权限之内。')).toBeVisible();
    await expect(page.getByText(other.agency.name)).toHaveCount(0);
    await expect(page.locator('td[data-cell]')).toHaveCount(0);
  }
});

test('I approve in a tab that is behind: I am told that the report was taken back, and nothing is decided', async ({ browser }) => {
  const { agency, author, reviewer } = await office();
  await carry(author, agency, { do: 'submit' });
  const page = await enter(browser, reviewer);
  await page.goto(`/office/reports/${agency.key}/${year}/review`);
  const approve = page.getByRole('button', { name: '批准' });
  await expect(approve).toHaveAttribute('aria-disabled', 'false');
  await carry(author, agency, { do: 'recall' });
  await approve.click();
  await expect(page.getByText('这份报告刚刚有人办理过，请刷新页面，看过最新情况再决定')).toBeVisible();
  expect(await stateNow(agency)).toBe('draft');
  await page.getByRole('button', { name: '刷新' }).click();
  await expect(page.getByText('还没有提交审核')).toBeVisible();
  await expect(approve).toHaveCount(0);
});

test('I type in a report that a colleague has handed in: I am told, and what I typed comes back when it is returned', async ({ browser }) => {
  const { agency, author, reviewer, lines } = await office();
  const colleague = await makePerson('何平', [{ agency, role: 'author' }]);
  const page = await enter(browser, author);
  await openForm(page, agency, year, 'overview');
  await carry(colleague, agency, { do: 'submit' });
  await typeAtEnd(page, lines[0] ?? '', '补一句');
  await expect(page.getByText('报告已提交，正在审核')).toBeVisible();
  await expect(page.getByText('有 1 处改动没有存入，都留在本机')).toBeVisible();
  page.on('dialog', (dialog) => void dialog.accept());
  await page.getByRole('link', { name: '重新打开本页' }).first().click();
  await expect(page.getByText('本机还留有 1 处没有存入的内容')).toBeVisible();
  await expect(page.getByText('报告正在审核，现在不能改动。')).toBeVisible();

  await carry(reviewer, agency, { do: 'return', reason: '请补充' });
  await openForm(page, agency, year, 'overview');
  await expect(paragraph(page, lines[0] ?? '')).toContainText('（一）主动公开情况补一句');
  await untilWords(agency, lines[0] ?? '', '（一）主动公开情况补一句');
});

test('I hand in a report with errors: I am led to the first one, and nothing is handed in', async ({ browser }) => {
  const { agency, author } = await office();
  const page = await enter(browser, author);
  await openForm(page, agency, year, 'disclosure');
  const submit = page.getByRole('button', { name: '提交审核' });
  await expect(submit).not.toHaveAttribute('aria-disabled', 'true');

  // While I am being asked whether I am sure, a colleague empties a cell.
  await submit.click();
  const dialog = page.getByRole('dialog', { name: '提交审核' });
  const colleague = await makePerson('何平', [{ agency, role: 'author' }]);
  const base = granted(await openReport(colleague, agency.key, year, new Date())).draft.seen[received] ?? null;
  granted(await saveEdits(colleague, agency.key, year, { since: 0, edits: [{ ...edit(received, null), base }] }, new Date()));
  await dialog.getByRole('button', { name: '提交', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('处错误，改正后才能提交');
  await dialog.getByRole('button', { name: '暂不提交' }).click();
  await expect(dialog).toBeHidden();

  await expect(page.getByText(/改正\s\d+\s处错误后可提交/)).toBeVisible();
  await submit.press('Enter');
  await expect(page).toHaveURL(/\/applications$/);
  await expect(field(page, received)).toBeFocused();
  expect(await stateNow(agency)).toBe('draft');
  await page.keyboard.insertText('0');
  await expect(page.getByText('可以提交审核')).toBeVisible();
  await untilStored(agency, received, '0');
});

test('my session ends while I type: I am told, sign in again in another tab, and this one goes on saving by itself', async ({ browser }) => {
  const { agency, author, lines } = await office();
  const page = await enter(browser, author);
  await openForm(page, agency, year, 'overview');
  await database().session.deleteMany({ where: { userId: author.id } });
  await typeAtEnd(page, lines[0] ?? '', '甲');
  await expect(page.getByText('登录已过期，已存本机 1 处')).toBeVisible();
  await typeAtEnd(page, lines[2] ?? '', '乙');
  await expect(page.getByText('登录已过期，已存本机 2 处')).toBeVisible();
  const [entrance] = await Promise.all([page.context().waitForEvent('page'), page.getByRole('link', { name: '在新页面重新登录' }).click()]);
  await entrance.getByLabel('用户名').fill(author.username);
  await entrance.getByLabel('密码', { exact: true }).fill(password);
  await entrance.getByRole('button', { name: '登录' }).click();
  await entrance.waitForURL(/\/office/);
  await expect(page.getByText('已保存')).toBeVisible();
  await untilWords(agency, lines[0] ?? '', '（一）主动公开情况甲');
  await untilWords(agency, lines[2] ?? '', '（二）依申请公开情况乙');
  await expect(page.getByText('登录已过期')).toHaveCount(0);
});

test('what cannot be a number is refused and shown: letters, an image, a block beside the table, three thousand rows', async ({ browser }) => {
  const { agency, author } = await office();
  const page = await enter(browser, author);
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

test('a damaged image pasted into the text is refused in a sentence, and what I wrote for it and the text stay', async ({ browser }) => {
  const { agency, author, lines } = await office();
  const page = await enter(browser, author);
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

test('the server is killed while I type: what I typed meanwhile arrives once it runs again', async ({ browser }) => {
  const { agency, author, lines } = await office();
  const server = await OwnServer.prepare(connection.url);
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

test('I leave with something unsaved and am asked first; with everything saved I am not', async ({ browser }) => {
  const { agency, author } = await office();
  const page = await enter(browser, author);
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
