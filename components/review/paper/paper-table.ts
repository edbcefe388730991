import { cellId, columnsOf, rowsOf, type Block, type CellId, type Line, type Table } from '@/lib/statute/table';
import type { CommentView } from '@/lib/workflow/view';
import { rowLabel } from './place';

/**
 * A table cut down to what a reviewer compares: one header row, one label a row, several of them for a statutory table.
 */
export interface PaperTable {
  readonly id: string;
  /** 表三（单位：件）, or the band of a block: 第二十条第（一）项 */
  readonly caption: string;
  readonly corner: string;
  readonly columns: readonly { readonly label: string; readonly quiet: boolean }[];
  readonly rows: readonly PaperRow[];
  readonly changed: boolean;
  readonly commented: boolean;
}

export interface PaperRow {
  readonly label: string;
  readonly cells: readonly PaperCell[];
  /** Nothing but zeros, nothing changed, no comment: such rows fold. */
  readonly quiet: boolean;
}

export interface PaperCell {
  readonly id: CellId;
  readonly value: string | null;
  /** What stood there at the submission before; the same as `value` when there was none. */
  readonly before: string | null;
  readonly changed: boolean;
  readonly isTotal: boolean;
  readonly comments: readonly CommentView[];
}

type Cells = Readonly<Record<CellId, string | null>>;

export function tablesOf(
  table: Table,
  cells: Cells,
  before: Cells | null,
  comments: readonly CommentView[],
): PaperTable[] {
  const read = (id: CellId, isTotal: boolean): PaperCell => {
    const value = cells[id] ?? null;
    const old = before === null ? value : (before[id] ?? null);
    return {
      id,
      value,
      before: old,
      changed: value !== old,
      isTotal,
      comments: comments.filter((comment) => comment.path === id),
    };
  };
  const unit = table.unit === null ? '' : `（单位：${table.unit}）`;
  return table.blocks.map((block, index): PaperTable => {
    const { columns, rows } = block.rows.length === 0 ? stacked(table, block, read) : laidOut(table, block, read);
    const all = rows.flatMap((row) => row.cells);
    return {
      id: `${table.id}-${index}`,
      caption: block.caption ?? table.caption,
      // The corner of table three holds the note on its sums; in a table cut down the name serves better.
      corner: block.corner !== null && block.corner.length <= 6 ? block.corner : `${table.name}${unit}`,
      columns: columns.map((label, column) => ({ label, quiet: rows.every((row) => isQuiet(row.cells[column])) })),
      rows,
      changed: all.some((cell) => cell.changed),
      commented: all.some((cell) => cell.comments.length > 0),
    };
  });
}

type Read = (id: CellId, isTotal: boolean) => PaperCell;
interface Grid {
  readonly columns: readonly string[];
  readonly rows: readonly PaperRow[];
}

function laidOut(table: Table, block: Block, read: Read): Grid {
  const columns = columnsOf(block);
  return {
    columns: columns.map((column) => column.labels.at(-1) ?? ''),
    rows: rowsOf(block).map((row) =>
      rowOf(
        rowLabel(row),
        columns.map((column) => read(cellId(table.id, row.id, column.id), isTotal(row, column))),
      ),
    ),
  };
}

/**
 * A table of one row and many columns (table four) reads as a row for each of its groups, which have the same columns.
 */
function stacked(table: Table, block: Block, read: Read): Grid {
  const groups = new Map<string, Line[]>();
  for (const column of columnsOf(block)) {
    const group = column.labels.slice(0, -1).join(' · ');
    groups.set(group, [...(groups.get(group) ?? []), column]);
  }
  const first = [...groups.values()][0] ?? [];
  return {
    columns: first.map((column) => column.labels.at(-1) ?? ''),
    rows: [...groups].map(([label, columns]) =>
      rowOf(
        label,
        columns.map((column) => read(cellId(table.id, '', column.id), column.kind === 'total')),
      ),
    ),
  };
}

const isTotal = (row: Line, column: Line): boolean => row.kind === 'total' || column.kind === 'total';

function rowOf(label: string, cells: readonly PaperCell[]): PaperRow {
  return { label, cells, quiet: cells.every(isQuiet) };
}

function isQuiet(cell: PaperCell | undefined): boolean {
  return cell === undefined || (cell.value === '0' && !cell.changed && cell.comments.length === 0);
}

/** Rows to show, and runs of at least three quiet rows that fold into one line. */
export type Strip = { readonly rows: readonly PaperRow[]; readonly folded: boolean };

export function stripsOf(rows: readonly PaperRow[], fewest = 3): Strip[] {
  const strips: { rows: PaperRow[]; folded: boolean }[] = [];
  for (const row of rows) {
    const last = strips.at(-1);
    if (last !== undefined && last.folded === row.quiet) last.rows.push(row);
    else strips.push({ rows: [row], folded: row.quiet });
  }
  return strips.map((strip) => ({ ...strip, folded: strip.folded && strip.rows.length >= fewest }));
}

const head = /^(?:[一二三四五六七八九十]+（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、)/;

/** 三（二）至三（六）共 20 行，全部为 0 */
export function foldedLabel(rows: readonly PaperRow[]): string {
  const first = head.exec(rows[0]?.label ?? '')?.[0].replace('、', '');
  const last = head.exec(rows.at(-1)?.label ?? '')?.[0].replace('、', '');
  const range = first === undefined || last === undefined ? '' : first === last ? first : `${first}至${last}`;
  return `${range}共 ${rows.length} 行，全部为 0`;
}
