import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { docxOf } from '@/lib/render/docx/docx';
import { jsonOf } from '@/lib/render/json';
import { pageOf, standaloneOf } from '@/lib/render/page/page';
import { documentFragment } from '@/lib/render/page/html-fragment';
import { installed } from '@/lib/render/test/programs';
import { sampleFrame } from '@/lib/render/test/sample-frame';
import { reportWithInserts, reportWithInsertsEverywhere } from '@/lib/render/test/with-inserts';
import type { PlacedInsert } from '@/lib/report/insert';
import { read } from './read';
import { isUnreadable, type Read } from './result';

const report = await reportWithInserts();
const docx = await docxOf(report);

async function readBack(bytes: Uint8Array): Promise<Read> {
  const found = await read(bytes);
  if (isUnreadable(found)) throw new Error(found.error.message);
  return found;
}

const folder = mkdtempSync(join(tmpdir(), 'nianbao-inserts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const office = installed('soffice');

describe('pictures and simple tables of a document', () => {
  it.each<[string, Uint8Array]>([
    ['the .docx', docx],
    ['the single web page', new TextEncoder().encode(standaloneOf(report))],
    ['JSON', new TextEncoder().encode(jsonOf(report))],
  ])('are read back as they were, the texts as well, from %s', async (_, bytes) => {
    const found = await readBack(bytes);
    expect(found.unplaced).toEqual([]);
    expect(found.report.inserts).toEqual(report.inserts);
    expect(found.report.sections).toMatchObject(report.sections);
    expect(found.report.cells).toEqual(report.cells);
  });

  it('are read back from every place, in our own documents whatever their words are', async () => {
    const everywhere = await reportWithInsertsEverywhere();
    const files = {
      docx: await docxOf(everywhere),
      page: pageOf(everywhere, { ...sampleFrame, files: [] }),
      single: standaloneOf(everywhere),
      fragment: documentFragment(everywhere),
    };
    for (const [name, file] of Object.entries(files)) {
      const found = await readBack(typeof file === 'string' ? new TextEncoder().encode(file) : file);
      expect(found.report.inserts, name).toEqual(everywhere.inserts);
      expect(found.unplaced, name).toEqual([]);
      expect(found.report, name).toMatchObject({
        preamble: everywhere.preamble,
        sections: everywhere.sections,
        cells: everywhere.cells,
        signature: everywhere.signature,
      });
    }
  });

  it('are told by their header in a document of others, where a paragraph parts them from a statutory table', async () => {
    const sample = { ...report, sections: { ...report.sections, applications: '另附两年对比。' } };
    const own = {
      place: 'applications',
      at: 1,
      table: {
        caption: '',
        rows: [
          ['年度', '收到数量'],
          ['2023', '12'],
          ['2024', '15'],
        ],
      },
    } as const;
    const page = standaloneOf({ ...sample, inserts: [own] }).replaceAll(' data-table="simple"', '');
    const found = await readBack(new TextEncoder().encode(page));
    expect(found.report.inserts).toEqual([own]);
    expect(found.unplaced).toEqual([]);
    expect(found.report.cells).toEqual(report.cells);
  });

  it.skipIf(!office)(
    'survive the way through LibreOffice, .docx to .odt to .docx',
    async () => {
      writeFileSync(join(folder, 'a.docx'), docx);
      const profile = pathToFileURL(join(folder, 'profile')).href;
      for (const [from, to] of [
        ['a.docx', 'odt'],
        ['a.odt', 'docx'],
      ] as const) {
        spawnSync(
          'soffice',
          [
            `-env:UserInstallation=${profile}`,
            '--headless',
            '--convert-to',
            to,
            '--outdir',
            folder,
            join(folder, from),
          ],
          { timeout: 120_000 },
        );
        if (to === 'odt') rmSync(join(folder, 'a.docx'));
      }
      const { report: again } = await readBack(new Uint8Array(readFileSync(join(folder, 'a.docx'))));
      const kinds = (inserts: readonly PlacedInsert[] | undefined) =>
        inserts?.map((insert) => [
          insert.place,
          insert.at,
          'picture' in insert ? [insert.picture.alt, insert.picture.width, insert.picture.height] : insert.table.rows,
        ]);
      expect(kinds(again.inserts)).toEqual(kinds(report.inserts));
      expect(again.sections.overview).toBe(report.sections.overview);
    },
    180_000,
  );

  it('are told where they cannot come along: another kind, a damaged one, one elsewhere', async () => {
    const parts = unzipSync(docx);
    const media = Object.keys(parts).filter((name) => name.startsWith('word/media/'));
    for (const name of media) parts[name] = strToU8(name === media[0] ? 'GIF89a' : '');
    const broken = await readBack(zipSync(parts));
    expect(broken.report.inserts).toHaveLength(2);
    expect(broken.unplaced).toEqual([
      expect.stringContaining('不是 PNG 或 JPEG'),
      expect.stringContaining('不是 PNG 或 JPEG'),
    ]);
    expect(broken.report.cells).toEqual(report.cells);
    const elsewhere = await readBack(
      new TextEncoder().encode(
        standaloneOf(report).replace(/src="data:image\/png[^"]*"/, 'src="https://example.org/a.png"'),
      ),
    );
    expect(elsewhere.unplaced).toEqual([expect.stringMatching(/^图片“柱状图.*没有读入：不在网页文件里$/)]);
    expect(elsewhere.report.inserts).toHaveLength(3);
  });

  it('in tables and text boxes are told, and what a relation names outside the package is not fetched', async () => {
    const parts = unzipSync(docx);
    const change = (name: string, by: (text: string) => string): void => {
      parts[name] = strToU8(by(new TextDecoder().decode(parts[name])));
    };
    change('word/document.xml', (text) =>
      text.replace(
        /(<w:tc>(?:(?!<w:tc>).)*?<w:p>)/s,
        '$1<w:r><w:drawing><wp:inline><wp:docPr id="9" name="a" descr="格里的图"/><a:blip r:embed="rId1"/></wp:inline></w:drawing></w:r>',
      ),
    );
    change('word/_rels/document.xml.rels', (text) =>
      text.replace(/Target="media\/[^"]*"/, 'Target="http://127.0.0.1:1/a.png" TargetMode="External"'),
    );
    const found = await readBack(zipSync(parts));
    expect(found.unplaced).toEqual(
      expect.arrayContaining([
        expect.stringContaining('“格里的图”没有读入：放在表格或文本框里'),
        expect.stringContaining('没有读入：文件里没有它'),
      ]),
    );
    expect(found.report.inserts).toHaveLength(3);
  });
});
