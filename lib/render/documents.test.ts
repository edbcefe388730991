import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filledDocxOf } from '@/lib/render/docx/docx-filled';
import { contentFaults } from '@/lib/render/test/document-faults';
import { generatedReports } from '@/lib/render/test/generated';
import { canConvert, convertAll, pdfFaults, type Named } from '@/lib/render/test/pdf-faults';
import { realReports } from '@/lib/render/test/real-reports';
import { schemaFaults } from '@/lib/render/test/schema-faults';

/**
 * The whole of it is `npm run documents`; here all are read back, and these few go through the slow programs as well.
 */
const few = [2, 24, 28, 33, 38, 78, 97];

const real = await realReports();
const generated = generatedReports().map(({ seed, report }): Named => ({ name: `generated-${seed}`, report }));
const chosen = [...real, ...generated.filter((_, seed) => few.includes(seed))];

describe('the .docx of the five real reports and of 200 generated ones', () => {
  it('keeps its grid and is read back in every cell and paragraph', async () => {
    expect(generated).toHaveLength(200);
    const faulty: string[] = [];
    for (const { name, report } of [...real, ...generated]) {
      const faults = await contentFaults(report, await filledDocxOf(report));
      faulty.push(...faults.map((fault) => `${name}: ${fault}`));
    }
    expect(faulty).toEqual([]);
  }, 240_000);

  it.each(chosen)(
    'is valid Open XML: $name',
    async ({ report }) => {
      expect(await schemaFaults(await filledDocxOf(report))).toEqual([]);
    },
    60_000,
  );
});

const ready = canConvert();
if (!ready)
  process.stderr.write(
    'LibreOffice, pdftotext or pdfinfo is not here: the PDFs of generated reports are not looked at\n',
  );
const folder = mkdtempSync(join(tmpdir(), 'nianbao-documents-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(!ready)('their PDF by LibreOffice', () => {
  let paths: ReadonlyMap<string, string>;
  beforeAll(async () => {
    paths = await convertAll(folder, chosen);
  }, 600_000);

  it.each(chosen)(
    'has no number lost or added, six headings, three tables with header cells: $name',
    ({ name, report }) => {
      expect(pdfFaults(report, paths.get(name) ?? '')).toEqual([]);
    },
  );
});
