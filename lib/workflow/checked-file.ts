import type { CheckResult } from '@/lib/checks/finding';
import type { AsWritten } from '@/lib/report/as-written';
import type { AgencyKind, Report } from '@/lib/report/report';
import type { AgencyView } from './view';

/** Header in which the page names the file that it sends, percent-encoded; the name is shown and never used. */
export const FILE_HEADER = 'x-nianbao-file';

/** A file that was read and checked without being stored; what `POST /check/read` answers. */
export interface CheckedFile {
  /** Its name as the sender gave it. */
  readonly file: string;
  /** What kind of file it was: docx, doc, html, pdf, markdown, text, json. */
  readonly readAs: string;
  readonly report: Report;
  readonly written: AsWritten | null;
  /** Text of the tables that found no place. */
  readonly unplaced: readonly string[];
  /** The agency by the name in the report; null for one that the system does not know. */
  readonly agency: AgencyView | null;
  readonly kind: AgencyKind | null;
  /** The report of the year before, where the system has it. */
  readonly last: Report | null;
  readonly result: CheckResult;
}

/** Why a file could not be read or checked; the sentence is shown beside its name. */
export interface NotChecked {
  readonly file: string;
  readonly error: { readonly code: string; readonly message: string };
}

/** No larger file is taken; the same as `largest` of lib/read/result.ts, which the browser does not load. */
export const largestFile = 32 * 1024 * 1024;

/** So many files at once are read one after the other while somebody waits; more are a batch. */
export const mostAtOnce = 10;
