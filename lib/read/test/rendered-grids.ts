import * as fc from 'fast-check';
import { gridOf } from '@/lib/render/grid';
import type { Format } from '@/lib/statute/format';
import { tableIds } from '@/lib/statute/format';
import { formats } from '@/lib/statute/formats';
import type { CellId } from '@/lib/statute/table';
import type { Grid } from '@/lib/read/document';

/** Figures for every cell of a format, blanks among them; sums do not hold. */
export function someCells(format: Format): fc.Arbitrary<Record<CellId, string | null>> {
  const count = fc.oneof(
    { weight: 3, arbitrary: fc.constant('0') },
    { weight: 3, arbitrary: fc.nat(9999).map(String) },
    { weight: 1, arbitrary: fc.constant(null) },
  );
  const amount = fc.oneof(
    fc.constant('0'),
    fc.constant(null),
    fc.tuple(fc.nat(99999), fc.integer({ min: 1, max: 9 })).map(([whole, part]) => `${whole}.${part}`),
  );
  const change = fc.integer({ min: -50, max: 50 }).map(String);
  const kinds = { count, amount, change };
  return fc
    .tuple(...format.cells.map((cell) => kinds[cell.number]))
    .map((values) => Object.fromEntries(format.cells.map(({ id }, i) => [id, values[i] ?? null])));
}

const withText = (format: Format): Format =>
  Object.assign(Object.create(format) as Format, { [fc.toStringMethod]: () => `format ${format.id}` });

export const someFormat = fc.constantFrom(...formats.map(withText));

/** The three tables as our own renderer lays them out. */
export function renderedGrids(format: Format, cells: Readonly<Record<CellId, string | null>>): Grid[] {
  return tableIds.map((id) => ({
    is: 'grid',
    caption: format.tables[id].caption,
    rows: gridOf(format.tables[id], cells).rows.map((row) =>
      row.cells.map((cell) => ({
        text: cell.is === 'header' ? cell.text : (cell.value ?? ''),
        colspan: cell.colSpan,
        rowspan: cell.rowSpan,
        header: cell.is === 'header',
      })),
    ),
  }));
}
