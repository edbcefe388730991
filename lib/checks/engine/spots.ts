import type { Finding } from '@/lib/checks/finding';
import { foundInSections } from './in-sections';
import { everywhere } from './paragraphs';
import type { Breach } from './rule';
import type { Subject } from './subject';
import { normal, textPlaces, where, type Passage } from './text';

/** A piece of a text that a rule speaks of; `at` and `length` are UTF-16 offsets. */
export interface Spot extends Passage {
  readonly at: number;
  readonly length: number;
}

type Accept = (found: RegExpExecArray, text: string, section: Passage['section']) => boolean;

/** Finds a pattern in a paragraph. `accept` is given what `normal` makes of it. */
export function spotsIn(pattern: RegExp, accept: Accept = () => true): (paragraph: Passage) => readonly Spot[] {
  return ({ section, text }) => {
    const plain = normal(text);
    return [...plain.matchAll(pattern)]
      .filter((found) => accept(found, plain, section))
      .map((found) => ({ section, text, at: found.index, length: found[0].length }));
  };
}

/** The same in every text of the report, within a paragraph; each is searched once. */
export const spots = (pattern: RegExp, accept?: Accept): ((subject: Subject) => readonly Spot[]) =>
  everywhere(spotsIn(pattern, accept));

/** The same for a pattern that runs on from one paragraph to the next: what a converter left may. */
export function spotsAcross(pattern: RegExp): (subject: Subject) => readonly Spot[] {
  const find = foundInSections(
    textPlaces,
    () =>
      ({ section, text }): readonly Spot[] =>
        [...normal(text).matchAll(pattern)].map((found) => ({
          section,
          text,
          at: found.index,
          length: found[0].length,
        })),
  );
  return ({ report }) => find(report);
}

export const quoteOf = ({ text, at, length }: Spot): string => text.slice(at, at + length);
export const whereIs = ({ section, text, at, length }: Spot): Finding['where'] => where(section, text, at, length);

/** A finding on a piece of text, quoted as it stands. */
export function breachAt(
  spot: Spot,
  words: Omit<Breach, 'cells' | 'where' | 'detail'> & { readonly detail?: string },
): Breach {
  return { detail: '', cells: [], where: whereIs(spot), stated: quoteOf(spot), ...words };
}

/** How far to look for the other end of a paragraph, a sentence or a title: no real one is longer. */
const reach = { paragraph: 2000, title: 200 } as const;

/** The paragraph around a place, and where it begins. */
export function paragraphAt(text: string, at: number): { readonly text: string; readonly start: number } {
  const from = Math.max(0, at - reach.paragraph);
  const near = text.slice(from, at + reach.paragraph);
  const start = near.lastIndexOf('\n', at - from - 1) + 1;
  const end = near.indexOf('\n', at - from);
  return {
    text: near.slice(at === from ? 0 : start, end < 0 ? near.length : end),
    start: from + (at === from ? 0 : start),
  };
}

/** The sentence around a place. */
export function sentenceAt(text: string, at: number): string {
  const { text: paragraph, start } = paragraphAt(text, at);
  const before = Math.max(paragraph.lastIndexOf('。', at - start), paragraph.lastIndexOf('；', at - start)) + 1;
  const end = paragraph.slice(at - start).search(/[。；]/);
  return paragraph.slice(before, end < 0 ? paragraph.length : at - start + end);
}

function openBefore(text: string, at: number, opening: string, closing: string): boolean {
  const near = text.slice(Math.max(0, at - reach.title), at);
  return near.lastIndexOf(opening) > near.lastIndexOf(closing);
}

/** Inside 《》 words belong to the title of something else. */
export const inTitle = (text: string, at: number): boolean => openBefore(text, at, '《', '》');
/** Inside “” they are someone else's. */
export const inQuotes = (text: string, at: number): boolean => openBefore(text, at, '“', '”');
