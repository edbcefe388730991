import { tableIds } from '@/lib/statute/format';
import type { CellId, TableId } from '@/lib/statute/table';
import { absentCells } from '@/lib/checks/rules/form/arrangement';
import { listCells, nameOfCell, shortNameOfCell, tableName } from '@/lib/checks/engine/place';
import { rule, type Breach, type Verdict } from '@/lib/checks/engine/rule';
import type { OddCell, Oddity, Subject } from '@/lib/checks/engine/subject';
import { perFormat } from '@/lib/checks/engine/per-format';
import { tableParts } from '@/lib/checks/engine/unchanged';

const source = '统一格式';
const eachTable = (): readonly TableId[] => tableIds;
const odd =
  (...oddities: Oddity[]) =>
  (subject: Subject): readonly OddCell[] =>
    subject.figures.odd.filter(({ oddity }) => oddities.includes(oddity));

/** Blank cells; those of rows that the document does not have at all are told by another rule. */
function blanksInDocument(subject: Subject, table: TableId): CellId[] {
  const absent = absentCells(subject);
  return blanks(subject, table).filter((cell) => !absent.has(cell));
}

function blanks({ figures, format }: Subject, table: TableId): CellId[] {
  if (figures.blank.size === 0) return [];
  return [...figures.blank].filter((id) => {
    const cell = format.cell(id);
    return cell?.table === table && !cell.isTotal;
  });
}

const oddCell = ({ cell, raw, why }: OddCell, subject: Subject, title: string, detail: string): Breach => ({
  title: `${shortNameOfCell(subject.format, cell.id)}${title}`,
  detail: `${nameOfCell(subject.format, cell.id)}：${why === '' ? detail : why}`,
  cells: [cell.id],
  stated: raw,
});

export const wholeNumbers = rule('CELL-01', {
  source,
  says: '件数须为不小于 0 的整数，金额须为不小于 0 的数',
  severity: 'error',
  note: '2019 年格式的“本年增/减”可以是负数',
  reads: tableParts,
  forEach: odd('unreadable'),
  holds: (cell, subject) => oddCell(cell, subject, '填的不是数字', ''),
});

/** Rows whose parts hold figures while their total is blank. */
function forgottenTotals(subject: Subject, table: TableId): CellId[] {
  const absent = absentCells(subject);
  const ofTable = (id: CellId): boolean => subject.format.cell(id)?.table === table;
  return subject.format.sums
    .filter(
      ({ whole, parts }) =>
        ofTable(whole) &&
        !absent.has(whole) &&
        subject.figures.blank.has(whole) &&
        parts.some((part) => subject.number(part) !== null),
    )
    .flatMap(({ whole }, index, sums) => (sums.findIndex((sum) => sum.whole === whole) === index ? [whole] : []));
}

export const blankInFile = rule('CELL-02', {
  source,
  says: '表内各格都应有数，没有的填 0',
  severity: 'notice',
  note: '只用于读入的文件；分项有数而总计空缺时为待说明',
  reads: tableParts,
  forEach: (subject) => (subject.context.purpose === 'file' && subject.figures.blank.size > 0 ? tableIds : []),
  holds: (table, subject): Verdict => {
    const totals = forgottenTotals(subject, table);
    const cells = [...blanksInDocument(subject, table), ...totals];
    if (cells.length === 0) return null;
    return {
      title: `${tableName(subject.format, table)} ${cells.length} 格空缺`,
      detail: `${tableName(subject.format, table)}空缺 ${cells.length} 格：${listCells(subject.format, cells)}`,
      cells,
      severity: totals.length > 0 ? 'warning' : 'notice',
    };
  },
});

export const noteInCell = rule('CELL-03', {
  source,
  says: '单元格内应只填数字，说明写在表下',
  severity: 'notice',
  reads: tableParts,
  forEach: ({ report, format, figures }) => [
    ...figures.odd.flatMap(({ cell, raw, oddity }) =>
      oddity === 'note' && report.notes?.[cell.id] === undefined ? [{ id: cell.id, text: raw }] : [],
    ),
    ...Object.entries(report.notes ?? {}).flatMap(([id, text]) =>
      format.cell(id) === undefined || text.trim() === '' ? [] : [{ id, text }],
    ),
  ],
  holds: ({ id, text }, subject) => ({
    title: `${shortNameOfCell(subject.format, id)}格内有说明`,
    detail: `${nameOfCell(subject.format, id)}：“${text.trim()}”，按数字 ${subject.number(id) ?? '（空）'} 核对`,
    cells: [id],
    stated: text,
  }),
});

