import { afterAll, describe, expect, it } from 'vitest';
import { check } from '@/lib/checks/check';
import type { Finding } from '@/lib/checks/finding';
import { contextOf, type Try } from './reports';

/** How a rule fared on the phrasings of one test file. */
interface Score {
  readonly rule: string;
  found: number;
  missed: number;
  silent: number;
  false: number;
}

const scores: Score[] = [];
const percent = (part: number, whole: number): string => (whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`);

/** What the rule was tried on: everything in the try that is not the common report. */
function told({ report, context }: Try): string {
  const { title, preamble, sections, signature } = report;
  return [title, preamble, ...Object.values(sections), signature.agency, context?.kind ?? ''].join(' / ');
}

/**
 * Tries a rule on many phrasings: it must speak on each of `fires` and say nothing on any of `silent`, the near misses.
 * Recall and precision by rule are printed when the file is done. `isMeant` tells its findings where the rule only
 * helps those of another.
 */
export function paraphrases(
  rule: string,
  cases: { fires: Try[]; silent: Try[] },
  isMeant = (finding: Finding): boolean => finding.rule === rule,
): void {
  const score: Score = { rule, found: 0, missed: 0, silent: 0, false: 0 };
  if (scores.length === 0) afterAll(print);
  scores.push(score);
  const findingsOf = (tried: Try) => check(tried.report, contextOf(tried)).findings.filter(isMeant);
  describe(`${rule}，多种写法`, () => {
    it('has at least twenty phrasings and as many near misses', () => {
      expect(cases.fires.length).toBeGreaterThanOrEqual(20);
      expect(cases.silent.length).toBeGreaterThanOrEqual(20);
    });
    it.each(cases.fires.map((tried, index) => ({ tried, name: index + 1 })))(
      'speaks on phrasing $name',
      ({ tried }) => {
        const found = findingsOf(tried);
        score[found.length > 0 ? 'found' : 'missed'] += 1;
        expect(found, told(tried)).not.toEqual([]);
      },
    );
    it.each(cases.silent.map((tried, index) => ({ tried, name: index + 1 })))(
      'is silent on near miss $name',
      ({ tried }) => {
        const found = findingsOf(tried);
        score[found.length > 0 ? 'false' : 'silent'] += 1;
        expect(found, told(tried)).toEqual([]);
      },
    );
  });
}

function print(): void {
  const lines = scores.map(({ rule, found, missed, silent, false: wrong }) =>
    [
      rule.padEnd(8),
      `${found}/${found + missed}`.padStart(7),
      percent(found, found + missed).padStart(8),
      `${silent}/${silent + wrong}`.padStart(7),
      percent(found, found + wrong).padStart(8),
    ].join('  '),
  );
  console.log(
    [
      ['rule'.padEnd(8), 'found'.padStart(7), 'recall'.padStart(8), 'silent'.padStart(7), 'precision'].join('  '),
      ...lines,
    ].join('\n'),
  );
}
