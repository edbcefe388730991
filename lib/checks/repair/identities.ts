import type { Format } from '@/lib/statute/format';
import { cellId, columnsOf, type Cell, type CellId } from '@/lib/statute/table';
import { perFormat } from '@/lib/checks/engine/per-format';

/** An identity of table three as a sum that must be nought. */
export interface Identity {
  readonly rule: 'T3-01' | 'T3-02' | 'T3-03';
  readonly terms: ReadonlyMap<CellId, number>;
  /** The total that the form computes from the others; null for the balance of a column. */
  readonly whole: CellId | null;
}

/** Every sum and every balance of table three. */
function identitiesOf(format: Format): readonly Identity[] {
  const sums = format.sums
    .filter((sum) => format.cell(sum.whole)?.table === 'applications')
    .map(
      (sum): Identity => ({
        rule: sum.along === 'row' ? 'T3-01' : 'T3-02',
        terms: new Map([[sum.whole, 1], ...sum.parts.map((part) => [part, -1] as const)]),
        whole: sum.whole,
      }),
    );
  const balances = format.tables.applications.blocks.flatMap(columnsOf).map((column): Identity => {
    const at = (row: string): CellId => cellId('applications', row, column.id);
    return {
      rule: 'T3-03',
      terms: new Map([
        [at('received'), 1],
        [at('carriedIn'), 1],
        [at('handled'), -1],
        [at('carriedOut'), -1],
      ]),
      whole: null,
    };
  });
  return [...sums, ...balances];
}

/**
 * Table three as a web of numbered cells and numbered identities: the search for a culprit walks it at every keystroke,
 * so it runs over plain lists instead of names.
 */
export interface Web {
  readonly cells: readonly Cell[];
  /** Where each cell stands among those of the format. */
  readonly places: readonly number[];
  readonly identities: readonly Identity[];
  /** For each cell: the identities it takes part in, and with which sign. */
  readonly memberships: readonly (readonly { readonly identity: number; readonly sign: number }[])[];
  /** For each identity: its cells and their signs. */
  readonly members: readonly (readonly { readonly cell: number; readonly sign: number }[])[];
  /** For each identity: the total it computes; -1 for a balance. */
  readonly wholes: readonly number[];
  /** For each cell: the number of its row and of its column. */
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

export const webOf = perFormat((format): Web => {
  const cells = format.cells.filter((cell) => cell.table === 'applications');
  const identities = identitiesOf(format);
  const numbers = new Map(cells.map(({ id }, index) => [id, index]));
  const numberOf = (id: CellId): number => numbers.get(id) ?? -1;
  const members = identities.map(({ terms }) => [...terms].map(([id, sign]) => ({ cell: numberOf(id), sign })));
  const lines = (of: (cell: Cell) => string): number[] => {
    const ids = [...new Set(cells.map(of))];
    return cells.map((cell) => ids.indexOf(of(cell)));
  };
  return {
    cells,
    places: cells.map((cell) => format.cells.indexOf(cell)),
    identities,
    members,
    memberships: cells.map((_, cell) =>
      members.flatMap((terms, identity) =>
        terms.flatMap((term) => (term.cell === cell ? [{ identity, sign: term.sign }] : [])),
      ),
    ),
    wholes: identities.map(({ whole }) => (whole === null ? -1 : numberOf(whole))),
    rows: lines(({ row }) => row.id),
    columns: lines(({ column }) => column.id),
  };
});

/** The number of each cell of the web; NaN where there is none. */
export function valuesOf({ places }: Web, numberAt: (place: number) => number | null): number[] {
  const values: number[] = [];
  for (let at = 0; at < places.length; at += 1) values.push(numberAt(places[at] ?? 0) ?? Number.NaN);
  return values;
}

/** By how much each identity misses; NaN where a cell of it holds no number. */
export function residualsOf({ members }: Web, values: readonly number[]): number[] {
  const residuals: number[] = [];
  for (let identity = 0; identity < members.length; identity += 1) {
    const terms = members[identity] ?? [];
    let sum = 0;
    for (let at = 0; at < terms.length; at += 1)
      sum += (terms[at]?.sign ?? 0) * (values[terms[at]?.cell ?? 0] ?? Number.NaN);
    residuals.push(sum);
  }
  return residuals;
}
