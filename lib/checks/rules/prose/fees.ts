import type { SectionId } from '@/lib/statute/format';
import { acrossProse } from '@/lib/checks/prose/claims';
import type { Statement, Told } from '@/lib/checks/prose/statement';
import { isOfYear } from '@/lib/checks/prose/years';
import { paragraphRule } from '@/lib/checks/engine/paragraphs';
import { sentencesOf } from '@/lib/checks/engine/read-before';
import { rule, type Breach } from '@/lib/checks/engine/rule';
import { whereIs, type Spot } from '@/lib/checks/engine/spots';
import { normal, where, type Passage } from '@/lib/checks/engine/text';

const source = '政府信息公开信息处理费管理办法';
const sections: readonly SectionId[] = ['overview', 'applications', 'remedies', 'problems', 'other'];
const fee = /信息处理费|信息公开[^。；]{0,12}收费/;

interface FeeList {
  readonly told: Told;
  readonly whole: Statement;
  readonly items: readonly Statement[];
}

const scale = { 元: 1, 万元: 10_000 } as const;
const inYuan = ({ quantity: { value, unit } }: Statement): number => value * (unit === '万元' ? scale.万元 : 1);
const isMoney = ({ quantity: { unit } }: Statement): boolean => unit === '元' || unit === '万元';
const isCase = ({ quantity: { unit } }: Statement): boolean => /^[件宗起份笔]$/.test(unit);

/** 对25件申请收取2950元。其中，甲单位1件，收取420元；……: cases and amounts are two lists in one, over one sentence or two. */
function feeLists(told: Told, next: Told | undefined): FeeList[] {
  if (!fee.test(told.sentence.text)) return [];
  const follows = next !== undefined && /^\s*其中/.test(next.sentence.text) ? next : null;
  return [isMoney, isCase].flatMap((kind): FeeList[] => {
    const here = told.statements.filter((one) => kind(one) && !one.isChange);
    const firstPart = here.findIndex(({ isPart }) => isPart);
    const ownParts = firstPart < 0 ? [] : here.slice(firstPart).filter(({ lead }) => !/合计|共计|总计/.test(lead));
    const parts = follows === null ? ownParts : follows.statements.filter((one) => kind(one) && !one.isChange);
    const whole = here
      .filter(
        ({ isPart, quantity }) =>
          !isPart &&
          quantity.exact &&
          (parts[0] === undefined || follows !== null || quantity.start < parts[0].quantity.start),
      )
      .at(-1);
    if (whole === undefined || parts.length < 2 || parts.some(({ quantity }) => !quantity.exact))
      return totalledAfter(told, kind);
    return totalledAfter(told, kind).some(fits) ? [] : [{ told, whole, items: parts }];
  });
}

/** 甲单位收取420元、乙单位收取290元，合计710元. */
function totalledAfter(told: Told, kind: (one: Statement) => boolean): FeeList[] {
  const all = told.statements.filter((one) => kind(one) && one.quantity.exact && !one.isChange);
  const whole = all.at(-1);
  return whole !== undefined && all.length >= 3 && /合计|共计|总计/.test(whole.lead)
    ? [{ told, whole, items: all.slice(0, -1) }]
    : [];
}

const valueOf = (one: Statement): number => (isMoney(one) ? inYuan(one) : one.quantity.value);
const sumOf = (items: readonly Statement[]): number =>
  Math.round(items.reduce((all, item) => all + valueOf(item), 0) * 100) / 100;
const fits = ({ whole, items }: FeeList): boolean => Math.abs(sumOf(items) - valueOf(whole)) < 0.005;

const lists = acrossProse((told, { after }) => feeLists(told, after), undefined, sections);

export const feesAddUp = rule('FEE-02', {
  source,
  says: '信息处理费写了总额、总件数又逐项列出的，各项之和应为总数',
  severity: 'warning',
  reads: 'text',
  forEach: (subject) => lists(subject).filter(({ whole }) => isOfYear(whole.years, subject.report.year)),
  holds: (list): Breach | null => {
    if (fits(list)) return null;
    const { told, whole, items } = list;
    const [sum, stated] = [sumOf(items), valueOf(whole)];
    const unit = isMoney(whole) ? '元' : whole.quantity.unit;
    const { section, passage, start } = told.sentence;
    const last = items.at(-1);
    const end = last === undefined ? whole.quantity.end : last.sentence.start + last.quantity.end - start;
    const from = Math.min(
      whole.quantity.start,
      ...items.filter(({ sentence }) => sentence === told.sentence).map(({ quantity }) => quantity.start),
    );
    const difference = String(Math.round(Math.abs(sum - stated) * 100) / 100);
    return {
      title: `信息处理费各项之和 ${sum} ${unit}，写 ${stated} ${unit}`,
      detail: `总数 ${stated} ${unit}，各项 ${items.map(valueOf).join(' + ')} = ${sum}，相差 ${difference}`,
      cells: [],
      where: where(section, passage, start + from, Math.max(end, whole.quantity.end) - from),
      stated: String(stated),
      expected: String(sum),
      difference,
      suggestion: '请核对总数与各单位的件数、金额',
    };
  },
});

interface Amount extends Spot {
  readonly words: string;
  readonly inTenThousands: boolean;
}

const amount =
  /(?:信息处理费|处理费)(?:用)?(?:总额|金额|总计|共计|合计|收入|收取|，(?=共|合计|总计|收取)|共|计|为|是|人民币|[：:]|\s)*(?<n>\d[\d,]*(?:\.\d+)?)\s*(?<unit>元|万元|余|多|万|笔|件|宗|起|份|人|次|[％%])?/g;
const amounts = (passage: Passage): Amount[] =>
  sentencesOf(passage).flatMap(({ text, start }) =>
    [...normal(text).matchAll(amount)].flatMap((match): Amount[] => {
      const { n, unit } = match.groups ?? {};
      const inTenThousands = unit === '万元' || unit === '万';
      if (
        Number(n) === 0 ||
        (unit === undefined
          ? !/^\s*(?:[，、；）)]|$)/.test(text.slice(match.index + match[0].length))
          : !inTenThousands)
      )
        return [];
      return [{ ...passage, at: start + match.index, length: match[0].length, words: match[0], inTenThousands }];
    }),
  );

export const feeInYuan = paragraphRule('FEE-04', {
  source,
  says: '信息处理费应以元为单位，写明单位',
  severity: 'notice',
  forEach: (paragraph) => (sections.some((section) => section === paragraph.section) ? amounts(paragraph) : []),
  holds: ({ words, inTenThousands, ...spot }) => ({
    title: inTenThousands ? '信息处理费以万元计' : '信息处理费没有单位',
    detail: `正文写“${words}”`,
    cells: [],
    where: whereIs(spot),
    stated: words,
    suggestion: inTenThousands ? '请核实金额，并以元为单位' : '请写明单位（元）',
  }),
});

export const feeProseRules = [feesAddUp, feeInYuan];
