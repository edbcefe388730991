import { describe, expect, test } from 'vitest';
import { check } from '@/lib/checks/check';
import type { Finding } from '@/lib/checks/finding';
import { sampleReports, reportOf, type SampleReport } from './district';
import { stockChanges } from './profiles';
import { government } from './agencies';

const reports = sampleReports(new Date('2026-11-03T02:00:00Z'));
const find = (agency: string, year: number) => reports.find((one) => one.agency.key === agency && one.year === year);

function findingsOf(report: SampleReport): readonly Finding[] {
  const before = find(report.agency.key, report.year - 1);
  const last = before?.state === 'published' ? reportOf(before) : null;
  return check(reportOf(report), { purpose: 'draft', kind: report.agency.kind, last }).findings;
}

const serious = (report: SampleReport) => findingsOf(report).filter((finding) => finding.severity !== 'notice');

describe('提交过的报告没有错误，每一处待说明都写了原因', () => {
  test.each(
    reports
      .filter((report) => report.events.some((event) => event.type === 'submitted'))
      .map((report) => ({ report, name: `${report.agency.shortName} ${report.year}` })),
  )('$name', ({ report }) => {
    const found = serious(report).map(({ rule, severity, cells }) => ({ rule, severity, cells }));
    expect(found).toEqual(report.reasons.map(({ rule, cell }) => ({ rule, severity: 'warning', cells: [cell] })));
  });

  test('有说明的正是现行有效件数接不上的那几份', () => {
    const told = reports
      .filter((report) => report.reasons.length > 0)
      .map((report) => `${report.agency.key} ${report.year}`);
    const units = stockChanges.map((change) => `${change.unit} ${change.year}`);
    const district = stockChanges
      .filter((change) => change.year < 2025)
      .map((change) => `${government} ${change.year}`);
    expect([...told].sort()).toEqual([...units, ...district].sort());
  });
});

describe('有意留错的草稿', () => {
  const found = (agency: string) => {
    const report = find(agency, 2025);
    return report === undefined ? [] : serious(report);
  };

  test('区应急管理局：一格未填、自然人一列不平（合计随之）、行政复议总计不符，此外没有', () => {
    const findings = found('yingjiguanliju');
    expect(findings.map((finding) => finding.rule)).toEqual(['CELL-07', 'T3-03', 'T3-03', 'T4-01']);
    expect(findings[0]?.cells).toEqual(['disclosure.coercion.decisions']);
    expect(findings[1]?.cells).toContain('applications.handled.naturalPerson');
    expect(findings[2]?.cells).toContain('applications.handled.total');
    expect(findings[3]).toMatchObject({ stated: '1', expected: '0' });
  });

  test('区民政局和区政府：只是没有写完', () => {
    for (const agency of ['minzhengju', government]) {
      const rules = new Set(found(agency).map((finding) => finding.rule));
      expect(rules).toEqual(new Set(['CELL-07', 'SEC-01']));
    }
  });
});
