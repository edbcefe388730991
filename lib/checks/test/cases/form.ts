import type { AsWritten } from '@/lib/report/as-written';
import { writtenAs, without } from '@/lib/checks/test/as-written';
import { reportOf2020, reportWith, type Cases } from '@/lib/checks/test/reports';

const file = (written: AsWritten) => ({ purpose: 'file' as const, written });
const rows = ['notSupplemented', 'feeUnpaid', 'other'].map((row) => `otherHandling.${row}`);
const columns = ['naturalPerson', 'business', 'research', 'nonprofit', 'legalService', 'otherOrganisation', 'total'];
const names = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
const noThreeRows = Object.fromEntries(
  rows.flatMap((row) => columns.map((column) => [`applications.${row}.${column}`, null])),
);
const oneRow = (...values: number[]) =>
  names.map((name, index) => ({
    table: 'applications',
    label: `（六）其他处理 · ${name}`,
    value: String(values[index] ?? 0),
  }));
const merged = file(without(writtenAs(), ...rows.map((row) => `applications.${row}`)));
const handled = Object.fromEntries(columns.map((column) => [`applications.handled.${column}`, '0']));

/** A report in whose table three （六）其他处理 is one row with these values. */
export const withOneRow = (values: number[], cells: Record<string, string> = {}) =>
  reportWith({ ...handled, ...cells, ...noThreeRows }, {}, { extra: oneRow(...values) });
export const mergedContext = merged;

const granted = 'applications.granted';
const lastRow = (label: string) => ({ extra: [{ table: 'disclosure', label, value: '0' }] });

export const formCases: Record<string, Cases> = {
  'FMT-01': {
    holds: { report: reportWith(), context: file(writtenAs()) },
    fails: {
      report: reportWith({}, {}, { format: '2019', year: 2022 }),
      context: file(writtenAs('2019')),
      finds: [{ severity: 'error', where: { section: 'disclosure' } }],
    },
    boundary: { because: '只有表三是旧的，表二不算旧格式', report: reportWith(), context: merged, finds: [] },
  },
  'FMT-02': {
    holds: { report: reportOf2020(), context: file(writtenAs('2019')) },
    fails: {
      report: reportWith({}, {}, { year: 2020 }),
      context: file(writtenAs()),
      finds: [{ severity: 'notice', where: { section: 'disclosure' } }],
    },
    boundary: {
      because: 'JSON 没有栏目名称，按它的格式判断',
      report: reportWith({}, {}, { year: 2019 }),
      context: { purpose: 'file' },
      finds: [{ severity: 'notice' }],
    },
  },
  'FMT-03': {
    holds: { report: reportWith(), context: file(writtenAs()) },
    fails: {
      report: withOneRow([]),
      context: merged,
      finds: [{ severity: 'warning', where: { section: 'applications' } }],
    },
    boundary: {
      because: '这一行有件数，归不到三行里，为错误',
      report: withOneRow([2, 0, 0, 0, 0, 0, 2], {
        'applications.handled.naturalPerson': '2',
        'applications.handled.total': '2',
      }),
      context: merged,
      finds: [{ severity: 'error' }],
    },
  },
  'FMT-04': {
    holds: {
      report: reportWith({}, { other: '按《年度报告格式》（国办公开办函〔2021〕30号）编制。未收取信息处理费。' }),
    },
    fails: {
      report: reportWith({}, { other: '按照国办公开办函〔2019〕60号编制。未收取信息处理费。' }),
      finds: [
        { severity: 'warning', where: { section: 'other', start: 2, end: 17, quote: '国办公开办函〔2019〕60号' } },
      ],
    },
    boundary: {
      because: '2020 年度的报告引用它是对的',
      report: reportOf2020({}, { other: '按照国办公开办函〔2019〕60号编制。' }),
      finds: [],
    },
  },
  'FMT-05': {
    holds: {
      report: reportWith(),
      context: file(
        writtenAs('2021', {
          'applications.refused.stateSecret': '1. 属于国家秘密',
          'applications.granted': '(一) 予以公开',
          'applications.business': '商业\n企业',
        }),
      ),
    },
    fails: {
      report: reportWith(),
      context: file(writtenAs('2021', { 'applications.refused.otherLaw': '2.其他法律和行政法规禁止公开' })),
      finds: [{ severity: 'warning', stated: '2.其他法律和行政法规禁止公开', expected: '2.其他法律行政法规禁止公开' }],
    },
    boundary: {
      because: '序号丢了，不算栏目不同',
      report: reportWith(),
      context: file(writtenAs('2021', { 'applications.granted': '予以公开' })),
      finds: [],
    },
  },
  'FMT-06': {
    holds: { report: reportWith(), context: file(writtenAs()) },
    fails: {
      report: reportWith(),
      context: file(writtenAs('2021', { 'disclosure.normativeDocuments': '规范性文件' })),
      finds: [
        {
          severity: 'warning',
          cells: ['issued', 'repealed', 'inForce'].map((column) => `disclosure.normativeDocuments.${column}`),
        },
      ],
    },
    boundary: {
      because: '2020 年的格式就是“规范性文件”',
      report: reportOf2020(),
      context: file(writtenAs('2019')),
      finds: [],
    },
  },
  'FMT-07': {
    holds: { report: reportWith(), context: file(writtenAs()) },
    fails: {
      report: reportWith(
        Object.fromEntries(columns.map((column) => [`${granted}.${column}`, null])),
        {},
        lastRow('行政确认'),
      ),
      context: file(without(writtenAs(), granted)),
      finds: [
        { severity: 'warning', stated: '行政确认' },
        { severity: 'error', cells: columns.map((column) => `${granted}.${column}`) },
      ],
    },
    boundary: {
      because: '栏目认不出，数还在，不算缺行',
      report: reportWith(),
      context: file(without(writtenAs(), granted)),
      finds: [],
    },
  },
  'FMT-08': {
    holds: { report: reportWith(), context: file(writtenAs()) },
    fails: {
      report: reportWith(),
      context: file(writtenAs('2021', {}, { corner: null })),
      finds: [{ severity: 'notice', where: { section: 'applications' } }],
    },
    boundary: {
      because: '没有表三，就没有这一格',
      report: reportWith(),
      context: file(writtenAs('2021', {}, { corner: null, tables: ['disclosure'] })),
      finds: [],
    },
  },
  'FMT-10': {
    holds: { report: reportWith(), context: file(writtenAs()) },
    fails: {
      report: reportWith(),
      context: file(writtenAs('2021', { 'disclosure.penalties': '行政处罚（含当场处罚）' })),
      finds: [{ severity: 'notice', cells: ['disclosure.penalties.decisions'] }],
    },
    boundary: {
      because: '多出的行里留着供选用的字样',
      report: reportOf2020({}, {}, lastRow('本行政区域（或本部门）信息发布总数')),
      context: file(writtenAs('2019')),
      finds: [{ severity: 'notice', where: { section: 'disclosure' } }],
    },
  },
};
