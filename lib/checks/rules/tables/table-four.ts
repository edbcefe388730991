import type { CellId, Line } from '@/lib/statute/table';
import { columnsOf } from '@/lib/statute/table';
import { blankCells, rule, type Verdict } from '@/lib/checks/engine/rule';
import type { Subject } from '@/lib/checks/engine/subject';
import { perFormat } from '@/lib/checks/engine/per-format';
import { addsUp, sumsIn, unreadable } from '@/lib/checks/engine/sums';
import { shortNameOfCell } from '@/lib/checks/engine/place';

const source = '年度报告格式，表四';

export const remedyTotals = rule('T4-01', {
  source,
  says: '三处总计，应各等于结果维持、结果纠正、其他结果、尚未审结之和',
  severity: 'error',
  reads: ['table:remedies'],
  forEach: sumsIn('remedies'),
  holds: addsUp,
});

/** One of the three proceedings of table four. */
interface Proceeding {
  readonly id: string;
  /** 行政复议, 未经复议直接起诉, 复议后起诉. */
  readonly name: string;
  readonly total: CellId;
  readonly pending: CellId;
}

const proceedings = perFormat((format): readonly Proceeding[] =>
  format.tables.remedies.blocks
    .flatMap(columnsOf)
    .filter((column) => column.kind === 'total')
    .map((column: Line) => {
      const id = column.id.replace(/\.total$/, '');
      return { id, name: column.labels.at(-2) ?? id, total: `remedies.${id}.total`, pending: `remedies.${id}.pending` };
    }),
);

export const afterReconsideration = rule('T4-05', {
  source,
  says: '有复议后起诉的，本年或上年一般有行政复议',
  severity: 'notice',
  note: '跨年',
  reads: ['table:remedies'],
  forEach: () => [{ after: 'remedies.litigationAfterReconsideration.total', first: 'remedies.reconsideration.total' }],
  holds: ({ after, first }, subject) => {
    const [count, now] = [subject.number(after), subject.number(first)];
    if (count === null || now === null) return { why: blankCells, cells: unreadable(subject, [after, first]) };
    if (count === 0 || now > 0) return null;
    if (typeof subject.last === 'string') return { why: subject.last, cells: [after] };
    if (subject.last.number(first) !== 0) return null;
    return {
      title: `复议后起诉 ${count} 件，两年均无行政复议`,
      detail: `表四：复议后起诉 ${count}，行政复议本年 ${now}、上年 0`,
      cells: [after, first],
      stated: String(count),
    };
  },
});

const came: readonly CellId[] = ['applications.received.total', 'applications.carriedIn.total'];

export const remediesWithoutApplications = rule('T4-06', {
  source,
  says: '本年没有申请而有复议、诉讼的，请核实是否由往年的申请引起',
  severity: 'notice',
  reads: ['table:applications', 'table:remedies'],
  forEach: (subject) => [proceedings(subject.format)],
  holds: (all, subject): Verdict => {
    const cells = [...all.map(({ total }) => total), ...came];
    const missing = unreadable(subject, cells);
    if (missing.length > 0) return { why: blankCells, cells: missing };
    const found = all.filter(({ total }) => (subject.number(total) ?? 0) > 0);
    if (found.length === 0 || came.some((cell) => subject.number(cell) !== 0)) return null;
    return {
      title: '没有申请而有复议、诉讼',
      detail: `表三新收与上年结转均为 0；表四${found.map(({ name, total }) => `${name} ${subject.number(total)}`).join('、')}`,
      cells: found.map(({ total }) => total),
    };
  },
});

export const pendingFollowed = rule('T4-07', {
  source,
  says: '上年尚未审结的案件，本年一般有结果或仍未审结',
  severity: 'notice',
  note: '跨年',
  reads: ['table:remedies'],
  forEach: ({ format }) => proceedings(format),
  holds: ({ name, total, pending }, subject) => {
    const { last } = subject;
    if (typeof last === 'string') return { why: last, cells: [total] };
    const [before, now] = [last.number(pending), subject.number(total)];
    if (before === null || now === null) return { why: blankCells, cells: unreadable(subject, [total]) };
    if (now >= before || now > 0) return null;
    return {
      title: `${name}上年未审结 ${before} 件，本年为 0`,
      detail: `表四${name}：上年尚未审结 ${before}，本年${shortNameOfCell(subject.format, total)}填 ${now}`,
      cells: [total],
      stated: String(now),
      expected: `不少于 ${before}`,
      difference: String(before - now),
    };
  },
});

export const isLitigation = ({ id }: Proceeding): boolean => id.startsWith('litigation');
export const proceedingsOf = (subject: Subject): readonly Proceeding[] => proceedings(subject.format);
export const tableFourRules = [remedyTotals, afterReconsideration, remediesWithoutApplications, pendingFollowed];
