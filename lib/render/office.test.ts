import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { docxOf } from '@/lib/render/docx/docx';
import { formatOf } from './outline';
import { pdfConverter, pdfOf, pdfSourceOf } from '@/lib/render/pdf/pdf';
import { installed } from '@/lib/render/test/programs';
import { sampleReport } from '@/lib/render/test/sample';

const ready = installed('soffice', 'pdftotext');
if (!ready) process.stderr.write('LibreOffice or pdftotext is not here: the conversion is not tested\n');

const folder = mkdtempSync(join(tmpdir(), 'nianbao-office-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const numbersIn = (text: string): string[] => (text.match(/\d+(?:\.\d+)?/g) ?? []).sort();

describe.skipIf(!ready)('in LibreOffice', () => {
  it('the .docx becomes a PDF of four pages without a lost number, table three on one of them', async () => {
    const report = sampleReport();
    // Every figure another one, so that none can stand in for a lost one.
    formatOf(report).cells.forEach((cell, index) => (report.cells[cell.id] = String(300 + index)));
    const converter = await pdfConverter();
    expect(converter?.kind).toBe('office');
    const pdf = converter === null ? null : await pdfOf(pdfSourceOf(report), converter);
    expect((await docxOf(report)).length).toBeGreaterThan(10_000);
    writeFileSync(join(folder, 'report.pdf'), pdf ?? '');
    const text = spawnSync('pdftotext', ['-layout', join(folder, 'report.pdf'), '-'], { encoding: 'utf8' }).stdout;
    const found = new Set(numbersIn(text));
    expect(Object.values(report.cells).filter((value) => !found.has(value ?? ''))).toEqual([]);
    const pages = text.split('\f').filter((page) => page.trim() !== '');
    expect(pages).toHaveLength(4);
    expect(pages.map((page) => /— ?(\d+) ?—/.exec(page)?.[1])).toEqual(['1', '2', '3', '4']);
    const third = Object.entries(report.cells)
      .filter(([id]) => id.startsWith('applications.'))
      .map(([, value]) => value ?? '');
    expect(third.filter((value) => !(pages[2] ?? '').includes(value))).toEqual([]);
  }, 120_000);
});
