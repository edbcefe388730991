import type { Refusal } from '@/lib/workflow/refusal';

/** What is shown of saving. `count`: cells, paragraphs and reasons whose change exists in this browser only. */
export type SaveState =
  | { readonly is: 'saved'; readonly at: number | null }
  | { readonly is: 'saving' }
  | { readonly is: 'retrying'; readonly count: number }
  | { readonly is: 'offline'; readonly count: number }
  | { readonly is: 'expired'; readonly count: number }
  | { readonly is: 'refused'; readonly count: number; readonly refusal: Refusal };

/** What went wrong last; null when the last exchange went well. */
export type Trouble =
  | { readonly is: 'unreachable'; readonly times: number }
  | { readonly is: 'refusal'; readonly refusal: Refusal }
  | null;

/** Failures in a row after which the connection counts as lost, whatever the browser believes. */
const lostAfter = 3;

/**
 * The state to show. A save is named only when it takes longer than `patience`, so that quick saves do not flicker.
 */
export function saveState(facts: {
  trouble: Trouble;
  online: boolean;
  waiting: number;
  slow: boolean;
  savedAt: number | null;
}): SaveState {
  const { trouble, waiting: count } = facts;
  if (trouble?.is === 'refusal') {
    return trouble.refusal.refused === 'not-signed-in'
      ? { is: 'expired', count }
      : { is: 'refused', count, refusal: trouble.refusal };
  }
  if (!facts.online || (trouble !== null && trouble.times >= lostAfter)) return { is: 'offline', count };
  if (trouble !== null && count > 0) return { is: 'retrying', count };
  return facts.slow && count > 0 ? { is: 'saving' } : { is: 'saved', at: facts.savedAt };
}
