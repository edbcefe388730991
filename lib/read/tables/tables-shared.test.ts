import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { expectedReports, sharedReportsAtHand } from '@/lib/render/test/shared-reports';
import type { Format } from '@/lib/statute/format';
import { formatById } from '@/lib/statute/formats';
import { labelsOf } from './labels';
import { read } from '@/lib/read/read';
import { isUnreadable, type Read } from '@/lib/read/result';

const more = fileURLToPath(new URL('../../../../shared/reports/more/', import.meta.url));

async function readFile(path: string): Promise<Read> {
  const result = await read(readFileSync(path));
  if (isUnreadable(result)) throw new Error(`${path}: ${result.error.message}`);
  return result;
}

const formatOf = ({ report }: Read): Format => formatById(report.format) ?? expect.fail(report.format);

/** Sums of the form that the figures do not fulfil. */
function brokenSums(result: Read): string[] {
  const number = (id: string): number => Number(result.report.cells[id] ?? NaN);
  return formatOf(result)
    .sums.filter(({ whole, parts }) => number(whole) !== parts.reduce((sum, part) => sum + number(part), 0))
    .map(({ whole }) => whole);
}

/** Lines and headings of the form whose labels were not seen. */
function unseen(result: Read): string[] {
  const seen = new Set(
    result.written?.labels.map(({ table, block, axis, line }) => `${table} ${block} ${axis} ${line}`),
  );
  return labelsOf(formatOf(result))
    .all.map(({ table, block, axis, line }) => `${table} ${block} ${axis} ${line}`)
    .filter((label) => !seen.has(label));
}

describe.runIf(sharedReportsAtHand())('the tables of real reports, read as files', () => {
  it('of the five texts: 998 cells, every label, nothing left over', async () => {
    let cells = 0;
    for (const { name, path, report } of expectedReports()) {
      const result = await readFile(path.replace('.expected.json', '.txt'));
      expect(result.report.cells, name).toEqual(report.cells);
      expect(result.unplaced, name).toEqual([]);
      expect(unseen(result), name).toEqual([]);
      cells += Object.keys(report.cells).length;
    }
    process.stdout.write(`${cells} cells of the five reports, read as files\n`);
    expect(cells).toBe(998);
  });

  it('of the two texts of one city: all sums hold', async () => {
    for (const [year, received] of [
      [2023, '3511'],
      [2024, '3525'],
    ] as const) {
      const result = await readFile(`${more}suqian-${year}.txt`);
      expect(Object.values(result.report.cells)).not.toContain(null);
      expect([brokenSums(result), unseen(result), result.unplaced]).toEqual([[], [], []]);
      expect(result.report.cells['applications.received.total']).toBe(received);
    }
  });

  it('of the two PDFs: the sums that hold in print, and the one row of （六）其他处理 beside', async () => {
    const absent = ['notSupplemented', 'feeUnpaid', 'other'].map((row) => `applications 0 row otherHandling.${row}`);
    for (const [year, received, wrong] of [
      [2023, '21', ['remedies.reconsideration.total', 'remedies.litigationAfterReconsideration.total']],
      [2024, '95', []],
    ] as const) {
      const result = await readFile(`${more}hongze-${year}.pdf`);
      const blank = Object.entries(result.report.cells).filter(([, value]) => value === null);
      expect(blank).toHaveLength(21);
      expect(blank.every(([id]) => id.startsWith('applications.otherHandling.'))).toBe(true);
      expect(result.report.extra?.map(({ value }) => value)).toEqual(['0', '0', '0', '0', '0', '0', '0']);
      const handled = brokenSums(result).filter(
        (id) => !id.startsWith('applications.otherHandling.') && !id.startsWith('applications.handled.'),
      );
      expect(handled).toEqual(wrong);
      expect(unseen(result)).toEqual(absent);
      expect([
        result.report.cells['applications.received.total'],
        result.report.cells['applications.handled.total'],
        result.unplaced,
      ]).toEqual([received, received, []]);
    }
  });
});
