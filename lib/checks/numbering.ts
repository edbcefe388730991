import { numeralOf } from '../report/prose';
import { sectionIds } from '../statute/format';
import { perPassage } from './read-before';
import { rule } from './rule';
import type { Subject } from './subject';
import { normal, where, type Passage } from './text';

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
  { mark: new RegExp(`^\\s*[（(]\\s*(${numeral})\\s*[）)]`), show: (n: number) => `（${numeralOf(n)}）`, inline: (n: number) => new RegExp(`[（(]\\s*${numeralOf(n)}\\s*[）)]`) },
  { mark: /^\s*(\d{1,2})\s*[.．、](?!\d)/, show: (n: number) => `${n}.`, inline: (n: number) => new RegExp(`(?<!\\d)${n}\\s*[.．、)）]`) },
  { mark: /^\s*[（(]\s*(\d{1,2})\s*[）)]/, show: (n: number) => `（${n}）`, inline: (n: number) => new RegExp(`[（(]\\s*${n}\\s*[）)]`) },
];

/** A line behind which a list may begin anew: 改进措施：. */
const introduces = /[：:]\s*$/;
const opensAnew = /问题|不足|措施|改进|整改|下一步|下步|今后|打算|做法|如下/;

interface Counter {
  last: number;
  /** Where the last number stood, and whether something since then may open another list. */
  at: number;
  anew: boolean;
}

function wrong(n: number, counter: Counter | undefined, before: string, show: (n: number) => string, inline: (n: number) => RegExp): string | null {
  const last = counter?.last ?? 0;
  if (n === last + 1 || (n === 1 && counter?.anew === true)) return null;
  if (n > 1 && inline(n - 1).test(before.slice(counter === undefined ? 0 : counter.at + 1)) && n - 1 !== last) return null;
  if (counter === undefined) return `从“${show(n)}”开始`;
  if (n <= last) return `“${show(n)}”出现在“${show(last)}”之后`;
  return `“${show(last)}”之后是“${show(n)}”`;
}

/** Numbers at the beginning of paragraphs. */
function brokenParagraphs({ section, text }: Passage): Break[] {
  const bare = normal(text);
  const counters: (Counter | undefined)[] = [];
  const found: Break[] = [];
  for (const line of bare.matchAll(/[^\n]+/g)) {
    const level = levels.findIndex(({ mark }) => mark.test(line[0]));
    const form = levels[level];
    const match = form?.mark.exec(line[0]);
    const n = match == null ? undefined : (numbers.get(match[1] ?? '') ?? Number(match[1]));
    if (form !== undefined && match != null && n !== undefined && Number.isInteger(n)) {
      counters.length = Math.min(counters.length, level + 1);
      const why = wrong(n, counters[level], bare.slice(0, line.index), form.show, form.inline);
      if (why !== null) found.push({ section, text, at: line.index + match[0].search(/\S/), words: match[0].trim(), why, begins: counters[level] === undefined });
      counters[level] = { last: n, at: line.index, anew: false };
    }
    const opens = introduces.test(line[0]) || (level < 0 && line[0].length <= 60 && opensAnew.test(line[0]));
    if (opens) for (const counter of counters) if (counter !== undefined) counter.anew = true;
  }
  return found;
}

const ordinal = /(?:^|[。；;：:，,、）)\s])([一二三四五六七八九十])是/g;

/** 一是……二是……: a list within a list counts on its own. */
function brokenOrdinals({ section, text }: Passage): Break[] {
  const found: Break[] = [];
  let start = 0;
  for (const part of normal(text).split(/\n(?=\s*[（(][一二三四五六七八九十]+[）)])/)) {
    const begins = start;
    start += part.length + 1;
    let open: number[] = [];
    let from = 0;
    for (const match of part.matchAll(ordinal)) {
      const n = numbers.get(match[1] ?? '') ?? 0;
      const level = open.findLastIndex((last) => last + 1 === n);
      const between = part.slice(from, match.index + 1);
      const at = match.index + match[0].length - 2;
      from = at;
      if (n === 1) open.push(1);
      else if (level >= 0) open = [...open.slice(0, level), n];
      else {
        const before = numeralOf(n - 1);
        const otherwise = new RegExp(`${before}(?:是|要|、|，|则|来|方面)|[第其]${before}|${n - 1}[.．、]|${n === 2 ? '首先' : '此外'}`);
        if (!otherwise.test(between)) {
          const last = open.at(-1);
          const why = last === undefined ? `从“${numeralOf(n)}是”开始` : `“${numeralOf(last)}是”之后是“${numeralOf(n)}是”`;
          found.push({ section, text, at: begins + at, words: `${numeralOf(n)}是`, why, begins: last === undefined });
        }
        open = [n];
      }
    }
  }
  return found;
}

const mixed = /(?:^|[。；;：:\n])\s*(\d{1,2}\s*[、.．]\s*是)(?!否|指|因|由|不)/;

/** 1、是……: two ways of numbering in one, told once a text. */
function mixedNumbers({ section, text }: Passage): Break[] {
  const match = mixed.exec(normal(text));
  if (match === null) return [];
  const words = match[1] ?? '';
  return [{ section, text, at: match.index + match[0].length - words.length, words, why: `写作“${words.replace(/\s/g, '')}”，“一是”和“1.”混用`, begins: false }];
}

const breaks = perPassage((passage): readonly Break[] => [...brokenParagraphs(passage), ...brokenOrdinals(passage), ...mixedNumbers(passage)]);

/** First-level headings whose number is not their own: 三、 for the fourth section. */
function misnumbered({ context, format }: Subject): Break[] {
  return (context.written?.headings ?? []).flatMap(({ section, text }): Break[] => {
    const told = new RegExp(`^\\s*(${numeral})\\s*[、.．，,]`).exec(text)?.[1];
    if (section === null || told === undefined) return [];
    const own = numeralOf(format.sections.findIndex(({ id }) => id === section) + 1);
    return told === own ? [] : [{ section, text: '', at: 0, words: `${told}、`, why: `“${text.trim()}”的序号应为“${own}、”`, begins: false }];
  });
}

export const numbering = rule<Break | null>('SEC-11', {
  source: 'GB/T 9704-2012',
  reads: 'text',
  says: '标题和条目的序号应依次连续，不重复、不跳号',
  severity: 'notice',
  note: '填报中的报告，前面的序号可能还没有写，只看后面是否连续',
  forEach: (subject) => {
    const draft = subject.context.purpose === 'draft';
    return [
      ...sectionIds.flatMap((section): readonly (Break | null)[] => {
        const text = subject.report.sections[section] ?? '';
        if (text === '') return [];
        const found = breaks({ section, text }).filter(({ begins }) => !(draft && begins));
        return found.length === 0 ? [null] : found;
      }),
      ...misnumbered(subject),
    ];
  },
  holds: (place) => {
    if (place === null) return null;
    const { section, text, at, words, why } = place;
    return { title: `序号有误：${why}`, detail: why, cells: [], where: text === '' ? { section } : where(section, text, at, words.length), stated: words };
  },
});
