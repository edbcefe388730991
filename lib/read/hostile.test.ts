import { afterAll, describe, expect, it } from 'vitest';
import { docxOf } from '@/lib/render/docx/docx';
import { sampleReport } from '@/lib/render/test/sample';
import { readApart, stopReadingApart } from './apart';
import { isUnreadable } from './result';
import { hostileFiles } from '@/lib/read/test/hostile-files';

afterAll(stopReadingApart);

// How long each takes and how much memory is measured by `npm run fuzz -- hostile`; the bounds that the reading
// process is held to are shown to hold in apart.test.ts.
describe('a file that means harm, or is broken, gives one clear sentence', () => {
  it.each(hostileFiles)(
    '$what',
    async ({ codes, bytes }) => {
      const result = await readApart(bytes());
      if (!isUnreadable(result)) throw new Error('was read as a report');
      expect(codes).toContain(result.error.code);
      expect(result.error.message).toMatch(/^[^\n]{5,120}$/);
    },
    60_000,
  );

  it('and the next report is read as ever', async () => {
    const [bomb] = hostileFiles;
    const report = await docxOf(sampleReport());
    const harmful = bomb?.bytes() ?? report;
    expect(harmful.length).toBeGreaterThan(1000);
    const results = await Promise.all([report, harmful, report].map((bytes) => readApart(bytes)));
    expect(results.map((result) => (isUnreadable(result) ? result.error.code : result.report.year))).toEqual([
      2024,
      'hostile',
      2024,
    ]);
  }, 60_000);
});
