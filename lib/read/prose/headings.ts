import { sectionIds, type SectionId } from '@/lib/statute/format';
import { formats } from '@/lib/statute/formats';
import { linesOf } from '@/lib/statute/table';

/** A heading of the first level as a document has it. */
export interface Heading {
  /** Which of the six by its words; null where it is another. */
  readonly section: SectionId | null;
  /** As it stands, with its number. */
  readonly text: string;
  /** Text that runs on behind the heading on the same line; empty where there is none. */
  readonly rest: string;
}

/** A heading with how well it fits each of the six: 1 is word for word. */
export interface HeadingCandidate extends Heading {
  readonly fit: Readonly<Record<SectionId, number>>;
  /** The number before it, 1 to 99; null where there is none. */
  readonly number: number | null;
}

/** Word for word apart from printing, or with words left out and put in; below, another heading. */
const enough = 0.45;
/** Without a number a line has to say nearly the same as the form. */
const enoughWithoutNumber = 0.85;
/** With a comma inside, a line is a sentence rather than a heading. */
const nearly = 0.75;
/** No heading of the first level is longer, in characters without blanks. */
const longest = 40;

const titles = sectionIds.map((id, index) => {
  const title = formats[0]?.sections[index]?.title ?? '';
  return { id, words: wordsOf(title), pairs: pairsOf(wordsOf(title)) };
});

/** Words only such a heading has, for headings worded freely (当前工作存在的不足和下一步打算). */
const signs: Readonly<Record<SectionId, RegExp>> = {
  overview: /^(?:工作|年度|政府信息公开工作)?(?:总体|基本|整体)(?:工作)?(?:情况|概况|概述)$|^概述$/,
  disclosure: /^(?:法定)?主动公开(?:的)?(?:政府)?(?:信息)?(?:的)?(?:有关|具体)?情况$/,
  applications:
    /(?:收到|受理|处理|办理).{0,6}(?:信息公开)?申请|^(?:政府信息)?依?申请公开(?:政府信息)?(?:办理|处理)?(?:的)?情况$/,
  remedies: /行政复议|行政诉讼/,
  problems:
    /(?:问题|不足|困难).{0,12}(?:改进|措施|整改|打算|计划|安排|对策|方向)|^(?:当前|工作中)?存在(?:的)?(?:主要)?(?:问题|不足)/,
  other:
    /^(?:其它|其他|其余)?(?:需要|需|应当|应)(?:要)?(?:报告|说明|公开)|^(?:其它|其他)(?:有关)?(?:报告)?(?:的)?(?:事项|情况)/,
};

const twoHan = /\p{Script=Han}[^]*\p{Script=Han}/u;
const numerals = '一二三四五六七八九十';
const numbered =
  /^(?:第([一二三四五六七八九十]{1,3})(?:部分|章)[、．.，,：:]?|([一二三四五六七八九十]{1,3})(?:[、．.，,：:﹑]|(?=[\s\u3000]))|(\d{1,2})(?:[、．.]|(?=[\s\u3000])))[\s\u3000]*/;

/** Labels of table three are numbered like headings: 一、本年新收政府信息公开申请数量. */
const rowLabels = [
  ...new Set(
    formats.flatMap(({ tables }) =>
      tables.applications.blocks.flatMap((block) =>
        linesOf(block.rows).flatMap(({ labels }) => labels.slice(0, 1).map(wordsOf)),
      ),
    ),
  ),
].map(pairsOf);

function isRowLabel(words: string): boolean {
  const pairs = pairsOf(words);
  return words.length <= longest && rowLabels.some((label) => alike(pairs, label) >= 0.7);
}

/**
 * Whether a line is a heading of the first level (一、……): which of the six it is by its words, null where it is
 * another; undefined when the line is no such heading. `rest` is text that runs on behind the heading on the same line.
 */
export function headingOf(line: string): Heading | undefined {
  const candidate = candidateOf(line);
  if (candidate === undefined) return undefined;
  return { section: candidate.section, text: candidate.text, rest: candidate.rest };
}

const formEnding = /情况|事项|概述|概况/;
/** What `numbered` begins with. */
const numbering = /^[\s\u3000\u200b\ufeff]*[第一二三四五六七八九十\d]/;

/**
 * A glance: false for figures, most cells of a table, and paragraphs without a number or the word that headings end
 * with.
 */
export const mayBeHeading = (line: string): boolean =>
  (numbering.test(line) || formEnding.test(line)) && twoHan.test(line);

/** As `headingOf`, with how well the line fits each section; the order of the whole document then decides. */
export function candidateOf(line: string): HeadingCandidate | undefined {
  if (line.length > 20_000 || !mayBeHeading(line)) return undefined;
  const known = printed.get(line);
  return known === undefined ? judged(line) : (known ?? undefined);
}

