import { isFigure, rowsOf, type PrintedLine } from './pdf-lines';
import type { Piece } from './pdf-page';

const centre = (piece: Piece): number => (piece.left + piece.right) / 2;

/** How far above its first row the heads of a table stand, in lines of its type. */
const reach = 10;

/**
 * Where no rulings part the heads of a table: short words stacked above a column of figures are put together, one cell
 * for every column, as a line before the first row of figures.
 */
export function stackedHeads(pieces: readonly Piece[]): { pieces: readonly Piece[]; heads: PrintedLine[] } {
  const taken = new Set<Piece>();
  const heads: PrintedLine[] = [];
  let before = 0;
  for (const row of rowsOf(pieces)) {
    const figures = row.filter(isFigure);
    const follows = figures.length > 0 && figures.length === before;
    before = figures.length;
    if (figures.length < 5 || follows) continue;
    const columns = figures.map(centre);
    const spacing = Math.min(...columns.slice(1).map((x, index) => x - (columns[index] ?? 0)));
    const top = Math.min(...row.map((piece) => piece.top));
    const above = pieces.filter(
      (piece) =>
        piece.bottom <= top + 2 &&
        top - piece.top < reach * piece.size &&
        !isFigure(piece) &&
        piece.text.length <= 6 &&
        piece.right - piece.left < 1.3 * spacing,
    );
    const stacks = columns.map((x) =>
      above
        .filter((piece) => !taken.has(piece) && Math.abs(centre(piece) - x) < 0.45 * spacing)
        .sort((a, b) => a.top - b.top),
    );
    if (stacks.filter((stack) => stack.length > 0).length < 0.8 * columns.length) continue;
    for (const piece of stacks.flat()) taken.add(piece);
    const [first] = figures;
    const size = first?.size ?? 0;
    heads.push({
      cells: stacks.map((stack) => stack.map((piece) => piece.text).join('')),
      left: Math.min(...columns),
      right: Math.max(...columns),
      top: top - 0.6,
      bottom: top + size - 0.6,
      size,
    });
  }
  return { pieces: taken.size === 0 ? pieces : pieces.filter((piece) => !taken.has(piece)), heads };
}
