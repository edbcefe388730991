import type { Where } from './finding';
import { normal, type Passage, type Sentence } from './text';

/**
 * What was read of a text before. While someone types, nearly all of a report stands as it stood at the key before:
 * while it is a cell, all prose but the sentence with a linked figure of it. So a text that did not change is not read
 * again, and of one that did only the paragraphs and sentences that are new. Nothing is kept but what stands in the last
 * text of each section and a hundred pieces that stood there before.
 */

/** Remembers what was derived from the last text of each section. */
export function perPassage<T>(derive: (passage: Passage) => T): (passage: Passage) => T {
  const last = new Map<Where['section'], { text: string; value: T }>();
  return (passage) => {
    const known = last.get(passage.section);
    if (known?.text === passage.text) return known.value;
    const value = derive(passage);
    last.set(passage.section, { text: passage.text, value });
    return value;
  };
}

/** How many pieces that no longer stand are kept: a figure that is typed, deleted and typed again is met again. */
const most = 100;

/** The pieces of the last texts of a section by their words. A piece that stands again is the same object again. */
export class Standing<Piece> {
  private readonly known = new Map<string, { reading: number; pieces: Piece[]; met: number }>();
  private reading = 0;
  private met = 0;

  /** Another text is read: of what is not met any more the oldest is forgotten. */
  begin(): void {
    for (const words of this.known.keys()) {
      if (this.known.size <= this.met + most) break;
      this.known.delete(words);
    }
    this.reading += 1;
    this.met = 0;
  }

  /** The piece of these words; two pieces of the same words in one text are two objects. */
  piece(words: string, make: () => Piece): Piece {
    const same = this.known.get(words) ?? { reading: 0, pieces: [], met: 0 };
    if (same.reading !== this.reading) {
      same.reading = this.reading;
      same.met = 0;
      this.met += 1;
    }
    this.known.delete(words);
    this.known.set(words, same);
    const piece = same.pieces[same.met] ?? make();
    same.pieces[same.met] = piece;
    same.met += 1;
    return piece;
  }
}

/** One memory for each section. */
export function perSection<Piece>(): (section: Where['section']) => Standing<Piece> {
  const known = new Map<Where['section'], Standing<Piece>>();
  return (section) => {
    const memory = known.get(section) ?? new Standing<Piece>();
    known.set(section, memory);
    return memory;
  };
}

/** The lines of a text that are not empty, each as a text of its own, and where they begin. */
interface Paragraphs {
  readonly standing: readonly Passage[];
  readonly starts: readonly number[];
}

const standing = perSection<Passage>();

const paragraphsIn = perPassage(({ section, text }): Paragraphs => {
  const memory = standing(section);
  memory.begin();
  const lines = [...text.matchAll(/[^\n]+/g)];
  return { standing: lines.map(([line]) => memory.piece(line, () => ({ section, text: line }))), starts: lines.map(({ index }) => index) };
});

/** The pieces next to one. */
export interface Around<Piece> {
  readonly before: Piece | undefined;
  readonly after: Piece | undefined;
}

type Derived<Piece, T> = (section: Where['section'], pieces: readonly Piece[]) => readonly T[];

/** Remembers what was derived from each piece of a text for as long as the piece is kept. */
export function perPiece<Piece extends object, T>(derive: (piece: Piece) => T): Derived<Piece, T> {
  const known = new WeakMap<Piece, { readonly value: T }>();
  const again = (piece: Piece): T => {
    const found = known.get(piece) ?? { value: derive(piece) };
    known.set(piece, found);
    return found.value;
  };
  return aligned(derive, again, (old, at, pieces, now) => old[at] === pieces[now]);
}

/** The same for what depends on the pieces next to one too: it holds as long as all three stand. */
export function perPieceAround<Piece extends object, T>(derive: (piece: Piece, around: Around<Piece>) => T): Derived<Piece, T> {
  return aligned(derive, derive, (old, at, pieces, now) => old[at] === pieces[now] && old[at - 1] === pieces[now - 1] && old[at + 1] === pieces[now + 1]);
}

/**
 * A piece of the last text is looked for where it stood, counted from the beginning and from the end. Where none stands,
 * the text is of another report, and what is derived from it is not kept beyond it; else `again` sees to the new ones.
 */
function aligned<Piece, T>(
  derive: (piece: Piece, around: Around<Piece>) => T,
  again: (piece: Piece, around: Around<Piece>) => T,
  stands: (old: readonly Piece[], at: number, pieces: readonly Piece[], now: number) => boolean,
): Derived<Piece, T> {
  const last = new Map<Where['section'], { pieces: readonly Piece[]; values: readonly T[] }>();
  return (section, pieces) => {
    const known = last.get(section);
    if (known?.pieces === pieces) return known.values;
    const [old, values] = [known?.pieces ?? [], known?.values ?? []];
    const shift = old.length - pieces.length;
    const places = pieces.map((_, now) => (stands(old, now, pieces, now) ? now : stands(old, now + shift, pieces, now) ? now + shift : -1));
    const make = places.some((at) => at >= 0) ? again : derive;
    const derived = pieces.map((piece, now): T => values[places[now] ?? -1] ?? make(piece, { before: pieces[now - 1], after: pieces[now + 1] }));
    last.set(section, { pieces, values: derived });
    return derived;
  };
}

/** Something at a place in a text; the offset is UTF-16. */
interface Found extends Passage {
  readonly at: number;
}

/** What is derived from each paragraph for itself. */
export function ofParagraphs<T>(derive: (paragraph: Passage) => T): (passage: Passage) => readonly T[] {
  const read = perPiece(derive);
  return (passage) => read(passage.section, paragraphsIn(passage).standing);
}

/** What is found in each paragraph for itself, with its place in the whole text. */
export function perParagraph<T extends Found>(search: (paragraph: Passage) => readonly T[]): (passage: Passage) => readonly T[] {
  const find = ofParagraphs(search);
  return perPassage((passage) => {
    const { starts } = paragraphsIn(passage);
    const all: T[] = [];
    find(passage).forEach((found, index) => {
      for (const one of found) all.push({ ...one, text: passage.text, at: (starts[index] ?? 0) + one.at });
    });
    return all;
  });
}

/** What runs on for longer than this without a stop is no sentence, and would be slow to search. */
const longest = 2000;

/** From one full stop or semicolon to the next; offsets are those of the paragraph. */
export const sentencesOf = ({ section, text }: Passage): readonly Sentence[] =>
  [...normal(text).matchAll(/[^。；;！？\n]+/g)].flatMap((match) => (match[0].length > longest ? [] : [{ section, text: match[0], start: match.index, passage: text }]));