function judged(line: string): HeadingCandidate | undefined {
  const text = trimmed(line);
  const mark = numbered.exec(text.slice(0, 12));
  const number = mark === null ? null : numberOf(mark[1] ?? mark[2] ?? mark[3] ?? '');
  // Without a number it must say nearly what the form says, and the form's own headings all end so.
  if (number === null && !formEnding.test(text)) return undefined;
  const start = mark?.[0].length ?? 0;
  const cut = cutOf(text, start);
  if (cut === null) return undefined;
  const heading = trimmed(text.slice(0, cut.end));
  if (number === null && !/(?:情况|事项|概述|概况)[：:。]?$/.test(heading)) return undefined;
  const rest = trimmed(text.slice(cut.end).replace(/^[\s\u3000]*[：:。．][\s\u3000]*/, ''));
  if (isRowLabel(wordsOf(heading))) return undefined;
  const fit = fitsOf(text.slice(start, cut.end));
  const best = sectionIds.reduce((a, b) => (fit[b] > fit[a] ? b : a));
  const section = fit[best] >= (number === null ? enoughWithoutNumber : enough) ? best : null;
  if (section === null && (rest !== '' || mark === null || mark[3] !== undefined || !standsAlone(heading)))
    return undefined;
  return { section, text: heading, rest, fit, number };
}

/** Where the heading ends: at the end of a short line, or before the text that runs on. */
function cutOf(text: string, start: number): { end: number } | null {
  const exact = exactEnd(text, start);
  if (exact !== null) return { end: exact };
  const words = text.slice(start, start + 3 * longest);
  const stop = /[。；;！？!?]|[：:](?=.)/.exec(words.replace(/[。：:；;]$/, ''));
  if (text.length - start <= longest && stop === null && (!/[，,]/.test(words) || fitOf(words) >= nearly))
    return { end: text.length };
  const gap = /[：:。]|[\s\u3000]{1,}(?=\S)/.exec(words);
  if (gap === null || gap.index > longest) return null;
  return fitOf(words.slice(0, gap.index)) >= enough ? { end: start + gap.index } : null;
}

/** What may follow directly on a heading that is the form's own, word for word: 六、其他需要报告的事项本年度没有……. */
const mayFollow = /^(?:[：:。\s\u3000（(0-9０-９]|二[〇○零]|[无没暂本我截按根全未今])/;

function exactEnd(text: string, start: number): number | null {
  for (const { words } of titles) {
    let at = start;
    let matched = 0;
    while (at < text.length && matched < words.length) {
      const character = text.charAt(at);
      if (character === words.charAt(matched)) matched += 1;
      else if (!/[\s、，,·]/.test(character)) break;
      at += 1;
    }
    if (matched === words.length && mayFollow.test(text.slice(at, at + 2))) return at;
  }
  return null;
}

function fitsOf(heading: string): Record<SectionId, number> {
  const words = wordsOf(heading);
  const pairs = pairsOf(words);
  const fits: Record<SectionId, number> = {
    overview: 0,
    disclosure: 0,
    applications: 0,
    remedies: 0,
    problems: 0,
    other: 0,
  };
  for (const { id, pairs: title } of titles) {
    const fit = alike(pairs, title);
    fits[id] = fit < 0.7 && signs[id].test(words) ? 0.7 : fit;
  }
  return fits;
}

const fitOf = (heading: string): number => Math.max(...Object.values(fitsOf(heading)));

/** Han and digits alone, without the number in front. */
function wordsOf(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/^第?[一二三四五六七八九十]{1,3}(?:部分|、)/, '')
    .replace(/[^\p{Script=Han}\d]/gu, '');
}

/** A text's pairs of neighbouring characters, each with how often it stands there. */
interface Pairs {
  readonly text: string;
  readonly counts: ReadonlyMap<number, number>;
}

function pairsOf(text: string): Pairs {
  const counts = new Map<number, number>();
  for (let i = 0; i + 1 < text.length && i < 4 * longest; i += 1) {
    const pair = text.charCodeAt(i) * 0x10000 + text.charCodeAt(i + 1);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return { text, counts };
}

/** Dice's coefficient over pairs of neighbouring characters: 1 for the same words, 0 for none in common. */
function alike(a: Pairs, b: Pairs): number {
  if (a.text === b.text) return 1;
  if (a.text.length < 2 || b.text.length < 2 || a.text.length > 4 * longest) return 0;
  let common = 0;
  for (const [pair, count] of b.counts) common += Math.min(count, a.counts.get(pair) ?? 0);
  return (2 * common) / (a.text.length + b.text.length - 2);
}

/** A heading of a series of its own (一、存在的问题): short, and no sentence. */
const standsAlone = (heading: string): boolean =>
  heading.length <= 30 &&
  !/[。；，,！？：:]/.test(heading.replace(/[。：:]$/, '')) &&
  /\p{Script=Han}{2}/u.test(heading) &&
  !/\s\d+$/.test(heading);

function numberOf(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  const [tens, ones] = text.includes('十') ? text.split('十') : ['0', text];
  const value = (part: string | undefined, empty: number): number =>
    part === undefined || part === '' ? empty : part === '0' ? 0 : numerals.indexOf(part) + 1;
  return value(tens, 1) * 10 + value(ones, 0);
}

const trimmed = (text: string): string => text.replace(/^[\s\u3000\u200b\ufeff]+|[\s\u3000\u200b]+$/g, '');

/** What the form itself prints, headings and labels, judged once. */
const printed: ReadonlyMap<string, HeadingCandidate | null> = new Map(
  formats
    .flatMap(({ sections, tables }) => [
      ...sections.map(({ title }) => title),
      ...Object.values(tables).flatMap(({ blocks }) =>
        blocks.flatMap(({ rows, columns }) => [...linesOf(rows), ...linesOf(columns)].flatMap(({ labels }) => labels)),
      ),
    ])
    .map((text) => [text, judged(text) ?? null]),
);
