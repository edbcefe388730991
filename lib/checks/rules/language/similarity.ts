import type { Report } from '@/lib/report/report';
import type { SectionId } from '@/lib/statute/format';
import { ofParagraphs, perPassage } from '@/lib/checks/engine/read-before';
import { rule, type Verdict } from '@/lib/checks/engine/rule';
import { passageOf, type Passage } from '@/lib/checks/engine/text';

/** The parts an agency writes itself; the others hold tables or one set sentence. */
const written = ['overview', 'problems'] as const satisfies readonly SectionId[];
type Written = (typeof written)[number];

const width = 6;
/** Shorter texts are alike by chance. */
const leastShingles = 120;
const most = 0.8;
/** One in so many shingles is looked at first. */
const sampled = 8;

/** A text as the set of all its runs of six Chinese characters, hashed. */
interface Shingles {
  readonly all: ReadonlySet<number>;
  /** Some of them, the same in every text that has them: enough to see that two texts have little in common. */
  readonly sample: readonly number[];
}

const charactersOf = (text: string): string => text.replace(/[^\u4e00-\u9fff]/g, '');
const charactersIn = ofParagraphs(({ text }) => charactersOf(text));

function shinglesOf(characters: string): Shingles {
  const all = new Set<number>();
  for (let at = 0; at + width <= characters.length; at += 1) {
    let hash = 0x811c9dc5;
    for (let offset = 0; offset < width; offset += 1)
      hash = Math.imul(hash ^ characters.charCodeAt(at + offset), 0x01000193);
    all.add((hash ^ (hash >>> 15)) >>> 0);
  }
  return { all, sample: [...all].filter((hash) => hash % sampled === 0) };
}

/** Reports that others are held against do not change, so each is cut up once. */
const remembered = new WeakMap<Report, Readonly<Record<Written, Shingles>>>();

function ofReport(report: Report): Readonly<Record<Written, Shingles>> {
  const known = remembered.get(report);
  if (known !== undefined) return known;
  const made = {
    overview: shinglesOf(charactersOf(report.sections.overview ?? '')),
    problems: shinglesOf(charactersOf(report.sections.problems ?? '')),
  };
  remembered.set(report, made);
  return made;
}

const last = new Map<Passage['section'], { readonly characters: readonly string[]; readonly shingles: Shingles }>();

/** Another figure in a sentence leaves its characters as they were. */
const ofPassage = perPassage((passage): Shingles => {
  const characters = charactersIn(passage);
  const before = last.get(passage.section);
  if (before?.characters.length === characters.length && characters.every((some, at) => some === before.characters[at]))
    return before.shingles;
  const shingles = shinglesOf(characters.join(''));
  last.set(passage.section, { characters, shingles });
  return shingles;
});

type Index = ReadonlyMap<number, readonly Report[]>;

/** For a round of reports, which of them have a sampled shingle: made once for the list. */
const indexed = new WeakMap<readonly Report[], Readonly<Record<Written, Index>>>();

function indexOf(reports: readonly Report[]): Readonly<Record<Written, Index>> {
  const known = indexed.get(reports);
  if (known !== undefined) return known;
  const made = { overview: new Map<number, Report[]>(), problems: new Map<number, Report[]>() };
  for (const report of reports) {
    for (const section of written) {
      for (const hash of ofReport(report)[section].sample) {
        const having = made[section].get(hash);
        if (having === undefined) made[section].set(hash, [report]);
        else having.push(report);
      }
    }
  }
  indexed.set(reports, made);
  return made;
}

/** The reports that may hold most of a text, told by its sample. */
function candidates(section: Written, { sample }: Shingles, others: readonly Report[]): Report[] {
  const index = indexOf(others)[section];
  const counts = new Map<Report, number>();
  for (const hash of sample)
    for (const report of index.get(hash) ?? []) counts.set(report, (counts.get(report) ?? 0) + 1);
  return [...counts].filter(([, count]) => count >= sample.length * (most / 2)).map(([report]) => report);
}

/** The share of one text that stands in the other as well, 0 to 1; 0 as soon as it cannot be more than `most`. */
function shareIn(text: Shingles, other: Shingles): number {
  const { size } = text.all;
  let strange = 0;
  for (const hash of text.all) {
    if (!other.all.has(hash)) strange += 1;
    if (size - strange <= size * most) return 0;
  }
  return (size - strange) / size;
}

const none: readonly Report[] = [];

interface Alike {
  readonly other: Report;
  readonly share: number;
}

/** The reports of which a text has most of its characters, most alike first. */
function alikeTo(section: Written, text: Shingles, last: Report | null, others: readonly Report[]): Alike[] {
  const near = new Set([...(last === null ? none : [last]), ...candidates(section, text, others)]);
  return [...near]
    .map((other) => ({ other, share: shareIn(text, ofReport(other)[section]) }))
    .filter(({ share }) => share > most)
    .sort((a, b) => b.share - a.share);
}

interface Held {
  readonly text: Shingles;
  readonly last: Report | null;
  readonly others: readonly Report[];
  readonly alike: readonly Alike[];
}

/** What each part was last held against: while figures are typed its characters stand. */
const held = new Map<Written, Held>();

function heldAgainst(
  section: Written,
  text: Shingles,
  last: Report | null,
  others: readonly Report[],
): readonly Alike[] {
  const before = held.get(section);
  if (before?.text === text && before.last === last && before.others === others) return before.alike;
  const alike = alikeTo(section, text, last, others);
  held.set(section, { text, last, others, alike });
  return alike;
}

export const copied = rule('SEC-13', {
  source: '国办公开办函〔2021〕30号：内容雷同、敷衍的要问责',
  says: '总体情况、问题和改进应写本机关本年度的情况，不应照抄上年或别处的报告',
  severity: 'notice',
  note: '一部分有八成以上文字相同时',
  reads: written,
  forEach: () => written,
  holds: (section, subject): Verdict => {
    const { report, context } = subject;
    const others = context.others ?? none;
    if (context.last === null && others.length === 0) return { why: '没有可以对照的报告', cells: [] };
    const text = ofPassage(passageOf(report, section));
    if (text.all.size < leastShingles) return null;
    const alike = heldAgainst(section, text, context.last, others).filter(
      ({ other }) => other.agency !== report.agency || other.year !== report.year,
    );
    const [first] = alike;
    if (first === undefined) return null;
    const percent = Math.floor(first.share * 100);
    const name =
      first.other.agency === report.agency
        ? `本机关${first.other.year}年`
        : `${first.other.agency}${first.other.year}年`;
    const more = alike.length > 1 ? `；另有 ${alike.length - 1} 份也相同八成以上` : '';
    return {
      title: `${percent}% 的文字与${name}报告相同`,
      detail: `“${subject.format.sections.find(({ id }) => id === section)?.title ?? ''}”有 ${percent}% 的文字与${name}报告的这一部分相同${more}`,
      cells: [],
      where: { section },
      stated: `${percent}%`,
      expected: '不超过 80%',
      suggestion: '请写本年度实际做的工作和存在的问题',
    };
  },
});
