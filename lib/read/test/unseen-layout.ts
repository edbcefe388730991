import type { Report } from '@/lib/report/report';
import { formatById } from '@/lib/statute/formats';
import { laidOut, type Laid, type Piece } from './laid-out';

export const laidOf = (report: Report): Laid[] => {
  const format = formatById(report.format);
  if (format === undefined) throw new Error(report.format);
  return laidOut(format, report.cells);
};

export const rowsOfLaid = (laid: Laid): Piece[][] =>
  Array.from({ length: laid.height }, (_, row) =>
    laid.pieces.filter((piece) => piece.row === row).sort((a, b) => a.column - b.column),
  );

/** Every place of the table with its text; spanned places hold '' or the text again. */
export function places(laid: Laid, again: boolean): string[][] {
  const rows = Array.from({ length: laid.height }, () => Array.from({ length: laid.width }, () => ''));
  for (const piece of laid.pieces)
    for (let row = piece.row; row < piece.row + piece.down; row += 1)
      for (let column = piece.column; column < piece.column + piece.across; column += 1)
        if (again || (row === piece.row && column === piece.column)) (rows[row] as string[])[column] = piece.text;
  return rows;
}

export const reworded = (laid: Laid, word: (text: string) => string): Laid => ({
  ...laid,
  pieces: laid.pieces.map((piece) => (piece.label ? { ...piece, text: word(piece.text) } : piece)),
});
export const refigured = (laid: Laid, word: (text: string, index: number) => string): Laid => ({
  ...laid,
  pieces: laid.pieces.map((piece, index) => (piece.label ? piece : { ...piece, text: word(piece.text, index) })),
});
