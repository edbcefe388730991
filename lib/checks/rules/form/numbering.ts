import { numeralOf } from '@/lib/report/prose';
import type { Report } from '@/lib/report/report';
import { sectionIds } from '@/lib/statute/format';
import { foundInSections } from '@/lib/checks/engine/in-sections';
import { ofParagraphs, paragraphsIn, perPassage } from '@/lib/checks/engine/read-before';
import { rule } from '@/lib/checks/engine/rule';
import type { Subject } from '@/lib/checks/engine/subject';
import { normal, where, type Passage } from '@/lib/checks/engine/text';

/** A number that does not follow the one before it. */
interface Break extends Passage {
  readonly at: number;
  readonly words: string;
  readonly why: string;
  /** It is the first number of its kind: the ones before it may still be unwritten. */
  readonly begins: boolean;
}

const numeral = '[一二三四五六七八九十]{1,3}';
const numbers = new Map(Array.from({ length: 99 }, (_, index) => [numeralOf(index + 1), index + 1]));

/** The three ways in which paragraphs are numbered within a section, from the outermost. */
const levels = [
  {
    mark: new RegExp(`^\\s*[（(]\\s*(${numeral})\\s*[）)]`),
    show: (n: number) => `（${numeralOf(n)}）`,
    inline: (n: number) => new RegExp(`[（(]\\s*${numeralOf(n)}\\s*[）)]`),
  },
  {
    mark: /^\s*(\d{1,2})\s*[.．、](?!\d)/,
    show: (n: number) => `${n}.`,
    inline: (n: number) => new RegExp(`(?<!\\d)${n}\\s*[.．、)）]`),
  },
  {
    mark: /^\s*[（(]\s*(\d{1,2})\s*[）)]/,
    show: (n: number) => `（${n}）`,
    inline: (n: number) => new RegExp(`[（(]\\s*${n}\\s*[）)]`),
  },
];

/** A line behind which a list may begin anew: 改进措施：. */
const introduces = /[：:]\s*$/;
const opensAnew = /问题|不足|措施|改进|整改|下一步|下步|今后|打算|做法|如下/;

/** The number at the beginning of a paragraph, the level it belongs to, and its words as they stand. */
interface Mark {
  readonly level: number;
  readonly form: (typeof levels)[number];
  readonly n: number;
  /** Offset in the paragraph. */
  readonly at: number;
  readonly words: string;
}

interface Counter {
  last: number;
  /** Where the last number stood, and whether something since then may open another list. */
  at: number;
  anew: boolean;
}

function wrong({ n, form: { show, inline } }: Mark, counter: Counter | undefined, before: () => string): string | null {
  const last = counter?.last ?? 0;
  if (n === last + 1 || (n === 1 && counter?.anew === true)) return null;
  if (n > 1 && inline(n - 1).test(before().slice(counter === undefined ? 0 : counter.at + 1)) && n - 1 !== last)
    return null;
  if (counter === undefined) return `从“${show(n)}”开始`;
  if (n <= last) return `“${show(n)}”出现在“${show(last)}”之后`;
  return `“${show(last)}”之后是“${show(n)}”`;
}

/** What a paragraph does to the numbers of its text; offsets are its own. */
interface Numbered {
  readonly mark: Mark | null;
  /** Behind it a list may begin anew. */
  readonly opens: boolean;
  /** 一是, 二是: each with its number. */
  readonly ordinals: readonly { readonly n: number; readonly at: number }[];
  /** 1、是……. */
  readonly mixed: { readonly at: number; readonly words: string } | null;
  /** （一） at its beginning: what is counted by 一是 begins anew. */
  readonly divides: boolean;
}

const ordinal = /(?:^|[。；;：:，,、）)\s])([一二三四五六七八九十])是/g;
const mixed = /(?:^|[。；;：:])\s*(\d{1,2}\s*[、.．]\s*是)(?!否|指|因|由|不)/;
const divides = /^\s*[（(][一二三四五六七八九十]+[）)]/;

const numberedIn = ofParagraphs(({ text }): Numbered => {
  const line = normal(text);
  const level = levels.findIndex(({ mark }) => mark.test(line));
  return {
    mark: markOf(line, level),
    opens: introduces.test(line) || (level < 0 && line.length <= 60 && opensAnew.test(line)),
    ordinals: [...line.matchAll(ordinal)].map((match) => ({
      n: numbers.get(match[1] ?? '') ?? 0,
      at: match.index + match[0].length - 2,
    })),
    mixed: mixedIn(line),
    divides: divides.test(line),
  };
});

function markOf(line: string, level: number): Mark | null {
  const form = levels[level];
  const match = form?.mark.exec(line);
  if (form === undefined || match == null) return null;
  const n = numbers.get(match[1] ?? '') ?? Number(match[1]);
  return Number.isInteger(n) ? { level, form, n, at: match[0].search(/\S/), words: match[0].trim() } : null;
}

function mixedIn(line: string): Numbered['mixed'] {
  const match = mixed.exec(line);
  const words = match?.[1] ?? '';
  return match === null ? null : { at: match.index + match[0].length - words.length, words };
}

/** The paragraphs of a text and where they begin. */
type Placed = readonly { readonly paragraph: Numbered; readonly start: number }[];

