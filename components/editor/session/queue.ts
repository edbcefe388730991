import { sameValue, valueAt, withEdit, type Draft, type Edit, type Path, type Value } from '@/lib/report/draft';
import type { EditsAnswer, Standpoint } from '@/lib/workflow/protocol';

/** An edit that the server has not acknowledged. Once `sent` it may have arrived, so it is never rewritten. */
export interface Pending {
  readonly edit: Edit;
  readonly sent: boolean;
}

/** Two values of one cell or paragraph; a person chooses. */
export interface Conflict {
  readonly path: Path;
  readonly mine: Value;
  readonly theirs: Standpoint;
}

/** What one browser knows of a draft: the value shown, what is still to be saved, what is to be decided. */
export interface Work {
  readonly draft: Draft;
  readonly queue: readonly Pending[];
  readonly conflicts: readonly Conflict[];
}

export interface Change {
  readonly path: Path;
  readonly value: Value;
}

/** The value a person sees as theirs at this path: their side of a conflict where there is one. */
export function mineAt(work: Work, path: Path): Value {
  const conflict = work.conflicts.find((one) => one.path === path);
  return conflict === undefined ? valueAt(work.draft, path) : conflict.mine;
}

/**
 * Sets a path here and queues the edit. An edit of the same path that was never sent is replaced; while a conflict
 * stands, only its own side changes, because nothing may be written over the other value unseen.
 */
export function change(work: Work, { path, value }: Change, id: string): Work {
  if (sameValue(mineAt(work, path), value)) return work;
  if (work.conflicts.some((one) => one.path === path)) {
    return { ...work, conflicts: work.conflicts.map((one) => (one.path === path ? { ...one, mine: value } : one)) };
  }
  const last = work.queue.findLast((one) => one.edit.path === path);
  const replaces = last !== undefined && !last.sent;
  const base = replaces ? last.edit.base : (work.draft.seen[path] ?? null);
  const edit: Edit = { id, path, base, value };
  const queue = replaces ? work.queue.filter((one) => one !== last) : work.queue;
  return { ...work, draft: withEdit(work.draft, edit), queue: [...queue, { edit, sent: false }] };
}

/** The same work with these edits on their way to the server. */
export function markSent(work: Work, edits: readonly Edit[]): Work {
  const ids = new Set(edits.map((edit) => edit.id));
  return { ...work, queue: work.queue.map((one) => (ids.has(one.edit.id) ? { ...one, sent: true } : one)) };
}

/**
 * Edits that the server refused whole: none took effect, so their paths may be written anew, and of each only the last
 * value is still meant. Without this an edit that can never be saved would keep everything behind it from being saved.
 */
export function takeBack(work: Work, edits: readonly Edit[]): Work {
  const paths = new Set(edits.map((edit) => edit.path));
  const last = new Map(work.queue.map((one) => [one.edit.path, one]));
  const queue = work.queue.flatMap((one): Pending[] => {
    if (!paths.has(one.edit.path)) return [one];
    if (last.get(one.edit.path) !== one) return [];
    const first = work.queue.find((candidate) => candidate.edit.path === one.edit.path) ?? one;
    return [{ edit: { ...one.edit, base: first.edit.base }, sent: false }];
  });
  return { ...work, queue };
}

const standsAs = (draft: Draft, theirs: Standpoint): Draft =>
  draft.seen[theirs.path] === theirs.edit
    ? draft
    : withEdit(draft, { id: theirs.edit, path: theirs.path, base: null, value: theirs.value });

function collide(work: Work, theirs: Standpoint): Work {
  const { path } = theirs;
  const mine = work.queue.findLast((one) => one.edit.path === path)?.edit.value ?? mineAt(work, path);
  const conflicts = work.conflicts.filter((one) => one.path !== path);
  return {
    draft: standsAs(work.draft, theirs),
    queue: work.queue.filter((one) => one.edit.path !== path),
    conflicts: sameValue(mine, theirs.value) ? conflicts : [...conflicts, { path, mine, theirs }],
  };
}

/**
 * A value that was being written while another one came in, and that does not go together with it: the other one
 * stands, and both are shown. Who wrote the other one is no longer known here.
 */
export function clash(work: Work, { path, value }: Change, id: string): Work {
  const edit = work.draft.seen[path];
  const taken = work.queue.some((one) => one.edit.path === path) || work.conflicts.some((one) => one.path === path);
  if (taken || edit === undefined) return change(work, { path, value }, id);
  const theirs: Standpoint = { path, value: valueAt(work.draft, path), edit, by: '', at: '' };
  return sameValue(value, theirs.value)
    ? work
    : { ...work, conflicts: [...work.conflicts, { path, mine: value, theirs }] };
}

/**
 * What the server answered, taken in: saved edits leave the queue, conflicts are kept with both values, news are shown.
 */
export function takeIn(work: Work, answer: EditsAnswer): Work {
  let next = work;
  for (const result of answer.results) {
    if (result.outcome === 'conflict') next = collide(next, result.theirs);
    else next = { ...next, queue: next.queue.filter((one) => one.edit.id !== result.id) };
  }
  for (const theirs of answer.news) {
    // A path that is still to be sent meets the news on the server, which answers with a conflict.
    if (next.queue.some((one) => one.edit.path === theirs.path)) continue;
    const conflict = next.conflicts.find((one) => one.path === theirs.path);
    if (conflict === undefined) next = { ...next, draft: standsAs(next.draft, theirs) };
    else next = collide({ ...next, conflicts: next.conflicts }, theirs);
  }
  return next;
}

/** Settles a conflict: mine becomes a new edit on top of theirs, or theirs stands. */
export function choose(work: Work, path: Path, which: 'mine' | 'theirs', id: string): Work {
  const conflict = work.conflicts.find((one) => one.path === path);
  if (conflict === undefined) return work;
  const settled = { ...work, conflicts: work.conflicts.filter((one) => one !== conflict) };
  return which === 'mine' ? change(settled, { path, value: conflict.mine }, id) : settled;
}

/** Work that was kept in the browser, put on top of what the server holds now. */
export function replay(draft: Draft, kept: Pick<Work, 'queue' | 'conflicts'>): Work {
  const conflicts = kept.conflicts.filter((one) => !sameValue(one.mine, valueAt(draft, one.path)));
  const open = new Set(conflicts.map((one) => one.path));
  const last = new Map(kept.queue.map((one) => [one.edit.path, one.edit]));
  const queue = kept.queue.filter((one) => draft.seen[one.edit.path] !== one.edit.id && !open.has(one.edit.path));
  const shown = queue.filter((one) => last.get(one.edit.path) === one.edit);
  return { draft: shown.reduce((value, one) => withEdit(value, one.edit), draft), queue, conflicts };
}
