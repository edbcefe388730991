import type { Grid, GridCell } from '@/lib/read/document';
import { positions, type Box, type Frame } from './pdf-frame';
import { isFigure, textOfPieces } from './pdf-lines';
import { partsOf, type Piece } from './pdf-page';

/** A ruled cell with what is printed in it. */
export interface FilledBox extends Box {
  readonly text: string;
}

/** A ruled table, or the part of it on one page. */
export interface RuledTable extends Box {
  readonly boxes: readonly FilledBox[];
}

const inside = (box: Box, piece: Piece): boolean => {
  const x = (piece.left + piece.right) / 2;
  const y = (piece.top + piece.bottom) / 2;
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
};

/**
 * Fills the frames of a page; what stands in none is left. A frame that holds one cell, or only one above the other, is
 * an ornament and its text is left too.
 */
export function tablesOf(frames: readonly Frame[], pieces: readonly Piece[]): { tables: RuledTable[]; left: Piece[] } {
  const area = (box: Box): number => (box.right - box.left) * (box.bottom - box.top);
  const real = frames
    .filter((frame) => new Set(frame.boxes.map((box) => Math.round(box.left))).size > 1)
    .sort((a, b) => area(a) - area(b));
  const within = new Map<Frame, Piece[]>(real.map((frame) => [frame, []]));
  const left: Piece[] = [];
  for (const piece of pieces) {
    const frame = real.find((each) => inside(each, piece));
    if (frame === undefined) left.push(piece);
    else within.get(frame)?.push(piece);
  }
  const tables: RuledTable[] = [];
  for (const [frame, held] of within) {
    const boxes = filled(frame, held);
    // Rulings without text are a drawing; most of its text in one cell makes a table a page with a border.
    if (boxes.filter((box) => box.text !== '').length > 2 && !boxes.some((box) => box.text.length > 600))
      tables.push({ ...frame, boxes });
    else left.push(...held);
  }
  return { tables, left };
}

function filled(frame: Frame, pieces: readonly Piece[]): FilledBox[] {
  const columns = positions(frame.boxes.flatMap((box) => [box.left, box.right]));
  const parted = pieces.flatMap((piece) =>
    columns.some((x) => x > piece.left + 2 && x < piece.right - 2) ? acrossRulings(frame, piece) : [piece],
  );
  const boxes = frame.boxes
    .map((box) => ({ box, held: parted.filter((piece) => inside(box, piece)) }))
    .flatMap(({ box, held }) => (held.filter(isFigure).length > 1 ? split(box, columns, held) : [{ box, held }]))
    .map(({ box, held }) => ({ ...box, text: textOfPieces(held) }));
  return withoutStrayRulings(boxes);
}

/**
 * A heading never ends in the middle of one that stands below it: an empty cell that would, belongs to the heading
 * beside it.
 */
function withoutStrayRulings(boxes: readonly FilledBox[]): FilledBox[] {
  const found = [...boxes];
  const isHeading = (box: FilledBox): boolean => /[^\d\s.,]/.test(box.text);
  for (const empty of boxes.filter((box) => box.text === '')) {
    for (const [edge, other] of [
      ['right', 'left'],
      ['left', 'right'],
    ] as const) {
      const beside = found.find(
        (box) =>
          isHeading(box) &&
          Math.abs(box[other] - empty[edge]) < 1 &&
          Math.abs(box.top - empty.top) < 1 &&
          Math.abs(box.bottom - empty.bottom) < 1,
      );
      const across = found.some(
        (box) =>
          isHeading(box) &&
          Math.abs(box.top - empty.bottom) < 1 &&
          box.left < empty[edge] - 4 &&
          box.right > empty[edge] + 4,
      );
      if (beside === undefined || !across) continue;
      found.splice(found.indexOf(empty), 1);
      found[found.indexOf(beside)] = {
        ...beside,
        left: Math.min(beside.left, empty.left),
        right: Math.max(beside.right, empty.right),
      };
      break;
    }
  }
  return found;
}

/** Text that runs over the border of its cell is cut at its blanks, if the parts then stand in different cells. */
function acrossRulings(frame: Frame, piece: Piece): Piece[] {
  const parts = partsOf(piece, /\s+/g);
  const homes = new Set(parts.map((part) => frame.boxes.find((box) => inside(box, part))));
  return homes.size > 1 ? parts : [piece];
}

