import { sectionIds } from '@/lib/statute/format';
import { formatById } from '@/lib/statute/formats';
import type { CellId } from '@/lib/statute/table';
import { difference, type Piece } from './difference';
import { insertsOf, type PlacedInsert } from './insert';
import { paragraphsOfText } from './prose';
import type { Place, Report } from './report';

/** A cell whose value is another one; null is blank. */
export interface CellDifference {
  readonly cell: CellId;
  readonly before: string | null;
  readonly after: string | null;
}

/** A paragraph, or a picture or table in its place, that was changed, added or removed. */
export interface TextDifference {
  readonly place: Place | 'title';
  /** 1, 2, … within its place: in the later report, for a removed one in the earlier. */
  readonly paragraph: number;
  readonly is: 'changed' | 'added' | 'removed';
  readonly pieces: readonly Piece[];
}

export interface Differences {
  /** In the order of the form. */
  readonly cells: readonly CellDifference[];
  /** In reading order. */
  readonly texts: readonly TextDifference[];
}

/**
 * Everything in which a later version of a report differs from an earlier one: cell by cell, paragraph by paragraph.
 * The day it is signed on is another one in every version and is no difference.
 */
export function differences(before: Report, after: Report): Differences {
  const cells = (formatById(after.format)?.cells ?? []).flatMap(({ id }): CellDifference[] => {
    const [was, is] = [before.cells[id] ?? null, after.cells[id] ?? null];
    return was === is ? [] : [{ cell: id, before: was, after: is }];
  });
  const texts = [
    ...textDifferences('title', [before.title], [after.title]),
    ...(['preamble', ...sectionIds] as const).flatMap((place) =>
      textDifferences(place, paragraphsAt(before, place), paragraphsAt(after, place)),
    ),
  ];
  return { cells, texts };
}

/** Whether two reports say the same. */
export function isSame({ cells, texts }: Differences): boolean {
  return cells.length === 0 && texts.length === 0;
}

/** What stands at a place, in reading order; pictures and tables in words. */
function paragraphsAt(report: Report, place: Place): string[] {
  const texts = paragraphsOfText(place === 'preamble' ? report.preamble : (report.sections[place] ?? ''));
  const inserts = insertsOf(report.inserts, place);
  const before = (at: number): string[] => inserts.filter((insert) => insert.at === at).map(worded);
  const last = inserts.filter((insert) => insert.at >= texts.length).map(worded);
  return [...texts.flatMap((text, at) => [...before(at), text]), ...last];
}

/** Two pictures with the same description are told apart by their bytes. */
function worded(insert: PlacedInsert): string {
  if ('picture' in insert) return `〔图片：${insert.picture.alt}，校验值 ${insert.picture.sha256.slice(0, 8)}〕`;
  return `〔表格：${insert.table.caption}〕${insert.table.rows.map((row) => row.join('，')).join('；')}`;
}

/** Two paragraphs less alike than this are one that was removed and one that was added. */
const leastLikeness = 0.35;
/** Above this many pairs only paragraphs that are the same are paired, so that no text can stall a publication. */
const mostPairs = 40_000;

function textDifferences(
  place: TextDifference['place'],
  before: readonly string[],
  after: readonly string[],
): TextDifference[] {
  return aligned(before, after).flatMap(([from, to]): TextDifference[] => {
    const [was, is] = [from === null ? undefined : before[from], to === null ? undefined : after[to]];
    if (was !== undefined && is !== undefined) {
      return was === is ? [] : [{ place, paragraph: (to ?? 0) + 1, is: 'changed', pieces: difference(was, is) }];
    }
    if (is !== undefined) return [{ place, paragraph: (to ?? 0) + 1, is: 'added', pieces: [{ is: 'new', text: is }] }];
    return [{ place, paragraph: (from ?? 0) + 1, is: 'removed', pieces: [{ is: 'gone', text: was ?? '' }] }];
  });
}

type Pair = readonly [number | null, number | null];

/** Which paragraph became which, in reading order; what begins and ends alike is the same. */
function aligned(before: readonly string[], after: readonly string[]): Pair[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  const same = (from: number, to: number, count: number): Pair[] =>
    Array.from({ length: count }, (_, index): Pair => [from + index, to + index]);
  const between = paired(before.slice(head, before.length - tail), after.slice(head, after.length - tail));
  return [
    ...same(0, 0, head),
    ...between.map(([from, to]): Pair => [from === null ? null : from + head, to === null ? null : to + head]),
    ...same(before.length - tail, after.length - tail, tail),
  ];
}

/** The pairing, in order, under which most stays alike. */
function paired(before: readonly string[], after: readonly string[]): Pair[] {
  const width = after.length + 1;
  const best = new Float64Array((before.length + 1) * width);
  const at = (i: number, j: number): number => best[i * width + j] ?? 0;
  const many = before.length * after.length > mostPairs;
  const others = many ? [] : after.map(bigramsOf);
  const worths = before.map((was) => {
    const own = many ? new Map<string, number>() : bigramsOf(was);
    return after.map((is, j) => {
      if (was === is) return 1;
      const alike = likeness(own, was.length, others[j] ?? new Map<string, number>(), is.length);
      return alike < leastLikeness ? -1 : alike;
    });
  });
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      best[i * width + j] = Math.max(at(i + 1, j), at(i, j + 1), at(i + 1, j + 1) + (worths[i]?.[j] ?? -1));
    }
  }
  const result: Pair[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const value = worths[i]?.[j] ?? -1;
    if (value > 0 && at(i, j) === at(i + 1, j + 1) + value) result.push([i++, j++]);
    else if (i < before.length && (j >= after.length || at(i, j) === at(i + 1, j))) result.push([i++, null]);
    else result.push([null, j++]);
  }
  return result;
}

function bigramsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (let at = 0; at + 1 < text.length; at += 1)
    counts.set(text.slice(at, at + 2), (counts.get(text.slice(at, at + 2)) ?? 0) + 1);
  return counts;
}

/** How much of two texts is the same, 0 to 1, by the pairs of characters they share (Dice). */
function likeness(
  a: ReadonlyMap<string, number>,
  length: number,
  b: ReadonlyMap<string, number>,
  other: number,
): number {
  let shared = 0;
  for (const [pair, count] of a) shared += Math.min(count, b.get(pair) ?? 0);
  return shared === 0 ? 0 : (2 * shared) / (length + other - 2);
}
