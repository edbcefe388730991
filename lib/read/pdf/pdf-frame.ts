import type { Ruling } from './pdf-rulings';

/** A cell between printed rulings, in points of the page. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What rulings that touch each other enclose. */
export interface Frame extends Box {
  readonly boxes: readonly Box[];
}

/** Rulings drawn beside each other are one; ends that nearly meet, meet. */
const near = 2.5;
const reach = 3.5;
const most = 3_000;

/** Every ruled table of a page with its cells, merged ones as one. */
export function framesOf(rulings: readonly Ruling[]): Frame[] {
  const whole = joined(rulings);
  if (whole.length > most) return [];
  return groupsOf(whole).flatMap((group) => frameOf(group) ?? []);
}

/** Pieces of one line, as borders of single cells are, put together. */
function joined(rulings: readonly Ruling[]): Ruling[] {
  const found: Ruling[] = [];
  for (const across of [true, false]) {
    const sorted = rulings.filter((ruling) => ruling.across === across).sort((a, b) => a.at - b.at);
    for (let from = 0, to = 0; from < sorted.length; from = to) {
      const start = sorted[from]?.at ?? 0;
      while (to < sorted.length && (sorted[to]?.at ?? 0) - start <= near) to += 1;
      const lane = sorted.slice(from, to).sort((a, b) => a.from - b.from);
      const at = lane.reduce((sum, ruling) => sum + ruling.at, 0) / lane.length;
      let open: { from: number; to: number } | null = null;
      for (const ruling of lane) {
        if (open !== null && ruling.from <= open.to + reach) open.to = Math.max(open.to, ruling.to);
        else {
          if (open !== null) found.push({ across, at, ...open });
          open = { from: ruling.from, to: ruling.to };
        }
      }
      if (open !== null) found.push({ across, at, ...open });
    }
  }
  return found;
}

const touch = (a: Ruling, b: Ruling): boolean =>
  a.across !== b.across &&
  b.at >= a.from - reach &&
  b.at <= a.to + reach &&
  a.at >= b.from - reach &&
  a.at <= b.to + reach;

function groupsOf(rulings: readonly Ruling[]): Ruling[][] {
  const left = new Set(rulings);
  const groups: Ruling[][] = [];
  for (const first of rulings) {
    if (!left.delete(first)) continue;
    const group = [first];
    for (let index = 0; index < group.length; index += 1) {
      const ruling = group[index];
      if (ruling === undefined) continue;
      for (const other of left) {
        if (touch(ruling, other)) {
          left.delete(other);
          group.push(other);
        }
      }
    }
    if (group.length > 2) groups.push(group);
  }
  return groups;
}

/** Positions in order, those that nearly coincide once. */
export function positions(values: readonly number[], tolerance = near): number[] {
  const found: number[] = [];
  for (const value of [...values].sort((a, b) => a - b)) {
    const last = found[found.length - 1];
    if (last === undefined || value - last > tolerance) found.push(value);
  }
  return found;
}

function frameOf(group: readonly Ruling[]): Frame | null {
  const across = group.filter((ruling) => ruling.across);
  const down = group.filter((ruling) => !ruling.across);
  // A table may be open at its sides or where the page ends: there, the other rulings' ends are its edge.
  const edge = 2 * reach;
  const xs = positions([
    ...down.map((ruling) => ruling.at),
    ...outer(
      across,
      down.map((ruling) => ruling.at),
      edge,
    ),
  ]);
  const ys = positions([
    ...across.map((ruling) => ruling.at),
    ...outer(
      down,
      across.map((ruling) => ruling.at),
      edge,
    ),
  ]);
  if (xs.length < 2 || ys.length < 2 || xs.length * ys.length > 10_000) return null;
  const boxes = boxesOf(xs, ys, across, down);
  return { left: xs[0] ?? 0, right: xs[xs.length - 1] ?? 0, top: ys[0] ?? 0, bottom: ys[ys.length - 1] ?? 0, boxes };
}

function outer(rulings: readonly Ruling[], known: readonly number[], edge: number): number[] {
  const first = Math.min(...rulings.map((ruling) => ruling.from));
  const last = Math.max(...rulings.map((ruling) => ruling.to));
  return [...(first < Math.min(...known) - edge ? [first] : []), ...(last > Math.max(...known) + edge ? [last] : [])];
}

/** Neighbouring fields without a ruling between them are one cell. */
function boxesOf(
  xs: readonly number[],
  ys: readonly number[],
  across: readonly Ruling[],
  down: readonly Ruling[],
): Box[] {
  const width = xs.length - 1;
  const height = ys.length - 1;
  const parents = Array.from({ length: width * height }, (_, index) => index);
  const root = (index: number): number => {
    let at = index;
    while (parents[at] !== at) at = parents[at] = parents[parents[at] ?? at] ?? at;
    return at;
  };
  const ruled = (rulings: readonly Ruling[], at: number, through: number): boolean =>
    rulings.some((ruling) => Math.abs(ruling.at - at) <= near && ruling.from <= through && ruling.to >= through);
  const middle = (values: readonly number[], index: number): number =>
    ((values[index] ?? 0) + (values[index + 1] ?? 0)) / 2;
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const here = row * width + column;
      if (column + 1 < width && !ruled(down, xs[column + 1] ?? 0, middle(ys, row)))
        parents[root(here + 1)] = root(here);
      if (row + 1 < height && !ruled(across, ys[row + 1] ?? 0, middle(xs, column)))
        parents[root(here + width)] = root(here);
    }
  }
  const boxes = new Map<number, { left: number; right: number; top: number; bottom: number }>();
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const [left = 0, right = 0] = xs.slice(column, column + 2);
      const [top = 0, bottom = 0] = ys.slice(row, row + 2);
      const key = root(row * width + column);
      const box = boxes.get(key);
      if (box === undefined) boxes.set(key, { left, right, top, bottom });
      else
        Object.assign(box, {
          left: Math.min(box.left, left),
          right: Math.max(box.right, right),
          bottom: Math.max(box.bottom, bottom),
        });
    }
  }
  return [...boxes.values()];
}
