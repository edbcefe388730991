import type { CellId } from '@/lib/statute/table';
import type { Conflict, Pending } from './queue';

/** A text in a cell that is no figure: shown with the reason, kept, never saved as a value. */
export interface RefusedText {
  readonly text: string;
  readonly why: string;
}

export interface PendingReason {
  readonly fingerprint: string;
  readonly rule: string;
  readonly text: string;
}

/** What one open page keeps in the browser until the server has it. */
export interface Kept {
  readonly queue: readonly Pending[];
  readonly conflicts: readonly Conflict[];
  readonly refused: Readonly<Record<CellId, RefusedText>>;
  readonly reasons: readonly PendingReason[];
}

export const nothingKept: Kept = { queue: [], conflicts: [], refused: {}, reasons: [] };

export const isNothing = (kept: Kept): boolean =>
  kept.queue.length === 0 &&
  kept.conflicts.length === 0 &&
  kept.reasons.length === 0 &&
  Object.keys(kept.refused).length === 0;

/** The part of localStorage that is used. */
export type BrowserStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

function read(storage: BrowserStorage, key: string): Kept | null {
  try {
    const value: unknown = JSON.parse(storage.getItem(key) ?? 'null');
    return typeof value === 'object' && value !== null && 'queue' in value
      ? { ...nothingKept, ...(value as Kept) }
      : null;
  } catch {
    return null;
  }
}

/**
 * What other pages of this person left behind for this report, oldest name first, and their keys. A page that is still
 * open may be among them: both then send the same edits, whose ids make the repeat harmless.
 */
export function leftBehind(storage: BrowserStorage, prefix: string, own: string): { kept: Kept; keys: string[] } {
  const keys: string[] = [];
  for (let index = 0; index < storage.length; index += 1) {
    const key = storage.key(index);
    if (key !== null && key.startsWith(prefix) && key !== own) keys.push(key);
  }
  keys.sort();
  const found = keys.map((key) => read(storage, key)).filter((one) => one !== null);
  const queue = new Map(found.flatMap((one) => one.queue).map((one) => [one.edit.id, one]));
  const conflicts = new Map(found.flatMap((one) => one.conflicts).map((one) => [one.path, one]));
  const reasons = new Map(found.flatMap((one) => one.reasons).map((one) => [one.fingerprint, one]));
  return {
    keys,
    kept: {
      queue: [...queue.values()],
      conflicts: [...conflicts.values()],
      reasons: [...reasons.values()],
      refused: Object.assign({}, ...found.map((one) => one.refused)) as Kept['refused'],
    },
  };
}

/** Writes what is to be kept, or clears the place; false when the browser has no room or forbids it. */
export function keep(storage: BrowserStorage, key: string, kept: Kept): boolean {
  try {
    if (isNothing(kept)) storage.removeItem(key);
    else storage.setItem(key, JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}
