import type { AsWritten } from '@/lib/report/as-written';
import type { AgencyKind, Report } from '@/lib/report/report';

/** Words that whoever runs the product adds to the rules on language; empty by default. */
export interface Dictionary {
  /** Slips seen before, each with what was meant (LNG-02). */
  readonly slips: Readonly<Record<string, string>>;
  /** Words that a person must look at before they are published (SEC-WORD). */
  readonly sensitive: readonly string[];
}

/** What a report is checked against besides itself. */
export interface CheckContext {
  /**
   * `draft`: a report being written, where a blank cell is an error at submission (CELL-07); `file`: one that was read.
   */
  readonly purpose: 'draft' | 'file';
  /** null when it cannot be told; rules that depend on it are then counted as not checked. */
  readonly kind: AgencyKind | null;
  /** The same agency's report of the year before; null when it is not at hand. */
  readonly last: Report | null;
  /** How the document words its headings and labels; absent for a draft and for a report in JSON. */
  readonly written?: AsWritten | null;
  /** Other agencies' reports of the same round, to see what was copied (SEC-13). */
  readonly others?: readonly Report[];
  readonly dictionary?: Dictionary;
}
