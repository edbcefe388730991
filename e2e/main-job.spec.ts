import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import validate from '@ooxml-tools/validate';
import { gridFaults, tablesOf } from '@/lib/render/test/docx-tables';
import { formatFor } from '@/lib/statute/formats';
import { sharedReports } from '@/lib/statute/test/shared-reports';
import { makeAgency, makePerson, signIn, type Agency, type Person } from './support/arrange';
import { field, goTo } from './support/form';
import { dragOver, fillCell, untilSaved } from './support/hands';
import { cellsOfDocx, cellsOfPage, publishedBytes } from './support/published';
import { withRunningDatabase } from './support/running-database';
import { copiedFromExcel, copy } from './support/spreadsheet';

/** The whole job, once, as the three kinds of people do it, with the figures of a real report. */

const shared = sharedReports().find(({ name }) => name === '002')?.expected;
// The desk offers the round that runs; the figures are those of another year of the same format.
const year = new Date().getFullYear() - 1;

/** What the first submission says otherwise than the register: one application too many, and a slip that does not add up. */
const received = 'applications.received.naturalPerson';
const granted = 'applications.granted.naturalPerson';
const carriedOut = 'applications.carriedOut.naturalPerson';
const oneTooMany = new Set([received, granted, 'applications.handled.naturalPerson', 'applications.received.total', 'applications.granted.total', 'applications.handled.total']);

const wide = (digits: string): string => digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

test.use({ actionTimeout: 15_000 });

withRunningDatabase();
let agency: Agency;
let author: Person;
let reviewer: Person;

test.beforeAll(async () => {
  agency = await makeAgency();
  author = await makePerson('何填报', [{ agency, role: 'author' }]);
  reviewer = await makePerson('秦审核', [{ agency, role: 'reviewer' }]);
});

