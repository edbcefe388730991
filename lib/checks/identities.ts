import type { Format } from '../statute/format';
import { cellId, columnsOf, type CellId } from '../statute/table';
import { perFormat } from './per-format';

/** An identity of table three as a sum that must be nought. */
export interface Identity {
  readonly rule: 'T3-01' | 'T3-02' | 'T3-03';
  readonly terms: ReadonlyMap<CellId, number>;
  /** The total that the form computes from the others; null for the balance of a column. */
  readonly whole: CellId | null;
}

/** Every sum and every balance of table three. */
export const identities = perFormat((format): readonly Identity[] => {
  const sums = format.sums
    .filter((sum) => format.cell(sum.whole)?.table === 'applications')
    .map((sum): Identity => ({
      rule: sum.along === 'row' ? 'T3-01' : 'T3-02',
      terms: new Map([[sum.whole, 1], ...sum.parts.map((part) => [part, -1] as const)]),
      whole: sum.whole,
    }));
  const balances = format.tables.applications.blocks.flatMap(columnsOf).map((column): Identity => {
    const at = (row: string): CellId => cellId('applications', row, column.id);
    return { rule: 'T3-03', terms: new Map([[at('received'), 1], [at('carriedIn'), 1], [at('handled'), -1], [at('carriedOut'), -1]]), whole: null };
  });
  return [...sums, ...balances];
});

/** The identities in which a cell takes part. */
export const identitiesOf = perFormat((format) => {
  const byCell = new Map<CellId, Identity[]>();
  for (const identity of identities(format)) {
    for (const id of identity.terms.keys()) byCell.set(id, [...(byCell.get(id) ?? []), identity]);
  }
  return byCell;
});

/** By how much each identity misses; those with a blank in them are left out. */
export type Residuals = ReadonlyMap<Identity, number>;

export function residualsOf(format: Format, number: (id: CellId) => number | null): Residuals {
  const residuals = new Map<Identity, number>();
  for (const identity of identities(format)) {
    let sum = 0;
    for (const [id, sign] of identity.terms) sum += sign * (number(id) ?? Number.NaN);
    if (!Number.isNaN(sum)) residuals.set(identity, sum);
  }
  return residuals;
}
