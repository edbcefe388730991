import { expect, type Page } from '@playwright/test';
import { field, goTo } from '@/e2e/support/form';
import { dragOver, fillCell, untilSaved } from '@/e2e/support/hands';
import {
  granted,
  linkedSentence,
  oneTooMany,
  reasonForReturn,
  reasonForWarning,
  received,
  submitButton,
  type Job,
} from './job';

/** Gives the reason that the last warning wants, and hands the report in. */
export async function submitWithReason(writer: Page): Promise<void> {
  await expect(submitButton(writer)).toHaveAccessibleDescription(/^说明\s1\s处原因后可提交$/);
  await submitButton(writer).click({ force: true });
  await expect(writer.getByRole('heading', { level: 1, name: /^六、/ })).toBeVisible();
  const why = writer.locator('.finding.warning', { hasText: 'FEE-01' }).getByRole('textbox');
  await expect(why).toBeFocused();
  await writer.keyboard.insertText(reasonForWarning);
  await expect(submitButton(writer)).not.toHaveAttribute('aria-disabled', 'true');
  await submitButton(writer).click();
  await writer.getByRole('dialog', { name: '提交审核' }).getByRole('button', { name: '提交', exact: true }).click();
  await expect(writer.getByText('报告正在审核，现在不能改动。')).toBeVisible();
}

export async function returnWithComments(judge: Page, job: Job): Promise<void> {
  await judge.getByRole('link', { name: '去审核' }).click();
  await expect(judge.getByRole('heading', { level: 1, name: `审核：${job.year} 年度报告` })).toBeVisible();
  await expect(judge.getByText(reasonForWarning)).toBeVisible();
  await judge.locator(`[id="at-${received}"]`).click();
  await judge.getByLabel('写给填报人').fill('登记簿上自然人只有 1 件。');
  await judge.getByRole('button', { name: '添加批注' }).click();
  await expect(judge.getByRole('region', { name: /^批注 1：/ })).toContainText('登记簿上自然人只有 1 件。');
  await dragOver(judge, judge.locator('p.para', { hasText: '共收到政府信息公开申请' }), '登记当日转交业务科室办理');
  await judge.getByRole('button', { name: '批注这句' }).click();
  await judge.getByLabel('写给填报人').fill('请确认当日转交是否属实。');
  await judge.getByRole('button', { name: '添加批注' }).click();
  await expect(judge.getByRole('region', { name: /^批注 2：/ }).locator('blockquote')).toHaveText(
    '登记当日转交业务科室办理',
  );
  await expect(judge.getByRole('button', { name: /^批准/ })).toHaveAttribute('aria-disabled', 'true');
  await judge.getByRole('button', { name: '退回修改' }).click();
  await judge.getByLabel('退回的原因，填报人会看到').fill(reasonForReturn);
  await judge.getByRole('button', { name: '退回给填报人' }).click();
  await expect(judge.getByText('已退回，等填报人修改后再次提交')).toBeVisible();
}

export async function answerAndSubmit(writer: Page): Promise<void> {
  await writer.goto('/office');
  await expect(writer.getByText(reasonForReturn)).toBeVisible();
  await writer.getByRole('link', { name: '去修改' }).click();
  await expect(writer.getByRole('region', { name: '退回的原因' })).toContainText(reasonForReturn);
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
  await expect(linkedSentence(writer)).toContainText('全年共收到政府信息公开申请1件，登记当日转交业务科室办理');
  await untilSaved(writer);
  await submitButton(writer).click();
  await writer.getByRole('dialog', { name: '再次提交审核' }).getByRole('button', { name: '提交', exact: true }).click();
  await expect(writer.getByText('报告正在审核，现在不能改动。')).toBeVisible();
}

export async function settleAndPublish(judge: Page, job: Job): Promise<void> {
  await judge.goto('/office');
  await judge.getByRole('link', { name: '去审核' }).click();
  const paper = judge.locator('.paper');
  await expect(judge.getByText('只显示有改动和有批注的地方')).toBeVisible();
  const changed = await paper
    .locator('td.changed')
    .evaluateAll((cells) =>
      cells.map((td) => [
        td.id.replace(/^at-/, ''),
        td.querySelector('del')?.textContent,
        td.querySelector('ins')?.textContent,
      ]),
    );
  expect(changed).toEqual(job.format.cells.filter(({ id }) => oneTooMany.has(id)).map(({ id }) => [id, '2', '1']));
  const paragraph = paper.locator('p.para.changed');
  await expect(paragraph).toHaveCount(1);
  await expect(paragraph.locator('del')).toHaveText('2');
  await expect(paragraph.locator('ins')).toHaveText('1');
  for (const [number, answer] of [
    [1, '已按登记簿改为 1 件。'],
    [2, '属实，有转办单。'],
  ] as const) {
    const thread = judge.getByRole('region', { name: new RegExp(`^批注 ${number}：`) });
    await expect(thread).toContainText(answer);
    await thread.getByRole('button', { name: '标为已解决' }).click();
    await expect(thread.getByText('已解决', { exact: true })).toBeVisible();
  }
  await judge.getByRole('button', { name: /^批准/ }).click();
  await judge.getByRole('button', { name: '公布', exact: true }).click();
  await judge
    .getByRole('dialog', { name: `公布 ${job.year} 年度报告` })
    .getByRole('button', { name: '公布', exact: true })
    .click();
  await expect(judge.getByText('已公布，不能再改动')).toBeVisible();
}
