import type { SectionId } from '../statute/format';
import type { CellId } from '../statute/table';
import type { Severity } from './finding';
import type { Breach } from './rule';
import type { Subject } from './subject';
import { perPassage, sentencesOf, where, type Sentence } from './text';

/** A statement of the prose that can be held against the tables. */
export interface Claim {
  readonly sentence: Sentence;
  /** Offset within the sentence. */
  readonly at: number;
  readonly words: string;
  /** The number it states; null where it states none. */
  readonly number: number | null;
  readonly groups: Readonly<Record<string, string | undefined>>;
}

export interface Pattern {
  /** Global; a number is in the group `n` (or `m`, for another order of the words). */
  readonly find: RegExp;
  /** The sentence must have this … */
  readonly within?: RegExp;
  /** … and none of these, nor may the words themselves. */
  readonly without?: RegExp;
  readonly accept?: (claim: Claim) => boolean;
}

/** Where an author tells of the year's work. Section five may speak of other years. */
const told: readonly SectionId[] = ['overview', 'disclosure', 'applications', 'remedies'];

const inExact = /^\s*(?:[余多]|万|左右)/;
const about = /(?:约|近|超过?|逾|至少|不足)\s*$/;

/** The claims of a kind in a report's prose; each text is searched once. */
export function claims({ find, within, without, accept }: Pattern): (subject: Subject) => readonly Claim[] {
  const search = perPassage((passage): readonly Claim[] =>
    sentencesOf(passage).flatMap((sentence) => {
      if (within?.test(sentence.text) === false || without?.test(sentence.text) === true) return [];
      return [...sentence.text.matchAll(find)].flatMap((match): Claim[] => {
        const groups = match.groups ?? {};
        const digits = groups.n ?? groups.m;
        const claim = { sentence, at: match.index, words: match[0], number: digits === undefined ? null : Number(digits), groups };
        return digits !== undefined && !isExact(claim, digits) ? [] : accept === undefined || accept(claim) ? [claim] : [];
      });
    }),
  );
  return ({ report }) =>
    told
      .flatMap((section) => search({ section, text: report.sections[section] ?? '' }))
      .filter((claim) => !isOfAnotherYear(claim, report.year));
}

function isExact({ sentence: { text }, at, words }: Claim, digits: string): boolean {
  const start = at + words.indexOf(digits);
  return !inExact.test(text.slice(start + digits.length)) && !about.test(text.slice(0, start)) && digits.length < 13;
}

/** What stands before the claim in its sentence. */
export const before = ({ sentence, at }: Claim): string => sentence.text.slice(0, at);

/** What stands after the claim, up to the next comma. */
export const tail = ({ sentence, at, words }: Claim): string => /^[^，,]*/.exec(sentence.text.slice(at + words.length))?.[0] ?? '';

/** A part of a number already given: 其中……. */
export const isPart = (claim: Claim): boolean => /其中|包括|（[^）]*$/.test(before(claim));

const otherYear = /上一?年度?|去年|往年|历年|近[两二三四五几\d]+年|同期|以来|累计至/;

function isOfAnotherYear(claim: Claim, year: number): boolean {
  const words = before(claim) + claim.words;
  const years = [...words.matchAll(/(20\d\d)\s*年/g)].map((match) => Number(match[1]));
  return otherYear.test(before(claim)) || (years.length > 0 && !years.includes(year) && !years.includes(year + 1));
}

const whole = /全[省市区县州旗域镇乡]|各级|各部门/;

/**
 * A government's tables count the whole region, its prose often its office alone; such a difference is worth a look,
 * not a reason (checks.md, false positives).
 */
export function weigh({ sentence }: Claim, subject: Subject): Severity {
  return subject.context.kind === 'government' && !whole.test(sentence.text) ? 'notice' : 'warning';
}

export const whereIs = ({ sentence: { section, passage, start }, at, words }: Claim): Breach['where'] => where(section, passage, start + at, words.length);

/** A claim that does not fit a figure of the tables. */
export function contradicts(claim: Claim, subject: Subject, against: { cell: CellId; cells?: readonly CellId[]; name: string; value: number }): Breach {
  const { cell, cells, name, value } = against;
  const difference = claim.number === null ? null : Math.abs(claim.number - value);
  return {
    title: claim.number === null ? `正文写“${claim.words}”，${name}是 ${value}` : `正文写 ${claim.number}，${name}是 ${value}`,
    detail: `正文写“${claim.words}”，${name}是 ${value}${difference === null ? '' : `，相差 ${difference}`}`,
    cells: cells ?? [cell],
    where: whereIs(claim),
    stated: claim.number === null ? claim.words : String(claim.number),
    expected: String(value),
    ...(difference !== null && { difference: String(difference) }),
    severity: weigh(claim, subject),
    suggestion: '请核对正文与表格，或在正文引用表中的数字',
  };
}
