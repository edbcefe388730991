import type { EventType } from './state';

/** A published report that is being written anew: which version, why, and what it was until then. */
export interface Correction {
  /** Number of the version that is corrected. */
  readonly of: number;
  /** What is corrected and why; published with the next version. */
  readonly reason: string;
  readonly by: string;
  /** ISO time. */
  readonly at: string;
  /** What became of the version meanwhile, and what the report is again when the correction is abandoned. */
  readonly from: 'published' | 'withdrawn';
  /** How many times the report had been submitted before. */
  readonly submission: number;
}

/** An event as far as it tells of publications and corrections. */
export interface Turn {
  readonly type: EventType;
  readonly by: string;
  readonly at: string;
  readonly reason: string;
  readonly submission: number;
}

/** Events that decide what is published and whether it is being corrected. */
export const turningPoints = [
  'published',
  'withdrawn',
  'reopened',
  'restated',
  'abandoned',
] as const satisfies readonly EventType[];

/** What is published after these events, oldest first: the number of the version, null before the first. */
export function publicationAfter(events: readonly Pick<Turn, 'type'>[]): number | null {
  const count = events.filter((event) => event.type === 'published').length;
  return count === 0 ? null : count;
}

/** The correction that is under way after these events, oldest first; null when none is. */
export function correctionAfter(events: readonly Turn[]): Correction | null {
  let from: Correction['from'] = 'published';
  let number = 0;
  let current: Correction | null = null;
  for (const { type, reason, by, at, submission } of events) {
    if (type === 'published') number += 1;
    if (type === 'published' || type === 'withdrawn') from = type;
    if (type === 'reopened') current = { of: number, reason, by, at, from, submission };
    else if (type === 'published' || type === 'abandoned') current = null;
    else if (type === 'restated') current = goesOn(current, { reason });
    else if (type === 'withdrawn') current = goesOn(current, { from });
  }
  return current;
}

const goesOn = (correction: Correction | null, told: Partial<Correction>): Correction | null =>
  correction === null ? null : { ...correction, ...told };

/**
 * The events of the first draft, or of the correction that is under way or was published last; oldest first, as given.
 */
export function roundOfEvents<Event extends Pick<Turn, 'type'>>(events: readonly Event[]): readonly Event[] {
  const from = events.findLastIndex(({ type }) => type === 'reopened');
  if (from < 0) return events;
  const round = events.slice(from);
  return round.some(({ type }) => type === 'abandoned') ? roundOfEvents(events.slice(0, from)) : round;
}

/** Which submission of this draft, or of this correction, the report is at; 0 before the first. */
export function roundOf(standing: {
  readonly submission: number;
  readonly correction: Pick<Correction, 'submission'> | null;
}): number {
  return standing.submission - (standing.correction?.submission ?? 0);
}
