import type { Step } from './pdf-steps';
import type { Matrix } from './pdf-matrix';

/** A printed line: across, at a height `at` from left to right; or down, at `at` from the top to the bottom. */
export interface Ruling {
  readonly across: boolean;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

// Values of OPS in pdf.js; paths are lists of 0 move, 1 line, 2 curve, 3 quadratic, 4 close, each with its points.
const constructPath = 91;
const strokes = new Set([20, 21, 24, 25, 26, 27]);
const fills = new Set([22, 23]);
const points = [2, 2, 6, 4, 0];

/** Wider is an area, not a line. */
const thickest = 3;
const shortest = 3;
const most = 20_000;

/** Rulings printed on a page, drawn as strokes or as thin areas. */
export function rulingsOf(steps: Iterable<Step>): Ruling[] {
  const rulings: Ruling[] = [];
  for (const { operator, operands, matrix } of steps) {
    if (operator === constructPath) addPath(rulings, operands, matrix);
    if (rulings.length > most) return [];
  }
  return rulings;
}

function addPath(rulings: Ruling[], [painted, data]: readonly unknown[], matrix: Matrix): void {
  const path: unknown = Array.isArray(data) ? data[0] : null;
  if (typeof painted !== 'number' || !(path instanceof Float32Array)) return;
  const outlines = outlinesOf(path, matrix);
  if (strokes.has(painted)) {
    for (const outline of outlines)
      outline.slice(1).forEach((point, index) => addLine(rulings, outline[index] ?? point, point));
  } else if (fills.has(painted)) {
    for (const outline of outlines) addArea(rulings, outline);
  }
}

type Point = readonly [number, number];

function outlinesOf(path: Float32Array, [a, b, c, d, e, f]: Matrix): Point[][] {
  const outlines: Point[][] = [];
  let outline: Point[] = [];
  for (let at = 0; at < path.length; ) {
    const kind = path[at] ?? 4;
    const count = points[kind];
    if (count === undefined) break;
    const x = path[at + count - 1] ?? 0;
    const y = path[at + count] ?? 0;
    if (kind === 0) outlines.push((outline = []));
    if (kind === 4) outline.push(outline[0] ?? [0, 0]);
    else if (kind <= 1) outline.push([a * x + c * y + e, b * x + d * y + f]);
    // A curve is no ruling; what follows begins anew.
    else outlines.push((outline = [[a * x + c * y + e, b * x + d * y + f]]));
    at += 1 + count;
  }
  return outlines.filter((points) => points.length > 1 && points.every(([x, y]) => Number.isFinite(x + y)));
}

function addLine(rulings: Ruling[], [x0, y0]: Point, [x1, y1]: Point): void {
  const width = Math.abs(x1 - x0);
  const height = Math.abs(y1 - y0);
  if (height < 1 && width >= shortest)
    rulings.push({ across: true, at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) });
  else if (width < 1 && height >= shortest)
    rulings.push({ across: false, at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1) });
}

function addArea(rulings: Ruling[], outline: readonly Point[]): void {
  if (outline.length > 6) return;
  const xs = outline.map(([x]) => x);
  const ys = outline.map(([, y]) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  if (bottom - top <= thickest && right - left >= shortest)
    rulings.push({ across: true, at: (top + bottom) / 2, from: left, to: right });
  else if (right - left <= thickest && bottom - top >= shortest)
    rulings.push({ across: false, at: (left + right) / 2, from: top, to: bottom });
}
