import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { Format } from '@/lib/statute/format';
import type { CellId } from '@/lib/statute/table';
import type { Block } from '@/lib/read/document';
import { labelsOf } from './labels';
import { readTables, type TablesRead } from './tables';
import {
  asColumn,
  asGaps,
  asGrid,
  asPieces,
  asRagged,
  asTabbed,
  laidOut,
  relabelled,
  split,
  withColumn,
  type Laid,
} from '@/lib/read/test/laid-out';
import { someCells, someFormat } from '@/lib/read/test/rendered-grids';
import { someLuck, someWording, wordings } from '@/lib/read/test/worded';

type Cells = Record<CellId, string | null>;
const counts = new Map<string, number>();
afterAll(() => {
  for (const [what, count] of counts) process.stdout.write(`${count} cells right: ${what}\n`);
});

/** Every cell right, nothing left over. */
function expectCells(what: string, format: Format, blocks: readonly Block[], cells: Cells): void {
  const tables = readTables(blocks, format.from);
  expect(tables.format.id, what).toBe(format.id);
  const wrong = format.cells
    .filter(({ id }) => tables.cells[id] !== cells[id])
    .map(({ id }) => `${id}: ${cells[id]}, read ${tables.cells[id]}`);
  expect(wrong, what).toEqual([]);
  expect(tables.unplaced, what).toEqual([]);
  expect(unseen(tables), what).toEqual([]);
  counts.set(what, (counts.get(what) ?? 0) + format.cells.length);
}

/** Labels of the form that were not recognised. */
function unseen({ format, labels }: TablesRead): string[] {
  const seen = new Set(labels.map(({ table, block, axis, line }) => `${table} ${block} ${axis} ${line}`));
  return labelsOf(format)
    .all.map(({ table, block, axis, line }) => `${table} ${block} ${axis} ${line}`)
    .filter((label) => !seen.has(label));
}

/** Every cell right or left blank, and what was left told. */
function expectNoneWrong(what: string, format: Format, blocks: readonly Block[], cells: Cells): void {
  const tables = readTables(blocks, format.from);
  const wrong = format.cells
    .filter(({ id }) => tables.cells[id] !== null && tables.cells[id] !== cells[id])
    .map(({ id }) => `${id}: ${cells[id]}, read ${tables.cells[id]}`);
  expect(wrong, what).toEqual([]);
  const lost = format.cells.filter(({ id }) => tables.cells[id] === null && cells[id] !== null);
  if (lost.length > 0) expect(tables.unplaced.length, `${what}: ${lost[0]?.id}`).toBeGreaterThan(0);
  counts.set(what, (counts.get(what) ?? 0) + format.cells.filter(({ id }) => tables.cells[id] === cells[id]).length);
  counts.set(`${what} (left blank and told)`, (counts.get(`${what} (left blank and told)`) ?? 0) + lost.length);
}

const someReport = someFormat.chain((format) => fc.tuple(fc.constant(format), someCells(format)));
/** Without blanks, which some layouts cannot show. */
const fullReport = someReport.map(([format, cells]): [Format, Cells] => [
  format,
  Object.fromEntries(Object.entries(cells).map(([id, value]) => [id, value ?? '7'])),
]);

function worded(tables: readonly Laid[], wording: string, luck: readonly number[]): Laid[] {
  const word = wordings[wording];
  return tables.map((laid) =>
    relabelled(laid, (text, index) => word?.(text, [luck[index % luck.length] ?? 0]) ?? text),
  );
}

describe('tables worded or laid out otherwise', () => {
  it('are read with every label worded otherwise', () => {
    for (const wording of Object.keys(wordings)) {
      fc.assert(
        fc.property(someReport, someLuck, ([format, cells], luck) => {
          expectCells(
            `labels ${wording}`,
            format,
            worded(laidOut(format, cells), wording, luck).map((laid) => asGrid(laid, 'kept')),
            cells,
          );
        }),
        { numRuns: 25 },
      );
    }
  });

  it('are read with spans lost, blank or repeated', () => {
    fc.assert(
      fc.property(
        someReport,
        someWording,
        someLuck,
        fc.constantFrom('blank' as const, 'repeated' as const),
        ([format, cells], wording, luck, spans) => {
          expectCells(
            `spans ${spans}`,
            format,
            worded(laidOut(format, cells), wording, luck).map((laid) => asGrid(laid, spans)),
            cells,
          );
        },
      ),
      { numRuns: 120 },
    );
  });

  it('are read as lines with tabs, as lines of pieces, and one cell a line', () => {
    const ways = { 'lines with tabs': asTabbed, 'lines of pieces': asPieces, 'one cell a line': asColumn };
    for (const [what, write] of Object.entries(ways)) {
      fc.assert(
        fc.property(fullReport, ([format, cells]) => {
          expectCells(
            what,
            format,
            laidOut(format, cells).flatMap((laid) => write(laid)),
            cells,
          );
        }),
        { numRuns: 40 },
      );
    }
  });

  it('are never read wrong where blanks leave no trace or places are lost', () => {
    const ways = { 'lines cut at gaps': asGaps, 'ragged grids': (laid: Laid): Block[] => [asRagged(laid)] };
    for (const [what, write] of Object.entries(ways)) {
      fc.assert(
        fc.property(someReport, ([format, cells]) => {
          expectNoneWrong(
            what,
            format,
            laidOut(format, cells).flatMap((laid): Block[] => write(laid)),
            cells,
          );
        }),
        { numRuns: 60 },
      );
    }
  });

  it('are read with a column of numbers before, of remarks behind', () => {
    fc.assert(
      fc.property(someReport, fc.constantFrom('kept' as const, 'blank' as const), ([format, cells], spans) => {
        const tables = laidOut(format, cells).map((laid) =>
          laid.labels === 0 ? laid : withColumn(withColumn(laid, 0, '序号', '1'), laid.width + 1, '备注', ''),
        );
        expectCells(
          'a column more',
          format,
          tables.map((laid) => asGrid(laid, spans)),
          cells,
        );
      }),
      { numRuns: 60 },
    );
  });

  it('are read in one grid, in small grids, and over a page end', () => {
    fc.assert(
      fc.property(someReport, fc.nat(1000), fc.boolean(), ([format, cells], luck, again) => {
        const grids = laidOut(format, cells).flatMap((laid) => {
          const first = Math.min(...laid.pieces.filter(({ id }) => id !== null).map(({ row }) => row));
          const rows = first + 1 + (luck % (laid.height - first));
          return rows >= laid.height ? [laid] : split(laid, rows, again);
        });
        expectCells(
          'over a page end',
          format,
          grids.map((laid) => asGrid(laid, 'kept')),
          cells,
        );
        const glued = grids.flatMap((laid) => asGrid(laid, 'kept').rows);
        expectCells('all in one grid', format, [{ is: 'grid', caption: null, rows: glued }], cells);
      }),
      { numRuns: 60 },
    );
  });
});
