import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { pdfConverter, pdfOf, pdfSourceOf, type PdfConverter } from '@/lib/render/pdf/pdf';
import { publicationFiles } from '@/lib/render/files';
import { fullTitle, outlineOf, wordsIn } from '@/lib/render/outline';
import { generatedReports } from '@/lib/render/test/generated';
import { canConvert } from '@/lib/render/test/pdf-faults';
import { sampleFrame } from '@/lib/render/test/sample-frame';
import { sampleReport } from '@/lib/render/test/sample';
import { expectedReports, sharedReportsAtHand } from '@/lib/render/test/shared-reports';
import { paragraphsOfText } from '@/lib/report/prose';
import type { Report } from '@/lib/report/report';
import { read } from './read';
import { isUnreadable } from './result';

/** All 200 with EVERY_REPORT=1, which takes minutes; some of each kind in every run of the tests. */
const everyOne = process.env['EVERY_REPORT'] === '1';
const seeds = Array.from({ length: 200 }, (_, seed) => seed).filter((seed) => everyOne || seed % 19 === 3);

/** The figures of the five real reports, in the prose of an invented agency. */
const real = (sharedReportsAtHand() ? expectedReports() : []).map(({ name, report }) => ({
  name: name.slice(0, 3),
  report: { ...sampleReport(report.year), format: report.format, cells: report.cells },
}));
const reports: { name: string; report: Report }[] = [...real, ...generatedReports(seeds)];

const tidy = (texts: readonly string[]): string[] => texts.map((text) => text.trim()).filter((text) => text !== '');

/** Everything that is printed but the tables and headings, paragraph by paragraph, in order. */
function printed(report: Report): string[] {
  const { title, preamble, sections, signature } = outlineOf(report);
  return tidy([
    title.join(''),
    ...wordsIn(preamble),
    ...sections.flatMap(({ table, passages }) => [...(table?.remarks ?? []), ...wordsIn(passages)]),
    signature.agency,
    signature.date ?? '',
  ]);
}

function readParagraphs(report: Report): string[] {
  const { signature } = outlineOf({ ...report, agency: '' });
  const ids = outlineOf(report).sections.map((section) => section.id);
  return tidy([
    report.title,
    ...paragraphsOfText(report.preamble),
    ...ids.flatMap((id) => paragraphsOfText(report.sections[id] ?? '')),
    signature.agency,
    signature.date ?? '',
  ]);
}

/** The fields of a CSV file by RFC 4180, on its own terms: nothing of the writer is used. */
function fieldsOf(csv: string): string[][] {
  const lines: string[][] = [[]];
  const field = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|$)/gy;
  for (let match = field.exec(csv); match !== null && match[0] !== ''; match = field.exec(csv)) {
    const [, text = '', end] = match;
    lines.at(-1)?.push(text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text);
    if (end === '\r\n') lines.push([]);
  }
  return lines.slice(0, -1);
}

describe.each(reports)('what is published of $name', ({ report }) => {
  it('is read back from .docx, page, single page and JSON with every cell and paragraph, and from CSV with every cell', async () => {
    const files = new Map((await publicationFiles(report, sampleFrame)).map((file) => [file.name, file.bytes]));
    for (const name of ['report.docx', 'page', 'report.html', 'report.json'] as const) {
      const found = await read(files.get(name) ?? new Uint8Array());
      if (isUnreadable(found)) throw new Error(`${name}: ${found.error.message}`);
      expect(found.report.cells, name).toEqual(report.cells);
      expect(found.unplaced, name).toEqual([]);
      // JSON keeps notes and further rows as what they are.
      expect(name === 'report.json' ? printed(found.report) : readParagraphs(found.report), name).toEqual(
        printed(report),
      );
    }
    const csv = new TextDecoder('utf-8', { ignoreBOM: true }).decode(files.get('report.csv'));
    const [header, ...lines] = fieldsOf(csv.slice(1));
    expect([csv[0], header]).toEqual(['\ufeff', ['table', 'row', 'column', 'labels', 'value']]);
    const cells = lines.map((fields) => [
      fields
        .slice(0, 3)
        .filter((id) => id !== '')
        .join('.'),
      fields[4] === '' ? null : fields[4],
    ]);
    expect(new Set(lines.map((fields) => fields.length))).toEqual(new Set([5]));
    expect(cells).toHaveLength(Object.keys(report.cells).length);
    expect(Object.fromEntries(cells)).toEqual(report.cells);
  }, 30_000);
});

const ready = canConvert();
if (!ready) process.stderr.write('LibreOffice or pdftotext is not here: no PDF is read back\n');

