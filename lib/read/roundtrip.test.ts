import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { docxOf } from '@/lib/render/docx/docx';
import { sampleReport } from '@/lib/render/test/sample';
import { expectedReports, sharedReportsAtHand } from '@/lib/render/test/shared-reports';
import type { Report } from '@/lib/report/report';
import type { Block } from './document';
import { blocksOfDoc } from '@/lib/read/doc/doc';
import { blocksOfDocx } from '@/lib/read/docx/docx';
import { read } from './read';
import { isUnreadable, type Unreadable } from './result';
import { linesOf, linesOfReport } from '@/lib/read/test/outline-blocks';

function atHand(): boolean {
  if (spawnSync('soffice', ['--version']).error === undefined) return true;
  if (process.env['CI'] !== undefined && process.env['CI'] !== '') throw new Error('LibreOffice is missing');
  process.stderr.write('LibreOffice is not here: what it makes of our files is not read\n');
  return false;
}

/** The figures of the five reports in the prose of an invented agency. */
const figures = sharedReportsAtHand() ? expectedReports() : [];
const reports = figures.map(({ name, report }) => {
  const prose: Report = sampleReport(report.year);
  return { name: name.replace(/_.*/, ''), report: { ...prose, format: report.format, cells: report.cells } };
});

const folder = mkdtempSync(join(tmpdir(), 'nianbao-roundtrip-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Has LibreOffice convert all files of a folder in one go. */
function convert(from: string, ending: string, to: string, into: string): void {
  mkdirSync(join(folder, into), { recursive: true });
  const files = reports.map(({ name }) => join(folder, from, `${name}.${ending}`));
  const profile = pathToFileURL(join(folder, 'profile')).href;
  spawnSync(
    'soffice',
    [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', to, '--outdir', join(folder, into), ...files],
    { timeout: 180_000 },
  );
}

const fileAt = (into: string, name: string, ending: string): Uint8Array =>
  new Uint8Array(readFileSync(join(folder, into, `${name}.${ending}`)));

function linesIn(blocks: readonly Block[] | Unreadable): string[] {
  if (isUnreadable(blocks)) throw new Error(blocks.error.message);
  return linesOf(blocks);
}

async function cellsIn(bytes: Uint8Array): Promise<Report['cells']> {
  const found = await read(bytes);
  if (isUnreadable(found)) throw new Error(found.error.message);
  expect(found.unplaced).toEqual([]);
  return found.report.cells;
}

describe.skipIf(reports.length === 0 || !atHand())('a report that went through LibreOffice', () => {
  beforeAll(async () => {
    mkdirSync(join(folder, 'ours'));
    for (const { name, report } of reports) writeFileSync(join(folder, 'ours', `${name}.docx`), await docxOf(report));
    convert('ours', 'docx', 'odt', 'odt');
    convert('odt', 'odt', 'docx', 'again');
    convert('ours', 'docx', 'doc', 'doc');
    convert('ours', 'docx', 'pdf', 'pdf');
  }, 600_000);

  describe.each(reports)('$name', ({ name, report }) => {
    it('keeps every cell, span and paragraph in our own .docx', async () => {
      expect(linesIn(await blocksOfDocx(fileAt('ours', name, 'docx')))).toEqual(linesOfReport(report));
      expect(await cellsIn(fileAt('ours', name, 'docx'))).toEqual(report.cells);
    });

    it('keeps every cell, span and paragraph from .docx to .odt to .docx', async () => {
      expect(linesIn(await blocksOfDocx(fileAt('again', name, 'docx')))).toEqual(linesOfReport(report));
      expect(await cellsIn(fileAt('again', name, 'docx'))).toEqual(report.cells);
    });

    it('keeps every cell, span and paragraph from .docx to .doc', async () => {
      expect(linesIn(await blocksOfDoc(fileAt('doc', name, 'doc')))).toEqual(linesOfReport(report));
      expect(await cellsIn(fileAt('doc', name, 'doc'))).toEqual(report.cells);
    });

    it('keeps every cell from .docx to .pdf', async () => {
      expect(await cellsIn(fileAt('pdf', name, 'pdf'))).toEqual(report.cells);
    });
  });
});
