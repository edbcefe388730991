import type { Report } from '@/lib/report/report';
import { reportWith, type Cases, type Try } from '@/lib/checks/test/reports';

const file = { purpose: 'file' } as const;
const says = (overview: string, head: Partial<Report> = {}): Try => ({ report: reportWith({}, { overview }, head) });
const opens = (preamble: string): Try => ({ report: reportWith({}, {}, { preamble }) });
const dated = (date: string | null, head: Partial<Report> = {}): Try => {
  const report = reportWith({}, {}, head);
  return { report: { ...report, signature: { agency: report.agency, date } }, context: file };
};
const asWritten = (date: string): Try => {
  const { report } = dated('2024-01-17');
  return {
    report,
    context: {
      ...file,
      written: { headings: [], tables: [], labels: [], corner: null, cells: {}, date, residue: [], page: null },
    },
  };
};

export const yearCases: Record<string, Cases> = {
  'YR-01': {
    holds: opens('本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。'),
    fails: {
      ...opens('现将2022年度政府信息公开工作情况报告如下，统计期限自2022年1月1日起至2023年12月31日止。'),
      finds: [
        { severity: 'warning', where: { section: 'preamble' }, stated: '2022年', expected: '2023年' },
        { severity: 'warning', stated: '2022年1月1日起至2023年12月31日', expected: '2023年1月1日至2023年12月31日' },
      ],
    },
    boundary: {
      because: '正文里一项活动的起止不是统计期限',
      ...says('2023年3月1日至2023年5月31日开展集中解读。'),
      finds: [],
    },
  },
  'YR-02': {
    holds: says('2023年，我局主动公开信息20条，较2022年增加3条。'),
    fails: {
      report: reportWith(
        {},
        { overview: '2022年，我局主动公开信息20条。', problems: '针对2022年度存在的问题，我局进行了整改。' },
      ),
      finds: [
        { severity: 'warning', where: { section: 'overview', start: 0, end: 5, quote: '2022年' }, expected: '2023年' },
        { severity: 'notice', where: { section: 'problems' }, suggestion: '请核实是否应为2023年度' },
      ],
    },
    boundary: {
      because: '文号、文件名、版次、决算里的年份不算',
      ...says('按照〔2022〕30号文件和《关于2022年考核结果的通报》，公开2022年部门决算和目录（2022年版）。'),
      finds: [],
    },
  },
  'YR-03': {
    holds: says('2024年，我局将继续做好公开工作；1件申请结转2024年办理。'),
    fails: {
      ...says('2024年，我局主动公开信息20条。'),
      finds: [{ severity: 'warning', stated: '2024年', expected: '2023年' }],
    },
    boundary: { because: '编写报告的月份在下一年', ...says('至2024年1月，专栏已完成改版。'), finds: [] },
  },
  'YR-04': {
    holds: says('按照《关于做好2023年政务公开工作的通知》开展工作。'),
    fails: {
      ...says('按照《关于做好2022年政务公开工作的通知》开展工作。'),
      finds: [{ severity: 'warning', stated: '2022年', expected: '2023年' }],
    },
    boundary: {
      because: '上年的决算在本年公开',
      ...says('落实《关于做好2022年度部门决算公开工作的通知》。'),
      finds: [],
    },
  },
  'YR-05': {
    holds: says('我局2023年共受理申请。'),
    fails: { ...says('我局2023共受理申请。'), finds: [{ severity: 'notice', stated: '2023', expected: '2023年' }] },
    boundary: { because: '是条数，不是年份', ...says('共2023条，用电2023度电。'), finds: [] },
  },
  'YR-06': {
    holds: says('2023年，我局主动公开信息20条，与去年相比略有增加。本年度未收到申请。'),
    fails: {
      ...says('今年以来，我局主动公开信息20条；今年还开展了培训。'),
      finds: [{ severity: 'notice', stated: '今年' }],
    },
    boundary: { because: '表三的“本年新收”是统一格式的用语', ...says('本年新收申请0件。'), finds: [] },
  },
  'DAT-01': {
    holds: dated('2024-01-17'),
    fails: {
      report: { ...reportWith(), signature: { agency: '', date: null } },
      context: file,
      finds: [{ severity: 'notice', title: '没有落款机关和成文日期', where: { section: 'signature' } }],
    },
    boundary: { because: '填报中的报告还没有落款', report: reportWith(), finds: [] },
  },
  'DAT-02': {
    holds: dated('2024-01-31'),
    fails: {
      ...dated('2024-02-01'),
      finds: [{ severity: 'warning', stated: '2024-02-01', expected: '不晚于 2024-01-31' }],
    },
    boundary: {
      because: '政府的时限是3月31日',
      report: dated('2024-03-31').report,
      context: { ...file, kind: 'government' },
      finds: [],
    },
  },
  'DAT-03': {
    holds: dated('2024-01-01'),
    fails: {
      ...dated('2023-01-17'),
      finds: [{ severity: 'warning', stated: '2023-01-17', suggestion: '请核对落款日期；是否应为2024年' }],
    },
    boundary: { because: '年末最后一天，期限还没有结束', ...dated('2023-12-31'), finds: [{ stated: '2023-12-31' }] },
  },
  'DAT-04': {
    holds: asWritten('2024年1月17日'),
    fails: {
      ...asWritten('2024年01月17日'),
      finds: [{ severity: 'notice', stated: '2024年01月17日', expected: '2024年1月17日' }],
    },
    boundary: { because: '空格只是排版', ...asWritten('2024 年 1 月 17 日'), finds: [] },
  },
};
