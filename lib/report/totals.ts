import type { Format } from '@/lib/statute/format';
import type { CellId, Sum } from '@/lib/statute/table';
import { wholeNumber } from './figure';

type Cells = Readonly<Record<CellId, string | null>>;

/**
 * Every total cell of the format computed from the data cells below it; null where a part is blank or no whole number.
 * Only cells that are not totals are read: what a document states as a total plays no part here.
 */
export function totalsOf(format: Format, cells: Cells): Record<CellId, string | null> {
  const sumOf = new Map<CellId, Sum>();
  for (const sum of format.sums) if (!sumOf.has(sum.whole)) sumOf.set(sum.whole, sum);
  const done = new Map<CellId, number | null>();
  const valueOf = (id: CellId): number | null => {
    const known = done.get(id);
    if (known !== undefined) return known;
    const sum = sumOf.get(id);
    const value = sum === undefined ? wholeNumber(cells[id]) : addUp(sum.parts.map(valueOf));
    done.set(id, value);
    return value;
  };
  const totals: Record<CellId, string | null> = {};
  for (const id of sumOf.keys()) {
    const value = valueOf(id);
    totals[id] = value === null ? null : String(value);
  }
  return totals;
}

function addUp(parts: readonly (number | null)[]): number | null {
  let sum = 0;
  for (const part of parts) {
    if (part === null) return null;
    sum += part;
  }
  return sum;
}