test('I fill in the report, it is reviewed and returned, I mend it, it is published, and everyone reads the figures I gave', async ({ browser }) => {
  test.skip(shared === undefined, 'the folder ../shared/reports is not here');
  test.setTimeout(240_000);
  const expected = shared?.cells ?? {};
  const format = formatFor(year);
  if (format === undefined) throw new Error(`no format for ${year}`);
  expect(Object.keys(expected).sort()).toEqual(format.cells.map(({ id }) => id).sort());
  expect(Object.keys(expected)).toHaveLength(200);

  const contexts: BrowserContext[] = [];
  const enter = async (person: Person): Promise<Page> => {
    const context = await browser.newContext();
    contexts.push(context);
    const page = await context.newPage();
    await signIn(page, person.username);
    return page;
  };
  const base = `/office/reports/${agency.key}/${year}`;
  const writer = await enter(author);
  const submit = writer.getByRole('button', { name: '提交审核' });

  await test.step('The author starts the report of this round', async () => {
    await writer.getByRole('button', { name: `新建 ${year} 年度报告` }).click();
    await writer.waitForURL(`**${base}/overview`);
    await expect(submit).toHaveAttribute('aria-disabled', 'true');
  });

  await test.step('Table three comes from Excel in one paste, with all that people type into cells', async () => {
    await goTo(writer, '三、');
    const written = (cell: string): string => {
      if (cell === carriedOut) return '1,001';
      const figure = oneTooMany.has(cell) ? '2' : (expected[cell] ?? '');
      if (cell.endsWith('.total')) return `${figure} `;
      return cell.includes('.received.') ? wide(figure) : cell.includes('.handled.') ? `　${figure}` : figure;
    };
    await copy(writer, copiedFromExcel(format.tables.applications, written));
    await field(writer, received).click();
    await writer.keyboard.press('Control+v');
    const cells = format.cells.filter(({ table }) => table === 'applications');
    await expect(writer.getByText(`粘贴了 ${cells.length} 格；其中 ${cells.filter(({ isTotal }) => isTotal).length} 个合计只作对照，以自动合计为准；整理了 7 格的全角数字、千分号或单位，数值没有变。`)).toBeVisible();
    await expect(field(writer, received)).toHaveValue('2');
    await expect(field(writer, carriedOut)).toHaveValue('1001');
    expect(await field(writer, carriedOut).evaluate((input) => input.scrollWidth <= input.clientWidth), 'four digits are not cut off').toBe(true);
    await untilSaved(writer);
  });

  await test.step('Tables two and four are typed without the mouse', async () => {
    await goTo(writer, '二、');
    await field(writer, 'disclosure.regulations.issued').click();
    for (const document of ['regulations', 'normativeDocuments']) {
      for (const column of ['issued', 'repealed', 'inForce']) {
        await expect(field(writer, `disclosure.${document}.${column}`)).toBeFocused();
        await writer.keyboard.type(expected[`disclosure.${document}.${column}`] ?? '');
        await writer.keyboard.press('Tab');
      }
    }
    const [thousands = '', rest = ''] = (expected['disclosure.licensing.decisions'] ?? '').split(/(?=\d{3}$)/);
    await expect(field(writer, 'disclosure.licensing.decisions')).toBeFocused();
    await writer.keyboard.type(`${thousands},${rest}`);
    for (const cell of ['disclosure.penalties.decisions', 'disclosure.coercion.decisions', 'disclosure.fees.amount']) {
      await writer.keyboard.press('Enter');
      await expect(field(writer, cell)).toBeFocused();
      await writer.keyboard.type(expected[cell] ?? '');
    }
    await expect(field(writer, 'disclosure.licensing.decisions')).toHaveValue(expected['disclosure.licensing.decisions'] ?? '');

    await goTo(writer, '四、');
    const data = format.cells.filter((cell) => cell.table === 'remedies' && !cell.isTotal);
    await field(writer, data[0]?.id ?? '').click();
    for (const { id } of data) {
      await expect(field(writer, id)).toBeFocused();
      await writer.keyboard.type(expected[id] ?? '');
      await writer.keyboard.press('ArrowRight');
    }
    await untilSaved(writer);
  });

  const overview = writer.getByRole('textbox', { name: '一、总体情况' });
  const sentence = writer.locator('.ProseMirror p', { hasText: '共收到政府信息公开申请' });

  await test.step('The text is written, with figures that follow the tables', async () => {
    await goTo(writer, '一、');
    await overview.click();
    const line = async (words: string): Promise<void> => {
      await writer.keyboard.insertText(words);
      await writer.keyboard.press('Enter');
    };
    await line('（一）主动公开情况');
    await writer.keyboard.insertText('围绕市容环境、供热燃气和停车管理公开办事指南与监管结果，作出行政许可决定');
    await writer.getByRole('complementary').getByRole('button', { name: '引用 行政许可' }).click();
    await line('件，结果在专栏集中展示。');
    await line('（二）依申请公开情况');
    await writer.keyboard.insertText('全年共收到政府信息公开申请');
    await writer.locator('.prose', { has: overview }).getByRole('button', { name: '引用数字' }).click();
    await writer.getByRole('combobox', { name: '找表中的一格' }).fill('新收 总计');
    await expect(writer.getByRole('option').first()).toContainText('本年新收');
    await writer.keyboard.press('Enter');
    await line('件，登记当日转交业务科室办理。');
    await line('（三）政府信息管理情况');
    await line('公文起草时一并确定公开属性，每季度清理一次已公开的文件，失效的及时标注。');
    await line('（四）政府信息公开平台建设情况');
    await line('专栏栏目按职能重新归并，旧链接保留跳转，群众查阅更方便。');
    await line('（五）监督保障情况');
    await writer.keyboard.insertText('公开工作列入科室年度考核，组织培训和抽查，没有责任追究情形。');
    await expect(sentence).toHaveText('全年共收到政府信息公开申请2件，登记当日转交业务科室办理。');
    await expect(overview).toContainText(`作出行政许可决定${expected['disclosure.licensing.decisions']}件，结果`);

    await goTo(writer, '五、');
    await writer.getByRole('textbox', { name: /^五、/ }).click();
    await line('主要问题是部分栏目更新不够及时，解读以文字为主，图表偏少。');
    await writer.keyboard.insertText('改进情况：逐栏目明确更新责任人，按月检查；重要文件同步配发图解。');
    await goTo(writer, '六、');
    await writer.getByRole('textbox', { name: /^六、/ }).click();
    await writer.keyboard.insertText('没有其他需要报告的事项。');
    await untilSaved(writer);
  });

  await test.step('A column that does not balance stops the submission; F8 goes to it, and one click mends it', async () => {
    await expect(submit).toHaveAccessibleDescription(/^改正\s\d\s处错误后可提交$/);
    await writer.keyboard.press('F8');
    await expect(writer.getByRole('heading', { level: 1, name: /^三、/ })).toBeVisible();
    await expect(field(writer, carriedOut)).toBeFocused();
    const verdict = writer.locator('tr.verdict');
    await expect(verdict).toContainText('自然人一列不平，差 1001 件');
    await expect(writer.locator('tfoot .broken')).toHaveCount(1);
    await submit.click({ force: true });
    await expect(writer.getByRole('dialog')).toHaveCount(0);
    await verdict.getByRole('button', { name: /改为 0$/ }).click();
    await expect(field(writer, carriedOut)).toHaveValue('0');
    await expect(writer.locator('tfoot .broken')).toHaveCount(0);
  });

  const reason = '本机关为区级执法部门，未收取过该项费用，上级汇总时另行说明。';
  await test.step('The warning that is left wants a reason; then the report is submitted', async () => {
    await expect(submit).toHaveAccessibleDescription(/^说明\s1\s处原因后可提交$/);
    await submit.click({ force: true });
    await expect(writer.getByRole('heading', { level: 1, name: /^六、/ })).toBeVisible();
    const why = writer.locator('.finding.warning', { hasText: 'FEE-01' }).getByRole('textbox');
    await expect(why).toBeFocused();
    await writer.keyboard.insertText(reason);
    await expect(submit).not.toHaveAttribute('aria-disabled', 'true');
    await submit.click();
    await writer.getByRole('dialog', { name: '提交审核' }).getByRole('button', { name: '提交', exact: true }).click();
    await expect(writer.getByText('报告正在审核，现在不能改动。')).toBeVisible();
  });

  const judge = await enter(reviewer);
  const returned = '新收件数与登记簿不符，请核对后再报。';
  await test.step('The reviewer reads the reason, comments on a cell and on a sentence, and returns the report', async () => {
    await judge.getByRole('link', { name: '去审核' }).click();
    await expect(judge.getByRole('heading', { level: 1, name: `审核：${year} 年度报告` })).toBeVisible();
    await expect(judge.getByText(reason)).toBeVisible();
    await judge.locator(`[id="at-${received}"]`).click();
    await judge.getByLabel('写给填报人').fill('登记簿上自然人只有 1 件。');
    await judge.getByRole('button', { name: '添加批注' }).click();
    await expect(judge.getByRole('region', { name: /^批注 1：/ })).toContainText('登记簿上自然人只有 1 件。');
    await dragOver(judge, judge.locator('p.para', { hasText: '共收到政府信息公开申请' }), '登记当日转交业务科室办理');
    await judge.getByRole('button', { name: '批注这句' }).click();
    await judge.getByLabel('写给填报人').fill('请确认当日转交是否属实。');
    await judge.getByRole('button', { name: '添加批注' }).click();
    await expect(judge.getByRole('region', { name: /^批注 2：/ }).locator('blockquote')).toHaveText('登记当日转交业务科室办理');
    await expect(judge.getByRole('button', { name: /^批准/ })).toHaveAttribute('aria-disabled', 'true');
    await judge.getByRole('button', { name: '退回修改' }).click();
    await judge.getByLabel('退回的原因，填报人会看到').fill(returned);
    await judge.getByRole('button', { name: '退回给填报人' }).click();
    await expect(judge.getByText('已退回，等填报人修改后再次提交')).toBeVisible();
  });

  await test.step('The author sees why, answers, changes the cell, and the sentence follows', async () => {
    await writer.goto('/office');
    await expect(writer.getByText(returned)).toBeVisible();
    await writer.getByRole('link', { name: '去修改' }).click();
    await expect(writer.getByRole('region', { name: '退回的原因' })).toContainText(returned);
    const threads = writer.locator('.thread');
    await expect(threads).toHaveCount(2);
    await expect(threads.nth(1)).toContainText('登记当日转交业务科室办理');
    await threads.nth(0).getByRole('button', { name: '转到该格' }).click();
    await expect(field(writer, received)).toBeFocused();
    await threads.nth(0).getByRole('textbox').fill('已按登记簿改为 1 件。');
    await threads.nth(0).getByRole('button', { name: '回复' }).click();
    await expect(threads.nth(0).locator('.say')).toHaveCount(2);
    await threads.nth(1).getByRole('textbox').fill('属实，有转办单。');
    await threads.nth(1).getByRole('button', { name: '回复' }).click();
    await expect(threads.nth(1).locator('.say')).toHaveCount(2);

    await fillCell(writer, received, '1');
    await fillCell(writer, granted, '1');
    await expect(writer.locator('tfoot .broken')).toHaveCount(0);
    await goTo(writer, '一、');
    // The mark of the reviewer's comment stands behind the words it is about.
    await expect(sentence).toContainText('全年共收到政府信息公开申请1件，登记当日转交业务科室办理');
    await untilSaved(writer);
    await submit.click();
    await writer.getByRole('dialog', { name: '再次提交审核' }).getByRole('button', { name: '提交', exact: true }).click();
    await expect(writer.getByText('报告正在审核，现在不能改动。')).toBeVisible();
  });

  await test.step('The reviewer sees exactly what changed, settles, approves and publishes', async () => {
    await judge.goto('/office');
    await judge.getByRole('link', { name: '去审核' }).click();
    const paper = judge.locator('.paper');
    await expect(judge.getByText('只显示有改动和有批注的地方')).toBeVisible();
    const changed = await paper.locator('td.changed').evaluateAll((cells) => cells.map((td) => [td.id.replace(/^at-/, ''), td.querySelector('del')?.textContent, td.querySelector('ins')?.textContent]));
    expect(changed).toEqual(format.cells.filter(({ id }) => oneTooMany.has(id)).map(({ id }) => [id, '2', '1']));
    const paragraph = paper.locator('p.para.changed');
    await expect(paragraph).toHaveCount(1);
    await expect(paragraph.locator('del')).toHaveText('2');
    await expect(paragraph.locator('ins')).toHaveText('1');
    for (const [number, answer] of [[1, '已按登记簿改为 1 件。'], [2, '属实，有转办单。']] as const) {
      const thread = judge.getByRole('region', { name: new RegExp(`^批注 ${number}：`) });
      await expect(thread).toContainText(answer);
      await thread.getByRole('button', { name: '标为已解决' }).click();
      await expect(thread.getByText('已解决', { exact: true })).toBeVisible();
    }
    await judge.getByRole('button', { name: /^批准/ }).click();
    await judge.getByRole('button', { name: '公布', exact: true }).click();
    await judge.getByRole('dialog', { name: `公布 ${year} 年度报告` }).getByRole('button', { name: '公布', exact: true }).click();
    await expect(judge.getByText('已公布，不能再改动')).toBeVisible();
  });

  const address = `/reports/${agency.key}/${year}`;
  const strangers = await browser.newContext();
  contexts.push(strangers);
  await test.step('A visitor finds it, and page, .docx and JSON all give the two hundred figures', async () => {
    const visitor = await strangers.newPage();
    await visitor.goto('/');
    await visitor.getByRole('link', { name: agency.name, exact: true }).click();
    await expect(visitor).toHaveURL(new RegExp(`${address}$`));
    expect(await cellsOfPage(visitor)).toEqual(expected);
    await expect(visitor.getByText('全年共收到政府信息公开申请1件，登记当日转交业务科室办理。')).toBeVisible();

    const take = async (file: string): Promise<Buffer> => {
      const [download] = await Promise.all([visitor.waitForEvent('download'), visitor.locator(`a[href$="/${file}"]`).filter({ visible: true }).first().click()]);
      return readFile(await download.path());
    };
    const docx = await take('report.docx');
    expect(cellsOfDocx(format, docx)).toEqual(expected);
    expect(tablesOf(docx).flatMap(gridFaults)).toEqual([]);
    expect(tablesOf(docx).map((table) => table.rows.filter((row) => row.header).length)).toEqual([2, 3, 3]);
    expect(await validate(docx, 'docx')).toEqual([]);
    const json = JSON.parse((await take('report.json')).toString('utf8')) as { cells: unknown; sections: { overview: string } };
    expect(json.cells).toEqual(expected);
    expect(json.sections.overview).toContain('全年共收到政府信息公开申请1件');
  });

  await test.step('After that nothing changes any more', async () => {
    const before = await publishedBytes(strangers.request, address);
    await writer.goto(`${base}/applications`);
    await expect(writer.getByText('报告已公布，不能改动。')).toBeVisible();
    await expect(field(writer, received)).toHaveAttribute('readonly', '');
    await expect(submit).toHaveCount(0);
    const edit = { id: crypto.randomUUID(), path: received, base: null, value: '7' };
    const answer = await writer.request.post(`${base}/edits`, { data: { since: 0, edits: [edit] }, headers: { origin: new URL(writer.url()).origin } });
    expect(answer.status()).toBe(409);
    await writer.reload();
    await expect(field(writer, received)).toHaveValue('1');
    expect(await publishedBytes(strangers.request, address)).toEqual(before);
  });

  for (const context of contexts) await context.close();
});
