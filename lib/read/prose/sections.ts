import type { HeadingAsWritten } from '@/lib/report/as-written';
import { sectionIds, type SectionId } from '@/lib/statute/format';
import { candidateOf, mayBeHeading, type HeadingCandidate } from './headings';
import type { Passage } from './paragraphs';

/** A heading at its place among the passages. */
export interface PlacedHeading extends HeadingAsWritten {
  readonly index: number;
  /** Text behind it on the same line. */
  readonly rest: string;
}

/** Out of its order, a heading has to say nearly what the form says. */
const certain = 0.75;
const enough = 0.45;
const enoughWithoutNumber = 0.85;

interface Candidate extends HeadingCandidate {
  readonly index: number;
}

/**
 * The headings of the first level. Which of them begin the six sections is seen from words, numbers and order
 * together: of all ways to read them in order the one that fits best, so that another series within a section
 * (一、存在的问题 二、改进措施) begins none where the real heading stands further down.
 */
export function headingsOf(passages: readonly Passage[]): PlacedHeading[] {
  const all: Candidate[] = [];
  passages.forEach((passage, index) => {
    const candidate = candidateIn(passage);
    if (candidate !== null) all.push({ ...candidate, index });
  });
  const candidates = withoutContents(all);
  const chain = inOrder(candidates);
  const found = new Set(chain.values());
  return candidates.flatMap((candidate): PlacedHeading[] => {
    const section = chain.get(candidate) ?? outOfOrder(candidate, found);
    if (section === null && (candidate.number === null || candidate.rest !== '' || !hanNumber.test(candidate.text)))
      return [];
    const { index, text, rest } = candidate;
    return [{ section, index, text, rest }];
  });
}

/**
 * A document is gone through for its headings more than once; most of its texts show at a glance that they are none.
 */
const seen = new WeakMap<Passage, HeadingCandidate | null>();

function candidateIn(passage: Passage): HeadingCandidate | null {
  if (!mayBeHeading(passage.text)) return null;
  const known = seen.get(passage);
  if (known !== undefined) return known;
  const candidate = passage.text.length > 6000 ? null : (candidateOf(passage.text) ?? null);
  seen.set(passage, candidate);
  return candidate;
}

const hanNumber = /^第?[一二三四五六七八九十]/;

/** Weight of reading a heading as that of a section; 0 where its words do not allow it. */
function weight(candidate: Candidate, section: SectionId): number {
  const fit = candidate.fit[section];
  if (fit < (candidate.number === null ? enoughWithoutNumber : enough)) return 0;
  const own = candidate.number === sectionIds.indexOf(section) + 1 ? 0.3 : 0;
  return (
    fit +
    own +
    (candidate.number === null ? -0.2 : hanNumber.test(candidate.text) ? 0.1 : 0) +
    (candidate.rest === '' ? 0.05 : 0)
  );
}

/** The heaviest reading in which the sections follow each other in their order, each at most once. */
function inOrder(candidates: readonly Candidate[]): Map<Candidate, SectionId> {
  interface Way {
    readonly weight: number;
    readonly last: { readonly candidate: Candidate; readonly section: SectionId; readonly before: Way } | null;
  }
  const none: Way = { weight: 0, last: null };
  // best[n]: the heaviest way so far that uses no section behind the n-th.
  const best: Way[] = sectionIds.map(() => none);
  for (const candidate of candidates) {
    for (let n = sectionIds.length - 1; n >= 0; n -= 1) {
      const section = sectionIds[n];
      const gain = section === undefined ? 0 : weight(candidate, section);
      const before = n === 0 ? none : (best[n - 1] ?? none);
      if (section === undefined || gain === 0 || before.weight + gain <= (best[n] ?? none).weight) continue;
      best[n] = { weight: before.weight + gain, last: { candidate, section, before } };
    }
    for (let n = 1; n < sectionIds.length; n += 1) {
      const [before, here] = [best[n - 1] ?? none, best[n] ?? none];
      if (before.weight > here.weight) best[n] = before;
    }
  }
  const chain = new Map<Candidate, SectionId>();
  for (let way = best.at(-1); way?.last != null; way = way.last.before) chain.set(way.last.candidate, way.last.section);
  return chain;
}

/** A section that stands at the wrong place, or a second time under its own number. */
function outOfOrder(candidate: Candidate, found: ReadonlySet<SectionId>): SectionId | null {
  if (candidate.number === null) return null;
  const section = candidate.section;
  if (section === null || candidate.fit[section] < certain) return null;
  return !found.has(section) || candidate.number === sectionIds.indexOf(section) + 1 ? section : null;
}

/** A table of contents says every heading once without text between them, and then they come again. */
function withoutContents(candidates: readonly Candidate[]): Candidate[] {
  let length = 1;
  while (length < candidates.length && candidates[length]?.index === (candidates[length - 1]?.index ?? 0) + 1)
    length += 1;
  const listed = new Set(candidates.slice(0, length).map(({ section }) => section));
  const again = candidates.slice(length).filter(({ section }) => section !== null && listed.has(section));
  return length >= 3 && new Set(again.map(({ section }) => section)).size >= 3
    ? candidates.slice(length)
    : [...candidates];
}
