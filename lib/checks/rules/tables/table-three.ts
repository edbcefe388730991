import type { CellId, Sum } from '@/lib/statute/table';
import { oneRowOf } from '@/lib/checks/rules/form/one-row';
import { perFormat } from '@/lib/checks/engine/per-format';
import { columnName, nameOfCell, rowName } from '@/lib/checks/engine/place';
import { blankCells, help, rule, type Verdict } from '@/lib/checks/engine/rule';
import type { Subject } from '@/lib/checks/engine/subject';
import {
  addsUp,
  columnsIn,
  equal,
  plus,
  rowsWith,
  sumsIn,
  unreadable,
  type StandIn,
  type Strip,
} from '@/lib/checks/engine/sums';
import { where } from '@/lib/checks/engine/text';

const source = '年度报告格式，表三';

export const rowTotals = rule('T3-01', {
  source,
  says: '每一行的总计，应等于该行各类申请人之和',
  severity: 'error',
  reads: ['table:applications'],
  forEach: sumsIn('applications', 'row'),
  holds: addsUp,
});

/** Where （六）其他处理 is one row, its figure stands in the sum for the three rows of the form. */
function standIn({ whole }: Sum, subject: Subject): StandIn | undefined {
  const oneRow = oneRowOf(subject);
  const column = subject.format.cell(whole)?.column.id;
  if (oneRow === null || column === undefined) return undefined;
  return { cells: oneRow.cells, name: '其他处理', value: oneRow.values.get(column) ?? null };
}

export const outcomeTotals = rule('T3-02', {
  source,
  says: '每一列的（七）总计，应等于该列各项办理结果之和',
  severity: 'error',
  reads: ['table:applications'],
  forEach: sumsIn('applications', 'column'),
  holds: (sum, subject) => addsUp(sum, subject, standIn(sum, subject)),
});

export const balance = rule('T3-03', {
  source: `${source}：本列数据的勾稽关系`,
  says: '第一项加第二项之和，等于第三项加第四项之和',
  severity: 'error',
  reads: ['table:applications'],
  forEach: columnsIn('applications'),
  holds: equal(plus('received', 'carriedIn'), plus('handled', 'carriedOut')),
});

export const culprit = help('T3-04', {
  source,
  says: '几处同时不符时，指出改一格就能使最多处相符的那一格',
  note: '写入 T3-01、T3-02、T3-03 的建议',
});

const columns = columnsIn('applications');
const rows = rowsWith('applications', 'total');

function rowsNamed(...ids: string[]): (subject: Subject) => readonly Strip[] {
  const named = perFormat((format) => rows({ format }).filter((row) => ids.includes(row.line.id)));
  return ({ format }) => named(format);
}

/** A column in which last year's carried-over count differs from what this year took over. */
function carriedDiffers(column: Strip, subject: Subject): number | null {
  if (typeof subject.last === 'string') return null;
  const [now, before] = [subject.number(column.cell('carriedIn')), subject.last.number(column.cell('carriedOut'))];
  return now === null || before === null ? null : now - before;
}

export const carriedOver = rule('T3-05', {
  source,
  says: '上年结转数，应等于上年报告的结转下年度数',
  severity: 'warning',
  note: '跨年，逐列；总计只因某列而不同时并入该列',
  reads: ['table:applications'],
  forEach: columns,
  holds: (column, subject) => {
    const { last } = subject;
    const cell = column.cell('carriedIn');
    if (typeof last === 'string') return { why: last, cells: [cell] };
    const difference = carriedDiffers(column, subject);
    if (difference === null) return { why: blankCells, cells: unreadable(subject, [cell]) };
    if (difference === 0) return null;
    const all = columns(subject);
    const parts = all.filter((other) => other.line.kind === 'leaf').map((other) => carriedDiffers(other, subject));
    const total = all.find((other) => other.line.kind === 'total');
    const follows =
      total !== undefined &&
      carriedDiffers(total, subject) === parts.reduce((sum: number, part) => sum + (part ?? Number.NaN), 0);
    if (column === total && follows) return null;
    const [now, before] = [subject.number(cell), last.number(column.cell('carriedOut'))];
    const name = column.line.kind === 'total' ? '' : `${columnName(column.line)}：`;
    return {
      title: `${name}上年结转下年度 ${before} 件，本年填 ${now} 件`,
      detail: `表三${columnName(column.line)}一列：上年报告结转下年度 ${before}，本年上年结转填 ${now}，相差 ${Math.abs(difference)}`,
      cells: follows && total !== undefined ? [cell, total.cell('carriedIn')] : [cell],
      stated: String(now),
      expected: String(before),
      difference: String(Math.abs(difference)),
      suggestion: '请核对，确有原因的请说明',
    };
  },
});

/** The row's count in the total column, and how it stands to all that was handled. */
const totalOf = (row: string): CellId => `applications.${row}.total`;

