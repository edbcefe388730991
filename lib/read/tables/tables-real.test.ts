import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { expectedReports, sharedReportsAtHand } from '@/lib/render/test/shared-reports';
import { readTables } from './tables';
import { simpleLines } from '@/lib/read/test/real-lines';

describe.runIf(sharedReportsAtHand())('the tables of the five real reports', () => {
  it('have every one of the 998 expected cells right', () => {
    let cells = 0;
    for (const { name, path, report } of expectedReports()) {
      const tables = readTables(simpleLines(readFileSync(path.replace('.expected.json', '.txt'), 'utf8')), report.year);
      expect(tables.format.id, name).toBe(report.format);
      expect(tables.cells, name).toEqual(report.cells);
      expect(tables.unplaced, name).toEqual([]);
      expect(
        tables.found.map(({ table }) => table),
        name,
      ).toEqual(['disclosure', 'applications', 'remedies']);
      cells += Object.keys(report.cells).length;
    }
    process.stdout.write(`${cells} cells of the five reports\n`);
    expect(cells).toBe(998);
  });
});
