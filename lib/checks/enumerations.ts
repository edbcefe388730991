import { sectionIds } from '../statute/format';
import { help, rule, type Verdict } from './rule';
import type { Subject } from './subject';
import { perPassage, sentencesOf, where, type Sentence } from './text';

interface Item {
  readonly number: number;
  readonly unit: string;
  /** As it stands in the sentence, from the comma before it. */
  readonly words: string;
}

/** 共 N 条，其中 a 条、b 条: a number that its sentence takes apart. */
interface Enumeration {
  readonly sentence: Sentence;
  readonly at: number;
  readonly length: number;
  readonly whole: Item;
  readonly items: readonly Item[];
  /** 主要, 等: the list does not claim to be complete. */
  readonly open: boolean;
}

const unit = '人次|条|件|篇|次|份|期|项|宗|场|起|部|册|户|个(?!月|工作日|季度|年)';
const counted = new RegExp(`(\\d+)\\s*(?<more>余|多|万|左右)?\\s*(${unit})`, 'g');
const opening = /其中(?:[，,：:]|有)?|包括[：:]?|分别[为是][：:]?|：/;
const summed = /共|总数?|累计|主动公开/;

/** Numbers with a unit; null as soon as one of them is no exact number. */
function itemsIn(text: string): Item[] | null {
  const items: Item[] = [];
  let from = 0;
  for (const match of text.matchAll(counted)) {
    if (match.groups?.more !== undefined || /[约近超逾.]\s*$/.test(text.slice(0, match.index))) return null;
    items.push({ number: Number(match[1]), unit: match[3] ?? '', words: text.slice(from, match.index + match[0].length).replace(/^[，、,\s和及以]+/, '') });
    from = match.index + match[0].length;
  }
  return items;
}

const enumerationIn = (sentence: Sentence): Enumeration[] => {
  const { text } = sentence;
  const mark = opening.exec(text);
  if (mark === null || !/\d/.test(text)) return [];
  const head = text.slice(0, mark.index);
  const rest = text.slice(mark.index + mark[0].length);
  // A second 其中 takes apart an item of the first; what stands in brackets explains the item before it.
  const list = (/^.*?(?=其中|$)/s.exec(rest)?.[0] ?? '').replace(/（[^）]*）/g, (note) => '　'.repeat(note.length));
  const [wholes, items] = [itemsIn(head.replace(/（[^）]*）/g, '')), itemsIn(list)];
  if (wholes === null || items === null || wholes.length !== 1 || items.length < 2) return [];
  const [whole] = wholes;
  if (whole === undefined || !summed.test(head) || items.filter((item) => item.unit === whole.unit).length < 2) return [];
  const at = head.lastIndexOf(String(whole.number));
  return [{ sentence, at, length: text.length - at, whole, items, open: /主要|等(?:[^级]|$)/.test(list) || mark[0].startsWith('包括') }];
};

const find = perPassage((passage) => sentencesOf(passage).flatMap(enumerationIn));

function enumerations({ report }: Subject): readonly Enumeration[] {
  return sectionIds.flatMap((section) => find({ section, text: report.sections[section] ?? '' }));
}

export const enumerationAddsUp = rule('PRO-07', {
  source: '正文数字自洽',
  says: '写了总数又逐项列出的，各项之和应为总数',
  severity: 'warning',
  note: '所列不全（主要、等、包括）或单位不一时为提示',
  forEach: enumerations,
  holds: ({ sentence, at, length, whole, items, open }): Verdict => {
    const alike = items.filter((item) => item.unit === whole.unit);
    const sum = alike.reduce((all, { number }) => all + number, 0);
    if (sum === whole.number) return null;
    const difference = whole.number - sum;
    const unlike = items.filter((item) => item.unit !== whole.unit);
    const missing = [...unlike, ...alike].find((item) => item.number === Math.abs(difference) && (difference < 0 || item.unit !== whole.unit));
    const terms = alike.map(({ number }) => number).join(' + ');
    return {
      title: `各项之和 ${sum}，总数写 ${whole.number}`,
      detail: `总数 ${whole.number} ${whole.unit}，各项 ${terms} = ${sum}，相差 ${Math.abs(difference)}`,
      cells: [],
      where: where(sentence.section, sentence.passage, sentence.start + at, length),
      stated: String(whole.number),
      expected: String(sum),
      terms: [
        { label: '总数', value: String(whole.number) },
        { label: terms, value: String(sum) },
      ],
      difference: String(Math.abs(difference)),
      severity: (open && difference > 0) || unlike.length > 0 ? 'notice' : 'warning',
      suggestion: missing === undefined ? '请核对总数与各项' : `同句“${missing.words}”正好是相差的数，请核对是否${difference > 0 ? '漏计' : '重计'}`,
    };
  },
});

export const missingItem = help('PRO-08', {
  source: '正文数字自洽',
  says: '总数与各项之和不符时，指出同句中正好等于差数的那个数',
  note: '写入 PRO-07 的建议',
});
