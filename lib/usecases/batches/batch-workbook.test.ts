import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import validate from '@ooxml-tools/validate';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { severityNames } from '@/lib/checks/finding';
import { reportWith } from '@/lib/checks/test/reports';
import { stopReadingApart } from '@/lib/read/apart';
import { docxOf } from '@/lib/render/docx/docx';
import { reportWithInserts } from '@/lib/render/test/with-inserts';
import { filesOf, waitingFiles } from '@/lib/store/batches/batches';
import { closeDatabase, database } from '@/lib/store/database/database';
import { useTestDatabase } from '@/lib/store/database/test-database';
import type { Actor } from '@/lib/workflow/permissions';
import { addBatchFile, type BatchFileGiven } from './add-batch-file';
import { batchWorkbook } from './batch-workbook';
import { compareBatch } from './compare-batch';
import { openBatchFile } from './open-batch-file';
import { readBatchFile } from './read-batch-file';
import { sealBatch } from './seal-batch';
import { showBatch } from './show-batch';
import { startBatch } from './start-batch';
import { figureOr } from './workbook';
import { granted } from '@/lib/usecases/test/commands';

/** LibreOffice may be installed without its spreadsheets. */
const opensSheets = ['/usr/lib/libreoffice/program/libsclo.so', '/usr/lib64/libreoffice/program/libsclo.so'].some(
  (file) => existsSync(file),
);

const actor: Actor = { id: randomUUID(), name: '周敏', roles: [] };
const now = (): Date => new Date();
const agency = '云泽市测绘管理局';

const json = (report: object): Uint8Array => new TextEncoder().encode(JSON.stringify(report));
const reportOf = (year: number, received: string, by = agency): Uint8Array =>
  json(
    reportWith(
      { 'applications.received.naturalPerson': received },
      {},
      { year, agency: by, title: `${by}${year}年政府信息公开工作年度报告`, signature: { agency: by, date: null } },
    ),
  );

async function batchOf(files: readonly BatchFileGiven[]): Promise<string> {
  const { id } = granted(await startBatch(actor, { name: '2023 年/各单位' }, now()));
  for (const file of files) granted(await addBatchFile(actor, id, file, now()));
  granted(await sealBatch(actor, id, now()));
  for (const file of await waitingFiles(database(), 100)) await readBatchFile(file, now);
  await compareBatch(id, now);
  return id;
}

let id = '';
beforeAll(async () => {
  await useTestDatabase();
  id = await batchOf([
    { number: 1, name: '今年.json', bytes: reportOf(2023, '8') },
    { number: 2, name: '去年.json', bytes: reportOf(2022, '0') },
    { number: 3, name: '=HYPERLINK("http://x")', bytes: reportOf(2023, '0', '云泽市水务局') },
    { number: 4, name: '通知.txt', bytes: new TextEncoder().encode('会议通知') },
    { number: 5, name: '大.pdf', fault: 'too-large' },
  ]);
}, 60_000);
afterAll(async () => {
  stopReadingApart();
  await closeDatabase();
});

