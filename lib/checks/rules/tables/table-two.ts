import { notNewsTotal } from '@/lib/checks/rules/form/not-news';
import { nameOfCell, rowName } from '@/lib/checks/engine/place';
import { blankCells, rule, type Verdict } from '@/lib/checks/engine/rule';
import type { Subject } from '@/lib/checks/engine/subject';
import { rowsWith, unreadable, type Strip } from '@/lib/checks/engine/sums';

const source = '年度报告格式，表二';
const title = (row: Strip): string => rowName(row.line);

/** Where two numbers of a row differ: both values, the difference, and which cell is meant. */
function differs(row: Strip, cell: string, stated: number, expected: number, words: string): Verdict {
  if (stated === expected) return null;
  return {
    title: `${title(row)}与上年接不上，差 ${Math.abs(stated - expected)}`,
    detail: `表二“${title(row)}”：${words} = ${expected}，本年填 ${stated}，相差 ${Math.abs(stated - expected)}`,
    cells: [cell],
    stated: String(stated),
    expected: String(expected),
    difference: String(Math.abs(stated - expected)),
    suggestion: '请核对，确有原因的请说明',
  };
}

const needsLast = (why: string, row: Strip, column: string): Verdict => ({ why, cells: [row.cell(column)] });

/**
 * Rows with these columns, where last year's form has them too; a report that is not at hand is asked for all the same.
 */
const comparable = (...columns: string[]): ((subject: Subject) => readonly Strip[]) => {
  const rows = rowsWith('disclosure', ...columns);
  return (subject) => {
    const { last } = subject;
    if (typeof last === 'string') return rows(subject);
    return rows(subject).filter((row) => columns.every((column) => last.format.cell(row.cell(column)) !== undefined));
  };
};

export const stockNotNegative = rule('T2-01', {
  source,
  says: '现行有效件数减本年制发件数、加本年废止件数，即上年的件数，不会小于 0',
  severity: 'warning',
  reads: ['table:disclosure'],
  forEach: rowsWith('disclosure', 'issued', 'repealed', 'inForce'),
  holds: (row, subject) => {
    const cells = ['inForce', 'issued', 'repealed'].map(row.cell);
    const [inForce, issued, repealed] = cells.map((cell) => subject.number(cell));
    if (inForce == null || issued == null || repealed == null)
      return { why: blankCells, cells: unreadable(subject, cells) };
    const before = inForce - issued + repealed;
    if (before >= 0) return null;
    return {
      title: `${title(row)}的现行有效件数偏少`,
      detail: `表二“${title(row)}”：现行有效 ${inForce} - 制发 ${issued} + 废止 ${repealed} = ${before}，上年件数不会是负数`,
      cells,
      stated: String(inForce),
      expected: `不少于 ${issued - repealed}`,
      difference: String(-before),
      suggestion: '请核对现行有效件数是否计入了本年制发的文件',
    };
  },
});

const central =
  /^(?:国家|中国|国务院|中华)(?!.*(?:总局|总署|人民银行)\p{Script=Han}{2,}[市县区旗])|^[^省市县区旗州]+(?:部|总局|总署)$/u;
const localMark = /[省市区县旗州盟镇乡]|街道/;

/** Whether an agency may make 规章, told by its name; where the name leaves it open (some 市), it may. */
function mayLegislate({ report, context }: Subject): boolean {
  const name = report.agency.trim();
  if (context.kind === 'town') return false;
  if (context.kind === 'department') return central.test(name) || !localMark.test(name);
  const region = name.replace(/人民政府.*$/, '');
  return region.endsWith('自治区') || !/[区县旗乡镇]$/.test(region);
}

const rowsIssued = rowsWith('disclosure', 'issued');
const rowsMade = rowsWith('disclosure', 'made');

