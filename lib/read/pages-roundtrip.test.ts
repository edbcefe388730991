import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageOf, standaloneOf } from '@/lib/render/page/page';
import { docxOf } from '@/lib/render/docx/docx';
import { installed } from '@/lib/render/test/programs';
import { sampleFrame } from '@/lib/render/test/sample-frame';
import { sampleReport } from '@/lib/render/test/sample';
import { expectedReports, sharedReportsAtHand } from '@/lib/render/test/shared-reports';
import { formatOf } from '@/lib/render/outline';
import type { Report } from '@/lib/report/report';
import { read } from './read';

/** A report with another figure in every cell, a few left blank, so that none can stand in for another. */
function numbered(year: number): Report {
  const report = sampleReport(year);
  formatOf(report).cells.forEach(
    (cell, index) => (report.cells[cell.id] = index % 17 === 5 ? null : String(1000 + index)),
  );
  return report;
}

async function reread(file: Uint8Array): Promise<Report> {
  const found = await read(file);
  if ('error' in found) throw new Error(found.error.message);
  expect(found.unplaced).toEqual([]);
  return found.report;
}

/** All of a report that a document shows. */
const shown = ({ title, agency, year, format, preamble, sections, cells, signature }: Report) => ({
  title,
  agency,
  year,
  format,
  preamble,
  cells,
  signature,
  sections: Object.fromEntries(Object.entries(sections).filter(([, text]) => text !== '')),
});

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));

describe.each([2020, 2024])('the report of %i', (year) => {
  const report = numbered(year);
  it('comes back from its single file and from its public page, without what the page adds', async () => {
    expect(shown(await reread(bytes(standaloneOf(report))))).toEqual(shown(report));
    expect(shown(await reread(bytes(pageOf(report, { ...sampleFrame, files: [] }))))).toEqual(shown(report));
  });
  it('comes back from an old site that puts everything into tables, in UTF-16', async () => {
    const article =
      /<main[^>]*>([^]*)<\/main>/.exec(standaloneOf(report).replace(/<p class="swipe">[^<]*<\/p>/g, ''))?.[1] ?? '';
    const page = `<html><head><title>澄湖区</title></head><body><table><tr><td><a href="/">首页</a></td><td><a href="/a">政府信息公开年报</a></td></tr></table><table width=100%><tr><td width=20%><table><tr><td><a href=/b>通知公告</a></td></tr></table></td><td><table><tr><td>${article}</td></tr></table></td></tr></table><table><tr><td>主办单位：澄湖区人民政府办公室　网站标识码：3208290001</td></tr></table></body></html>`;
    expect(shown(await reread(new Uint8Array(Buffer.from(`\ufeff${page}`, 'utf16le'))))).toEqual(shown(report));
  });
  it('comes back from a public account, where every word is a span in a section', async () => {
    const article = (
      /<main[^>]*>([^]*)<\/main>/.exec(standaloneOf(report).replace(/<p class="swipe">[^<]*<\/p>/g, ''))?.[1] ?? ''
    )
      .replace(/<(\/?)(?:p|h[123]|div)\b[^>]*>/g, '<$1section>')
      .replace(/>([^<>]+)</g, '><span style="font-size:16px"><span leaf="">$1</span></span><');
    expect(
      shown(
        await reread(
          bytes(
            `<!DOCTYPE html><html><head><meta property="og:title" content="年报"></head><body><div id="js_article"><div class="rich_media_content" id="js_content">${article}</div></div><div>微信扫一扫关注该公众号</div></body></html>`,
          ),
        ),
      ),
    ).toEqual(shown(report));
  });
});

const run = promisify(execFile);
const ready = installed('soffice', 'chromium');
if (!ready && (process.env['CI'] ?? '') !== '') throw new Error('LibreOffice or Chromium is missing');
if (!ready) process.stderr.write('LibreOffice or Chromium is not here: PDFs made by them are not read\n');
const folder = mkdtempSync(join(tmpdir(), 'nianbao-pages-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The figures of the five real reports in the prose of an invented agency, and reports without two figures alike. */
const reports = [
  ...(sharedReportsAtHand() ? expectedReports() : []).map(({ name, report }) => ({
    name: name.slice(0, 3),
    report: { ...sampleReport(report.year), format: report.format, cells: report.cells },
  })),
  ...[2020, 2024].map((year) => ({ name: String(year), report: numbered(year) })),
];

describe.skipIf(!ready)('what LibreOffice makes of our .docx', () => {
  beforeAll(async () => {
    for (const { name, report } of reports) writeFileSync(join(folder, `${name}.docx`), await docxOf(report));
    for (const to of ['pdf', 'html:HTML (StarWriter)']) {
      await run(
        'soffice',
        [
          `-env:UserInstallation=file://${folder}/office`,
          '--headless',
          '--convert-to',
          to,
          '--outdir',
          folder,
          ...reports.map(({ name }) => join(folder, `${name}.docx`)),
        ],
        { timeout: 170_000 },
      );
    }
  }, 360_000);
  it.each(reports)(
    'as PDF and as a web page comes back whole: $name',
    async ({ name, report }) => {
      for (const ending of ['pdf', 'html'])
        expect(shown(await reread(new Uint8Array(readFileSync(join(folder, `${name}.${ending}`)))))).toEqual(
          shown(report),
        );
    },
    60_000,
  );
});

describe.skipIf(!ready).each([2020, 2024])('the report of %i printed by Chromium', (year) => {
  const report = numbered(year);
  it('comes back, without head and foot lines', async () => {
    const source = join(folder, `page-${year}.html`);
    writeFileSync(source, standaloneOf(report));
    await run(
      'chromium',
      [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--no-first-run',
        `--user-data-dir=${join(folder, 'profile')}`,
        `--print-to-pdf=${join(folder, 'page.pdf')}`,
        `file://${source}`,
      ],
      { timeout: 110_000 },
    );
    expect(shown(await reread(new Uint8Array(readFileSync(join(folder, 'page.pdf')))))).toEqual(shown(report));
  }, 120_000);
});