function moreLeftThanCame(subject: Subject): Verdict {
  const [out, received] = [totalOf('carriedOut'), totalOf('received')];
  const [left, came] = [subject.number(out), subject.number(received)];
  if (left === null || came === null) return { why: blankCells, cells: unreadable(subject, [out, received]) };
  if (left <= came) return null;
  return {
    title: `结转 ${left} 件，多于新收 ${came} 件`,
    detail: `表三总计一列：结转下年度 ${left}，本年新收 ${came}，多 ${left - came}`,
    cells: [out, received],
    stated: String(left),
    expected: `不多于 ${came}`,
    difference: String(left - came),
  };
}

const matterOfFees = '(?:依申请公开|政府信息公开|信息公开|政府信息|信息|申请|的)*';
const noFee = new RegExp(
  [
    `(?:未|没有|不|无|零)(?:发生|产生|出现|实际|涉及|曾|向[^。；，]{0,8}?)*(?:收取|${matterOfFees}(?:处理费|收费)|发出?[^。；，]{0,10}收费通知|收到[^。；，]{0,6}费)`,
    '收取[^。；，]{0,14}情况[：:]\\s*(?:无|没有)',
    '(?:处理费|收费)(?:通知)?[^。；，\\d]{0,6}0(?![\\d.])\\s*[元件份]',
  ].join('|'),
);
/** Where the notices are told, that nothing was paid is no contradiction. */
const noticeTold =
  /(?:逾期|未(?:按[^。；，]{0,12})?缴)|(?<!未|没有|未向申请人|没有向申请人)发出[^。；，]{0,10}收费通知\s*(?:书)?\s*[1-9一两二三四五六七八九十]|[对向]\s*(?:[1-9]|[一两二三四五六七八九十])[^。；，]{0,10}发出[^。；，]{0,10}收费通知/;

function feeNoticeUnsaid(row: Strip, subject: Subject): Verdict {
  const cell = row.cell('total');
  const count = subject.number(cell);
  if (count === null) return { why: blankCells, cells: [cell] };
  const text = subject.report.sections.other ?? '';
  const match = count > 0 && !noticeTold.test(text) ? noFee.exec(text) : null;
  if (match === null) return null;
  return {
    title: `逾期未缴费 ${count} 件，第六部分写“${match[0]}”`,
    detail: `${nameOfCell(subject.format, cell)}填 ${count}，第六部分写“${match[0]}”`,
    cells: [cell],
    where: where('other', text, match.index, match[0].length),
    stated: String(count),
  };
}

const feeUnpaid = rowsNamed('otherHandling.feeUnpaid');

export const unlikely = rule('T3-06', {
  source,
  says: '结转下年度的件数一般不多于本年新收的件数；有“逾期未按收费通知要求缴纳费用”的，第六部分不宜写未收费、未发收费通知',
  severity: 'notice',
  reads: ['table:applications', 'other'],
  forEach: (subject) => [null, ...feeUnpaid(subject)],
  holds: (row, subject) => (row === null ? moreLeftThanCame(subject) : feeNoticeUnsaid(row, subject)),
});

const handled = totalOf('handled');

/** A row of the outcomes that takes more than this share of all that was handled. */
const share =
  (most: number, atLeast: number) =>
  (row: Strip, subject: Subject): Verdict => {
    const cell = row.cell('total');
    const [count, all] = [subject.number(cell), subject.number(handled)];
    if (count === null || all === null) return { why: blankCells, cells: unreadable(subject, [cell, handled]) };
    if (all === 0 || count <= atLeast || count <= all * most) return null;
    const percent = Math.round((count / all) * 1000) / 10;
    return {
      title: `${rowName(row.line)}占办理结果的 ${percent}%`,
      detail: `${nameOfCell(subject.format, cell)}填 ${count}，办理结果共 ${all}，占 ${percent}%`,
      cells: [cell, handled],
      stated: String(count),
      suggestion: '请核实归类是否准确',
    };
  };

const rareGrounds = ['refused.stateSecret', 'refused.publicSecurity', 'declined.publication'];

export const rarelyUsed = rule('T3-07', {
  source,
  says: '国家秘密、“三安全一稳定”、要求提供公开出版物，一般不超过办理结果的五分之一',
  severity: 'notice',
  reads: ['table:applications'],
  forEach: rowsNamed(...rareGrounds),
  holds: share(0.2, 0),
});

export const muchOther = rule('T3-08', {
  source,
  says: '其他处理中的“其他”，一般不超过办理结果的十分之三',
  severity: 'notice',
  note: '多于 5 件时',
  reads: ['table:applications'],
  forEach: rowsNamed('otherHandling.other'),
  holds: share(0.3, 5),
});

export const tableThreeRules = [rowTotals, outcomeTotals, balance, carriedOver, unlikely, rarelyUsed, muchOther];
