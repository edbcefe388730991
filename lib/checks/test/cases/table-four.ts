import { reportWith, type Cases } from '@/lib/checks/test/reports';

const at = (proceeding: string, result = 'upheld'): string => `remedies.${proceeding}.${result}`;
const last = (cells: Record<string, string> = {}) => ({ last: reportWith(cells, {}, { year: 2022 }) });
const asked = { 'applications.received.naturalPerson': '1', 'applications.granted.naturalPerson': '1' };

export const tableFourCases: Record<string, Cases> = {
  'T4-01': {
    holds: {
      report: reportWith({
        [at('reconsideration')]: '10',
        [at('reconsideration', 'corrected')]: '1',
        [at('reconsideration', 'total')]: '11',
      }),
    },
    fails: {
      report: reportWith({
        [at('reconsideration')]: '10',
        [at('reconsideration', 'corrected')]: '1',
        [at('reconsideration', 'total')]: '0',
        [at('litigationDirect')]: '5',
        [at('litigationDirect', 'total')]: '0',
      }),
      finds: [
        {
          severity: 'error',
          title: '行政复议总计不符，差 11 件',
          stated: '0',
          expected: '11',
          fix: { cell: at('reconsideration', 'total'), value: null, label: '采用合计 11' },
        },
        {
          severity: 'error',
          stated: '0',
          expected: '5',
          cells: ['total', 'upheld', 'corrected', 'otherResult', 'pending'].map((result) =>
            at('litigationDirect', result),
          ),
        },
      ],
    },
    boundary: {
      because: '有一格未填，不作判断',
      report: reportWith({ [at('litigationDirect')]: null, [at('litigationDirect', 'total')]: '3' }),
      finds: [],
    },
  },
  'T4-05': {
    holds: { report: reportWith({ [at('litigationAfterReconsideration')]: '1', [at('reconsideration')]: '1' }) },
    fails: {
      report: reportWith({ [at('litigationAfterReconsideration')]: '1' }),
      context: last(),
      finds: [{ severity: 'notice', stated: '1' }],
    },
    boundary: {
      because: '上年有行政复议',
      report: reportWith({ [at('litigationAfterReconsideration')]: '1' }),
      context: last({ [at('reconsideration')]: '1' }),
      finds: [],
    },
  },
  'T4-06': {
    holds: { report: reportWith({ ...asked, [at('reconsideration')]: '1' }) },
    fails: {
      report: reportWith({ [at('reconsideration')]: '1' }),
      finds: [{ severity: 'notice', cells: [at('reconsideration', 'total')] }],
    },
    boundary: {
      because: '没有新收，但有上年结转',
      report: reportWith({
        'applications.carriedIn.naturalPerson': '1',
        'applications.granted.naturalPerson': '1',
        [at('reconsideration')]: '1',
      }),
      finds: [],
    },
  },
  'T4-07': {
    holds: {
      report: reportWith({ [at('reconsideration')]: '2' }),
      context: last({ [at('reconsideration', 'pending')]: '2' }),
    },
    fails: {
      report: reportWith(),
      context: last({ [at('reconsideration', 'pending')]: '2' }),
      finds: [{ severity: 'notice', difference: '2' }],
    },
    boundary: {
      because: '只有一部分有结果，不提示',
      report: reportWith({ [at('reconsideration', 'pending')]: '1' }),
      context: last({ [at('reconsideration', 'pending')]: '2' }),
      finds: [],
    },
  },
};
