import { describe, expect, it } from 'vitest';
import { noLabels } from '../as-document';
import { rules } from '../catalogue';
import { cityReport, expectedReports, checkFile, realReportsAreHere } from './shared-reports';

const here = realReportsAreHere();
const written = new Set(rules.map(({ id }) => id));
// Rules on labels, headings, preamble, signature and rows that the format does not know need the document itself.
const needsTheDocument = new Set(['T2-06', 'FMT-05', 'FMT-06', 'SEC-03', 'SEC-10', 'AGY-01']);

describe.skipIf(!here).each(here ? expectedReports() : [])('real report $name', ({ report, must, may, never }) => {
  const { findings } = checkFile(report);

  it('raises no false alarm', () => {
    expect(findings.filter(({ rule }) => never.includes(rule))).toEqual([]);
    const allowed = new Set([...may, ...must.map(({ rule }) => rule)]);
    expect(findings.filter(({ rule, severity }) => severity !== 'notice' && !allowed.has(rule))).toEqual([]);
  });
  it('finds what has to be found', () => {
    for (const { rule, section } of must.filter((one) => written.has(one.rule) && !needsTheDocument.has(one.rule))) {
      const found = findings.filter((finding) => finding.rule === rule);
      expect(found, rule).not.toEqual([]);
      if (section !== undefined) expect(found.map(({ where }) => where?.section)).toContain(section);
    }
  });
  it('names its table sums rightly: all hold', () => {
    expect(findings.filter(({ rule }) => /^(T3-0[1-5]|T4-01|T2-0[13])$/.test(rule))).toEqual([]);
  });
  it('quotes exactly what stands at the offsets', () => {
    for (const { where } of findings) {
      if (where?.start === undefined || where.section === 'title' || where.section === 'preamble' || where.section === 'signature') continue;
      expect(report.sections[where.section]?.slice(where.start, where.end)).toBe(where.quote);
    }
  });
});

describe.skipIf(!here)('a city, two years', () => {
  it('2023: nothing but notices', () => {
    expect(checkFile(cityReport(2023)).findings.filter(({ severity }) => severity !== 'notice')).toEqual([]);
  });
  it('2024: the cases told in the prose differ from table four, and all else holds across the years', () => {
    const { findings, checked } = checkFile(cityReport(2024), cityReport(2023));
    expect(findings.filter(({ severity }) => severity !== 'notice')).toMatchObject([
      { rule: 'LNG-01', severity: 'warning', stated: '的的' },
      { rule: 'PRO-10', severity: 'warning', stated: '1.05%', expected: '1.08%' },
      { rule: 'T4-02', severity: 'warning', stated: '134', expected: '170' },
      { rule: 'T4-02', severity: 'warning', stated: '57', expected: '77' },
    ]);
    // These texts come without headings and labels.
    expect(checked.notChecked.filter(({ why }) => why !== noLabels)).toEqual([]);
  });
});
