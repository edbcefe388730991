import type { ApprovalRecord } from '@/lib/render/papers/approval-record';
import { sampleSlip } from './sample-slip';

/** The record of an invented publication: returned once, a comment with a reply, a scan that was filed anew. */
export const sampleRecord: ApprovalRecord = {
  agency: sampleSlip.agency,
  year: 2024,
  date: '2025-01-17',
  facts: [
    ['文件标题', sampleSlip.title],
    ['公布版次', '第 1 版'],
    ['公布时间', '2025年1月17日 09:30'],
    ['公布人', '李建国'],
    ['本机关网站', 'https://www.example.gov.cn/zwgk/nianbao/2024.html（2025年1月20日公布，周敏登记）'],
  ],
  events: [
    { at: '2025年1月3日 09:12', what: '新建', by: '周敏', reason: '' },
    { at: '2025年1月7日 17:40', what: '提交审核（第 1 次提交）', by: '周敏', reason: '' },
    {
      at: '2025年1月8日 16:05',
      what: '退回修改 · 初审（第 1 次提交）',
      by: '李建国',
      reason: '表三自然人一列与登记台账不符，请核对。',
    },
    { at: '2025年1月10日 14:32', what: '提交审核（第 2 次提交）', by: '周敏', reason: '' },
    { at: '2025年1月12日 10:20', what: '批准 · 初审（第 2 次提交）', by: '李建国', reason: '' },
    { at: '2025年1月17日 09:30', what: '公布', by: '李建国', reason: '' },
  ],
  summary: '错误 0 处，待说明 2 处（已说明 2 处），提示 1 处',
  findings: sampleSlip.findings,
  comments: [
    {
      number: 1,
      place: '一、总体情况',
      quote: '全年收到申请 12 件',
      said: [
        { by: '李建国', at: '2025年1月8日 16:01', text: '与表三不一致，请核对。' },
        { by: '周敏', at: '2025年1月9日 09:20', text: '已改为 15 件。' },
      ],
      outcome: '已解决，李建国，2025年1月12日 10:18',
    },
  ],
  evidence: [
    {
      name: '签批件1-呈批单.pdf',
      signed: '陈局长，2025年1月15日',
      filed: '周敏，2025年1月15日 15:40，第 2 次提交',
      sha256: '0f'.repeat(32),
      note: '已由签批件 2 更换',
    },
    {
      name: '签批件2-呈批单（全）.pdf',
      signed: '陈局长，2025年1月15日',
      filed: '周敏，2025年1月16日 08:50，第 2 次提交',
      sha256: 'a1'.repeat(32),
      note: '更换签批件 1：漏扫第二页',
    },
  ],
};
