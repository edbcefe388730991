import type { Finding } from './finding';
import type { Breach } from './rule';
import type { Subject } from './subject';
import { normal, passages, perPassage, where, type Passage } from './text';

/** A piece of a text that a rule speaks of; `at` and `length` are UTF-16 offsets. */
export interface Spot extends Passage {
  readonly at: number;
  readonly length: number;
}

type Accept = (found: RegExpExecArray, text: string, section: Passage['section']) => boolean;

/** Finds a pattern in every text of the report; each text is searched once. `text` is what `normal` makes of it. */
export function spots(pattern: RegExp, accept: Accept = () => true): (subject: Subject) => readonly Spot[] {
  const find = perPassage(({ section, text }): readonly Spot[] => {
    const plain = normal(text);
    return [...plain.matchAll(pattern)].flatMap((found) =>
      accept(found, plain, section) ? [{ section, text, at: found.index, length: found[0].length }] : [],
    );
  });
  return ({ report }) => passages(report).flatMap(find);
}

export const quoteOf = ({ text, at, length }: Spot): string => text.slice(at, at + length);
export const whereIs = ({ section, text, at, length }: Spot): Finding['where'] => where(section, text, at, length);

/** A finding on a piece of text, quoted as it stands. */
export function breachAt(spot: Spot, words: Omit<Breach, 'cells' | 'where' | 'detail'> & { readonly detail?: string }): Breach {
  return { detail: '', cells: [], where: whereIs(spot), stated: quoteOf(spot), ...words };
}

/** The paragraph around a place, and where it begins. */
export function paragraphAt(text: string, at: number): { readonly text: string; readonly start: number } {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', at);
  return { text: text.slice(start, end < 0 ? text.length : end), start };
}

const openBefore = (text: string, at: number, opening: string, closing: string): boolean => text.lastIndexOf(opening, at) > text.lastIndexOf(closing, at);

/** Inside 《》 words belong to the title of something else. */
export const inTitle = (text: string, at: number): boolean => openBefore(text, at, '《', '》');
/** Inside “” they are someone else's. */
export const inQuotes = (text: string, at: number): boolean => openBefore(text, at, '“', '”');
