import { sectionIds } from '@/lib/statute/format';
import { claimOf, inProse } from '@/lib/checks/prose/claims';
import type { Statement } from '@/lib/checks/prose/statement';
import { rule, type Verdict } from '@/lib/checks/engine/rule';
import { where } from '@/lib/checks/engine/text';

const source = '正文数字自洽';

/** A percentage with the two numbers of its sentence it is made of. */
interface Share {
  readonly percent: Statement;
  /** What the percentage should be, by each way of reading the sentence. */
  readonly readings: readonly { readonly part: number; readonly whole: number }[];
}

export const isPercent = ({ quantity: { unit } }: Statement): boolean => unit === '%' || unit === '％';
const countable = /元|[%％]|百分点/;
const shareOf = /(?:占比?|占总数|占全部|占到|比重|比例|占)[^，；%％]{0,16}$/;
const grown = /(?:增长|上升|增加|提高|提升|增幅|上涨|增)[^，；\d]{0,6}$/;
const fallen = /(?:下降|减少|降低|回落|降幅|减|下滑)[^，；\d]{0,6}$/;

/** Half a unit of the last place shown. */
export const fitsPercent = ({ quantity: { value, places } }: Statement, ratio: number): boolean =>
  Math.abs(ratio * 100 - value) <= 0.5 * 10 ** -places + 1e-9;

function sharesIn(statements: readonly Statement[]): Share[] {
  return statements.flatMap((percent, index): Share[] => {
    if (!isPercent(percent) || !percent.quantity.exact) return [];
    const earlier = statements.slice(0, index).filter(({ quantity }) => !countable.test(quantity.unit));
    const part = earlier.at(-1);
    if (part === undefined || !part.quantity.exact || statements[index - 1] !== part) return [];
    if (shareOf.test(percent.lead))
      return part.isChange || /各|分别/.test(percent.lead) ? [] : sharesOf(part, percent, earlier, statements);
    if (/办结|答复|按时|合格|满意|同比/.test(percent.lead)) return changeOf(percent, part, earlier);
    return changeOf(percent, part, earlier);
  });
}

/** 网上1423件，占71.7%: a part itself, which no other is a share of. */
function isShare(one: Statement, all: readonly Statement[]): boolean {
  const next = all[one.index + 1];
  return next !== undefined && isPercent(next) && shareOf.test(next.lead);
}

/** 其中网站254条，占64%: of any whole before it in the same unit. */
function sharesOf(
  part: Statement,
  percent: Statement,
  earlier: readonly Statement[],
  all: readonly Statement[],
): Share[] {
  if (/(?:占全[国省市区县]|占上年|占年度|占计划|占目标|占预算)/.test(percent.lead)) return [];
  const wholes = earlier.slice(0, -1).filter((one) => {
    const { quantity, isChange } = one;
    return (
      quantity.exact &&
      !isChange &&
      quantity.unit === part.quantity.unit &&
      quantity.value >= part.quantity.value &&
      !isShare(one, all)
    );
  });
  return wholes.length === 0
    ? []
    : [{ percent, readings: wholes.map(({ quantity }) => ({ part: part.quantity.value, whole: quantity.value })) }];
}

const isLastYears = ({ lead }: Statement): boolean => /[比较](?:上一?年度?|去年|20\d\d\s*年)[^，；]*$/.test(lead);

/** 收到8件，比上年的5件增长60%; 收到8件，较上年增加3件，增长60%. */
function changeOf(percent: Statement, last: Statement, earlier: readonly Statement[]): Share[] {
  const sign = grown.test(percent.lead) ? 1 : fallen.test(percent.lead) ? -1 : 0;
  const now = earlier.at(-2);
  if (
    sign === 0 ||
    now === undefined ||
    now.quantity.unit !== last.quantity.unit ||
    !now.quantity.exact ||
    now.isChange
  )
    return [];
  const [a, b] = [now.quantity.value, last.quantity.value];
  if (last.isChange) {
    const sameWay = grown.test(last.lead) === (sign === 1);
    const before = a - sign * b;
    // 比上年的9120条增加726条，增幅8.0%: the number before is last year's own.
    if (sameWay && isLastYears(now)) return [{ percent, readings: [{ part: b, whole: a }] }];
    return sameWay && before > 0 ? [{ percent, readings: [{ part: b, whole: before }] }] : [];
  }
  if (!/上一?年|去年|同期|20\d\d年/.test(last.lead) || /[，；].*(?:其中|另)/.test(percent.lead) || b === 0) return [];
  return [{ percent, readings: [{ part: sign * (a - b), whole: b }] }];
}

const shares = inProse(({ statements }) => sharesIn(statements), sectionIds);

export const percentFollows = rule('PRO-09', {
  source,
  says: '百分比应与同句中的数一致',
  severity: 'notice',
  note: '容许末位的一半',
  reads: 'text',
  forEach: shares,
  holds: ({ percent, readings }): Verdict => {
    if (readings.some(({ part, whole }) => fitsPercent(percent, part / whole))) return null;
    const [first = { part: 0, whole: 1 }] = readings;
    const { sentence, quantity } = percent;
    const computed = ((first.part / first.whole) * 100).toFixed(Math.max(quantity.places, 1));
    const words = claimOf(percent).words;
    return {
      title: `百分比写 ${quantity.text}，按同句的数是 ${computed}%`,
      detail: `正文写“${words}”，${first.part} ÷ ${first.whole} = ${computed}%`,
      cells: [],
      where: where(sentence.section, sentence.passage, sentence.start + quantity.start, quantity.end - quantity.start),
      stated: quantity.text,
      expected: `${computed}%`,
      suggestion: '请核对百分比与件数',
    };
  },
});
