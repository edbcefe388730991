import { describe, expect, it, vi } from 'vitest';
import { sectionIds } from '@/lib/statute/format';
import { formatById } from '@/lib/statute/formats';
import type { Report } from '@/lib/report/report';
import { rules } from '@/lib/checks/catalogue';
import { check } from '@/lib/checks/check';
import type { CheckResult } from '@/lib/checks/finding';
import type { Outcome, Part, Rule } from './rule';
import { subjectOf } from './subject';
import { partsRead } from './unchanged';
import { editedReports } from '@/lib/checks/test/edited-reports';
import { contextOf, reportOf2020, reportWith } from '@/lib/checks/test/reports';

const prose = {
  overview:
    '2023年，我局共收到政府信息公开申请8件，办结6件，结转下年度2件，同比增长12.5%。主动公开政府信息20条，其中网站12条、公众号9条。行政许可30件。培训XX场。的的。',
  remedies: '行政复议3件，行政诉讼1件。',
  problems: '一是2022年的工作还有不足。已整改。',
  other: '本年度收取信息处理费300元。',
};

const verdicts = (rule: Rule, report: Report, purpose: 'draft' | 'file') => {
  const format = formatById(report.format);
  if (format === undefined) throw new Error('no format');
  const outcome: Outcome = { ran: 0, raised: [], unknown: new Map() };
  rule.run(subjectOf(report, format, contextOf({ report, context: { purpose } })), outcome);
  return { ran: outcome.ran, raised: outcome.raised.map(({ breach }) => breach), unknown: [...outcome.unknown] };
};

/** The report with every part changed that a rule does not say it reads: tables filled or blank, texts exchanged. */
function* changedElsewhere(report: Report, rule: Rule): Generator<Report> {
  const read = partsRead(rule.reads);
  const format = formatById(report.format);
  const unread = (part: Part): boolean => !read.includes(part);
  const cells = (value: (id: string, index: number) => string | null) =>
    Object.fromEntries(
      Object.entries(report.cells).map(([id, stands], index) => [
        id,
        unread(`table:${format?.cell(id)?.table ?? 'disclosure'}`) ? value(id, index) : stands,
      ]),
    );
  yield { ...report, cells: cells((_, index) => String(index % 7)) };
  yield { ...report, cells: cells(() => null) };
  for (const text of ['', '（一）2019年收到申请9件，XX项。的的', prose.overview]) {
    yield {
      ...report,
      ...(unread('title') && { title: `${text}报告` }),
      ...(unread('preamble') && { preamble: text }),
      ...(unread('signature') && { signature: { agency: text, date: '2019-02-30' } }),
      sections: Object.fromEntries(sectionIds.map((id) => [id, unread(id) ? text : report.sections[id]])),
    };
  }
}

describe('a rule that says what it reads', () => {
  const some = rules.filter(({ reads }) => reads !== 'all');
  it.each(some.map((rule) => [rule.id, rule] as const))(
    'comes to the same whatever stands elsewhere: %s',
    (_, rule) => {
      for (const make of [reportWith, reportOf2020]) {
        const report = make(
          {
            'applications.received.naturalPerson': '8',
            'remedies.reconsideration.upheld': '3',
            'disclosure.fees.amount': '2000000',
          },
          prose,
        );
        for (const purpose of ['draft', 'file'] as const) {
          const plain = verdicts(rule, report, purpose);
          for (const changed of changedElsewhere(report, rule)) expect(verdicts(rule, changed, purpose)).toEqual(plain);
        }
      }
    },
  );
});

describe('check', () => {
  it('comes to the same after other reports as before them', () => {
    const reports = [
      reportWith({}, prose),
      reportWith({ 'applications.received.naturalPerson': '8' }, prose),
      reportWith({}, { ...prose, other: '无' }),
      reportWith({}, prose, { title: '云泽市XX局2023年' }),
      reportOf2020({}, prose),
    ];
    const once = reports.map((report) => check(report, contextOf({ report })));
    const again = [...reports]
      .reverse()
      .map((report) => check(report, contextOf({ report })))
      .reverse();
    expect(again).toEqual(once);
    expect(new Set(once.map((result) => JSON.stringify(result))).size).toBe(reports.length);
  });

  it.each([1, 2, 3])('comes to the same at every edit as without a memory of those before (%i)', async (seed) => {
    const reports = [...editedReports(seed, 120)];
    const typed = reports.map((report) => check(report, contextOf({ report })));
    const backwards = await freshCheck();
    for (const at of reports.keys())
      expect(resultOf(backwards, reports.at(-1 - at)), `${at + 1} edits before the last`).toEqual(typed.at(-1 - at));
    for (let at = seed; at < reports.length; at += 60)
      expect(resultOf(await freshCheck(), reports[at]), `edit ${at}`).toEqual(typed[at]);
    expect(new Set(typed.flatMap(({ findings }) => findings.map(({ rule }) => rule))).size).toBeGreaterThan(15);
  });
});

/** The same rules that have read nothing yet. */
async function freshCheck(): Promise<typeof check> {
  vi.resetModules();
  return (await import('@/lib/checks/check')).check;
}

function resultOf(run: typeof check, report: Report | undefined): CheckResult {
  if (report === undefined) throw new Error('no report');
  return run(report, contextOf({ report }));
}
