import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { formatById } from '@/lib/statute/formats';
import { figuresByLabel, wordsFor } from '@/lib/render/test/by-label';
import { gridFaults, tablesOf } from '@/lib/render/test/docx-tables';
import { expectedReports, sharedReportsAtHand } from '@/lib/render/test/shared-reports';
import { run } from './render';

const folder = mkdtempSync(join(tmpdir(), 'nianbao-five-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const reports = sharedReportsAtHand() ? expectedReports() : [];

type Expected = (typeof reports)[number]['report'];

function expectInDocx(file: string, report: Expected): void {
  const format = formatById(report.format);
  const tables = tablesOf(readFileSync(file));
  expect(tables.flatMap(gridFaults)).toEqual([]);
  expect(figuresByLabel(tables)).toEqual(
    new Map(format?.cells.map((cell) => [wordsFor(format, cell), report.cells[cell.id]])),
  );
}

function expectInPage(file: string, report: Expected): void {
  const cells = [...readFileSync(file, 'utf8').matchAll(/<td data-cell="([^"]+)"[^>]*>([^<]*)<\/td>/g)].map(
    ([, id, text]) => [id, text],
  );
  expect(cells).toHaveLength(Object.keys(report.cells).length);
  expect(Object.fromEntries(cells)).toEqual(report.cells);
}

describe.skipIf(reports.length === 0)('nianbao render of the five reports', () => {
  it.each(reports)('writes every figure of $name into the .docx and the page', async ({ path, report }) => {
    for (const kind of ['docx', 'html'])
      expect(await run([path, '--to', kind, '--out', join(folder, `made.${kind}`)])).toBe(0);
    expectInDocx(join(folder, 'made.docx'), report);
    expectInPage(join(folder, 'made.html'), report);
  });

  it('does so as the command that people give, with nothing on standard output', () => {
    const command = fileURLToPath(new URL('../../scripts/setup.mjs', import.meta.url));
    const [first] = reports;
    if (first === undefined) throw new Error('no report');
    for (const kind of ['docx', 'html']) {
      const out = `given.${kind}`;
      const given = spawnSync(
        process.execPath,
        [command, 'nianbao', 'render', first.path, '--to', kind, '--out', out],
        {
          env: { ...process.env, INIT_CWD: folder },
          encoding: 'utf8',
        },
      );
      expect({ status: given.status, stdout: given.stdout }, given.stderr).toEqual({ status: 0, stdout: '' });
    }
    expectInDocx(join(folder, 'given.docx'), first.report);
    expectInPage(join(folder, 'given.html'), first.report);
  }, 120_000);
});
