import type { TableId } from '@/lib/statute/table';
import { air, headerLines, isItem } from './docx-label-lines';
import { cellStyle, tableSize, textWidth, type CellStyle, type FigureType } from './docx-styles';
import type { Grid, GridCell, GridFigure, GridHeader, Layout } from '@/lib/render/grid';
import type { OutlineTable } from '@/lib/render/outline';
import { wordsOf } from '@/lib/render/words';

/** Where and how a cell stands; the part of a merged cell in a row below its first continues it. */
export interface CellLayout {
  readonly style: CellStyle;
  readonly column: number;
  readonly span: number;
  readonly merge: 'none' | 'start' | 'continue';
  readonly vertical: boolean;
}

export interface RowLayout {
  readonly header: boolean;
  /** On one page with the next row: said of a row that its styles do not say it of, or say it of falsely. */
  readonly withNext: boolean | null;
  readonly cells: readonly CellLayout[];
}

/** The same for all reports of a format whose tables are followed alike. */
interface TableFrame {
  /** Unique among all. */
  readonly name: string;
  readonly rows: readonly RowLayout[];
}

export interface TableLayout extends TableFrame {
  readonly table: TableId;
  readonly caption: string;
  readonly description: string;
  /** In twips, whole numbers that add up to the text. */
  readonly widths: readonly number[];
  readonly figures: FigureType;
  readonly grid: Grid;
}

/**
 * Twips that a digit takes at most for each half-point of its size; 宋体 has 5, the fonts that stand in for it up to 6.5.
 */
const digit = 6.5;
/** Margins of a cell left and right. */
const side = 20;
/** Half-points below which figures rather stand closer than get smaller, and below which columns rather get wider. */
const legible = 16;
const smallest = 18;
/** Percent of their width to which figures may be pressed. */
const closest = 60;

/** A table as the .docx lays it out: column widths in twips, type of the figures, its grid. */
export function tableLayout(table: OutlineTable): TableLayout {
  const { id, grid, caption, description } = table;
  const widths = columnWidths(table);
  return { ...frameOf(table), table: id, caption, description, widths, figures: figureType(table, widths), grid };
}

/** The lines of each cell, row by row; none in a blank one and in what continues another. */
export function textsOf({
  table,
  grid,
  rows,
  widths,
}: Pick<TableLayout, 'table' | 'grid' | 'rows' | 'widths'>): string[][] {
  return rows.flatMap((row, index) => {
    const own = grid.rows[index]?.cells ?? [];
    return row.cells.map((cell) => {
      const source = cell.merge === 'continue' ? undefined : own.find(({ column }) => column === cell.column);
      if (source === undefined) return [];
      if (source.is === 'figure') return source.value === null ? [] : [source.value];
      return headerLines(table, source, cell.vertical, spanned(widths, cell.column, cell.span));
    });
  });
}

const frames = new WeakMap<Layout, Map<boolean, TableFrame>>();
let framed = 0;

function frameOf(table: OutlineTable): TableFrame {
  const held = table.remarks.length > 0;
  const both = frames.get(table.grid.layout) ?? new Map<boolean, TableFrame>();
  frames.set(table.grid.layout, both);
  const known = both.get(held);
  if (known !== undefined) return known;
  framed += 1;
  const made = { name: `${table.id} ${framed}`, rows: rowLayouts(table, held) };
  both.set(held, made);
  return made;
}

/** Rows with the continued parts of merged cells at their places. */
function rowLayouts({ grid, id }: OutlineTable, held: boolean): RowLayout[] {
  const last = grid.rows.length - 1;
  // Table two has headers within; those on top count as such, so that assistive technology knows the table has any.
  const leading = grid.rows.findIndex((row) => row.cells.some((cell) => cell.is === 'figure'));
  let open: { cell: CellLayout; until: number }[] = [];
  return grid.rows.map((row, index) => {
    open = open.filter(({ until }) => until > index);
    const continued = open.map(({ cell }): CellLayout => ({ ...cell, merge: 'continue' }));
    const own = row.cells.map((cell): CellLayout => {
      const vertical = isVertical(grid, cell);
      const laid: CellLayout = {
        style: styleOf(id, cell, vertical),
        column: cell.column,
        span: cell.colSpan,
        merge: cell.rowSpan > 1 ? 'start' : 'none',
        vertical,
      };
      if (cell.rowSpan > 1) open.push({ cell: laid, until: index + cell.rowSpan });
      return laid;
    });
    const cells = [...continued, ...own].sort((a, b) => a.column - b.column);
    const header = row.head || index < leading;
    // A short table stays on one page, by its styles; table three begins one, and no row or two of it are left over.
    const withNext =
      id === 'applications'
        ? !header && index > last - 4 && (index < last || held)
          ? true
          : null
        : index < last || held
          ? null
          : false;
    return { header, withNext, cells };
  });
}

