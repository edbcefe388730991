import validate from '@ooxml-tools/validate';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { reportSchema } from '@/lib/report/schema';
import { docxOf } from '@/lib/render/docx/docx';
import { publicationFiles } from './files';
import { jsonOf } from './json';
import { outlineOf } from './outline';
import { pageOf, standaloneOf } from '@/lib/render/page/page';
import { reviewCopyOf } from '@/lib/render/papers/review-copy';
import { markupFaults } from '@/lib/render/test/markup-faults';
import { gridFaults, part, tablesOf } from '@/lib/render/test/docx-tables';
import { sampleFrame } from '@/lib/render/test/sample-frame';
import { reportWithInserts, reportWithInsertsEverywhere, simpleTables } from '@/lib/render/test/with-inserts';

const report = await reportWithInserts();
const docx = await docxOf(report);
const body = part(docx, 'word/document.xml');

describe('a report with pictures and simple tables', () => {
  it('sets them after the paragraph behind which they stand', () => {
    const kinds = outlineOf(report).sections.map(({ passages }) => passages.map(({ is }) => is.slice(0, 2)).join(' '));
    expect(kinds).toEqual(['he pa pi ta he pa he pa he pa pi he pa', '', '', '', 'pa ta', 'pa']);
  });

  it('is valid Open XML, its tables without a fault', async () => {
    expect(await validate(docx, 'docx')).toEqual([]);
    const tables = tablesOf(docx);
    expect(tables.map(({ caption }) => caption)).toEqual([
      simpleTables[0]?.caption,
      expect.any(String),
      expect.any(String),
      expect.any(String),
      '',
    ]);
    expect(tables.flatMap(gridFaults)).toEqual(['no caption or description']);
    expect(tables.at(0)?.rows.map((row) => row.cells.map(({ text }) => text))).toEqual(simpleTables[0]?.rows);
    expect(tables.map((table) => table.rows.filter((row) => row.header).length)).toEqual([1, 2, 3, 3, 1]);
  }, 60_000);

  it('is valid with them in every place, the copy for review as well, its watermark in both headers', async () => {
    const everywhere = await docxOf(await reportWithInsertsEverywhere());
    const copy = reviewCopyOf(everywhere, {
      standing: '第 2 次提交',
      by: '王敏',
      did: '提交',
      at: '2026-01-12T00:00:00Z',
    });
    expect(await validate(copy, 'docx')).toEqual([]);
    expect(
      tablesOf(everywhere)
        .flatMap(gridFaults)
        .filter((fault) => fault !== 'no caption or description'),
    ).toEqual([]);
    for (const header of ['word/header-review-odd.xml', 'word/header-review-even.xml'])
      expect(part(copy, header)).toContain('string="送审稿"');
    expect(await markupFaults(standaloneOf(await reportWithInsertsEverywhere()))).toEqual([]);
  }, 60_000);

  it('holds every picture once in the .docx, described, in the width of the text and at most 120 mm high', () => {
    const drawn = [
      ...body.matchAll(/<wp:extent cx="(\d+)" cy="(\d+)"\/>.*?<wp:docPr id="(\d+)" name="([^"]*)" descr="([^"]*)"/gs),
    ].map((match) => match.slice(1));
    expect(drawn).toEqual([
      ['5610225', '2333625', '1', '图片 1', '柱状图：工作动态236条，项目信息124条，水质公报52条'],
      ['2876550', '4314825', '2', '图片 2', '供水站公开栏的照片，栏内贴有水价和停水通知'],
    ]);
    const media = Object.entries(unzipSync(docx)).filter(([name]) => name.startsWith('word/media/'));
    const given = (report.inserts ?? []).flatMap((insert) => ('picture' in insert ? [insert.picture.data] : []));
    expect(media.map(([, bytes]) => Buffer.from(bytes).toString('base64')).sort()).toEqual(given.sort());
  });

  it('is the same file twice', async () => {
    expect(await docxOf(await reportWithInserts())).toEqual(docx);
    const hashes = async () =>
      (await publicationFiles(await reportWithInserts(), sampleFrame)).map(({ sha256 }) => sha256);
    expect(await hashes()).toEqual(await hashes());
  });

  it.each([
    ['the page', pageOf(report, { ...sampleFrame, files: [] })],
    ['the single file', standaloneOf(report)],
  ])('is valid HTML that loads nothing: %s', async (_, html) => {
    expect(await markupFaults(html)).toEqual([]);
    expect(
      [...html.matchAll(/<img src="(data:image\/\w+);base64,[^"]+" alt="([^"]*)"/g)].map((match) => match.slice(1)),
    ).toEqual([
      ['data:image/png', '柱状图：工作动态236条，项目信息124条，水质公报52条'],
      ['data:image/jpeg', '供水站公开栏的照片，栏内贴有水价和停水通知'],
    ]);
    expect(html).not.toMatch(/<img src="(?!data:image\/(png|jpeg);base64,)/);
    expect(html.match(/<th scope="col">/g)).toHaveLength(9);
  });

  it('carries them in JSON, which reads as a report again', () => {
    expect(reportSchema.parse(JSON.parse(jsonOf(report)))).toEqual(report);
  });

  it('shows the words of a picture whose bytes are not at hand', async () => {
    const inserts = (report.inserts ?? []).map((insert) =>
      'picture' in insert ? { ...insert, picture: { ...insert.picture, data: undefined } } : insert,
    );
    const bare = { ...report, inserts };
    expect(part(await docxOf(bare), 'word/document.xml')).toContain('〔图片：供水站公开栏的照片');
    expect(standaloneOf(bare)).toContain('〔图片：供水站公开栏的照片');
  });

  it('shows hostile words as words', () => {
    const hostile = '"><script>alert(1)</script>';
    const inserts = (report.inserts ?? []).map((insert) =>
      'picture' in insert
        ? { ...insert, picture: { ...insert.picture, alt: hostile, data: '"onerror="x' } }
        : { ...insert, table: { caption: hostile, rows: [[hostile], [hostile]] } },
    );
    expect(standaloneOf({ ...report, inserts })).not.toMatch(/<script>|onerror="x/);
  });
});
