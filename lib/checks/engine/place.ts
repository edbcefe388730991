import type { Format } from '@/lib/statute/format';
import type { Cell, CellId, Line, TableId } from '@/lib/statute/table';
import { perFormat } from './per-format';

const numbering = /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.．])/;

/** A form has few labels and names them at every keystroke, so each is cut down once. */
const bared = new Map<string, string>();

/** A label of the form without its number, its note in brackets and the words that every label of its kind carries. */
export function bareLabel(label: string): string {
  const known = bared.get(label);
  if (known !== undefined) return known;
  const bare = label
    .replace(numbering, '')
    .replace(/（.*）$/, '')
    .replace(/^申请人/, '')
    .replace(/、行政机关不再处理.*$/, '')
    .replace(/政府信息公开申请数量$/, '')
    .replace(/继续办理$/, '')
    .replace(/^本年度(?=办理)/, '');
  bared.set(label, bare);
  return bare;
}

/** The headings of a line that tell it from others: as many as its id has parts (the others only order rows). */
function told(line: Line): string[] {
  return line.labels.slice(-line.id.split('.').length);
}

/** A line has one name, and findings ask for it at every keystroke. */
function perLine(name: (line: Line) => string): (line: Line) => string {
  const known = new WeakMap<Line, string>();
  return (line) => {
    const words = known.get(line) ?? name(line);
    known.set(line, words);
    return words;
  };
}

/** 本年新收, 予以公开, 不予公开 · 属于国家秘密, 办理结果 (for its total). */
export const rowName = perLine((row) => {
  if (row.id === '') return '';
  const labels = told(row);
  if (row.kind === 'total' && labels.length === 1 && row.labels.length > 1) return bareLabel(row.labels.at(-2) ?? '');
  return labels.map(bareLabel).join(' · ');
});

/** 自然人, 商业企业, 总计; 行政复议 · 总计 in table four. A bare 其他 names its heading. */
export const columnName = perLine((column) => {
  const labels = told(column).map(bareLabel);
  const heading = column.labels.at(-2);
  if (labels.length === 1 && labels[0] === '其他' && heading !== undefined) return `其他（${heading}）`;
  return labels.join(' · ');
});

/** A row within a sum: 新收, 上年结转, 办理结果. */
export const termName = perLine((row) => rowName(row).replace(/^本年(?=新收)/, ''));

/** 本年新收 · 自然人; 行政复议 · 总计. For findings and tight places. */
export function shortNameOfCell(format: Format, id: CellId): string {
  const cell = format.cell(id);
  return cell === undefined ? id : shortName(cell);
}

function shortName(cell: Cell): string {
  return [rowName(cell.row), columnName(cell.column)].filter((part) => part !== '').join(' · ');
}

/** 表三“一、本年新收政府信息公开申请数量”自然人. The labels stand as printed. */
export function nameOfCell(format: Format, id: CellId): string {
  const cell = format.cell(id);
  if (cell === undefined) return id;
  const table = tableName(format, cell.table);
  if (cell.row.id === '') {
    const [group = '', ...rest] = told(cell.column);
    return `${table}“${group}”${rest.join('')}`;
  }
  return `${table}“${told(cell.row).join('')}”${columnName(cell.column)}`;
}

/** 表三 · 本年新收 · 总计: how a linked figure is named. */
export function figureName(format: Format, id: CellId): string {
  const cell = format.cell(id);
  return cell === undefined ? id : `${tableName(format, cell.table)} · ${shortName(cell)}`;
}

export const tableName = (format: Format, table: TableId): string => format.tables[table].name;

/** The cells of one table as people would read them out: row by row, at most `most` rows named. */
export function listCells(format: Format, ids: readonly CellId[], most = 4): string {
  const rows = new Map<string, Cell[]>();
  for (const id of ids) {
    const cell = format.cell(id);
    if (cell !== undefined) rows.set(cell.row.id, [...(rows.get(cell.row.id) ?? []), cell]);
  }
  const named = [...rows.values()].slice(0, most).map(nameOfRowPart(format));
  return named.join('；') + (rows.size > most ? ` 等 ${rows.size} 行` : '');
}

/** Some cells of one row: 本年新收：自然人、总计; 本年新收：整行; 行政复议 · 结果维持、总计. */
const nameOfRowPart =
  (format: Format) =>
  (cells: readonly Cell[]): string => {
    const [first] = cells;
    if (first === undefined) return '';
    const width = widths(format).get(rowKey(first));
    const name = rowName(first.row);
    const whole =
      cells.length > 1 &&
      (cells.length === width?.all || (cells.length === width?.data && cells.every(({ isTotal }) => !isTotal)));
    const columns = whole
      ? '整行'
      : cells.map((cell, index) => behind(columnName(cell.column), cells[index - 1])).join('、');
    return name === '' ? columns : `${name}：${columns}`;
  };

/** A column's name without the heading that it shares with the one named before it. */
function behind(name: string, before: Cell | undefined): string {
  const heading = name.slice(0, name.lastIndexOf(' · ') + 1);
  const known = before === undefined ? '' : columnName(before.column);
  return heading !== '' && known.slice(0, known.lastIndexOf(' · ') + 1) === heading
    ? name.slice(heading.length + 2)
    : name;
}

const rowKey = ({ table, row }: Cell): string => `${table} ${row.id}`;

/** How many cells each row has, and how many of them hold no total. */
const widths = perFormat((format) => {
  const counted = new Map<string, { all: number; data: number }>();
  for (const cell of format.cells) {
    const known = counted.get(rowKey(cell)) ?? { all: 0, data: 0 };
    counted.set(rowKey(cell), { all: known.all + 1, data: known.data + (cell.isTotal ? 0 : 1) });
  }
  return counted;
});
