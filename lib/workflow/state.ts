import type { Finding } from '@/lib/checks/finding';
import { roundOf, type Correction } from './correction';

/** The states of a report, in the order of its way. */
export const reportStates = ['draft', 'submitted', 'returned', 'approved', 'published', 'withdrawn'] as const;
export type ReportState = (typeof reportStates)[number];

export const stateNames: Readonly<Record<ReportState, string>> = {
  draft: '草稿',
  submitted: '待审核',
  returned: '已退回',
  approved: '待公布',
  published: '已公布',
  withdrawn: '已撤回',
};

/** One named step of review; an agency holds its steps as data (初审、复审、终审、保密审查). */
export interface ReviewStep {
  readonly id: string;
  readonly name: string;
}

export const defaultSteps: readonly ReviewStep[] = [{ id: 'review', name: '审核' }];

/** What decisions and permissions need to know of a report. */
export interface Standing {
  readonly agencyId: string;
  /** Materialised path of the agency, `/linchuan/yingjiju/`: an office above has a prefix of it. */
  readonly agencyPath: string;
  readonly state: ReportState;
  /** Index of the step that a submitted report waits at. */
  readonly step: number;
  readonly steps: readonly ReviewStep[];
  /** How many times it was submitted. */
  readonly submission: number;
  /**
   * The correction that is under way; null for a report that is written for the first time, and for one that stands.
   */
  readonly correction: Correction | null;
  /** Ids of all who wrote in it: nobody reviews what they wrote. */
  readonly writers: readonly string[];
}

/** A written answer to a warning; it counts only while a finding with this fingerprint stands. */
export interface Reason {
  readonly fingerprint: string;
  readonly rule: string;
  readonly text: string;
  readonly by: string;
  readonly at: string;
}

/** What a command is decided on: the standing, and what the server found when it checked the report itself. */
export interface Subject extends Standing {
  readonly findings: readonly Finding[];
  readonly reasons: readonly Pick<Reason, 'fingerprint'>[];
  /** Comments that nobody has settled yet. */
  readonly openComments: number;
  /** False for a correction in which everything is as it was published. */
  readonly changed: boolean;
}

export const eventTypes = [
  'started',
  'submitted',
  'recalled',
  'returned',
  'approved',
  'published',
  'withdrawn',
  'reopened',
  'restated',
  'abandoned',
] as const;
export type EventType = (typeof eventTypes)[number];

export const eventNames: Readonly<Record<EventType, string>> = {
  started: '新建',
  submitted: '提交审核',
  recalled: '撤回提交',
  returned: '退回修改',
  approved: '批准',
  published: '公布',
  withdrawn: '撤回公布',
  reopened: '开始更正',
  restated: '改写更正说明',
  abandoned: '放弃更正',
};

/** One step of a report's history. */
export interface ReportEvent {
  readonly type: EventType;
  readonly actor: { readonly id: string; readonly name: string };
  readonly at: Date;
  /** Why it was returned, corrected or withdrawn; empty where none is asked for. */
  readonly reason: string;
  /** The review step it concerns; null outside review. */
  readonly step: string | null;
  readonly submission: number;
}

/** The standing after an event. What is corrected follows from the events (correction.ts), and is none of this. */
export function evolve(standing: Standing, event: ReportEvent): Pick<Standing, 'state' | 'step' | 'submission'> {
  const { state, step, submission } = standing;
  switch (event.type) {
    case 'started':
    case 'reopened':
      return { state: 'draft', step: 0, submission };
    case 'submitted':
      return { state: 'submitted', step: 0, submission: event.submission };
    case 'recalled':
      return { state: roundOf(standing) > 1 ? 'returned' : 'draft', step: 0, submission };
    case 'returned':
      return { state: 'returned', step: 0, submission };
    case 'approved':
      return step + 1 < standing.steps.length
        ? { state, step: step + 1, submission }
        : { state: 'approved', step, submission };
    case 'published':
      return { state: 'published', step, submission };
    case 'withdrawn':
      // What stood is withdrawn; the correction of it goes on.
      return { state: standing.correction === null ? 'withdrawn' : state, step, submission };
    case 'abandoned':
      return { state: standing.correction?.from ?? 'published', step: 0, submission };
    case 'restated':
      return { state, step, submission };
  }
}
