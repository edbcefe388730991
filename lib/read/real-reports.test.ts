import { afterAll, describe, expect, it } from 'vitest';
import type { Finding } from '@/lib/checks/finding';
import {
  checked,
  fiveReports,
  furtherFile,
  mustRead,
  realReportsAreHere,
  type Expected,
} from '@/lib/read/test/real-reports';

const here = realReportsAreHere();
const five = here ? fiveReports() : [];

type Must = Expected['findings']['must'][number];

/** The same rule at the place that was asked for. */
const meets = (finding: Finding, must: Must): boolean =>
  finding.rule === must.rule &&
  (must.section === undefined || finding.where?.section === must.section) &&
  (must.cells ?? []).every((cell) => finding.cells.includes(cell));

/**
 * By rule: findings that had to be there, those of them that were, all that were raised, and those that should not be.
 */
const tally = new Map<string, { must: number; met: number; raised: number; wrong: number }>();
const countOf = (rule: string) => {
  const count = tally.get(rule) ?? { must: 0, met: 0, raised: 0, wrong: 0 };
  tally.set(rule, count);
  return count;
};

const outside = ({ findings: { must, may, never } }: Expected) => {
  const allowed = new Set([...may, ...must.map(({ rule }) => rule)]);
  return ({ rule, severity }: Finding): boolean =>
    never.includes(rule) || (severity !== 'notice' && !allowed.has(rule));
};

afterAll(() => {
  const share = (part: number, all: number): string => (all === 0 ? '–' : (part / all).toFixed(2));
  const rows = [...tally]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([rule, { must, met, raised, wrong }]) =>
      [
        rule.padEnd(9),
        `must ${must}`,
        `found ${met}`,
        `recall ${share(met, must)}`,
        `raised ${raised}`,
        `precision ${share(raised - wrong, raised)}`,
      ].join('  '),
    );
  if (rows.length > 0) process.stdout.write(`\nFive real reports, by rule\n${rows.join('\n')}\n`);
});

describe.skipIf(!here).each(five)('real report $name', (expected) => {
  const reading = mustRead(expected.bytes);

  it('is read with every figure in its cell', async () => {
    const { report, unplaced } = await reading;
    expect({ format: report.format, year: report.year, agency: report.agency }).toEqual({
      format: expected.format,
      year: expected.year,
      agency: expected.agency,
    });
    expect(report.cells).toEqual(expected.cells);
    expect(unplaced).toEqual([]);
  });

  it('has every finding of a perfect checker at its place, and no other but notices', async () => {
    const { findings } = checked(await reading);
    const isOutside = outside(expected);
    for (const must of expected.findings.must) {
      const count = countOf(must.rule);
      count.must += 1;
      if (findings.some((finding) => meets(finding, must))) count.met += 1;
    }
    for (const finding of findings) {
      const count = countOf(finding.rule);
      count.raised += 1;
      if (isOutside(finding)) count.wrong += 1;
    }
    expect(expected.findings.must.filter((must) => !findings.some((finding) => meets(finding, must)))).toEqual([]);
    expect(findings.filter(isOutside).map(({ rule, severity, message }) => `${rule} ${severity} ${message}`)).toEqual(
      [],
    );
  });

  it('names its table sums rightly: all hold', async () => {
    expect(checked(await reading).findings.filter(({ rule }) => /^(?:T3-0[1-5]|T4-01|T2-0[13])$/.test(rule))).toEqual(
      [],
    );
  });

  it('quotes exactly what stands at the offsets', async () => {
    const { report, written } = await reading;
    for (const { where } of checked({ kind: 'text', report, unplaced: [], written }).findings) {
      if (where?.start === undefined) continue;
      const text =
        where.section === 'title' || where.section === 'preamble'
          ? report[where.section]
          : where.section === 'signature'
            ? report.signature.agency
            : report.sections[where.section];
      expect(text?.slice(where.start, where.end)).toBe(where.quote);
    }
  });
});

const brief = ({ rule, severity }: Finding): string => `${rule} ${severity}`;
const isFigureRule = ({ rule }: Finding): boolean => /^(T2|T3|T4|PRO|FEE)-/.test(rule);

describe.skipIf(!here)('a city, two years', () => {
  it('2023: nothing but notices', async () => {
    const { findings } = checked(await mustRead(furtherFile('suqian-2023.txt')));
    expect(findings.filter(({ severity }) => severity !== 'notice').map(brief)).toEqual([]);
  });

  it('2024: the cases told in prose differ from table four, the growth from last year, and all else holds across the years', async () => {
    const last = await mustRead(furtherFile('suqian-2023.txt'));
    const { findings, checked: ran } = checked(await mustRead(furtherFile('suqian-2024.txt')), last);
    expect(
      findings
        .filter((finding) => finding.severity !== 'notice' && isFigureRule(finding))
        .map(({ rule, stated }) => `${rule} ${stated}`),
    ).toEqual([expect.stringMatching(/^PRO-10 1\.05/), 'T4-02 134', 'T4-02 57']);
    expect(findings.find(({ rule }) => rule === 'LNG-01')).toMatchObject({ severity: 'warning', stated: '的的' });
    expect(findings.find(({ rule }) => rule === 'PRO-10')).toMatchObject({ stated: '1.05%', expected: '1.08%' });
    expect(findings.filter(({ rule, severity }) => rule === 'T4-02' && severity === 'warning')).toMatchObject([
      { expected: '170' },
      { expected: '77' },
    ]);
    expect(findings.filter(({ rule }) => rule === 'T3-05' || rule === 'T2-03')).toEqual([]);
    // The line with the title is lost, so nothing says what kind of agency it is; all else was checked.
    expect(ran.notChecked.map(({ rule, why }) => `${rule} ${why}`)).toEqual([
      'SEC-06 机关类型不明',
      'T2-02 机关类型不明',
    ]);
  });
});

describe.skipIf(!here)('a district, two years, as PDF', () => {
  it('2023: two totals of table four, a label, the one row of 其他处理, the duties of a government', async () => {
    const { findings } = checked(await mustRead(furtherFile('hongze-2023.pdf')));
    const rules = findings.filter(({ severity }) => severity !== 'notice').map(({ rule }) => rule);
    expect(rules.filter((rule) => rule === 'T4-01')).toHaveLength(2);
    expect([...new Set(rules)].sort()).toEqual(['FMT-03', 'FMT-05', 'SEC-06', 'T4-01']);
    expect(findings.find(({ rule }) => rule === 'FMT-05')?.message).toContain('其他法律行政止公开');
  });

  it('2024, with 2023: a label and the one row; sums and stock hold', async () => {
    const last = await mustRead(furtherFile('hongze-2023.pdf'));
    const { findings } = checked(await mustRead(furtherFile('hongze-2024.pdf')), last);
    expect(
      [...new Set(findings.filter(({ severity }) => severity !== 'notice').map(({ rule }) => rule))].sort(),
    ).toEqual(['FMT-03', 'FMT-05']);
  });
});
