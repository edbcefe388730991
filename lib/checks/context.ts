import type { AgencyKind, Report } from '../report/report';

/** What a report is checked against besides itself. */
export interface CheckContext {
  /** `draft`: a report being written, where a blank cell is an error at submission (CELL-07); `file`: one that was read. */
  readonly purpose: 'draft' | 'file';
  /** null when it cannot be told; rules that depend on it are then counted as not checked. */
  readonly kind: AgencyKind | null;
  /** The same agency's report of the year before; null when it is not at hand. */
  readonly last: Report | null;
}