export const figureForm = rule('CELL-04', {
  source,
  says: '数字应用半角阿拉伯数字，前后不留空格',
  severity: 'notice',
  note: '每张表一条',
  reads: tableParts,
  forEach: (subject) => (subject.figures.odd.some(({ oddity }) => oddity === 'form') ? tableIds : []),
  holds: (table, subject) => {
    const found = odd('form')(subject).filter(({ cell }) => cell.table === table);
    const [first] = found;
    if (first === undefined) return null;
    const cells = found.map(({ cell }) => cell.id);
    return {
      title: `${tableName(subject.format, table)} ${cells.length} 处数字写法不规范`,
      detail: `${listCells(subject.format, cells, 2)}；如“${first.raw}”按 ${subject.number(first.cell.id) ?? '空'} 核对`,
      cells,
    };
  },
});

const fees = perFormat((format) => format.cells.filter((cell) => cell.number === 'amount' && cell.unit === '万元'));
const kindUnknown = '机关类型不明';

export const plausibleFee = rule('CELL-05', {
  source,
  says: '行政事业性收费以万元计，小数不超过六位，单个部门不会超过一百亿元',
  severity: 'warning',
  reads: ['table:disclosure'],
  forEach: ({ format }) => fees(format),
  holds: ({ id }, subject) => {
    const value = subject.number(id);
    const raw = subject.report.cells[id] ?? '';
    if (value === null || value === 0) return null;
    const decimals = /\.(\d+?)0*$/.exec(raw)?.[1]?.length ?? 0;
    const { kind } = subject.context;
    if (decimals <= 6 && value > 1_000_000 && kind === null) return { why: kindUnknown, cells: [id] };
    const tooMuch = value > 1_000_000 && (kind === 'department' || kind === 'town');
    if (decimals <= 6 && !tooMuch) return null;
    return {
      title: tooMuch ? `收费 ${raw} 万元，单位可能是元` : `收费金额有 ${decimals} 位小数`,
      detail: `${nameOfCell(subject.format, id)}填 ${raw} 万元`,
      cells: [id],
      stated: raw,
      suggestion: tooMuch ? '请核实单位是否为元' : '请核实金额',
    };
  },
});

export const feeUnit = rule('CELL-06', {
  source,
  says: '部门、乡镇街道的收费为一万以上的整数时，请核实单位是万元还是元',
  severity: 'notice',
  reads: ['table:disclosure'],
  forEach: ({ format }) => fees(format),
  holds: ({ id }, subject) => {
    const value = subject.number(id);
    const { kind } = subject.context;
    if (value === null || value < 10_000 || value > 1_000_000 || !Number.isInteger(value) || kind === 'government')
      return null;
    if (kind === null) return { why: kindUnknown, cells: [id] };
    const raw = subject.report.cells[id] ?? '';
    return {
      title: `收费 ${raw} 万元，请核实单位`,
      detail: `${nameOfCell(subject.format, id)}填 ${raw} 万元`,
      cells: [id],
      stated: raw,
    };
  },
});

export const unfilled = rule('CELL-07', {
  source: '统一格式：无数据填 0',
  says: '每格都要填，没有的请填 0',
  severity: 'error',
  note: '只用于填报中的报告；每张表一条',
  reads: tableParts,
  forEach: ({ context }) => (context.purpose === 'draft' ? eachTable() : []),
  holds: (table, subject) => {
    const cells = blanks(subject, table);
    const [only] = cells;
    if (only === undefined) return null;
    const name = tableName(subject.format, table);
    return {
      title: `${cells.length} 格未填`,
      detail: `${name}有 ${cells.length} 格未填：${listCells(subject.format, cells)}`,
      cells,
      ...(cells.length === 1 && { fix: { cell: only, value: '0', label: '补 0' } }),
    };
  },
});

export const unitInCell = rule('FMT-09', {
  source,
  says: '单元格内应只填数字，不重复写单位；收费以万元计',
  severity: 'warning',
  reads: tableParts,
  forEach: odd('unit'),
  holds: (cell, subject) => oddCell(cell, subject, '格内写了单位', `填的是“${cell.raw.trim()}”`),
});

export const cellRules = [
  wholeNumbers,
  blankInFile,
  noteInCell,
  figureForm,
  plausibleFee,
  feeUnit,
  unfilled,
  unitInCell,
];
