import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { docxOf } from '@/lib/render/docx/docx';
import { formatOf } from '@/lib/render/outline';
import { sampleReport } from '@/lib/render/test/sample';
import type { Report } from '@/lib/report/report';
import type { SectionId } from '@/lib/statute/format';
import { blocksOfDocx } from '@/lib/read/docx/docx';
import { read } from './read';
import { isUnreadable } from './result';
import { linesOf, linesOfReport } from '@/lib/read/test/outline-blocks';

const figure = fc.oneof(fc.constant('0'), fc.nat(99).map(String), fc.nat(9_999_999).map(String), fc.constant(null));

/** Any figures in the form of either format. */
const report = fc
  .record({
    year: fc.constantFrom(2019, 2020, 2021, 2024),
    figures: fc.array(figure, { minLength: 250, maxLength: 250 }),
  })
  .map(({ year, figures }): Report => {
    const sample = sampleReport(year);
    const cells = formatOf(sample).cells.map(({ id }, index) => [id, figures[index] ?? null] as const);
    return { ...sample, cells: Object.fromEntries(cells) };
  });

describe('our own .docx', () => {
  it('is read back with every cell, span and paragraph, whatever its figures', async () => {
    await fc.assert(
      fc.asyncProperty(report, async (written) => {
        const bytes = await docxOf(written);
        const blocks = await blocksOfDocx(bytes);
        expect(isUnreadable(blocks) ? blocks : linesOf(blocks)).toEqual(linesOfReport(written));
        const found = await read(bytes);
        if (isUnreadable(found)) throw new Error(found.error.message);
        const sections = Object.fromEntries(
          Object.keys(written.sections).map((id) => [id, found.report.sections[id as SectionId]]),
        );
        expect({ ...found.report, sections }).toEqual(written);
        expect(found.unplaced).toEqual([]);
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});
