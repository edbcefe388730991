import { sameRuns, type Run } from '@/lib/report/draft';
import { sameInsert, type Insert } from '@/lib/report/insert';
import { mergeInserts } from '@/components/prose/inserts/merge-insert';
import { tidyRuns } from './runs';

/** A paragraph as it stands in a draft; null where it does not stand. */
export interface Standing {
  readonly order: string;
  readonly runs: readonly Run[];
  readonly insert?: Insert;
}

/** What the editor keeps of a paragraph: runs tidied, an insert only where there is one. */
export const standingOf = ({ order, runs, insert }: Standing): Standing =>
  insert === undefined ? { order, runs: tidyRuns(runs) } : { order, runs: [], insert };

export const sameStanding = (a: Standing | null, b: Standing | null): boolean =>
  a === null || b === null
    ? a === b
    : a.order === b.order && sameRuns(a.runs, b.runs) && sameInsert(a.insert, b.insert);

const tokensOf = (runs: readonly Run[]): Run[] =>
  runs.flatMap((run): Run[] => ('text' in run ? [...run.text].map((text) => ({ text })) : [run]));

const sameToken = (a: Run | undefined, b: Run | undefined): boolean =>
  a !== undefined && b !== undefined && sameRuns([a], [b]);

/** The one stretch in which two sequences differ: [from, to) of the old one, and what stands there now. */
function changeOf(old: readonly Run[], now: readonly Run[]): { from: number; to: number; by: readonly Run[] } {
  let from = 0;
  while (from < old.length && from < now.length && sameToken(old[from], now[from])) from += 1;
  let end = 0;
  while (
    end < old.length - from &&
    end < now.length - from &&
    sameToken(old[old.length - 1 - end], now[now.length - 1 - end])
  )
    end += 1;
  return { from, to: old.length - end, by: now.slice(from, now.length - end) };
}

/**
 * Two changes of one paragraph made at once, put together where they touch different words. `conflict` when they meet
 * in the same words, or one removed what the other changed: then a person chooses.
 */
export function mergeStandings(
  base: Standing | null,
  mine: Standing | null,
  theirs: Standing | null,
): { is: 'merged'; value: Standing | null } | { is: 'conflict' } {
  if (sameStanding(mine, theirs) || sameStanding(base, mine)) return { is: 'merged', value: theirs };
  if (sameStanding(base, theirs)) return { is: 'merged', value: mine };
  if (base === null || mine === null || theirs === null) return { is: 'conflict' };
  const order = mine.order === base.order ? theirs.order : mine.order;
  if (base.insert !== undefined || mine.insert !== undefined || theirs.insert !== undefined) {
    const met = mergeInserts(base.insert, mine.insert, theirs.insert);
    return met?.insert === undefined
      ? { is: 'conflict' }
      : { is: 'merged', value: { order, runs: [], insert: met.insert } };
  }
  if (sameRuns(mine.runs, theirs.runs) || sameRuns(base.runs, theirs.runs))
    return { is: 'merged', value: { order, runs: mine.runs } };
  if (sameRuns(base.runs, mine.runs)) return { is: 'merged', value: { order, runs: theirs.runs } };
  const old = tokensOf(base.runs);
  const [a, b] = [changeOf(old, tokensOf(mine.runs)), changeOf(old, tokensOf(theirs.runs))];
  const [first, second] = a.from <= b.from ? [a, b] : [b, a];
  if (second.from < first.to || (first.from === second.from && first.to === second.to)) return { is: 'conflict' };
  const runs = tidyRuns([
    ...old.slice(0, first.from),
    ...first.by,
    ...old.slice(first.to, second.from),
    ...second.by,
    ...old.slice(second.to),
  ]);
  return { is: 'merged', value: { order, runs } };
}