const browser =
  [process.env['CHROMIUM_PATH'] ?? '', '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
    (path) => path !== '' && existsSync(path),
  ) ?? null;
const folder = mkdtempSync(join(tmpdir(), 'nianbao-read-back-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/**
 * Words and figures: pdftotext leaves out a comma that hangs over the margin, moves an emoji, and page numbers stand in
 * between.
 */
const unspaced = (text: string): string =>
  text.replace(/[\s，。、；]|\p{Emoji_Presentation}/gu, '').replace(/—\d+—/g, '');
const numbersIn = (text: string): string[] => (text.match(/\d+(?:\.\d+)?/g) ?? []).sort();

async function pdf(
  report: Report,
  converter: PdfConverter,
): Promise<{ bytes: Uint8Array; text: string; tags: string[]; about: string }> {
  const bytes = await pdfOf(pdfSourceOf(report), converter);
  const path = join(folder, 'report.pdf');
  writeFileSync(path, bytes);
  const told = (program: string, ...args: string[]): string =>
    spawnSync(program, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }).stdout;
  const tags = told('pdfinfo', '-struct', path)
    .split('\n')
    .map((line) => /^\s*(\w+)/.exec(line)?.[1] ?? '');
  return { bytes, text: told('pdftotext', '-raw', path, '-'), tags, about: told('pdfinfo', path) };
}

const count = (tags: readonly string[], tag: string): number => tags.filter((one) => one === tag).length;

describe.skipIf(!ready)('the PDF of a report', () => {
  it.each(reports.filter((_, index) => index === 10 || (everyOne && index % 10 === 2)))(
    'by LibreOffice has every cell, word and number, and its headings and header cells: $name',
    async ({ report }) => {
      const converter = await pdfConverter();
      if (converter?.kind !== 'office') throw new Error('no office');
      const { bytes, text, tags, about } = await pdf(report, converter);
      const found = await read(bytes);
      expect(isUnreadable(found) ? found.error : found.report.cells).toEqual(report.cells);
      for (const paragraph of printed(report)) expect(unspaced(text)).toContain(unspaced(paragraph));
      const { sections } = outlineOf(report);
      const tables = sections.flatMap(
        ({ table }) =>
          table?.grid.rows.flatMap((row) =>
            row.cells.map((cell) => (cell.is === 'header' ? cell.text : (cell.value ?? ''))),
          ) ?? [],
      );
      const pages = Number(/Pages:\s+(\d+)/.exec(about)?.[1]);
      expect(numbersIn(text)).toEqual(
        numbersIn(
          [
            ...printed(report),
            ...tables,
            ...sections.map(({ heading }) => heading),
            ...Array.from({ length: pages }, (_, index) => String(index + 1)),
          ].join(' '),
        ),
      );
      expect({ headings: count(tags, 'H1'), tables: count(tags, 'Table'), headers: count(tags, 'TH') > 30 }).toEqual({
        headings: 6,
        tables: 3,
        headers: true,
      });
      expect(about).toMatch(/Tagged:\s+yes/);
      expect(about).toContain(fullTitle(report));
    },
    120_000,
  );

  it('bears no time of day: made twice it is the same file', async () => {
    const converter = await pdfConverter();
    if (converter === null) throw new Error('no converter');
    const [one, other] = [await pdf(sampleReport(), converter), await pdf(sampleReport(), converter)];
    expect(Buffer.from(one.bytes).equals(other.bytes)).toBe(true);
    expect(one.about).toMatch(/CreationDate:\s+Fri Jan 17 00:00:00 2025/);
  }, 120_000);

  it.skipIf(browser === null)(
    'is printed by a browser where there is no office: tagged, numbered, with every cell, and no word of the machine',
    async () => {
      if (browser === null) return;
      const report = sampleReport();
      const { bytes, text, tags, about } = await pdf(report, { kind: 'browser', program: browser });
      const found = await read(bytes);
      expect(isUnreadable(found) ? found.error : found.report.cells).toEqual(report.cells);
      for (const paragraph of printed(report)) expect(unspaced(text)).toContain(unspaced(paragraph));
      expect(text.match(/— ?\d+ ?—/g)).toHaveLength(Number(/Pages:\s+(\d+)/.exec(about)?.[1]));
      expect({
        title: count(tags, 'H1'),
        headings: count(tags, 'H2'),
        tables: count(tags, 'Table'),
        headers: count(tags, 'TH') > 30,
      }).toEqual({ title: 1, headings: 6, tables: 3, headers: true });
      expect(about).toMatch(/CreationDate:\s+Fri Jan 17 00:00:00 2025/);
      expect(about).not.toMatch(/Mozilla|Linux|X11/);
    },
    120_000,
  );
});
