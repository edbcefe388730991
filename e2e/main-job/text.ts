import { expect, type Page } from '@playwright/test';
import { goTo } from '@/e2e/support/form';
import { untilSaved } from '@/e2e/support/hands';
import { linkedSentence, type Job } from './job';

/** Writes the three sections of text, two figures in it linked to their tables. */
export async function writeText(writer: Page, job: Job): Promise<void> {
  const overview = writer.getByRole('textbox', { name: '一、总体情况' });
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
  await expect(linkedSentence(writer)).toHaveText('全年共收到政府信息公开申请2件，登记当日转交业务科室办理。');
  await expect(overview).toContainText(`作出行政许可决定${job.expected['disclosure.licensing.decisions']}件，结果`);

  await goTo(writer, '五、');
  await writer.getByRole('textbox', { name: /^五、/ }).click();
  await line('主要问题是部分栏目更新不够及时，解读以文字为主，图表偏少。');
  await writer.keyboard.insertText('改进情况：逐栏目明确更新责任人，按月检查；重要文件同步配发图解。');
  await goTo(writer, '六、');
  await writer.getByRole('textbox', { name: /^六、/ }).click();
  await writer.keyboard.insertText('没有其他需要报告的事项。');
  await untilSaved(writer);
}
