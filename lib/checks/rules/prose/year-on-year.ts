import type { CellId } from '@/lib/statute/table';
import { claimOf, inProse, whereIs } from '@/lib/checks/prose/claims';
import { fitsPercent, isPercent } from './shares';
import { roleOf } from '@/lib/checks/prose/role';
import type { Statement } from '@/lib/checks/prose/statement';
import { rule, type Verdict } from '@/lib/checks/engine/rule';
import type { Last, Subject } from '@/lib/checks/engine/subject';

/** 同比增长1.05%, 较上年增加39件: how a number of the tables changed since last year. */
interface Change {
  readonly statement: Statement;
  /** The number that changed, given before it in the sentence. */
  readonly of: Statement;
  readonly rows: readonly CellId[];
  readonly sign: 1 | -1;
  /** The year it is compared with, where it is named. */
  readonly to: number | null;
}

const compared = /同比|环比上年|(?:较|比|与|同)(?:上一?年度?|去年|(?<year>20\d\d)\s*年度?)(?:同期)?(?:相比)?|上年同期/;
const grown = /增长|上涨|上升|增加|提高|增幅|增|多/;
const fallen = /下降|减少|降低|回落|降幅|减|少/;

/** The cells that the number stands for, each with all it may include. */
function rowsOf(statement: Statement): readonly CellId[] {
  switch (roleOf(statement)?.is) {
    case 'received':
    case 'newlyReceived':
      return ['applications.received.total', 'applications.carriedIn.total'];
    case 'handled':
      return ['applications.handled.total'];
    case 'carriedOut':
      return ['applications.carriedOut.total'];
    default:
      return [];
  }
}

const changes = inProse(({ sentence, statements }) =>
  statements.flatMap((statement, index): Change[] => {
    const of = statements.slice(0, index).findLast((one) => !isPercent(one) && !one.isChange && !one.isPart);
    if (of === undefined || !statement.quantity.exact || !(isPercent(statement) || statement.isChange)) return [];
    const between = sentence.text.slice(of.quantity.end, statement.quantity.start);
    // Only what follows the number at once is its change; 增加3件，增长60% goes on with it.
    const since = between.includes('；') || /其中|占|办结率|答复率/.test(between) ? null : compared.exec(between);
    const direct = statements.slice(statements.indexOf(of) + 1, index).every((one) => one.isChange || isPercent(one));
    const [up, down] = [grown.test(statement.lead), fallen.test(statement.lead)];
    if (since === null || !direct || up === down || (isPercent(statement) && /百分点/.test(statement.tail))) return [];
    const rows = rowsOf(of);
    return rows.length === 0
      ? []
      : [
          {
            statement,
            of,
            rows,
            sign: up ? 1 : -1,
            to: since.groups?.year === undefined ? null : Number(since.groups.year),
          },
        ];
  }),
);

/** All sums that the number may be: new applications alone, or with those carried in. */
function sums(rows: readonly CellId[], from: Pick<Last | Subject, 'number'>): number[] {
  const counts = rows.map((row) => from.number(row));
  const [first, second] = counts;
  if (first === null || first === undefined) return [];
  return second === null || second === undefined ? [first] : [first, first + second];
}

export const changeSinceLastYear = rule('PRO-10', {
  source: '正文与上年报告一致',
  says: '正文写同比、较上年增减的，应与上年报告的数相符',
  severity: 'warning',
  note: '跨年；只核对表三有数的项目',
  forEach: (subject) =>
    changes(subject).filter(
      ({ of, statement, to }) =>
        (to ?? subject.report.year - 1) === subject.report.year - 1 &&
        of.quantity.exact &&
        !of.years.isOther &&
        (of.years.year ?? subject.report.year) === subject.report.year &&
        statement.quantity.value >= 0,
    ),
  holds: ({ statement, of, rows, sign }, subject): Verdict => {
    const { last } = subject;
    if (typeof last === 'string') return { why: last, cells: rows };
    const before = sums(rows, last);
    if (before.length === 0) return { why: '上年报告没有这个数', cells: rows };
    const now = of.quantity.value;
    const own = sums(rows, subject);
    // The same way of counting in both years comes first; it is the one that the finding shows.
    const base = [...(own.indexOf(now) >= 0 ? [before[own.indexOf(now)] ?? 0] : []), ...before];
    const ratio = (count: number): number => (sign * (now - count)) / count;
    const fits = (count: number): boolean =>
      isPercent(statement)
        ? count > 0 && fitsPercent(statement, ratio(count))
        : sign * (now - count) === statement.quantity.value;
    if (base.some(fits)) return null;
    const [count = 0] = base;
    if (isPercent(statement) && count === 0) return null;
    const claim = claimOf(statement);
    const real = now - count;
    const expected = isPercent(statement)
      ? `${((real / count) * 100).toFixed(Math.max(statement.quantity.places, 1))}%`
      : String(real);
    return {
      title: `正文写“${claim.words}”，按上年 ${count} 应为 ${real >= 0 ? '增' : '减'} ${expected.replace('-', '')}`,
      detail: `正文写 ${now}，“${claim.words}”；上年报告为 ${count}，${now} − ${count} = ${real}${isPercent(statement) ? `，即 ${expected}` : ''}`,
      cells: [rows[0] ?? ''].filter((cell) => cell !== ''),
      where: whereIs(claim),
      stated: statement.quantity.text,
      expected,
      suggestion: '请核对增减与上年报告',
    };
  },
});
