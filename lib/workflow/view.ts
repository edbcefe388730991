import type { Draft, Path, Value } from '@/lib/report/draft';
import type { AgencyKind, Report } from '@/lib/report/report';
import type { Correction } from './correction';
import type { CommandName, Role } from './permissions';
import type { EventType, Reason, ReportState, ReviewStep } from './state';

/** Values as pages and the browser get them: plain JSON, times as ISO strings. */

export interface AgencyView {
  readonly key: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: AgencyKind;
}

export interface ReportHead {
  readonly id: string;
  readonly agency: AgencyView;
  readonly year: number;
  readonly format: string;
  readonly state: ReportState;
  readonly step: number;
  readonly steps: readonly ReviewStep[];
  readonly submission: number;
  /** Number of the last edit; grows by one with every edit. */
  readonly seq: number;
  /** Number of the last event; a command names the one it saw, so that a stale tab cannot decide. */
  readonly version: number;
  /** Number of the version that is published, or was until it was withdrawn; null before the first. */
  readonly publication: number | null;
  readonly correction: Correction | null;
}

export interface ReplyView {
  readonly id: string;
  readonly by: string;
  readonly at: string;
  readonly text: string;
}

export interface CommentView {
  readonly id: string;
  /** 1, 2, … within the report, so that 批注 2 means the same to author and reviewer. */
  readonly number: number;
  /** Cell id or paragraph id. */
  readonly path: Path;
  /** The words it was put on; empty for a cell or a whole paragraph. */
  readonly quote: string;
  /** False when the quoted words or the paragraph are gone: shown as such, never dropped. */
  readonly anchored: boolean;
  readonly by: string;
  readonly at: string;
  readonly text: string;
  readonly submission: number;
  readonly settled: { readonly by: string; readonly at: string } | null;
  readonly replies: readonly ReplyView[];
}

export interface EventView {
  readonly number: number;
  readonly type: EventType;
  readonly by: string;
  readonly at: string;
  readonly reason: string;
  readonly step: string | null;
  readonly submission: number;
}

/** Who looks, and what they may do to this report now. */
export interface Viewer {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly may: Readonly<Record<CommandName, boolean>>;
}

export interface Deadline {
  readonly label: string;
  /** YYYY-MM-DD, a day in Asia/Shanghai. */
  readonly date: string;
  /** Whole days from today in Asia/Shanghai; negative when past. */
  readonly daysLeft: number;
}

/** Everything the form pages need. */
export interface EditorView {
  readonly head: ReportHead;
  readonly draft: Draft;
  /** The same agency's report of the year before, as published; null when there is none. */
  readonly last: Report | null;
  /** While it is being corrected: the draft as it was published. */
  readonly published: Draft | null;
  readonly reasons: readonly Reason[];
  readonly comments: readonly CommentView[];
  readonly history: readonly EventView[];
  readonly deadlines: readonly Deadline[];
  readonly viewer: Viewer;
}

/** One path whose value differs from the one that the reviewer last saw. */
export interface ChangeView {
  readonly path: Path;
  readonly before: Value;
  readonly after: Value;
  readonly by: string;
  readonly at: string;
}

export interface ReviewView extends EditorView {
  /** The draft as it was submitted the time before; null at the first submission. */
  readonly before: Draft | null;
  readonly changes: readonly ChangeView[];
}

/** What stands around a preview: the page itself is another address. */
export interface Preview {
  readonly agencyName: string;
  readonly year: number;
  readonly state: ReportState;
}
