import { isFigure, middle, rowsOf, type PrintedLine } from './pdf-lines';
import type { Piece } from './pdf-page';

const numbered = /^\d{1,2}\s*[.．、,，]/;

/**
 * Where no rulings tell which rows a label stands beside: labels to the left of numbered rows, set across several of
 * them, are taken out of the rows and put before the first row of their group, as a line of their own.
 */
export function asideLabels(pieces: readonly Piece[]): { pieces: readonly Piece[]; labels: PrintedLine[] } {
  const rows = rowsOf(pieces);
  const withFigures = rows.filter((row) => row.filter(isFigure).length >= 3);
  const items = withFigures.flatMap((row) => row.find((piece) => numbered.test(piece.text)) ?? []);
  const left = mostCommon(items.map((piece) => piece.left));
  const [first, last] = [items[0], items[items.length - 1]];
  if (items.length < 4 || left === null || first === undefined || last === undefined) return { pieces, labels: [] };
  const above = (lines: number) =>
    pieces.filter(
      (piece) =>
        piece.right <= left + 1 &&
        middle(piece) > first.top - lines * piece.size &&
        middle(piece) < last.bottom + lines * piece.size,
    );
  // A label over many rows is centred on more of them than are numbered.
  const alone = above(8).filter(
    (piece) =>
      piece.text.length === 1 &&
      !pieces.some(
        (other) =>
          other !== piece &&
          Math.abs(middle(other) - middle(piece)) < 2 &&
          Math.abs(other.left - piece.right) < 0.3 * piece.size,
      ),
  );
  const stacked = above(8).filter(
    (piece) =>
      piece.vertical ||
      (alone.includes(piece) && alone.filter((other) => Math.abs(other.left - piece.left) < 3).length > 4),
  );
  const within = above(1);
  const ofItem = (piece: Piece): boolean => {
    const row = rows.find((each) => each.includes(piece)) ?? [];
    return !row.some(isFigure) || row.some((other) => Math.abs(other.left - left) < 4 && !isFigure(other));
  };
  const beside = within.filter(
    (piece) => !stacked.includes(piece) && !/^[一二三四五六]、/.test(piece.text) && ofItem(piece),
  );
  const starts = items.filter((piece) => /^1\D/.test(piece.text));
  const outcome = above(8).find((piece) => /^[(（]一[)）]/.test(piece.text));
  const labels = groupsOf(beside).map((group) => {
    const centre = (middle(group[0] ?? first) + middle(group[group.length - 1] ?? first)) / 2;
    return lineAt(group, starts.filter((piece) => piece.top <= centre).pop());
  });
  const all =
    stacked.length === 0
      ? labels
      : [
          lineAt(
            [...stacked].sort((a, b) => a.top - b.top),
            outcome,
          ),
          ...labels,
        ];
  const taken = new Set([...stacked, ...beside]);
  return { pieces: pieces.filter((piece) => !taken.has(piece)), labels: all };
}

function mostCommon(values: readonly number[]): number | null {
  const counts = values.map((value) => values.filter((other) => Math.abs(other - value) < 4).length);
  return values[counts.indexOf(Math.max(0, ...counts))] ?? null;
}

/** Lines of one label stand close below each other; a new one begins with its number in brackets. */
function groupsOf(pieces: readonly Piece[]): Piece[][] {
  const groups: Piece[][] = [];
  for (const piece of [...pieces].sort((a, b) => a.top - b.top || a.left - b.left)) {
    const group = groups[groups.length - 1];
    const before = group?.[group.length - 1];
    if (
      group === undefined ||
      before === undefined ||
      /^[(（]/.test(piece.text) ||
      middle(piece) - middle(before) > 1.8 * piece.size
    )
      groups.push([piece]);
    else group.push(piece);
  }
  return groups;
}

function lineAt(pieces: readonly Piece[], row: Piece | undefined): PrintedLine {
  const [first] = pieces;
  const at = row ?? first;
  const top = (at?.top ?? 0) - 0.5;
  return {
    cells: [pieces.map((piece) => piece.text).join('')],
    left: first?.left ?? 0,
    right: first?.right ?? 0,
    top,
    bottom: top + (first?.size ?? 0),
    size: first?.size ?? 0,
  };
}