/** Figures side by side in one cell stand in cells whose borders are not printed. */
function split(box: Box, columns: readonly number[], held: readonly Piece[]): { box: Box; held: readonly Piece[] }[] {
  const xs = columns.filter((x) => x > box.left - 1 && x < box.right + 1);
  const parts = xs.slice(1).map((right, index) => ({ ...box, left: xs[index] ?? box.left, right }));
  const shares = parts.map((part) => ({ box: part, held: held.filter((piece) => inside(part, piece)) }));
  return shares.every((share) => share.held.filter(isFigure).length <= 1) ? shares : [{ box, held }];
}

/** Tables of following pages that are one: both of one width, nothing between them. */
export function continues(above: RuledTable, below: RuledTable): boolean {
  return Math.abs(above.right - above.left - (below.right - below.left)) < 6;
}

/** Puts the part on the next page below; repeated heads go, a cell that the page cut goes on. */
export function joinedTable(above: RuledTable, below: RuledTable): RuledTable {
  const aside = above.left - below.left;
  const repeated = repeatedHead(above, below);
  const down = above.bottom - repeated;
  const moved = below.boxes
    .filter((box) => box.top > repeated - 2)
    .map((box) => ({
      ...box,
      left: box.left + aside,
      right: box.right + aside,
      top: box.top + down,
      bottom: box.bottom + down,
    }));
  const boxes = above.boxes.map((box) => {
    if (Math.abs(box.bottom - above.bottom) > 3 || box.text === '' || /^[\s\d.,－-]+$/.test(box.text)) return box;
    const rest = moved.find(
      (other) =>
        other.text === '' &&
        Math.abs(other.top - above.bottom) < 3 &&
        Math.abs(other.left - box.left) < 4 &&
        Math.abs(other.right - box.right) < 4,
    );
    if (rest === undefined) return box;
    moved.splice(moved.indexOf(rest), 1);
    return { ...box, bottom: rest.bottom };
  });
  return { ...above, bottom: below.bottom + down, boxes: [...boxes, ...moved] };
}

/** Where the head that is printed again on the next page ends; its top where there is none. */
function repeatedHead(above: RuledTable, below: RuledTable): number {
  const rowsOf = (table: RuledTable) =>
    positions(table.boxes.map((box) => box.top)).map((top) =>
      table.boxes.filter((box) => Math.abs(box.top - top) < 3).sort((a, b) => a.left - b.left),
    );
  const [first, second] = [rowsOf(above), rowsOf(below)];
  const words = (row: readonly FilledBox[] | undefined) =>
    row?.map((box) => box.text.replace(/\s/g, '')).join('|') ?? '';
  let same = 0;
  while (same < second.length && words(first[same]) === words(second[same]) && /[^\d|.\s]/.test(words(second[same])))
    same += 1;
  const head = second.slice(0, same).flat();
  // A head that repeats holds labels only, and not the whole table.
  if (same === 0 || same === second.length || head.some((box) => /^\d+$/.test(box.text))) return below.top;
  return Math.max(...head.map((box) => box.bottom));
}

export function gridOf(table: RuledTable): Grid {
  const xs = positions(
    table.boxes.flatMap((box) => [box.left, box.right]),
    4,
  );
  const ys = positions(
    table.boxes.flatMap((box) => [box.top, box.bottom]),
    3,
  );
  const at = (values: readonly number[], value: number): number => {
    let best = 0;
    values.forEach(
      (each, index) => (best = Math.abs(each - value) < Math.abs((values[best] ?? 0) - value) ? index : best),
    );
    return best;
  };
  const rows: { column: number; cell: GridCell }[][] = Array.from({ length: Math.max(0, ys.length - 1) }, () => []);
  for (const box of table.boxes) {
    const [column, row] = [at(xs, box.left), at(ys, box.top)];
    const [colspan, rowspan] = [at(xs, box.right) - column, at(ys, box.bottom) - row];
    if (colspan > 0 && rowspan > 0)
      rows[row]?.push({ column, cell: { text: box.text, colspan, rowspan, header: false } });
  }
  return {
    is: 'grid',
    rows: rows.map((row) => row.sort((a, b) => a.column - b.column).map(({ cell }) => cell)),
    caption: null,
  };
}
