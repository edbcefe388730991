import { afterAll, describe, expect, it } from 'vitest';
import { kindOf, type AgencyKind, type Report } from '@/lib/report/report';
import { check } from './check';
import type { Finding } from './finding';
import { contextOf } from '@/lib/checks/test/reports';
import { generatedReport } from '@/lib/checks/test/generated-reports';
import { fiveReports, furtherFile, mustRead, realReportsAreHere } from '@/lib/read/test/real-reports';
import type { Read } from '@/lib/read/result';
import { sectionIds } from '@/lib/statute/format';
import { listsIn, sumOf } from '@/lib/checks/prose/list';
import { roleOf } from '@/lib/checks/prose/role';
import { tell, type Statement } from '@/lib/checks/prose/statement';

const counts = new Map<string, { made: number; found: number; named: number }>();

function count(kind: string, found: boolean, named: boolean): void {
  const sum = counts.get(kind) ?? { made: 0, found: 0, named: 0 };
  counts.set(kind, { made: sum.made + 1, found: sum.found + Number(found), named: sum.named + Number(named) });
}

afterAll(() => {
  const lines = [...counts].map(
    ([kind, { made, found, named }]) =>
      `${kind.padEnd(28)}${String(made).padStart(6)}${String(found).padStart(7)}${String(named).padStart(7)}`,
  );
  console.log(['broken'.padEnd(28) + '  made  found  named', ...lines].join('\n'));
});

const findingsOf = (report: Report, kind: AgencyKind | null, purpose: 'draft' | 'file'): readonly Finding[] =>
  check(report, { ...contextOf({ report }), kind, purpose }).findings;
const sums = /^(?:T3-0[123]|T4-01)$/;

/** Every cell of tables three and four, one more than it was: each stands in a sum. */
function breakCells(name: string, report: Report, kind: AgencyKind | null, purpose: 'draft' | 'file'): void {
  const missed: string[] = [];
  for (const [cell, value] of Object.entries(report.cells)) {
    if (!/^(?:applications|remedies)\./.test(cell) || value === null) continue;
    const findings = findingsOf(
      { ...report, cells: { ...report.cells, [cell]: String(Number(value) + 1) } },
      kind,
      purpose,
    ).filter(({ rule }) => sums.test(rule));
    const named = findings.some(({ cells, culprits }) => cells.includes(cell) || culprits?.includes(cell) === true);
    count(
      `${cell.startsWith('a') ? '表三' : '表四'}${cell.endsWith('total') ? '总计' : '单元格'}`,
      findings.length > 0,
      named,
    );
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
        const findings = findingsOf({ ...report, sections: { ...report.sections, overview } }, kind, 'file').filter(
          ({ rule, severity }) => /^(?:PRO|T2|T3|T4)/.test(rule) && severity === 'warning',
        );
        const covered = findings.some(
          ({ where }) =>
            where?.section === 'overview' &&
            (where.start ?? 0) <= start &&
            (where.end ?? 0) >= start + String(wrong).length,
        );
        count(`正文 ${what}`, findings.length > 0, covered);
        if (!covered)
          missed.push(
            `${what} ${value} → ${wrong}: ${overview.slice(overview.lastIndexOf('\n', start) + 1, start + 12)}`,
          );
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

const columnTotals: Readonly<Record<string, string>> = {
  received: 'received',
  newlyReceived: 'received',
  carriedIn: 'carriedIn',
  handled: 'handled',
  carriedOut: 'carriedOut',
};

/**
 * What holds a number of the prose: a total of table three that it equals, or a list that adds up. null: nothing does.
 */
function identityOf(statement: Statement, { report }: Read, listed: ReadonlySet<Statement>): string | null {
  if (!statement.quantity.exact) return null;
  const role = roleOf(statement)?.is ?? '';
  // Numbers by outcome or applicant are held against sums of cells; those of these reports are all right.
  if (role === 'outcome' || role === 'applicant') return role;
  const cell = `applications.${columnTotals[role] ?? ''}.total`;
  if (report.cells[cell] === String(statement.quantity.value)) return role;
  return listed.has(statement) ? '分项' : null;
}

/** Every number of the prose that an identity holds, one and seven more than it was. */
function breakProse(read: Read): string[] {
  const { report, written } = read;
  return sectionIds.flatMap((section) => {
    const text = report.sections[section] ?? '';
    return tell({ section, text }).flatMap((told) => {
      const sums = listsIn(told).filter(
        ({ whole, items, isOpen, unlike }) =>
          whole.quantity.exact && !isOpen && unlike.length === 0 && sumOf(items) === whole.quantity.value,
      );
      const listed = new Set(sums.flatMap(({ whole, items }) => [whole, ...items]));
      return told.statements.flatMap((statement) => {
        const identity = identityOf(statement, read, listed);
        const { quantity, sentence } = statement;
        const digits = /^\d+/.exec(quantity.text)?.[0] ?? '';
        if (identity === null || digits !== String(quantity.value)) return [];
        const at = sentence.start + quantity.start;
        return [1, 7].flatMap((more) => {
          const broken = text.slice(0, at) + String(quantity.value + more) + text.slice(at + digits.length);
          const { findings } = check(
            { ...report, sections: { ...report.sections, [section]: broken } },
            { purpose: 'file', kind: kindOf(report.agency), last: null, written },
          );
          const about = findings.filter(({ rule }) => /^(?:PRO|FEE|T2|T3|T4)/.test(rule));
          const covered = about.some(
            ({ where }) =>
              where?.section === section && (where.start ?? 0) <= at && (where.end ?? 0) >= at + digits.length,
          );
          count(`真实报告正文 ${identity}`, about.length > 0, covered);
          return covered
            ? []
            : [`${identity} ${String(quantity.value)} → ${String(quantity.value + more)} at ${section} ${String(at)}`];
        });
      });
    });
  });
}

const here = realReportsAreHere();
describe.skipIf(!here).each(here ? fiveReports() : [])('real report $name', ({ bytes }) => {
  it('is found out, whatever cell is broken', async () => {
    const { report } = await mustRead(bytes);
    breakCells(report.title, report, kindOf(report.agency), 'file');
  });
  it('is found out, whatever number of its prose that an identity holds is broken', async () => {
    expect(breakProse(await mustRead(bytes))).toEqual([]);
  });
});

describe.skipIf(!here)('a city, whose prose tells more', () => {
  it('is found out, whatever number of its prose that an identity holds is broken', async () => {
    expect(breakProse(await mustRead(furtherFile('suqian-2023.txt')))).toEqual([]);
  });
});

it('broke enough', () => {
  const made = [...counts].reduce((sum, [, { made: some }]) => sum + some, 0);
  const inProse = [...counts]
    .filter(([kind]) => kind.includes('正文'))
    .reduce((sum, [, { made: some }]) => sum + some, 0);
  expect(inProse).toBeGreaterThanOrEqual(600);
  if (here) expect([...counts.keys()].some((kind) => kind.startsWith('真实报告'))).toBe(true);
  expect(made).toBeGreaterThanOrEqual(2000);
});
