import { looksLikeFigure } from './cell-text';
import type { Grid, GridCell } from '@/lib/read/document';
import type { Labels } from './labels';
import { cellsWithin } from './cells-within';
import { rowCell, type RowCell, type TableRow } from './table-row';

/**
 * The tables of the form have 60 rows and 15 columns, a long report 5,000 printed lines; what is larger by far is cut.
 */
export const most = { rows: 12_000, cells: 200, span: 100 } as const;

/** The rows of a grid, every cell with the place it takes. */
export function rowsOfGrid(labels: Labels, grid: Grid, block: number, limit: number): TableRow[] {
  const taken: number[] = [];
  const blocks = [block];
  const rows = grid.rows.slice(0, limit).map((row, index) => {
    const cells: RowCell[] = [];
    let at = 0;
    for (const cell of row.slice(0, most.cells)) {
      while ((taken[at] ?? 0) > index) at += 1;
      const span = clamp(cell.colspan, most.span);
      const until = index + clamp(cell.rowspan, most.rows);
      for (let place = at; place < at + span; place += 1) taken[place] = until;
      cells.push(...cellsOf(labels, cell, at, span));
      at += span;
    }
    while ((taken[at] ?? 0) > index) at += 1;
    return { blocks, kind: 'grid' as const, cells, width: at };
  });
  return withoutSerials(rows);
}

/** A column headed 序号 counts rows and holds no figures. */
function withoutSerials(rows: readonly TableRow[]): TableRow[] {
  const head = rows
    .slice(0, 3)
    .flatMap(({ cells }) => cells.slice(0, 1))
    .find(({ text }) => /^序\s*号$/.test(text.trim()));
  if (head === undefined || head.span > 1) return [...rows];
  return rows.map((row) => ({
    ...row,
    cells: row.cells.filter(({ at, span, is }) => at !== head.at || span > 1 || (is !== 'figure' && is !== 'corner')),
  }));
}

const clamp = (span: number, limit: number): number =>
  span >= 1 && span <= limit ? Math.floor(span) : span > limit ? limit : 1;

/** A cell that holds a label and its figures counts as several, of which the place is not known. */
function cellsOf(labels: Labels, cell: GridCell, at: number, span: number): RowCell[] {
  const whole = rowCell(labels, cell.text, at, span, cell.header);
  if (whole.is !== 'text') return [whole];
  const parts = cellsWithin(labels, cell.text);
  if (parts === null || looksLikeFigure(parts[0] ?? '')) return [whole];
  return parts.map((text) => rowCell(labels, text, at, 1, cell.header));
}
