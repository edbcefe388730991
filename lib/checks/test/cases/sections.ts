import { reportWith, type Cases } from '@/lib/checks/test/reports';

const file = { purpose: 'file' } as const;
const government = { kind: 'government' } as const;

export const sectionCases: Record<string, Cases> = {
  'SEC-01': {
    holds: { report: reportWith({}, { other: '无。' }) },
    fails: {
      report: reportWith({}, { overview: undefined, problems: undefined }),
      context: file,
      finds: [
        { severity: 'error', where: { section: 'overview' } },
        { severity: 'error', where: { section: 'problems' } },
      ],
    },
    boundary: {
      because: '填报中的报告，没有写就是缺少；只有表的部分不必写文字',
      report: reportWith({}, { problems: ' \n' }),
      finds: [{ where: { section: 'problems' } }],
    },
  },
  'SEC-04': {
    holds: { report: reportWith({}, { other: '无' }), context: file },
    fails: {
      report: reportWith({}, { overview: '', problems: '无。' }),
      context: file,
      finds: [
        { severity: 'warning', where: { section: 'overview' } },
        { severity: 'warning', where: { section: 'problems' }, stated: '无' },
      ],
    },
    boundary: {
      because: '填报中的报告也不能只写“略”',
      report: reportWith({}, { overview: '略', other: '无' }),
      finds: [{ where: { section: 'overview' } }],
    },
  },
  'SEC-06': {
    holds: { report: reportWith({}, { overview: '开展工作考核、社会评议，未发生责任追究。' }), context: government },
    fails: { report: reportWith(), context: government, finds: [{ severity: 'warning' }] },
    boundary: {
      because: '写了考核，只缺另两项，为提示',
      report: reportWith({}, { overview: '纳入年度考核。' }),
      context: government,
      finds: [{ severity: 'notice', title: '没有写评议、责任追究' }],
    },
  },
  'FEE-01': {
    holds: { report: reportWith({}, { other: '未收取信息处理费。' }) },
    fails: { report: reportWith({}, { other: '无。' }), finds: [{ severity: 'warning', where: { section: 'other' } }] },
    boundary: {
      because: '2020年的报告没有这个要求',
      report: reportWith({}, { other: '无。' }, { format: '2019', year: 2020 }),
      finds: [],
    },
  },
};
