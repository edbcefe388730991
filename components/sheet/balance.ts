import { wholeNumber } from '@/lib/report/figure';
import type { CellId } from '@/lib/statute/table';

/** One column of table three held against its statutory identity: 第一项加第二项之和，等于第三项加第四项之和. */
export type Balance =
  | { readonly is: 'even' }
  | { readonly is: 'open' }
  | { readonly is: 'broken'; readonly left: number; readonly right: number };

export function balanceOf(cells: Readonly<Record<CellId, string | null>>, column: string): Balance {
  const at = (row: string): number | null => wholeNumber(cells[`applications.${row}.${column}`]);
  const received = at('received');
  const carriedIn = at('carriedIn');
  const handled = at('handled');
  const carriedOut = at('carriedOut');
  if (received === null || carriedIn === null || handled === null || carriedOut === null) return { is: 'open' };
  const left = received + carriedIn;
  const right = handled + carriedOut;
  return left === right ? { is: 'even' } : { is: 'broken', left, right };
}
