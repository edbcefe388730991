import { sectionIds } from '@/lib/statute/format';
import { acrossProse, inProse } from '@/lib/checks/prose/claims';
import { isSideOf, listsAcross, listsIn, sumOf, type List } from '@/lib/checks/prose/list';
import type { Statement, Told } from '@/lib/checks/prose/statement';
import { perPiece } from '@/lib/checks/engine/read-before';
import { help, rule, type Verdict } from '@/lib/checks/engine/rule';
import { where } from '@/lib/checks/engine/text';

/** Money and the cases it was taken for are FEE-02's. */
const fees = /处理费|收取[^。]{0,10}费|\d元/;
const isOnFees = perPiece(({ sentence }: Told) => fees.test(sentence.text));

/** A whole that is no exact number is PRO-12's. */
const isHeld = ({ whole, items }: List): boolean =>
  whole.quantity.exact && !whole.isChange && !items.some(({ lead }) => /各$/.test(lead));

const lists = acrossProse(
  (told, { before, after }) =>
    isOnFees(told)
      ? []
      : [...listsIn(told).filter((list) => !isSideOf(list, before)), ...listsAcross(told, after)].filter(isHeld),
  undefined,
  sectionIds,
);

/** As it stands in the sentence, from the comma before it. */
export const wordsOf = ({ sentence, from, quantity }: Statement): string =>
  sentence.text.slice(from, quantity.end).replace(/^[，、；：,\s和及以]+/, '');

/** 抽检信息52期、提示24篇 among 条: pieces of information all the same. */
const isPiece = ({ quantity, lead }: Statement): boolean =>
  /^[期篇幅部份条个则册]$/.test(quantity.unit) && !/接到|收到|受理|办理|举办|召开/.test(lead);

export const enumerationAddsUp = rule('PRO-07', {
  source: '正文数字自洽',
  says: '写了总数又逐项列出的，各项之和应为总数',
  severity: 'warning',
  note: '所列不全（主要、等，或看不出是否列全）或单位不一时为提示',
  reads: 'text',
  forEach: lists,
  holds: ({ told, whole, items, readings, unlike, isOpen }): Verdict => {
    const [stated, sum] = [whole.quantity.value, sumOf(items)];
    if (
      sum === stated ||
      (unlike.every(isPiece) && sum + sumOf(unlike) === stated) ||
      readings.some((reading) => sumOf(reading) === stated)
    )
      return null;
    const difference = stated - sum;
    const others = told.statements.filter(
      (one) => one !== whole && (difference > 0 ? !items.includes(one) : items.includes(one)),
    );
    const missing = [...unlike, ...others].find(({ quantity }) => quantity.value === Math.abs(difference));
    const terms = items.map(({ quantity }) => quantity.value).join(' + ');
    const { section, passage, start } = told.sentence;
    const all = [whole, ...items].map(({ quantity }) => quantity);
    const [from, to] = [
      Math.min(...all.map((one) => one.start)),
      Math.max(...all.map((one) => one.end), ...unlike.map(({ quantity }) => quantity.end)),
    ];
    return {
      title: `各项之和 ${sum}，总数写 ${stated}`,
      detail: `总数 ${stated} ${whole.quantity.unit}，各项 ${terms} = ${sum}，相差 ${Math.abs(difference)}`,
      cells: [],
      where: where(section, passage, start + from, to - from),
      stated: String(stated),
      expected: String(sum),
      terms: [
        { label: '总数', value: String(stated) },
        { label: terms, value: String(sum) },
      ],
      difference: String(Math.abs(difference)),
      severity: (isOpen && difference > 0) || unlike.length > 0 ? 'notice' : 'warning',
      suggestion:
        missing === undefined
          ? '请核对总数与各项'
          : `同句“${wordsOf(missing)}”正好是相差的数，请核对是否${difference > 0 ? '漏计' : '重计'}`,
    };
  },
});

export const missingItem = help('PRO-08', {
  source: '正文数字自洽',
  says: '总数与各项之和不符时，指出同句中正好等于差数的那个数',
  note: '写入 PRO-07 的建议',
});

/** A number that is exact by its own parts, or by its last digit, is not approximate. */
interface Rounded {
  readonly statement: Statement;
  readonly why: string;
}

const approximate = inProse((told): readonly Rounded[] => {
  if (isOnFees(told)) return [];
  const summed = listsIn(told).filter(
    ({ whole, items, readings }) =>
      !whole.quantity.exact && [items, ...readings].some((reading) => sumOf(reading) === whole.quantity.value),
  );
  const wholes = summed.map(({ whole, items }): Rounded => ({ statement: whole, why: `各项之和正是 ${sumOf(items)}` }));
  const odd = told.statements.filter(
    ({ quantity, isChange }) =>
      !isChange &&
      !quantity.exact &&
      /[约余多]/.test(quantity.text) &&
      quantity.value % 10 !== 0 &&
      quantity.value > 20 &&
      quantity.places === 0 &&
      !/[万亿百千]|人次|元|[%％]/.test(quantity.text),
  );
  return [
    ...wholes,
    ...odd
      .filter((statement) => !wholes.some((whole) => whole.statement === statement))
      .map((statement) => ({ statement, why: '写到个位' })),
  ];
});

export const roundedExactly = rule('PRO-12', {
  source: '正文数字自洽',
  says: '准确的数前后不应写约、余、多',
  severity: 'notice',
  reads: 'text',
  forEach: approximate,
  holds: ({ statement: { sentence, quantity }, why }) => ({
    title: `“${quantity.text}”是准确的数`,
    detail: `正文写“${quantity.text}”，${why}`,
    cells: [],
    where: where(
      sentence.section,
      sentence.passage,
      sentence.start + quantity.end - quantity.text.length,
      quantity.text.length,
    ),
    stated: quantity.text,
    suggestion: '请去掉约、余、多，或写成整数',
  }),
});