export const whoLegislates = rule('T2-02', {
  source: '立法法',
  says: '规章由国务院部门、省级和设区的市、自治州人民政府制定，其他机关填 0',
  severity: 'warning',
  reads: ['table:disclosure'],
  forEach: (subject) => [...rowsIssued(subject), ...rowsMade(subject)].filter((row) => row.line.id === 'regulations'),
  holds: (row, subject) => {
    const cells = ['issued', 'repealed', 'inForce', 'made']
      .map(row.cell)
      .filter((cell) => (subject.number(cell) ?? 0) > 0);
    const [first] = cells;
    if (subject.context.kind === null) return { why: '机关类型不明', cells: [row.cell('issued')] };
    if (first === undefined || mayLegislate(subject)) return null;
    return {
      title: `规章填了 ${subject.number(first)} 件`,
      detail: `${nameOfCell(subject.format, first)}填 ${subject.number(first)}`,
      cells,
      stated: String(subject.number(first)),
      expected: '0',
      suggestion: '请核实是否应填在“行政规范性文件”一行',
    };
  },
});

export const inForceCarries = rule('T2-03', {
  source,
  says: '现行有效件数，应等于上年现行有效件数加本年制发、减本年废止',
  severity: 'warning',
  note: '跨年；格内有说明的行不核对',
  reads: ['table:disclosure'],
  forEach: comparable('issued', 'repealed', 'inForce'),
  holds: (row, subject) => {
    const cells = ['inForce', 'issued', 'repealed'].map(row.cell);
    if (typeof subject.last === 'string') return needsLast(subject.last, row, 'inForce');
    if (cells.some((cell) => subject.report.notes?.[cell] !== undefined)) return { why: '格内有说明', cells };
    const [inForce, issued, repealed] = cells.map((cell) => subject.number(cell));
    const before = subject.last.number(row.cell('inForce'));
    if (inForce == null || issued == null || repealed == null || before === null)
      return { why: blankCells, cells: unreadable(subject, cells) };
    return differs(
      row,
      row.cell('inForce'),
      inForce,
      before + issued - repealed,
      `上年现行有效 ${before} + 制发 ${issued} - 废止 ${repealed}`,
    );
  },
});

export const openedOfMade = rule('T2-05', {
  source,
  says: '本年新公开数量一般不多于本年新制作数量',
  severity: 'notice',
  note: '2019 年格式',
  reads: ['table:disclosure'],
  forEach: rowsWith('disclosure', 'made', 'disclosed'),
  holds: (row, subject) => {
    const [made, disclosed] = [subject.number(row.cell('made')), subject.number(row.cell('disclosed'))];
    const cells = [row.cell('made'), row.cell('disclosed')];
    if (made === null || disclosed === null) return { why: blankCells, cells: unreadable(subject, cells) };
    if (made >= disclosed) return null;
    return {
      title: `${title(row)}新公开多于新制作`,
      detail: `表二“${title(row)}”：新制作 ${made}，新公开 ${disclosed}，相差 ${disclosed - made}`,
      cells,
      stated: String(disclosed),
      expected: `不多于 ${made}`,
      difference: String(disclosed - made),
    };
  },
});

export const itemsCarry = rule('T2-07', {
  source,
  says: '上一年项目数量，应等于上年报告的上一年项目数量加其本年增减',
  severity: 'notice',
  note: '2019 年格式，跨年',
  reads: ['table:disclosure'],
  forEach: comparable('itemsLastYear', 'change'),
  holds: (row, subject) => {
    const { last } = subject;
    const cell = row.cell('itemsLastYear');
    if (typeof last === 'string') return needsLast(last, row, 'itemsLastYear');
    const [stated, before, change] = [subject.number(cell), last.number(cell), last.number(row.cell('change'))];
    if (stated === null || before === null || change === null)
      return { why: blankCells, cells: unreadable(subject, [cell]) };
    return differs(
      row,
      cell,
      stated,
      before + change,
      `上年报告 ${before} ${change < 0 ? '-' : '+'} ${Math.abs(change)}`,
    );
  },
});

export const tableTwoRules = [stockNotNegative, whoLegislates, inForceCarries, openedOfMade, notNewsTotal, itemsCarry];
