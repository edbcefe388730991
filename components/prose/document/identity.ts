import { generateNKeysBetween } from 'fractional-indexing';
import { newId } from '@/components/editor/session/new-id';

/** What makes a paragraph the same one for ever, and where it stands; null where the document has none yet. */
export interface Identity {
  readonly id: string | null;
  readonly order: string | null;
}

type Kept = { readonly id: string; readonly order: string };

const before = (a: Kept, b: Kept): boolean => a.order < b.order || (a.order === b.order && a.id < b.id);

/** True when every paragraph has an id of its own and the order keys say the order they stand in. */
export function isSound(paragraphs: readonly Identity[]): boolean {
  const ids = new Set<string>();
  let last: Kept | null = null;
  for (const { id, order } of paragraphs) {
    if (id === null || order === null || ids.has(id)) return false;
    const here = { id, order };
    if (last !== null && !before(last, here)) return false;
    ids.add(id);
    last = here;
  }
  return true;
}

/** Indices of a longest run of paragraphs that already stand in order: these keep their keys, the moved ones do not. */
function inOrder(paragraphs: readonly Identity[], named: readonly string[]): Set<number> {
  const tails: number[] = [];
  const previous = new Array<number>(paragraphs.length).fill(-1);
  const keptAt = (index: number): Kept => ({ id: named[index] ?? '', order: paragraphs[index]?.order ?? '' });
  paragraphs.forEach(({ order }, index) => {
    if (order === null) return;
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (before(keptAt(tails[middle] ?? 0), keptAt(index))) low = middle + 1;
      else high = middle;
    }
    previous[index] = low === 0 ? -1 : (tails[low - 1] ?? -1);
    tails[low] = index;
  });
  const kept = new Set<number>();
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) kept.add(index);
  return kept;
}

function keysBetween(low: string | null, high: string | null, count: number): string[] | null {
  if (low !== null && high !== null && low >= high) return null;
  try {
    return generateNKeysBetween(low, high, count);
  } catch {
    return null;
  }
}

/**
 * Ids and order keys for the paragraphs of a document, with as few changes as can be: the first bearer of an id keeps
 * it, new ones get ids from `newId`; those that stand in order keep their keys, the others get keys between them.
 */
export function mended(paragraphs: readonly Identity[], newId: () => string): Kept[] {
  const taken = new Set<string>();
  const fresh = paragraphs.map(({ id }) => {
    if (id !== null && !taken.has(id)) {
      taken.add(id);
      return null;
    }
    return newId();
  });
  const ids = paragraphs.map(({ id }, index) => fresh[index] ?? id ?? newId());
  const kept = inOrder(
    paragraphs.map((one, index) => (fresh[index] === null ? one : { id: null, order: null })),
    ids,
  );
  const orders: (string | null)[] = paragraphs.map(({ order }, index) => (kept.has(index) ? order : null));
  for (let start = 0; start < orders.length; start += 1) {
    if (orders[start] !== null) continue;
    let end = start;
    while (end < orders.length && orders[end] === null) end += 1;
    let keys = keysBetween(orders[start - 1] ?? null, orders[end] ?? null, end - start);
    while (keys === null && end < orders.length) {
      end += 1;
      while (end < orders.length && orders[end] === null) end += 1;
      keys = keysBetween(orders[start - 1] ?? null, orders[end] ?? null, end - start);
    }
    if (keys === null) {
      const all = generateNKeysBetween(null, null, orders.length);
      return ids.map((id, index) => ({ id, order: all[index] ?? '' }));
    }
    keys.forEach((key, index) => (orders[start + index] = key));
  }
  return ids.map((id, index) => ({ id, order: orders[index] ?? '' }));
}

/** A new permanent paragraph id. */
export const newParagraphId = (): string => `p-${newId()}`;
