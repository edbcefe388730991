import type { Facts } from './facts';
import { say, type Prose } from './say';

/** Stands with table four; only where there is something to tell. */
export function remediesText(f: Facts, variant: number): Prose | null {
  const reviews = f.n('remedies.reconsideration.total');
  const suits = f.n('remedies.litigationDirect.total') + f.n('remedies.litigationAfterReconsideration.total');
  if (reviews === 0 && suits === 0) {
    return (
      [
        say`${f.year}年未发生因政府信息公开工作引起的行政复议和行政诉讼。`,
        null,
        say`没有因政府信息公开工作被申请行政复议、提起行政诉讼的情况。`,
        null,
      ][variant % 4] ?? null
    );
  }
  if (variant % 3 !== 0 || suits === 0) return null;
  return say`${f.year}年因政府信息公开引起的行政复议${f.fig('remedies.reconsideration.total')}件，行政诉讼${suits}件，均按期提交答复意见和证据材料。`;
}
