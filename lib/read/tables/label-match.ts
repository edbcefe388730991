import { editsAllowed, editsBetween, isWithin, turnAlike } from './label-distance';
import { keyOf } from './label-key';
import type { Labels, Match } from './labels';

/** No label is longer; a paragraph is not looked at. */
const longest = 120;
const remembered = 4000;

/** What a text is a label of; null when of nothing. */
export function matchLabel(labels: Labels, text: string): Match | null {
  if (text.length > longest) return null;
  const known = labels.known.get(text);
  if (known !== undefined) return known;
  const found = find(labels, text);
  if (labels.known.size >= remembered) labels.known.clear();
  labels.known.set(text, found);
  return found;
}

function find(labels: Labels, text: string): Match | null {
  const { key, short, number } = keyOf(text);
  if (key === '') return null;
  const exact = labels.byKey.get(key);
  if (exact !== undefined) return { ...exact, number, key };
  const variant = labels.byKey.get(short);
  if (variant !== undefined) return { ...variant, how: 'variant', number, key };
  if (labels.foreign.has(key) || labels.foreign.has(short) || !/\p{Script=Han}{2}/u.test(key) || /\d/.test(key))
    return null;
  const nearly = near(labels, key, number) ?? (short === key ? null : near(labels, short, number));
  return nearly === null ? null : { ...nearly, how: 'near', number, key };
}

function near(labels: Labels, key: string, number: string): Match | null {
  if (key.length < 3 || labels.patience.left <= 0) return null;
  labels.patience.left -= 1;
  let best: Match | null = null;
  let least = Infinity;
  let second = Infinity;
  for (const [form, match] of labels.byKey) {
    if (form.length < 4) continue;
    const limit = editsAllowed(Math.max(form.length, key.length));
    let edits = editsBetween(key, form, limit);
    if (edits > limit && !isShortFor(key, form)) continue;
    if (edits > limit) edits = limit;
    if (!turnAlike(key, form)) continue;
    if (number !== '' && match.labels.every((label) => label.number !== number)) edits += 1;
    const same = best !== null && best.labels[0] === match.labels[0];
    if (edits < least) {
      if (!same) second = least;
      least = edits;
      best = match;
    } else if (!same && edits < second) second = edits;
  }
  if (best === null || second === least) return null;
  return best;
}

/** A label with words left out that still has most of them. */
const isShortFor = (key: string, form: string): boolean =>
  key.length >= 8 && key.length < form.length && key.length >= 0.6 * form.length && isWithin(key, form);

/** Whether a short text is a part of one of the form's labels, as a narrow column breaks it. */
export function isPartOfLabel(labels: Labels, text: string): boolean {
  if (text.length > 60) return false;
  const { key } = keyOf(text);
  return key !== '' && labels.all.some((label) => label.key.length > key.length && label.key.includes(key));
}
