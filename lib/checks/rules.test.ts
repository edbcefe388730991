import { describe, expect, it } from 'vitest';
import { chapters, rules } from './catalogue';
import { check } from './check';
import { cellCases } from '@/lib/checks/test/cases/cells';
import { formCases } from '@/lib/checks/test/cases/form';
import { headingCases } from '@/lib/checks/test/cases/headings';
import { nameCases } from '@/lib/checks/test/cases/names';
import { proseCases } from '@/lib/checks/test/cases/prose';
import { publicationCases } from '@/lib/checks/test/cases/publication';
import { sectionCases } from '@/lib/checks/test/cases/sections';
import { tableFourCases } from '@/lib/checks/test/cases/table-four';
import { tableThreeCases } from '@/lib/checks/test/cases/table-three';
import { tableTwoCases } from '@/lib/checks/test/cases/table-two';
import { wordCases } from '@/lib/checks/test/cases/words';
import { yearCases } from '@/lib/checks/test/cases/years';
import { contextOf, type Cases, type Try } from '@/lib/checks/test/reports';

const cases: Record<string, Cases> = {
  ...sectionCases,
  ...formCases,
  ...headingCases,
  ...nameCases,
  ...publicationCases,
  ...cellCases,
  ...tableTwoCases,
  ...tableThreeCases,
  ...tableFourCases,
  ...proseCases,
  ...yearCases,
  ...wordCases,
};

it('every rule of the catalogue has its cases', () => {
  expect(new Set(Object.keys(cases))).toEqual(new Set(rules.map(({ id }) => id)));
});

it('every id stands once in the catalogue', () => {
  const ids = chapters.flatMap(({ entries }) => entries.map(({ id }) => id));
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

describe.each(Object.entries(cases))('%s', (id, { holds, fails, boundary }) => {
  const law = rules.filter((rule) => rule.id === id);
  const says = law.map((rule) => rule.says).join('；');
  const found = (tried: Try) => check(tried.report, contextOf(tried)).findings.filter(({ rule }) => rule === id);

  it(`相符：${says}`, () => {
    expect(found(holds)).toEqual([]);
  });
  it(`不符：${says}`, () => {
    const findings = found(fails);
    expect(findings).toMatchObject(fails.finds);
    expect(findings.length).toBeGreaterThan(0);
    for (const finding of findings) {
      expect(law.some((rule) => finding.message.startsWith(rule.says))).toBe(true);
      expect(finding.title.length).toBeGreaterThan(3);
    }
  });
  it(`临界（${boundary.because}）：${says}`, () => {
    expect(found(boundary)).toMatchObject(boundary.finds);
  });
});
