import { looksLikeFigure } from './cell-text';
import type { Grid, GridCell } from './document';
import type { Labels } from './labels';
import { cellsWithin, rowCell, type RowCell, type TableRow } from './table-row';

/** The tables of the form have 60 rows and 15 columns, a long report 5,000 printed lines; what is larger by far is cut. */
export const most = { rows: 12_000, cells: 200, span: 100 } as const;

/** The rows of a grid, every cell with the place it takes. */
export function rowsOfGrid(labels: Labels, grid: Grid, block: number, limit: number): TableRow[] {
  const taken: number[] = [];
  const blocks = [block];
  return grid.rows.slice(0, limit).map((row, index) => {
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
    return { blocks, kind: 'grid', cells, width: at };
  });
}

const clamp = (span: number, limit: number): number => (span >= 1 && span <= limit ? Math.floor(span) : span > limit ? limit : 1);

/** A cell that holds a label and its figures counts as several, of which the place is not known. */
function cellsOf(labels: Labels, cell: GridCell, at: number, span: number): RowCell[] {
  const whole = rowCell(labels, cell.text, at, span, cell.header);
  if (whole.is !== 'text') return [whole];
  const parts = cellsWithin(labels, cell.text);
  if (parts === null || looksLikeFigure(parts[0] ?? '')) return [whole];
  return parts.map((text) => rowCell(labels, text, at, 1, cell.header));
}
