import type { Draft } from '@/lib/report/draft';
import { totalsOf } from '@/lib/report/totals';
import type { Format } from '@/lib/statute/format';
import type { Change } from './queue';

/**
 * Stated totals that agree with their parts have said what they had to: taken back, they follow the parts from now on,
 * as every computed total does. One that differs stays until somebody settles it (decision 006).
 */
export function settledTotals(format: Format, draft: Draft): Change[] {
  const totals = totalsOf(format, draft.cells);
  return Object.entries(totals).flatMap(([path, total]) =>
    total !== null && draft.cells[path] === total ? [{ path, value: null }] : [],
  );
}
