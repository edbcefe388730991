import { reportWith, type Cases } from '@/lib/checks/test/reports';

const at = (row: string, column = 'naturalPerson'): string => `applications.${row}.${column}`;
const came = (count: string, left = '0') => ({
  [at('received')]: count,
  [at('granted')]: String(Number(count) - Number(left)),
  [at('carriedOut')]: left,
});
const lastWith = (cells: Record<string, string>) => ({ last: reportWith(cells, {}, { year: 2022 }) });

export const tableThreeCases: Record<string, Cases> = {
  'T3-01': {
    holds: { report: reportWith({ ...came('8'), [at('received', 'total')]: '8' }) },
    fails: {
      report: reportWith({ ...came('8'), [at('received', 'total')]: '9' }),
      finds: [
        {
          severity: 'error',
          stated: '9',
          expected: '8',
          difference: '1',
          fix: { cell: at('received', 'total'), value: null, label: '采用合计 8' },
        },
      ],
    },
    boundary: {
      because: '有一格未填，不作判断',
      report: reportWith({ ...came('8'), [at('received', 'business')]: null, [at('received', 'total')]: '9' }),
      finds: [],
    },
  },
  'T3-02': {
    holds: { report: reportWith({ ...came('8'), [at('handled')]: '8' }) },
    fails: {
      report: reportWith({ ...came('8'), [at('handled')]: '9' }),
      finds: [
        {
          severity: 'error',
          stated: '9',
          expected: '8',
          fix: { cell: at('handled'), value: null, label: '采用合计 8' },
        },
      ],
    },
    boundary: {
      because: '有一项办理结果未填，不作判断',
      report: reportWith({ ...came('8'), [at('declined.repeated')]: null, [at('handled')]: '9' }),
      finds: [],
    },
  },
  'T3-03': {
    holds: {
      report: reportWith({
        ...came('8', '2'),
        [at('carriedIn', 'business')]: '1',
        [at('partlyGranted', 'business')]: '1',
      }),
    },
    fails: {
      report: reportWith({ ...came('8'), [at('granted')]: '7' }),
      finds: [
        {
          severity: 'error',
          title: '自然人一列不平，差 1 件',
          stated: '8',
          expected: '7',
          difference: '1',
          terms: [
            { label: '新收 8 + 上年结转 0', value: '8' },
            { label: '办理结果 7 + 结转下年度 0', value: '7' },
          ],
          culprits: [at('granted')],
          fix: { cell: at('granted'), value: '8', label: '予以公开改为 8' },
        },
        { title: '总计一列不平，差 1 件', culprits: [at('granted')] },
      ],
    },
    boundary: {
      because: '该列有一格未填，不作判断',
      report: reportWith({ ...came('8'), [at('granted')]: null }),
      finds: [],
    },
  },
  'T3-05': {
    holds: { report: reportWith({ [at('carriedIn')]: '2', [at('granted')]: '2' }), context: lastWith(came('8', '2')) },
    fails: {
      report: reportWith(),
      context: lastWith(came('8', '1')),
      finds: [
        {
          severity: 'warning',
          title: '自然人：上年结转下年度 1 件，本年填 0 件',
          cells: [at('carriedIn'), at('carriedIn', 'total')],
          stated: '0',
          expected: '1',
        },
      ],
    },
    boundary: {
      because: '总数相同而分列不同，逐列指出',
      report: reportWith({ [at('carriedIn', 'business')]: '1', [at('granted', 'business')]: '1' }),
      context: lastWith(came('8', '1')),
      finds: [
        { stated: '0', expected: '1' },
        { stated: '1', expected: '0' },
      ],
    },
  },
  'T3-06': {
    holds: { report: reportWith({ ...came('8', '2'), [at('otherHandling.feeUnpaid')]: '0' }) },
    fails: {
      report: reportWith({ [at('carriedIn')]: '3', [at('otherHandling.feeUnpaid')]: '1', [at('carriedOut')]: '2' }),
      finds: [
        { severity: 'notice', stated: '2' },
        { severity: 'notice', stated: '1', where: { section: 'other', start: 3, end: 6, quote: '未收取' } },
      ],
    },
    boundary: { because: '新收的全部结转', report: reportWith(came('8', '8')), finds: [] },
  },
  'T3-07': {
    holds: { report: reportWith({ [at('received')]: '10', [at('granted')]: '9', [at('refused.stateSecret')]: '1' }) },
    fails: {
      report: reportWith({ [at('received')]: '4', [at('granted')]: '3', [at('declined.publication')]: '1' }),
      finds: [{ severity: 'notice', cells: [at('declined.publication', 'total'), at('handled', 'total')] }],
    },
    boundary: {
      because: '恰为五分之一',
      report: reportWith({ [at('received')]: '5', [at('granted')]: '4', [at('refused.publicSecurity')]: '1' }),
      finds: [],
    },
  },
  'T3-08': {
    holds: { report: reportWith({ [at('received')]: '20', [at('granted')]: '14', [at('otherHandling.other')]: '6' }) },
    fails: {
      report: reportWith({ [at('received')]: '19', [at('granted')]: '13', [at('otherHandling.other')]: '6' }),
      finds: [{ severity: 'notice', stated: '6' }],
    },
    boundary: {
      because: '不多于 5 件',
      report: reportWith({ [at('received')]: '5', [at('otherHandling.other')]: '5' }),
      finds: [],
    },
  },
};
