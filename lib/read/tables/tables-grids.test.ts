import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTables } from './tables';
import { renderedGrids, someCells, someFormat } from '@/lib/read/test/rendered-grids';

describe('tables whose cells are known', () => {
  it('are read cell by cell as the renderer lays them out', () => {
    let cells = 0;
    fc.assert(
      fc.property(
        someFormat.chain((format) => fc.tuple(fc.constant(format), someCells(format))),
        ([format, values]) => {
          const tables = readTables(renderedGrids(format, values), format.from);
          expect(tables.format.id).toBe(format.id);
          expect(tables.cells).toEqual(values);
          expect(tables.unplaced).toEqual([]);
          expect(tables.extra).toEqual([]);
          expect(tables.found.every(({ headers, caption }) => headers && caption)).toBe(true);
          expect(tables.labels.every(({ text, form }) => text === form)).toBe(true);
          cells += format.cells.length;
        },
      ),
      { numRuns: 200 },
    );
    process.stdout.write(`${cells} cells of rendered tables\n`);
  });
});
