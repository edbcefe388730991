import type { CheckResult, Severity } from '@/lib/checks/finding';
import type { AgencyKind } from '@/lib/report/report';
import type { CheckedFile } from './checked-file';

/** At most so many files in a batch. */
export const mostFiles = 1000;
/** At most so many bytes in a batch. */
export const largestBatch = 512 * 1024 * 1024;
/** So many batches of one person may be on their way at one time. */
export const mostOpen = 20;
/** So long a batch is kept, in days. */
export const daysKept = 30;

/** Header with the place of a file in its batch: 1, 2, … */
export const NUMBER_HEADER = 'x-nianbao-number';
/** Header of a file that is named without its bytes, because the sender cannot hand it in: one of `handInFaults`. */
export const FAULT_HEADER = 'x-nianbao-fault';
export const handInFaults = ['too-large', 'damaged', 'encrypted', 'hostile', 'unreadable-file'] as const;
export type HandInFault = (typeof handInFaults)[number];

export const batchCommands = ['seal', 'cancel', 'delete'] as const;
export type BatchCommand = (typeof batchCommands)[number];

/** What the rules say of one file of a batch, held against last year's report and against the others. */
export interface CheckedBatchFile extends CheckResult {
  /** What sort of agency it was taken for. */
  readonly kind: AgencyKind | null;
  /** Where last year's report came from: a file of the batch, what the system has, or nowhere. */
  readonly last: 'batch' | 'stored' | null;
}

/** How far a batch is: files handed in, and what became of them. */
export interface BatchProgress {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
  readonly state: 'arriving' | 'running' | 'finished' | 'cancelled';
  readonly files: number;
  readonly read: number;
  readonly unreadable: number;
}

/** One line of the table in which a batch ends. */
export interface BatchRow {
  readonly file: string;
  readonly id: string;
  readonly agency: string;
  readonly year: number | null;
  readonly counts: Readonly<Record<Severity, number>> | null;
  readonly notChecked: number;
  /** Why it could not be read; null for a file that was. */
  readonly error: string | null;
}

export interface BatchView extends BatchProgress {
  /** Empty until the batch is finished or cancelled. */
  readonly rows: readonly BatchRow[];
}

/** One report of a batch as it was read, with what was found in it. */
export interface OpenedBatchFile {
  readonly batch: Pick<BatchProgress, 'id' | 'name' | 'state'>;
  readonly file: CheckedFile;
  /** The file of the batch that last year's report came from; null when it is the system's, or there is none. */
  readonly lastFrom: string | null;
}
