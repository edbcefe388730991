import { reportWith, type Cases } from '@/lib/checks/test/reports';

const fee = 'disclosure.fees.amount';
const granted = 'applications.granted.naturalPerson';
const file = { purpose: 'file' } as const;
const row = 'applications.otherHandling.feeUnpaid';

export const cellCases: Record<string, Cases> = {
  'CELL-01': {
    holds: { report: reportWith({ [granted]: '12', [fee]: '727.08' }), context: file },
    fails: {
      report: reportWith({ [granted]: '1.5' }),
      context: file,
      finds: [{ severity: 'error', cells: [granted], stated: '1.5' }],
    },
    boundary: {
      because: '千位分隔号也不是数字，全角数字则是',
      report: reportWith({ [granted]: '1,200', 'applications.received.naturalPerson': '１２' }),
      context: file,
      finds: [{ cells: [granted] }],
    },
  },
  'CELL-02': {
    holds: { report: reportWith(), context: file },
    fails: {
      report: reportWith({
        [`${row}.nonprofit`]: null,
        [`${row}.total`]: '0',
        'applications.handled.nonprofit': '0',
        'applications.handled.total': '0',
      }),
      context: file,
      finds: [{ severity: 'notice', cells: [`${row}.nonprofit`] }],
    },
    boundary: {
      because: '分项有数而总计空缺，要说明',
      report: reportWith({ [`${row}.total`]: null, 'applications.handled.total': '0' }),
      context: file,
      finds: [{ severity: 'warning', cells: [`${row}.total`] }],
    },
  },
  'CELL-03': {
    holds: { report: reportWith({ [granted]: '22' }), context: file },
    fails: {
      report: reportWith({ [granted]: '22（其中修订16件）' }),
      context: file,
      finds: [{ severity: 'notice', cells: [granted] }],
    },
    boundary: {
      because: '说明另记在 notes 里，也提示',
      report: reportWith({ [granted]: '22' }, {}, { notes: { [granted]: '其中修订16件' } }),
      context: file,
      finds: [{ severity: 'notice', cells: [granted] }],
    },
  },
  'CELL-04': {
    holds: { report: reportWith({ [granted]: '\u00a08 ' }), context: file },
    fails: {
      report: reportWith({ [granted]: '８', 'applications.received.business': '　3' }),
      context: file,
      finds: [{ severity: 'notice' }],
    },
    boundary: {
      because: '每张表一条，列出各格',
      report: reportWith({
        'applications.received.business': '　3',
        [granted]: '８',
        'remedies.reconsideration.upheld': '０',
      }),
      context: file,
      finds: [{ cells: ['applications.received.business', granted] }, { cells: ['remedies.reconsideration.upheld'] }],
    },
  },
  'CELL-05': {
    holds: { report: reportWith({ [fee]: '59237.2449' }) },
    fails: { report: reportWith({ [fee]: '2510000' }), finds: [{ severity: 'warning', cells: [fee] }] },
    boundary: {
      because: '六位小数可以，七位要核实',
      report: reportWith({ [fee]: '190.4573791' }),
      finds: [{ stated: '190.4573791' }],
    },
  },
  'CELL-06': {
    holds: { report: reportWith({ [fee]: '9999' }) },
    fails: { report: reportWith({ [fee]: '10000' }), finds: [{ severity: 'notice', cells: [fee] }] },
    boundary: {
      because: '政府的收费不在此列',
      report: reportWith({ [fee]: '72701' }),
      context: { kind: 'government' },
      finds: [],
    },
  },
  'CELL-07': {
    holds: { report: reportWith() },
    fails: {
      report: reportWith({ [`${row}.nonprofit`]: null, [`${row}.legalService`]: null }),
      finds: [{ severity: 'error', title: '2 格未填', cells: [`${row}.nonprofit`, `${row}.legalService`] }],
    },
    boundary: {
      because: '只剩一格时，一次点击补 0；每张表一条',
      report: reportWith({ [`${row}.nonprofit`]: null, [fee]: null }),
      finds: [
        { cells: [fee], fix: { cell: fee, value: '0', label: '补 0' } },
        { cells: [`${row}.nonprofit`], fix: { cell: `${row}.nonprofit`, value: '0', label: '补 0' } },
      ],
    },
  },
  'FMT-09': {
    holds: { report: reportWith({ [fee]: '25.1' }), context: file },
    fails: {
      report: reportWith({ [fee]: '251000元' }),
      context: file,
      finds: [{ severity: 'warning', cells: [fee], stated: '251000元' }],
    },
    boundary: {
      because: '件数带“件”也是重复写单位',
      report: reportWith({ [granted]: '3件' }),
      context: file,
      finds: [{ cells: [granted] }],
    },
  },
};
