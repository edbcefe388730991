import { gridOf, type GridCell as Printed } from '@/lib/render/grid';
import type { Format } from '@/lib/statute/format';
import { tableIds } from '@/lib/statute/format';
import type { CellId, TableId } from '@/lib/statute/table';
import type { Grid, GridCell, Line } from '@/lib/read/document';

/** A cell of a table before it is written down: a label or a figure, with the places it takes. */
export interface Piece {
  readonly text: string;
  readonly label: boolean;
  /** Ids of the cells whose figure stands here; empty for labels. */
  readonly id: CellId | null;
  readonly row: number;
  readonly column: number;
  readonly down: number;
  readonly across: number;
}

export interface Laid {
  readonly table: TableId;
  readonly height: number;
  readonly width: number;
  /** Places the row labels take. */
  readonly labels: number;
  readonly pieces: readonly Piece[];
}

type Cells = Readonly<Record<CellId, string | null>>;

/** The three tables as the renderer lays them out, piece by piece. */
export function laidOut(format: Format, cells: Cells): Laid[] {
  return tableIds.map((table) => {
    const grid = gridOf(format.tables[table], cells);
    const pieces = grid.rows.flatMap((row, index) =>
      row.cells.map(
        (cell: Printed): Piece => ({
          text: cell.is === 'header' ? cell.text : (cell.value ?? ''),
          label: cell.is === 'header',
          id: cell.is === 'figure' ? cell.id : null,
          row: index,
          column: cell.column,
          down: cell.rowSpan,
          across: cell.colSpan,
        }),
      ),
    );
    return { table, height: grid.rows.length, width: grid.width, labels: grid.labels, pieces };
  });
}

const rowsOf = (laid: Laid): Piece[][] =>
  Array.from({ length: laid.height }, (_, row) =>
    laid.pieces.filter((piece) => piece.row === row).sort((a, b) => a.column - b.column),
  );

const cell = (piece: Piece, colspan = piece.across, rowspan = piece.down): GridCell => ({
  text: piece.text,
  colspan,
  rowspan,
  header: false,
});

export type Spans = 'kept' | 'blank' | 'repeated';

/** A grid of it: spans kept, or lost with blanks in the places they took, or with their text in every place. */
export function asGrid(laid: Laid, spans: Spans): Grid {
  if (spans === 'kept')
    return { is: 'grid', caption: null, rows: rowsOf(laid).map((row) => row.map((piece) => cell(piece))) };
  return {
    is: 'grid',
    caption: null,
    rows: dense(laid, spans).map((row) => row.map((text) => ({ text, colspan: 1, rowspan: 1, header: false }))),
  };
}

function dense(laid: Laid, spans: Spans): string[][] {
  const rows = Array.from({ length: laid.height }, () => Array.from({ length: laid.width }, () => ''));
  for (const piece of laid.pieces) {
    for (let row = piece.row; row < piece.row + piece.down; row += 1) {
      for (let column = piece.column; column < piece.column + piece.across; column += 1) {
        const first = row === piece.row && column === piece.column;
        const line = rows[row];
        if (line !== undefined && (first || spans === 'repeated')) line[column] = piece.text;
      }
    }
  }
  return rows;
}

/** Printed lines with one cell for each piece, blanks kept: what tabs leave of a table. */
export const asTabbed = (laid: Laid): Line[] =>
  dense(laid, 'blank')
    .filter((row) => row.some((text) => text !== ''))
    .map(line);

/** Printed lines of the pieces that begin in each row, nothing in the places they span. */
export const asPieces = (laid: Laid): Line[] => rowsOf(laid).map((row) => line(row.map(({ text }) => text)));

/** Lines as wide gaps cut them: blank cells leave no trace. */
export const asGaps = (laid: Laid): Line[] =>
  rowsOf(laid)
    .map((row) => line(row.map(({ text }) => text).filter((text) => text !== '')))
    .filter(({ cells }) => cells.length > 0);

/** A grid whose spans and the places they took are both lost. */
export const asRagged = (laid: Laid): Grid => ({
  is: 'grid',
  caption: null,
  rows: rowsOf(laid).map((row) => row.map((piece) => cell(piece, 1, 1))),
});

/** One line for each piece. */
export const asColumn = (laid: Laid): Line[] =>
  laid.pieces.length === 0 ? [] : rowsOf(laid).flatMap((row) => row.map(({ text }) => line([text])));

const line = (cells: readonly string[]): Line => ({ is: 'line', cells, opens: true });

export const relabelled = (laid: Laid, word: (text: string, index: number) => string): Laid => ({
  ...laid,
  pieces: laid.pieces.map((piece, index) => (piece.label ? { ...piece, text: word(piece.text, index) } : piece)),
});

/** With one more column at `place`, `head` over it and `text` in every row of figures. */
export function withColumn(laid: Laid, place: number, head: string, text: string): Laid {
  const moved = laid.pieces.map((piece) => {
    if (piece.column >= place) return { ...piece, column: piece.column + 1 };
    return piece.column + piece.across > place ? { ...piece, across: piece.across + 1 } : piece;
  });
  const figureRows = [...new Set(laid.pieces.filter(({ id }) => id !== null).map(({ row }) => row))];
  const covered = (row: number): boolean =>
    moved.some(
      (piece) =>
        piece.row <= row &&
        row < piece.row + piece.down &&
        piece.column <= place &&
        place < piece.column + piece.across,
    );
  const free = Array.from({ length: laid.height }, (_, row) => row).filter((row) => !covered(row));
  const heads = free.filter(
    (row) => !figureRows.includes(row) && !free.includes(row - 1 < 0 || figureRows.includes(row - 1) ? -1 : row - 1),
  );
  const down = (row: number): number =>
    free.filter(
      (other) =>
        other >= row && !figureRows.includes(other) && !figureRows.some((figure) => row < figure && figure < other),
    ).length;
  const added = heads.map(
    (row): Piece => ({ text: head, label: false, id: null, row, column: place, down: down(row), across: 1 }),
  );
  const figures = figureRows
    .filter((row) => !covered(row))
    .map((row): Piece => ({ text, label: false, id: null, row, column: place, down: 1, across: 1 }));
  return { ...laid, width: laid.width + 1, pieces: [...moved, ...added, ...figures] };
}

/** The same rows on two pages: the first `rows` in one, the rest in another; `again` repeats the header rows. */
export function split(laid: Laid, rows: number, again: boolean): [Laid, Laid] {
  const first = Math.min(...laid.pieces.filter(({ id }) => id !== null).map(({ row }) => row));
  const heads = again && laid.table === 'applications' ? first : 0;
  const part = (from: number, to: number, shift: number): Piece[] =>
    laid.pieces.flatMap((piece) => {
      const begin = Math.max(piece.row, from);
      const end = Math.min(piece.row + piece.down, to);
      return begin >= end
        ? []
        : [{ ...piece, text: begin > piece.row ? '' : piece.text, row: begin - from + shift, down: end - begin }];
    });
  const top = { ...laid, height: rows, pieces: part(0, rows, 0) };
  const rest = {
    ...laid,
    height: laid.height - rows + heads,
    pieces: [...part(0, heads, 0), ...part(rows, laid.height, heads)],
  };
  return [top, rest];
}
