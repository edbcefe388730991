import { afterAll, describe, expect, it } from 'vitest';
import { kindOf, type AgencyKind, type Report } from '../../report/report';
import { check } from '../check';
import type { Finding } from '../finding';
import { contextOf } from './reports';
import { generatedReport } from './generated-reports';
import { expectedReports, realReportsAreHere } from './shared-reports';

const counts = new Map<string, { made: number; found: number; named: number }>();

function count(kind: string, found: boolean, named: boolean): void {
  const sum = counts.get(kind) ?? { made: 0, found: 0, named: 0 };
  counts.set(kind, { made: sum.made + 1, found: sum.found + Number(found), named: sum.named + Number(named) });
}

afterAll(() => {
  const lines = [...counts].map(([kind, { made, found, named }]) => `${kind.padEnd(28)}${String(made).padStart(6)}${String(found).padStart(7)}${String(named).padStart(7)}`);
  console.log(['broken'.padEnd(28) + '  made  found  named', ...lines].join('\n'));
});

const findingsOf = (report: Report, kind: AgencyKind | null, purpose: 'draft' | 'file'): readonly Finding[] => check(report, { ...contextOf({ report }), kind, purpose }).findings;
const sums = /^(?:T3-0[123]|T4-01)$/;

/** Every cell of tables three and four, one more than it was: each stands in a sum. */
function breakCells(name: string, report: Report, kind: AgencyKind | null, purpose: 'draft' | 'file'): void {
  const missed: string[] = [];
  for (const [cell, value] of Object.entries(report.cells)) {
    if (!/^(?:applications|remedies)\./.test(cell) || value === null) continue;
    const findings = findingsOf({ ...report, cells: { ...report.cells, [cell]: String(Number(value) + 1) } }, kind, purpose).filter(({ rule }) => sums.test(rule));
    const named = findings.some(({ cells, culprits }) => cells.includes(cell) || culprits?.includes(cell) === true);
    count(`${cell.startsWith('a') ? '表三' : '表四'}${cell.endsWith('total') ? '总计' : '单元格'}`, findings.length > 0, named);
    if (!named) missed.push(cell);
  }
  expect(missed, name).toEqual([]);
}

const reports = Array.from({ length: 18 }, (_, index) => generatedReport(index + 1));

describe.each(reports)('$name', ({ report, kind, quoted }) => {
  const text = report.sections.overview ?? '';

  it('is silent untouched', () => {
    expect(findingsOf(report, kind, 'file').filter(({ severity }) => severity !== 'notice')).toEqual([]);
  });
  it('is found out, whatever number of its prose is broken', () => {
    const missed: string[] = [];
    for (const { start, end, value, kind: what } of quoted) {
      for (const wrong of [value + 1, value + 7]) {
        const overview = text.slice(0, start) + String(wrong) + text.slice(end);
        const findings = findingsOf({ ...report, sections: { ...report.sections, overview } }, kind, 'file').filter(({ rule, severity }) => /^(?:PRO|T2|T3|T4)/.test(rule) && severity === 'warning');
        const covered = findings.some(({ where }) => where?.section === 'overview' && (where.start ?? 0) <= start && (where.end ?? 0) >= start + String(wrong).length);
        count(`正文 ${what}`, findings.length > 0, covered);
        if (!covered) missed.push(`${what} ${value} → ${wrong}: ${overview.slice(overview.lastIndexOf('\n', start) + 1, start + 12)}`);
      }
    }
    expect(missed).toEqual([]);
  });
});

describe.each(reports.slice(0, 8))('$name', ({ name, report, kind }) => {
  it('is found out, whatever cell is broken', () => {
    breakCells(name, report, kind, 'file');
  });
});

const here = realReportsAreHere();
describe.skipIf(!here).each(here ? expectedReports() : [])('real report $name', ({ name, report }) => {
  it('is found out, whatever cell is broken', () => {
    breakCells(name, report, kindOf(report.agency), 'file');
  });
});

it('broke enough', () => {
  const made = [...counts].reduce((sum, [, { made: some }]) => sum + some, 0);
  const inProse = [...counts].filter(([kind]) => kind.startsWith('正文')).reduce((sum, [, { made: some }]) => sum + some, 0);
  expect(inProse).toBeGreaterThanOrEqual(600);
  expect(made).toBeGreaterThanOrEqual(2000);
});