describe('a batch as a workbook', () => {
  it('has one row a file and one row a finding, numbers as numbers', async () => {
    const { name, bytes } = granted(await batchWorkbook(actor, id));
    expect(name).toBe('2023 年/各单位 核对结果.xlsx');
    const { sheets } = await readXlsx(bytes);
    expect(sheets.map((sheet) => sheet.name)).toEqual(['汇总', '各项']);
    const [summary, findings] = sheets.map(({ rows }) => rows);
    const view = granted(await showBatch(actor, id));
    const first = view.rows[0];
    expect(summary?.[0]).toEqual([
      '机关',
      '年度',
      '机关类别',
      '错误',
      '待说明',
      '提示',
      '没有核对的规则',
      '文件',
      '说明',
    ]);
    expect(summary?.[1]?.slice(0, 8)).toEqual([
      agency,
      2023,
      '政府部门',
      first?.counts?.error,
      first?.counts?.warning,
      first?.counts?.notice,
      first?.notChecked,
      '今年.json',
    ]);
    expect(first?.counts?.error).toBeGreaterThan(0);
    expect(summary?.[4]?.slice(7)).toEqual(['通知.txt', expect.stringContaining('不像政府信息公开工作年度报告')]);
    expect(summary?.[5]?.slice(7)).toEqual(['大.pdf', expect.stringContaining('文件太大')]);
    const counted = view.rows.flatMap(({ counts }) => (counts === null ? [] : [counts]));
    expect(summary?.[6]?.slice(0, 6)).toEqual([
      '合计 5 个文件',
      null,
      null,
      ...(['error', 'warning', 'notice'] as const).map((one) => counted.reduce((sum, counts) => sum + counts[one], 0)),
    ]);
    expect(summary?.[6]?.[8]).toBe('未能读取 2 个');
    expect((findings?.length ?? 0) - 1).toBe(
      counted.reduce((sum, counts) => sum + counts.error + counts.warning + counts.notice, 0),
    );
    const stated = findings
      ?.filter((row) => row[2] === 'T3-03' && row[10] === '今年.json')
      .map((row) => [row[3], row[5], row[6], row[7]]);
    expect(stated?.length).toBeGreaterThan(0);
    for (const row of stated ?? []) expect(row[0]).toBe(severityNames.error);
    expect(stated?.flat().some((cell) => typeof cell === 'number')).toBe(true);
  });

  it('holds no text that a spreadsheet would take for a formula', async () => {
    const { sheets } = await readXlsx(granted(await batchWorkbook(actor, id)).bytes);
    const texts = sheets.flatMap(({ rows }) => rows.flat()).filter((cell) => typeof cell === 'string');
    expect(texts).toContain(`'=HYPERLINK("http://x")`);
    expect(texts.filter((text) => /^[=+\-@]/.test(text))).toEqual([]);
  });

  it('is valid Open XML', async () => {
    expect(await validate(granted(await batchWorkbook(actor, id)).bytes, 'xlsx')).toEqual([]);
  }, 60_000);

  it.skipIf(!opensSheets)(
    'opens in LibreOffice',
    async () => {
      const folder = mkdtempSync(path.join(os.tmpdir(), 'nianbao-xlsx-'));
      try {
        writeFileSync(path.join(folder, 'a.xlsx'), granted(await batchWorkbook(actor, id)).bytes);
        execFileSync(
          'soffice',
          [
            `-env:UserInstallation=file://${folder}/profile`,
            '--headless',
            '--convert-to',
            'csv:Text - txt - csv (StarCalc):44,34,76',
            '--outdir',
            folder,
            path.join(folder, 'a.xlsx'),
          ],
          { timeout: 90_000, stdio: 'ignore' },
        );
        const lines = readFileSync(path.join(folder, 'a.csv'), 'utf8').split('\n');
        expect(lines[0]).toContain('机关,年度,机关类别,错误');
        expect(lines[1]).toMatch(new RegExp(`^${agency},2023,政府部门,\\d+,`));
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    120_000,
  );

  it('is made of nothing while the batch goes on', async () => {
    const { id: begun } = granted(await startBatch(actor, { name: '未完' }, now()));
    expect(await batchWorkbook(actor, begun)).toMatchObject({ refused: 'wrong-state' });
    expect(await batchWorkbook({ ...actor, id: randomUUID() }, id)).toMatchObject({ refused: 'not-found' });
  });
});

describe('a file of a batch', () => {
  it('opens as it was read, held against last year’s report of the same batch', async () => {
    const { rows } = granted(await showBatch(actor, id));
    const opened = granted(await openBatchFile(actor, id, rows[0]?.id ?? ''));
    expect(opened).toMatchObject({
      lastFrom: '去年.json',
      batch: { id, state: 'finished' },
      file: { file: '今年.json', readAs: 'json', kind: 'department', last: { year: 2022 } },
    });
    expect(opened.file.report.cells['applications.received.naturalPerson']).toBe('8');
    expect(opened.file.result.findings.filter(({ severity }) => severity === 'error')).toHaveLength(
      rows[0]?.counts?.error ?? -1,
    );
    expect(await openBatchFile(actor, id, rows[1]?.id ?? '')).toMatchObject({ lastFrom: null, file: { last: null } });
  });

  it('has its pictures, for the draft that may be made of it; the list of the batch does not carry them', async () => {
    const report = await reportWithInserts();
    const own = await batchOf([{ number: 1, name: '有图.docx', bytes: await docxOf(report) }]);
    const { rows } = granted(await showBatch(actor, own));
    expect(granted(await openBatchFile(actor, own, rows[0]?.id ?? '')).file.report.inserts).toEqual(report.inserts);
    const [stored] = await filesOf(database(), own);
    expect(stored?.reading?.report.inserts?.map((insert) => 'picture' in insert && insert.picture.data)).toEqual([
      undefined,
      false,
      undefined,
      false,
    ]);
    expect(await database().batchFile.count({ where: { batchId: id, bytes: { not: null } } })).toBe(0);
  });

  it('does not open when it could not be read, is of another batch, or is somebody else’s', async () => {
    const { rows } = granted(await showBatch(actor, id));
    const other = await batchOf([{ number: 1, name: 'a.json', bytes: reportOf(2023, '0') }]);
    expect(await openBatchFile(actor, id, rows[3]?.id ?? '')).toMatchObject({ refused: 'not-found' });
    expect(await openBatchFile(actor, other, rows[0]?.id ?? '')).toMatchObject({ refused: 'not-found' });
    expect(await openBatchFile(actor, id, 'nothing')).toMatchObject({ refused: 'not-found' });
    expect(await openBatchFile({ ...actor, id: randomUUID() }, id, rows[0]?.id ?? '')).toMatchObject({
      refused: 'not-found',
    });
    expect(await openBatchFile(null, id, rows[0]?.id ?? '')).toMatchObject({ refused: 'not-signed-in' });
  });
});

describe('text as a figure', () => {
  it.each([
    ['12', 12],
    ['-3', -3],
    ['0.5', 0.5],
    ['007', '007'],
    ['12%', '12%'],
    ['1234567890123456', '1234567890123456'],
    ['', ''],
  ])('%s', (text, cell) => expect(figureOr(text)).toBe(cell));
});