const isVertical = (grid: Grid, cell: GridCell): boolean =>
  cell.is === 'header' && cell.heads === 'rows' && cell.column === 0 && grid.labels > 2;

function styleOf(table: TableId, cell: GridCell, vertical: boolean): CellStyle {
  if (cell.is === 'figure') return cellStyle(table, 'Figure');
  if (vertical) return cellStyle(table, 'Group');
  if (cell.heads !== 'row' && cell.heads !== 'rows') return cellStyle(table, 'Head');
  return cellStyle(table, isItem(cell) ? 'Item' : 'Label');
}

function columnWidths({ grid, id }: Pick<OutlineTable, 'id' | 'grid'>): number[] {
  const figures = grid.width - grid.labels;
  if (id === 'disclosure') {
    const names = headers(grid).filter((cell) => cell.heads === 'row');
    const label = Math.min(2800, Math.max(2245, ...names.map((cell) => cell.text.length * tableSize[id] * 10 + 200)));
    return [label, ...shared(textWidth - label, figures)];
  }
  const wanted = Array.from({ length: figures }, (_, index) => figureWidth(grid, grid.labels + index, id));
  const total = wanted.reduce((sum, width) => sum + width, 0);
  if (id === 'remedies') return total > textWidth ? shared(textWidth, figures) : widened(wanted, textWidth - total);
  const labels = [400, 1000].slice(0, grid.labels - 1);
  const fixed = labels.reduce((sum, width) => sum + width, 0);
  const most = textWidth - fixed - 1900;
  const kept = total <= most ? wanted : shared(most, figures);
  return [...labels, textWidth - fixed - kept.reduce((sum, width) => sum + width, 0), ...kept];
}

function shared(width: number, parts: number): number[] {
  return Array.from(
    { length: parts },
    (_, index) => Math.floor((width * (index + 1)) / parts) - Math.floor((width * index) / parts),
  );
}

/** What is to spare goes to the narrowest first. */
function widened(widths: readonly number[], spare: number): number[] {
  const sorted = [...widths].sort((a, b) => a - b);
  let sum = 0;
  let level = 0;
  for (const [index, width] of sorted.entries()) {
    sum += width;
    level = (sum + spare) / (index + 1);
    if (level <= (sorted[index + 1] ?? Infinity)) break;
  }
  const raised = widths.map((width) => Math.max(width, Math.floor(level)));
  const left = textWidth - raised.reduce((total, width) => total + width, 0);
  return raised.map((width, index) => width + (index < left ? 1 : 0));
}

function figureWidth(grid: Grid, column: number, table: TableId): number {
  let width = table === 'remedies' ? 500 : 540;
  for (const row of grid.rows) {
    for (const cell of row.cells) {
      if (cell.column !== column || cell.colSpan !== 1) continue;
      width = Math.max(
        width,
        cell.is === 'figure'
          ? digitsOf(cell) * smallest * digit + 2 * side
          : longestWord(cell) * tableSize[table] * 10 + air,
      );
    }
  }
  return width;
}

/** Figures in the size of the labels; where the longest would break, smaller, and then closer. */
function figureType({ grid, id }: OutlineTable, widths: readonly number[]): FigureType {
  let room: number = tableSize[id];
  for (const row of grid.rows) {
    for (const cell of row.cells) {
      if (cell.is === 'figure' && digitsOf(cell) > 0)
        room = Math.min(room, (spanned(widths, cell.column, cell.colSpan) - 2 * side) / (digitsOf(cell) * digit));
    }
  }
  const size = Math.floor(room);
  if (size >= legible) return { size: size === tableSize[id] ? null : size, scale: 100 };
  const scale = Math.max(closest, Math.floor((100 * room) / legible));
  return { size: Math.max(8, Math.min(legible, Math.floor((100 * room) / scale))), scale };
}

const spanned = (widths: readonly number[], column: number, span: number): number => {
  let sum = 0;
  for (let at = column; at < column + span; at += 1) sum += widths[at] ?? 0;
  return sum;
};

const headers = (grid: Grid): GridHeader[] =>
  grid.rows.flatMap((row) => row.cells.filter((cell) => cell.is === 'header'));
const digitsOf = (cell: GridFigure): number => (cell.value ?? '').length;
const longestWord = (cell: GridHeader): number => Math.max(...wordsOf(cell.text).map((word) => word.length));