/** Numbers at the beginning of paragraphs. */
function brokenParagraphs({ section, text }: Passage, paragraphs: Placed): Break[] {
  const counters: (Counter | undefined)[] = [];
  const found: Break[] = [];
  for (const {
    paragraph: { mark, opens },
    start,
  } of paragraphs) {
    if (mark !== null) {
      const { level, n, at, words } = mark;
      if (counters.length > level + 1) counters.length = level + 1;
      const why = wrong(mark, counters[level], () => normal(text).slice(0, start));
      if (why !== null)
        found.push({ section, text, at: start + at, words, why, begins: counters[level] === undefined });
      counters[level] = { last: n, at: start, anew: false };
    }
    if (opens) for (const counter of counters) if (counter !== undefined) counter.anew = true;
  }
  return found;
}

/** 一是……二是……: a list within a list counts on its own. */
function brokenOrdinals({ section, text }: Passage, paragraphs: Placed): Break[] {
  const found: Break[] = [];
  let open: number[] = [];
  let from = 0;
  for (const {
    paragraph: { ordinals, divides: isDivision },
    start,
  } of paragraphs) {
    if (isDivision) [open, from] = [[], start];
    for (const { n, at } of ordinals) {
      const here = start + at;
      const level = open.findLastIndex((last) => last + 1 === n);
      if (n === 1) open.push(1);
      else if (level >= 0) open = [...open.slice(0, level), n];
      else {
        if (!isCountedOtherwise(n, normal(text).slice(from, here)))
          found.push({
            section,
            text,
            at: here,
            words: `${numeralOf(n)}是`,
            why: gapBefore(n, open.at(-1)),
            begins: open.length === 0,
          });
        open = [n];
      }
      from = here;
    }
  }
  return found;
}

/** The number before it is written in another way: 首先, 第一, 1. */
function isCountedOtherwise(n: number, between: string): boolean {
  const before = numeralOf(n - 1);
  return new RegExp(
    `${before}(?:是|要|、|，|则|来|方面)|[第其]${before}|${n - 1}[.．、]|${n === 2 ? '首先' : '此外'}`,
  ).test(between);
}

const gapBefore = (n: number, last: number | undefined): string =>
  last === undefined ? `从“${numeralOf(n)}是”开始` : `“${numeralOf(last)}是”之后是“${numeralOf(n)}是”`;

/** 1、是……: two ways of numbering in one, told once a text. */
function mixedNumbers({ section, text }: Passage, paragraphs: Placed): Break[] {
  const first = paragraphs.find(({ paragraph }) => paragraph.mixed !== null);
  if (first?.paragraph.mixed == null) return [];
  const { at, words } = first.paragraph.mixed;
  return [
    {
      section,
      text,
      at: first.start + at,
      words,
      why: `写作“${words.replace(/\s/g, '')}”，“一是”和“1.”混用`,
      begins: false,
    },
  ];
}

const breaks = perPassage((passage): readonly Break[] => {
  const { starts } = paragraphsIn(passage);
  const paragraphs = numberedIn(passage).map((paragraph, index) => ({ paragraph, start: starts[index] ?? 0 }));
  return [
    ...brokenParagraphs(passage, paragraphs),
    ...brokenOrdinals(passage, paragraphs),
    ...mixedNumbers(passage, paragraphs),
  ];
});

/** First-level headings whose number is not their own: 三、 for the fourth section. */
function misnumbered({ context, format }: Subject): Break[] {
  return (context.written?.headings ?? []).flatMap(({ section, text }): Break[] => {
    const told = new RegExp(`^\\s*(${numeral})\\s*[、.．，,]`).exec(text)?.[1];
    if (section === null || told === undefined) return [];
    const own = numeralOf(format.sections.findIndex(({ id }) => id === section) + 1);
    return told === own
      ? []
      : [{ section, text: '', at: 0, words: `${told}、`, why: `“${text.trim()}”的序号应为“${own}、”`, begins: false }];
  });
}

/** The breaks of each section, or null where it has none. */
const inSections = (counts: (found: Break) => boolean): ((report: Report) => readonly (Break | null)[]) =>
  foundInSections(sectionIds, () => (passage) => {
    if (passage.text === '') return [];
    const found = breaks(passage).filter(counts);
    return found.length === 0 ? [null] : found;
  });

const inFile = inSections(() => true);
const inDraft = inSections(({ begins }) => !begins);

export const numbering = rule<Break | null>('SEC-11', {
  source: 'GB/T 9704-2012',
  reads: 'text',
  says: '标题和条目的序号应依次连续，不重复、不跳号',
  severity: 'notice',
  note: '填报中的报告，前面的序号可能还没有写，只看后面是否连续',
  forEach: (subject) => [
    ...(subject.context.purpose === 'draft' ? inDraft : inFile)(subject.report),
    ...misnumbered(subject),
  ],
  holds: (place) => {
    if (place === null) return null;
    const { section, text, at, words, why } = place;
    return {
      title: `序号有误：${why}`,
      detail: why,
      cells: [],
      where: text === '' ? { section } : where(section, text, at, words.length),
      stated: words,
    };
  },
});
