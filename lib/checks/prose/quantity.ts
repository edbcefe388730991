/** A number of the prose with the unit it counts in. */
export interface Quantity {
  readonly value: number;
  /** 件, 条, 元, %, 个百分点; as written. */
  readonly unit: string;
  /** False for 约397条, 140多篇, 18万余条: such a number is held against nothing. */
  readonly exact: boolean;
  /** Decimal places shown. */
  readonly places: number;
  /** UTF-16 offsets within the sentence. */
  readonly start: number;
  readonly end: number;
  /** As written, with the words that make it inexact: 约397条. */
  readonly text: string;
}

/** Spans of time are no quantities: 20个工作日, 3个月. */
const units =
  '人次|件次|场次|批次|条次|万元|亿元|个百分点|条|件|篇|次|份|期|项|宗|场|起|部|册|户|例|笔|则|批|封|幅|张|元|家|人|名|位|处|台|套|组|%|％|个(?!月|工作日|季度|年|小时|自然日|日|多?星期|周)';
const countedInHan =
  '人次|条|件|篇|次(?!性)|份|期|项|宗|场|起|部|册|例|则|封|个(?!月|工作日|季度|年|小时|自然日|日|星期|周|方面|环节|部分|层面|多)';

const arabic = String.raw`(?<![\d.〔\[A-Za-z第-])(?<digits>\d{1,3}(?:[, \u2009\u202f]\d{3})+(?!\d)|\d{1,14})(?<decimals>\.\d+)?\s*(?<more>余|多|几)?\s*(?:(?<myriad>[万亿](?!元)|[百千](?!分))(?<odd>余|多)?)?\s*(?<unit>${units})(?<around>左右|以上|以内|上下|余|多(?!件|条|次|种|项|元|渠|方|个))?`;
const han = `(?<![第每任同某这那哪几数零〇一二三四五六七八九十百千万两])(?<han>[零〇一二三四五六七八九十百千两]+)(?<hanMore>余|多|几)?(?<hanUnit>${countedInHan})(?!事(?!项))`;
const number = new RegExp(`${arabic}|${han}`, 'g');
const about = /(?:大约|约|将近|接近|近|超过?|逾|至少|不足|不少于|不低于|突破|高达|共达?近)了?\s*$/;

const digitsOfHan = '零一二三四五六七八九';
const scales: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** 十二 is 12, 一百零三 is 103; null for what is no numeral (三四, 一一). */
export function numberInHan(words: string): number | null {
  let sum = 0;
  let digit: number | null = null;
  for (const char of words.replaceAll('〇', '零').replaceAll('两', '二')) {
    const scale = scales[char];
    if (scale !== undefined) {
      sum += (digit ?? 1) * scale;
      digit = null;
    } else if (char !== '零') {
      if (digit !== null) return null;
      digit = digitsOfHan.indexOf(char);
    }
  }
  return words === '零' || sum + (digit ?? 0) > 0 ? sum + (digit ?? 0) : null;
}

const large: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 };

/** Every number with a unit in a sentence, in its order. */
export function quantitiesIn(sentence: string): Quantity[] {
  return [...sentence.matchAll(number)].flatMap((match): Quantity[] => {
    const { digits, decimals = '', more, myriad, odd, unit, around, han: words, hanMore, hanUnit } = match.groups ?? {};
    const value =
      words === undefined
        ? Number((digits ?? '').replaceAll(/[^\d]/g, '') + decimals) * (large[myriad ?? ''] ?? 1)
        : numberInHan(words);
    if (value === null) return [];
    const lead = about.exec(sentence.slice(Math.max(0, match.index - 6), match.index))?.[0] ?? '';
    const start = match.index;
    return [
      {
        value,
        unit: unit ?? hanUnit ?? '',
        exact: lead === '' && [more, myriad, odd, around, hanMore].every((part) => part === undefined),
        places: Math.max(0, decimals.length - 1),
        start,
        end: start + match[0].length,
        text: lead + match[0],
      },
    ];
  });
}
