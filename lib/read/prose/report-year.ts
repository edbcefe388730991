import { yearOf, yearPattern } from './dates';
import type { Parts } from './parts';

const period = new RegExp(`(${yearPattern})年1月1日.{0,8}?(?:至|到|[-—－~～]).{0,8}?12月31日`);
const mentioned = new RegExp(`(${yearPattern})年`, 'g');

/**
 * The year a report is of: by its title, else its period, else its signature, else the year its first section speaks
 * of.
 */
export function reportYear(parts: Parts): number | null {
  if (parts.title.year !== null) return parts.title.year;
  const texts = (place: 'preamble' | 'overview'): string =>
    (parts.places.get(place) ?? [])
      .map(({ text }) => text.normalize('NFKC').replace(/\s/g, ''))
      .join('\n')
      .slice(0, 50_000);
  for (const text of [texts('preamble'), texts('overview')]) {
    const found = period.exec(text)?.[1];
    if (found !== undefined) return yearOf(found);
  }
  const signed = parts.signature.date?.iso;
  if (signed != null) return Number(signed.slice(0, 4)) - 1;
  return mostMentioned(texts('overview')) ?? mostMentioned(texts('preamble'));
}

function mostMentioned(text: string): number | null {
  const counts = new Map<number, number>();
  for (const [, digits = ''] of text.matchAll(mentioned)) {
    const year = yearOf(digits);
    if (year !== null) counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return [...counts].reduce<[number | null, number]>(
    (best, [year, count]) => (count > best[1] ? [year, count] : best),
    [null, 0],
  )[0];
}
