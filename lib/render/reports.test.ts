import { describe, expect, it } from 'vitest';
import { csvOf } from './csv';
import { docxOf } from '@/lib/render/docx/docx';
import { jsonOf } from './json';
import { formatOf } from './outline';
import { standaloneOf } from '@/lib/render/page/page';
import { figuresByLabel, wordsFor } from '@/lib/render/test/by-label';
import { gridFaults, tablesOf } from '@/lib/render/test/docx-tables';
import { expectedReports, sharedReportsAtHand } from '@/lib/render/test/shared-reports';

const reports = sharedReportsAtHand() ? expectedReports() : [];

describe.skipIf(reports.length === 0)('the five reports with expected figures', () => {
  it('are five, of both formats', () => {
    expect(reports.map(({ report }) => Object.keys(report.cells).length)).toEqual([200, 198, 200, 200, 200]);
  });

  describe.each(reports)('$name', ({ report }) => {
    const format = formatOf(report);

    it('keeps every figure in the .docx, found by the labels beside and above it', async () => {
      const tables = tablesOf(await docxOf(report));
      const found = figuresByLabel(tables);
      const expected = new Map(format.cells.map((cell) => [wordsFor(format, cell), report.cells[cell.id] ?? '']));
      expect(expected.size).toBe(format.cells.length);
      expect(found).toEqual(expected);
      expect(tables.flatMap(gridFaults)).toEqual([]);
      expect(tables.map((table) => table.rows.filter((row) => row.header).length)).toEqual([2, 3, 3]);
    });

    it('keeps every figure in the page, as the plain text of its data-cell', () => {
      const page = standaloneOf(report);
      const cells = [...page.matchAll(/<td data-cell="([^"]+)"[^>]*>([^<]*)<\/td>/g)].map((match) => [
        match[1],
        match[2],
      ]);
      expect(cells).toEqual(format.cells.map((cell) => [cell.id, report.cells[cell.id] ?? '']));
    });

    it('names for every figure of the page the headers that apply to it', () => {
      const page = standaloneOf(report);
      const text = new Map(
        [...page.matchAll(/<th id="([^"]+)"[^>]*>(.*?)<\/th>/g)].map((match) => [
          match[1],
          match[2]?.replace(/<[^>]+>/g, ''),
        ]),
      );
      const cells = [...page.matchAll(/<td data-cell="([^"]+)" headers="([^"]+)"/g)];
      expect(cells).toHaveLength(format.cells.length);
      for (const [, id, headers] of cells) {
        const cell = format.cell(id ?? '');
        const band = cell === undefined ? null : format.tables[cell.table].blocks[cell.block]?.caption;
        const labels = [...(band == null ? [] : [band]), ...(cell?.column.labels ?? []), ...(cell?.row.labels ?? [])];
        expect(headers?.split(' ').map((key) => text.get(key))).toEqual(labels);
      }
    });

    it('keeps every figure in JSON and CSV', () => {
      const json: unknown = JSON.parse(jsonOf(report));
      expect(json).toMatchObject({
        format: report.format,
        year: report.year,
        agency: report.agency,
        cells: report.cells,
      });
      const lines = csvOf(report)
        .split('\r\n')
        .slice(1, -1)
        .map((line) => line.split(','));
      expect(
        Object.fromEntries(
          lines.map((line) => [
            line
              .slice(0, 3)
              .filter((id) => id !== '')
              .join('.'),
            line.at(-1),
          ]),
        ),
      ).toEqual(report.cells);
    });
  });
});
