import type { Where } from '@/lib/checks/finding';
import { normal, type Passage, type Sentence } from './text';

/**
 * What was read of a text before. While someone types, nearly all of a report stands as it stood at the key before:
 * while it is a cell, all prose but the sentence with a linked figure of it. So a text that did not change is not read
 * again, and of one that did only the paragraphs and sentences that are new. Nothing is kept but what stood in the last
 * two hundred texts of each section.
 */

let derivers = 0;

/** Remembers what was derived from the last text of each section. */
export function perPassage<T>(derive: (passage: Passage) => T): (passage: Passage) => T {
  const own = (derivers += 1);
  const last = new Map<Where['section'], { readonly text: string; readonly value: T }>();
  return (passage) => {
    const kept = passage.derived?.[own] as T | undefined;
    if (kept !== undefined) return kept;
    const known = last.get(passage.section);
    const value = known !== undefined && known.text === passage.text ? known.value : derive(passage);
    last.set(passage.section, { text: passage.text, value });
    if (passage.derived !== undefined) passage.derived[own] = value;
    return value;
  };
}

/**
 * For how many readings a piece is kept that no longer stands: a figure that is typed, deleted and typed again is met
 * again.
 */
const kept = 100;

/** The pieces of the last texts of a section by their words. A piece that stands again is the same object again. */
export class Standing<Piece> {
  private readonly known = new Map<string, { reading: number; pieces: Piece[]; met: number }>();
  private reading = 0;

  /** Another text is read: what was not met for long is forgotten. */
  begin(): void {
    this.reading += 1;
    if (this.reading % kept !== 0) return;
    for (const [words, { reading }] of this.known) if (reading < this.reading - kept) this.known.delete(words);
  }

  /** The piece of these words; two pieces of the same words in one text are two objects. */
  piece(words: string, make: () => Piece): Piece {
    let same = this.known.get(words);
    if (same === undefined) {
      same = { reading: 0, pieces: [], met: 0 };
      this.known.set(words, same);
    }
    if (same.reading !== this.reading) {
      same.reading = this.reading;
      same.met = 0;
    }
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

/** What was derived from the words last asked for; all are forgotten when they become many. */
export function perWords<T>(derive: (words: string) => T): (words: string) => T {
  const known = new Map<string, T>();
  return (words) => {
    const before = known.get(words);
    if (before !== undefined) return before;
    if (known.size >= kept) known.clear();
    const value = derive(words);
    known.set(words, value);
    return value;
  };
}

/** A piece of a text, which keeps what was derived from it, by the number of who derived it. */
export interface Piece {
  readonly derived: unknown[];
}

/** A line of a text that is not empty, as a text of its own. */
export interface Paragraph extends Piece {
  readonly alone: Passage;
}

/** The paragraphs of a text, and where they begin. Two of the same words may be one object: it knows no place. */
interface Paragraphs {
  readonly standing: readonly Paragraph[];
  readonly starts: readonly number[];
}

const lines = new Map<Where['section'], (line: string) => Paragraph>();
const lastParagraphs = new Map<Where['section'], readonly Paragraph[]>();

export const paragraphsIn = perPassage(({ section, text }): Paragraphs => {
  const paragraphOf =
    lines.get(section) ?? perWords((line): Paragraph => ({ alone: { section, text: line }, derived: [] }));
  lines.set(section, paragraphOf);
  const before = lastParagraphs.get(section) ?? [];
  const standing: Paragraph[] = [];
  const starts: number[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const same = before[standing.length];
    if (line !== '') {
      standing.push(same !== undefined && same.alone.text === line ? same : paragraphOf(line));
      starts.push(start);
    }
    start += line.length + 1;
  }
  lastParagraphs.set(section, standing);
  return { standing, starts };
});

/** Remembers what was derived from each piece for as long as the piece is kept. */
export function perPiece<P extends Piece, T>(derive: (piece: P) => T): (piece: P) => T {
  const own = (derivers += 1);
  return (piece) => {
    const known = piece.derived[own] as T | undefined;
    if (known !== undefined) return known;
    const value = derive(piece);
    piece.derived[own] = value;
    return value;
  };
}

/** The pieces next to one. */
export interface Around<P> {
  readonly before: P | undefined;
  readonly after: P | undefined;
}

/** The same for what depends on the pieces next to one too: it holds as long as they are the same. */
export function perPieceAround<P extends Piece, T>(
  derive: (piece: P, around: Around<P>) => T,
): (piece: P, before: P | undefined, after: P | undefined) => T {
  const own = (derivers += 1);
  return (piece, before, after) => {
    const known = piece.derived[own] as (Around<P> & { readonly value: T }) | undefined;
    if (known !== undefined && known.before === before && known.after === after) return known.value;
    const value = derive(piece, { before, after });
    piece.derived[own] = { before, after, value };
    return value;
  };
}

/** The same for what depends on something else as well: it holds as long as that is the same object. */
export function perPieceWith<P extends Piece, K extends object, T>(
  derive: (piece: P, other: K) => T,
): (piece: P, other: K) => T {
  const own = (derivers += 1);
  return (piece, other) => {
    const known = piece.derived[own] as { readonly other: K; readonly value: T } | undefined;
    if (known !== undefined && known.other === other) return known.value;
    const value = derive(piece, other);
    piece.derived[own] = { other, value };
    return value;
  };
}

/** Something at a place in a text; the offset is UTF-16. */
export interface Found extends Passage {
  readonly at: number;
}

/** What is derived from each paragraph for itself. */
export function ofParagraphs<T>(derive: (paragraph: Passage) => T): (passage: Passage) => readonly T[] {
  const read = perPiece(({ alone }: Paragraph) => derive(alone));
  return (passage) => paragraphsIn(passage).standing.map(read);
}

/** What is found in each paragraph for itself, with its place in the whole text. */
export function perParagraph<T extends Found>(
  search: (paragraph: Passage) => readonly T[],
): (passage: Passage) => readonly T[] {
  const find = perPiece(({ alone }: Paragraph) => search(alone));
  return perPassage((passage) => {
    const { standing, starts } = paragraphsIn(passage);
    const all: T[] = [];
    for (let index = 0; index < standing.length; index += 1) {
      const found = find(standing[index] as Paragraph);
      if (found.length > 0)
        all.push(...found.map((one) => ({ ...one, text: passage.text, at: (starts[index] ?? 0) + one.at })));
    }
    return all;
  });
}

/** What runs on for longer than this without a stop is no sentence, and would be slow to search. */
const longest = 2000;

/** From one full stop or semicolon to the next; offsets are those of the paragraph. */
export const sentencesOf = ({ section, text }: Passage): readonly Sentence[] =>
  [...normal(text).matchAll(/[^。；;！？\n]+/g)].flatMap((match) =>
    match[0].length > longest ? [] : [{ section, text: match[0], start: match.index, passage: text }],
  );
