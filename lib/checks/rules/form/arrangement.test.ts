import { describe, expect, it } from 'vitest';
import type { AsWritten } from '@/lib/report/as-written';
import type { Report } from '@/lib/report/report';
import { check } from '@/lib/checks/check';
import { pageOf, without, writtenAs } from '@/lib/checks/test/as-written';
import { contextOf, reportWith } from '@/lib/checks/test/reports';

const found = (rule: string, report: Report, written: AsWritten | null) =>
  check(report, contextOf({ report, context: { purpose: 'file', written } })).findings.filter(
    (finding) => finding.rule === rule,
  );

const emptied = (of: (cell: string) => boolean): Report => {
  const report = reportWith();
  return {
    ...report,
    cells: Object.fromEntries(Object.entries(report.cells).map(([cell, value]) => [cell, of(cell) ? null : value])),
  };
};

/** The document with one label moved behind another. */
function moved(written: AsWritten, line: string, behind: string): AsWritten {
  const label = written.labels.find((one) => one.line === line);
  const rest = written.labels.filter((one) => one !== label);
  const at = rest.findIndex((one) => one.line === behind);
  return {
    ...written,
    labels: [...rest.slice(0, at + 1), ...(label === undefined ? [] : [label]), ...rest.slice(at + 1)],
  };
}

describe('rows and columns of a document against the form', () => {
  it('names the one row that stands elsewhere, not those that it passed', () => {
    const findings = found('FMT-07', reportWith(), moved(writtenAs(), 'partlyGranted', 'refused.thirdParty'));
    expect(findings).toMatchObject([{ severity: 'warning', title: '表三的行次序不同' }]);
    expect(findings[0]?.cells).toContain('applications.partlyGranted.total');
    expect(findings[0]?.cells).not.toContain('applications.refused.stateSecret.total');
  });
  it('asks nothing of the order of headings over several rows, which stand in the middle of theirs', () => {
    const written = writtenAs();
    const group = {
      table: 'applications' as const,
      block: 0,
      axis: 'row' as const,
      line: 'refused',
      form: '（三）不予公开',
      text: '（三）不予公开',
      cells: [],
    };
    expect(found('FMT-07', reportWith(), { ...written, labels: [...written.labels, group] })).toEqual([]);
  });
  it('tells of an absent column once, and of its cells not as blanks', () => {
    const report = emptied((cell) => cell.startsWith('applications.') && cell.endsWith('.research'));
    const written = without(writtenAs(), 'applications.research');
    expect(found('FMT-07', report, written)).toMatchObject([{ severity: 'error', title: '表三缺少“科研机构”一列' }]);
    expect(found('CELL-02', report, written)).toEqual([]);
  });
  it('tells of a table that is not there, when its section holds other text', () => {
    const report = emptied((cell) => cell.startsWith('remedies.'));
    const texts = { ...report, sections: { ...report.sections, remedies: '本年度未发生行政复议、行政诉讼。' } };
    const written = {
      ...writtenAs(),
      tables: ['disclosure' as const, 'applications' as const],
      labels: writtenAs().labels.filter(({ table }) => table !== 'remedies'),
    };
    expect(found('FMT-07', texts, written)).toMatchObject([
      { severity: 'error', title: '没有表四', where: { section: 'remedies' } },
    ]);
    expect(found('FMT-07', report, written)).toEqual([]);
    expect(found('SEC-04', report, written)).toHaveLength(1);
  });
  it('leaves a page of pictures to PUB-02', () => {
    const report = emptied(() => true);
    const written = writtenAs(
      '2021',
      {},
      { tables: [], labels: [], corner: null, page: pageOf({ tables: [], pictures: 3 }) },
    );
    expect(found('FMT-07', report, written)).toEqual([]);
    expect(found('PUB-02', report, written)).toHaveLength(1);
  });
  it('knows the old table two by a few of its labels alone, and then says no more of its rows', () => {
    const extra = ['本年新制作数量', '对外公开总数量'].map((column) => ({
      table: 'disclosure',
      label: `规章 · ${column}`,
      value: '0',
    }));
    const report = { ...emptied((cell) => cell.startsWith('disclosure.')), extra };
    const written = { ...writtenAs(), labels: writtenAs().labels.filter(({ table }) => table !== 'disclosure') };
    expect(found('FMT-01', report, written)).toMatchObject([{ severity: 'error' }]);
    expect(found('FMT-07', report, written)).toEqual([]);
  });
});

it('a report in JSON says once for each rule on labels and headings that it could not be checked', () => {
  const report = reportWith();
  const { findings, checked } = check(report, contextOf({ report, context: { purpose: 'file', written: null } }));
  expect(findings.filter(({ rule }) => /^FMT|^PUB/.test(rule))).toEqual([]);
  const told = checked.notChecked
    .filter(({ why }) => why === '报告是 JSON，没有标题和栏目名称')
    .map(({ rule }) => rule);
  expect(told).toEqual(expect.arrayContaining(['SEC-02', 'SEC-03', 'FMT-05', 'FMT-06', 'FMT-07', 'FMT-08', 'FMT-10']));
  expect(new Set(told).size).toBe(told.length);
});

it('a draft is not asked for labels and headings', () => {
  const report = reportWith();
  const { checked } = check(report, contextOf({ report }));
  expect(checked.notChecked.filter(({ why }) => why.includes('JSON'))).toEqual([]);
});
