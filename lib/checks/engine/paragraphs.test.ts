import { describe, expect, it } from 'vitest';
import { check } from '@/lib/checks/check';
import type { Finding } from '@/lib/checks/finding';
import { everywhere } from './paragraphs';
import { normal } from './text';
import { subjectOf } from './subject';
import { formatById } from '@/lib/statute/formats';
import type { Report } from '@/lib/report/report';
import { contextOf, reportWith } from '@/lib/checks/test/reports';

const withOverview = (...paragraphs: string[]): Report => reportWith({}, { overview: paragraphs.join('\n') });
const quoted = (report: Report, rule: string): (string | undefined)[] =>
  check(report, contextOf({ report }))
    .findings.filter((finding) => finding.rule === rule)
    .map((finding) => textAt(report, finding));
const textAt = (report: Report, { where }: Finding): string | undefined =>
  (report.sections.overview ?? '').slice(where?.start, where?.end);

describe('a rule that judges each paragraph by itself', () => {
  it('finds the words where they stand in the whole text, also after what stands before them has changed', () => {
    expect(quoted(withOverview('主动公开信息20条。', '资金资金已经到位。'), 'LNG-01')).toEqual(['资金资金']);
    expect(quoted(withOverview('全年主动公开各类政府信息1200条。', '资金资金已经到位。'), 'LNG-01')).toEqual([
      '资金资金',
    ]);
    expect(
      quoted(withOverview('', '全年主动公开各类政府信息1200条。', '资金资金已经到位。', '培训培训。'), 'LNG-01'),
    ).toEqual(['资金资金', '培训培训']);
  });

  it('finds the same words in every paragraph that has them', () => {
    const report = withOverview('培训XX场。', '培训XX场。', '无。', '培训XX场。');
    const found = check(report, contextOf({ report })).findings.filter(({ rule }) => rule === 'PH-01');
    expect(found.map(({ where }) => where?.start)).toEqual([2, 9, 19]);
  });

  it('judges anew when the report is of another year, or another agency', () => {
    const text = ['2022年，我局共收到申请8件。'];
    const of = (year: number): Report => ({ ...withOverview(...text), year });
    expect(quoted(of(2023), 'YR-02')).toEqual(['2022年']);
    expect(quoted(of(2022), 'YR-02')).toEqual([]);
    expect(quoted(of(2023), 'YR-02')).toEqual(['2022年']);
  });

  it('is told no more than what does not change while someone types', () => {
    const looked: string[] = [];
    const search = everywhere((paragraph, about) => {
      looked.push(`${about.report.year} ${paragraph.text}`);
      return [{ ...paragraph, at: normal(paragraph.text).indexOf('8') }].filter(({ at }) => at >= 0);
    });
    const ask = (report: Report): readonly { at: number }[] => {
      const format = formatById(report.format);
      if (format === undefined) throw new Error('no format');
      return search(subjectOf(report, format, contextOf({ report })));
    };
    expect(ask(withOverview('共３件。', '共8件。')).map(({ at }) => at)).toEqual([6]);
    looked.length = 0;
    expect(ask(withOverview('全年共３件。', '共8件。')).map(({ at }) => at)).toEqual([8]);
    expect(looked).toEqual(['2023 全年共３件。']);
  });
});
