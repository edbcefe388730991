import type { Correction } from './correction';
import type { Role } from './permissions';
import type { ReportState } from './state';
import type { AgencyView, Deadline } from './view';

export interface DeskReport {
  readonly year: number;
  readonly state: ReportState;
  readonly step: number;
  readonly submission: number;
  /** Number of the version that is published, or was until it was withdrawn. */
  readonly publication: number | null;
  readonly correction: Correction | null;
  readonly updatedAt: string;
  readonly deadlines: readonly Deadline[];
  readonly openComments: number;
  /** Why it was returned last; empty unless it is returned now. */
  readonly returnedReason: string;
}

export interface DeskAgency {
  readonly agency: AgencyView;
  /** Empty for an agency below one that the actor administers. */
  readonly roles: readonly Role[];
  /** Newest year first. */
  readonly reports: readonly DeskReport[];
  /** Years whose report this actor may start now. */
  readonly canStart: readonly number[];
}

export interface DeskView {
  readonly actor: { readonly name: string };
  /** The report year of the round that runs: the year before this one. */
  readonly roundYear: number;
  readonly agencies: readonly DeskAgency[];
}

/** How it stands with the PDFs of the agencies that somebody administers. */
export interface PdfWork {
  /** Whether this machine can make any. */
  readonly converter: boolean;
  readonly waiting: number;
  /** Tried five times in vain. */
  readonly failed: number;
}
