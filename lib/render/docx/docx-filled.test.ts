import { describe, expect, it } from 'vitest';
import { docxOf } from './docx';
import { filledDocxOf } from './docx-filled';
import { fillingFaults } from '@/lib/render/test/document-faults';
import { generatedCount, generatedReports } from '@/lib/render/test/generated';
import { realReports } from '@/lib/render/test/real-reports';
import { sampleReport } from '@/lib/render/test/sample';
import { reportWithInserts } from '@/lib/render/test/with-inserts';

const real = await realReports();

describe('the .docx filled into what docx made once', () => {
  it.skipIf(real.length === 0)(
    'is part by part what docx makes of the five real reports',
    async () => {
      expect(real).toHaveLength(5);
      for (const { report } of real) expect(await fillingFaults(report)).toEqual([]);
    },
    60_000,
  );

  it('is part by part what docx makes of the 200 generated reports', async () => {
    const all = generatedReports();
    expect(all).toHaveLength(generatedCount);
    for (const { name, report } of all)
      expect({ name, differing: await fillingFaults(report) }).toEqual({ name, differing: [] });
  }, 240_000);

  it('holds where a text is no text: marks of the mould, controls, halves of characters, tags, blanks', async () => {
    const odd = 'a\ue000b\ue001c\u0000d\ud800e\ufffef<w:p/>&amp;"\'  g\th 𠮷\u2028i\u00a0';
    const report = {
      ...sampleReport(),
      agency: odd,
      title: `${odd}2024年`,
      preamble: `  ${odd}  \n\u3000\u3000${odd}`,
      signature: { agency: odd, date: odd },
    };
    expect(
      await fillingFaults({
        ...report,
        notes: { 'disclosure.fees.amount': odd },
        cells: { ...report.cells, 'applications.received.total': odd },
      }),
    ).toEqual([]);
    expect(
      await fillingFaults({
        ...report,
        agency: '',
        title: '',
        preamble: '',
        sections: {},
        signature: { agency: '', date: null },
      }),
    ).toEqual([]);
  });

  it('is as many wanted at once as one after another', async () => {
    const some = generatedReports([3, 24, 37, 60, 90, 123]).map(({ report }) => report);
    const together = await Promise.all(some.map(filledDocxOf));
    for (const [index, report] of some.entries())
      expect(Buffer.from(await filledDocxOf(report)).equals(together[index] ?? new Uint8Array())).toBe(true);
  });

  it('gives way to docx where pictures stand in the prose', async () => {
    expect(await filledDocxOf(await reportWithInserts())).toEqual(await docxOf(await reportWithInserts()));
  });
});
