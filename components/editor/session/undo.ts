import { sameValue, type Path, type Value } from '@/lib/report/draft';
import type { Change } from './queue';

/** What one action changed; a whole paste is one step. */
export interface Step {
  readonly changes: readonly { readonly path: Path; readonly before: Value; readonly after: Value }[];
  /** Actions with the same mark in a row are one step: the keystrokes in one cell. */
  readonly mark: string | null;
}

export interface History {
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
}

export const noHistory: History = { done: [], undone: [] };
const longest = 200;

export function record(history: History, step: Step): History {
  const last = history.done.at(-1);
  if (last !== undefined && step.mark !== null && last.mark === step.mark) {
    const first = new Map(last.changes.map((one) => [one.path, one.before]));
    const merged = step.changes.map((one) =>
      first.has(one.path) ? { ...one, before: first.get(one.path) ?? null } : one,
    );
    return { done: [...history.done.slice(0, -1), { ...last, changes: merged }], undone: [] };
  }
  return { done: [...history.done.slice(-longest), step], undone: [] };
}

/** Closes the running step, so that the next keystroke in the same cell begins a new one. */
export function close(history: History): History {
  const last = history.done.at(-1);
  return last === undefined || last.mark === null
    ? history
    : { ...history, done: [...history.done.slice(0, -1), { ...last, mark: null }] };
}

/**
 * The changes that take the last step back, or bring it again. Where somebody else has written meanwhile, their
 * value stays.
 */
export function turn(
  history: History,
  way: 'undo' | 'redo',
  valueAt: (path: Path) => Value,
): { history: History; changes: Change[] } {
  const from = way === 'undo' ? history.done : history.undone;
  const step = from.at(-1);
  if (step === undefined) return { history, changes: [] };
  const changes = step.changes
    .filter((one) => sameValue(valueAt(one.path), way === 'undo' ? one.after : one.before))
    .map((one) => ({ path: one.path, value: way === 'undo' ? one.before : one.after }));
  const turned: Step = { ...step, mark: null };
  return {
    history:
      way === 'undo'
        ? { done: history.done.slice(0, -1), undone: [...history.undone, turned] }
        : { done: [...history.done, turned], undone: history.undone.slice(0, -1) },
    changes,
  };
}
