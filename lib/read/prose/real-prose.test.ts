import { describe, expect, it } from 'vitest';
import { read } from '@/lib/read/read';
import { isUnreadable } from '@/lib/read/result';
import { expectedTexts, sharedReportsAtHand } from '@/lib/read/test/shared-texts';

describe.skipIf(!sharedReportsAtHand())('the five reports as text', () => {
  it.each(expectedTexts())('$name: title, agency, year, format, sections', async ({ bytes, expected }) => {
    const result = await read(bytes);
    if (isUnreadable(result)) throw new Error(result.error.message);
    const { report } = result;
    expect({ agency: report.agency, year: report.year }).toEqual({ agency: expected.agency, year: expected.year });
    expect(report.title).toBe(`${expected.agency}${expected.year}年政府信息公开工作年度报告`);
    expect(Object.keys(report.sections)).toEqual([
      'overview',
      'disclosure',
      'applications',
      'remedies',
      'problems',
      'other',
    ]);
    expect(report.sections.overview).toMatch(/[。]$/);
    expect(report.sections.problems).toMatch(/[。]$/);
  });
});
