import { describe, expect, it } from 'vitest';
import { reportOf, sampleReports } from '@/prisma/sample/district';
import { sectionIds } from '@/lib/statute/format';
import type { Place, Report } from '@/lib/report/report';
import { check } from '@/lib/checks/check';
import { contextOf } from '@/lib/checks/test/reports';

const places: readonly Place[] = ['preamble', ...sectionIds];
const reports = sampleReports(new Date('2026-11-03T02:00:00Z')).map((sample) => ({
  report: reportOf(sample),
  kind: sample.agency.kind,
}));
const textAt = (report: Report, place: Place): string =>
  place === 'preamble' ? report.preamble : (report.sections[place] ?? '');

/** Every place where the prose names the report's own year, with another year written over it. */
function* broken(
  by: number,
): Generator<{ report: Report; kind: (typeof reports)[number]['kind']; place: Place; at: number }> {
  for (const { report, kind } of reports) {
    for (const place of places) {
      const text = textAt(report, place);
      for (const { index } of text.matchAll(new RegExp(`${report.year}(?=年)`, 'g'))) {
        const changed = text.slice(0, index) + String(report.year + by) + text.slice(index + 4);
        const made =
          place === 'preamble'
            ? { ...report, preamble: changed }
            : { ...report, sections: { ...report.sections, [place]: changed } };
        yield { report: made, kind, place, at: index };
      }
    }
  }
}

describe('a year of the prose that is changed to another', () => {
  it.each([
    ['the year before', -1],
    ['the year after', 1],
  ])('%s is found where it stands, 99 times of 100', (_, by) => {
    const all = [...broken(by)];
    const found = all.filter(({ report, kind, place, at }) =>
      check(report, contextOf({ report, context: { kind, purpose: 'file' } })).findings.some(
        ({ rule, where }) =>
          rule.startsWith('YR-') &&
          where?.section === place &&
          (where.start ?? Infinity) <= at &&
          (where.end ?? 0) >= at + 4,
      ),
    );
    expect(all.length).toBeGreaterThan(300);
    expect(found.length / all.length).toBeGreaterThan(0.99);
  });
  it('left as it is, nothing is said of it', () => {
    for (const { report, kind } of reports) {
      const { findings } = check(report, contextOf({ report, context: { kind } }));
      expect(
        findings.filter(({ rule }) => /^(?:YR|LNG|PH|PII|DAT)-/.test(rule)),
        report.title,
      ).toEqual([]);
    }
  });
});
