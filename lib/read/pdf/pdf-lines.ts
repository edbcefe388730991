import type { Piece } from './pdf-page';

/** What is printed on one baseline, from left to right. */
export interface PrintedLine {
  readonly cells: readonly string[];
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly size: number;
}

/** Half-way down a piece, from the top of the page. */
export const middle = (piece: { top: number; bottom: number }): number => (piece.top + piece.bottom) / 2;

/** Pieces that stand on one line; small ones may stand a little higher or lower than large ones. */
export function rowsOf(pieces: readonly Piece[]): Piece[][] {
  const rows: Piece[][] = [];
  for (const piece of [...pieces].sort((a, b) => middle(a) - middle(b))) {
    const row = rows[rows.length - 1];
    const first = row?.[0];
    if (
      row !== undefined &&
      first !== undefined &&
      middle(piece) - middle(first) < 0.4 * Math.min(first.size, piece.size)
    )
      row.push(piece);
    else rows.push([piece]);
  }
  return rows.map((row) => row.sort((a, b) => a.left - b.left));
}

/** Words that the printer set in several moves, put together. */
export function touching(pieces: readonly Piece[]): Piece[] {
  const near = (before: Piece, piece: Piece): boolean =>
    !before.vertical &&
    !piece.vertical &&
    Math.abs(piece.left - before.right) < 0.15 * piece.size &&
    Math.abs(piece.bottom - before.bottom) < 1;
  return rowsOf(pieces).flatMap((row) => {
    const words: Piece[] = [];
    for (const piece of row) {
      const before = words[words.length - 1];
      if (before !== undefined && near(before, piece))
        words[words.length - 1] = { ...before, text: before.text + piece.text, right: piece.right };
      else words.push(piece);
    }
    return words;
  });
}

const wide = /[\u2e80-\u9fff\u3000-\u303f\uff00-\uffef‘’“”…—·]/;

/** A figure alone, as in a cell of a table. */
export const isFigure = (piece: Piece): boolean => /^[-－]?\d+(?:[.,]\d+)*$/.test(piece.text);

/** What stands between two pieces at this distance: nothing, a blank, or the border of a cell (null). */
function between(before: Piece, after: Piece): string | null {
  const gap = (after.left - before.right) / Math.max(1, Math.min(before.size, after.size));
  const figures = [before, after].filter(isFigure).length;
  if (gap > (figures === 2 ? 0.6 : figures === 1 ? 0.9 : 1.8)) return null;
  const chinese = wide.test(before.text.slice(-1)) || wide.test(after.text.slice(0, 1));
  return gap > (chinese ? 0.9 : 0.18) ? ' ' : '';
}

export function linesOf(pieces: readonly Piece[]): PrintedLine[] {
  return mended(rowsOf(pieces).map(lineOf));
}

const numbered = /^(?:\d{1,2}[.．、]|[(（][一二三四五六七][)）])/;
const figuresAlone = (cells: readonly string[]): boolean =>
  cells.length > 0 && cells.every((cell) => /^[-－]?\d+(?:[.,]\d+)*$/.test(cell));

/**
 * A label of several lines has its figures beside its middle. Its other lines stand closer to that than rows do, or the
 * first of them bears the number that the line with the figures lacks.
 */
function mended(lines: readonly PrintedLine[]): PrintedLine[] {
  const found: PrintedLine[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const [above, row, below] = lines.slice(index, index + 3);
    if (above === undefined) break;
    const label = row === undefined || figuresAlone(row.cells) ? '' : (row.cells[0] ?? '');
    const figures = label === '' ? row?.cells : row?.cells.slice(1);
    if (row === undefined || below === undefined || figures === undefined || !isTorn(above, row, below, label, figures))
      found.push(above);
    else {
      found.push({
        ...row,
        cells: [`${above.cells[0] ?? ''}${label}${below.cells[0] ?? ''}`, ...figures],
        left: Math.min(above.left, below.left),
        top: above.top,
        bottom: below.bottom,
      });
      index += 2;
    }
  }
  return found;
}

function isTorn(
  above: PrintedLine,
  row: PrintedLine,
  below: PrintedLine,
  label: string,
  figures: readonly string[],
): boolean {
  const words = [above, below].map((line) => line.cells[0] ?? '');
  if (
    !figuresAlone(figures) ||
    above.cells.length > 1 ||
    below.cells.length > 1 ||
    words.some((text) => figuresAlone([text]))
  )
    return false;
  const close = (em: number): boolean =>
    middle(row) - middle(above) < em * above.size && middle(below) - middle(row) < em * above.size;
  if (label === '') return close(0.95) && Math.max(above.right, below.right) <= row.left;
  return (
    close(1.9) &&
    figures.length > 2 &&
    numbered.test(words[0] ?? '') &&
    ![label, words[1] ?? ''].some((text) => numbered.test(text) || /^[一二三四五六]、/.test(text))
  );
}

function lineOf(row: readonly Piece[]): PrintedLine {
  const cells: string[] = [];
  row.forEach((piece, index) => {
    const before = row[index - 1];
    const joint = before === undefined ? null : between(before, piece);
    if (joint === null) cells.push(piece.text.trim());
    else cells.push(`${cells.pop() ?? ''}${joint}${piece.text.trim()}`);
  });
  return {
    cells,
    left: Math.min(...row.map((piece) => piece.left)),
    right: Math.max(...row.map((piece) => piece.right)),
    top: Math.min(...row.map((piece) => piece.top)),
    bottom: Math.max(...row.map((piece) => piece.bottom)),
    size: Math.max(...row.map((piece) => piece.size)),
  };
}

/**
 * The text of a cell; its lines parted by line breaks, what stands vertically read from top to bottom, right to left.
 */
export function textOfPieces(pieces: readonly Piece[]): string {
  const across = rowsOf(pieces.filter((piece) => !piece.vertical))
    .map(lineOf)
    .map((line) => ({ top: line.top, text: line.cells.join(' ') }));
  const columns = new Map<number, Piece[]>();
  for (const piece of pieces.filter((each) => each.vertical)) {
    const key = [...columns.keys()].find((left) => Math.abs(left - piece.left) < piece.size / 2) ?? piece.left;
    columns.set(key, [...(columns.get(key) ?? []), piece]);
  }
  const down = [...columns]
    .sort(([a], [b]) => b - a)
    .map(([, column]) => {
      const sorted = column.sort((a, b) => a.top - b.top);
      return { top: sorted[0]?.top ?? 0, text: sorted.map((piece) => piece.text).join('') };
    });
  return [...across, ...down]
    .sort((a, b) => a.top - b.top)
    .map((part) => part.text)
    .join('\n');
}
