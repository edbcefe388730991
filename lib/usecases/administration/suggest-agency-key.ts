import { pinyin } from 'pinyin-pro';
import { database } from '@/lib/store/database/database';
import { agencyKeySchema, mayAdminister } from '@/lib/workflow/administration';
import type { Actor } from '@/lib/workflow/permissions';
import type { Refusal } from '@/lib/workflow/refusal';
import { findAgency, takenKeys } from '@/lib/store/agencies/agencies';
import { noSuchAgency } from './administration-sentences';

const longest = 24;

/** 应急局 becomes `yingjiju`; a long name its initials; empty when nothing of the name can be written in latin letters. */
export function keyFromName(shortName: string): string {
  const syllables = pinyin(shortName, { toneType: 'none', type: 'array', nonZh: 'removed', v: true }).map((syllable) =>
    syllable.toLowerCase().replace(/[^a-z]/g, ''),
  );
  const whole = syllables.join('');
  return whole.length <= longest ? whole : syllables.map((syllable) => syllable.slice(0, 1)).join('');
}

/** A key for a new agency that nobody has, from its short name; empty when there is none to suggest. */
export async function suggestAgencyKey(
  actor: Actor | null,
  parentKey: string,
  shortName: string,
): Promise<{ key: string } | Refusal> {
  const db = database();
  const parent = await findAgency(db, parentKey);
  const refusal = mayAdminister(actor, parent?.path ?? '');
  if (refusal !== null || parent === null) return refusal ?? noSuchAgency();
  const base = keyFromName(shortName.slice(0, 40));
  const candidates = [
    base,
    `${parent.key}-${base}`,
    ...[2, 3, 4, 5, 6, 7, 8, 9].map((n) => `${parent.key}-${base}-${n}`),
  ];
  const usable = candidates.filter((key) => agencyKeySchema.safeParse(key).success);
  const taken = await takenKeys(db, usable);
  return { key: usable.find((key) => !taken.has(key)) ?? '' };
}
