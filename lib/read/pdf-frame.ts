import type { Rule } from './pdf-rules';

/** A cell between printed rules, in points of the page. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What rules that touch each other enclose. */
export interface Frame extends Box {
  readonly boxes: readonly Box[];
}

/** Rules drawn beside each other are one; ends that nearly meet, meet. */
const near = 2.5;
const reach = 3.5;
const most = 3_000;

/** Every ruled table of a page with its cells, merged ones as one. */
export function framesOf(rules: readonly Rule[]): Frame[] {
  const whole = joined(rules);
  if (whole.length > most) return [];
  return groupsOf(whole).flatMap((group) => frameOf(group) ?? []);
}

/** Pieces of one line, as borders of single cells are, put together. */
function joined(rules: readonly Rule[]): Rule[] {
  const found: Rule[] = [];
  for (const across of [true, false]) {
    const sorted = rules.filter((rule) => rule.across === across).sort((a, b) => a.at - b.at);
    for (let from = 0, to = 0; from < sorted.length; from = to) {
      const start = sorted[from]?.at ?? 0;
      while (to < sorted.length && (sorted[to]?.at ?? 0) - start <= near) to += 1;
      const lane = sorted.slice(from, to).sort((a, b) => a.from - b.from);
      const at = lane.reduce((sum, rule) => sum + rule.at, 0) / lane.length;
      let open: { from: number; to: number } | null = null;
      for (const rule of lane) {
        if (open !== null && rule.from <= open.to + reach) open.to = Math.max(open.to, rule.to);
        else {
          if (open !== null) found.push({ across, at, ...open });
          open = { from: rule.from, to: rule.to };
        }
      }
      if (open !== null) found.push({ across, at, ...open });
    }
  }
  return found;
}

const touch = (a: Rule, b: Rule): boolean =>
  a.across !== b.across && b.at >= a.from - reach && b.at <= a.to + reach && a.at >= b.from - reach && a.at <= b.to + reach;

function groupsOf(rules: readonly Rule[]): Rule[][] {
  const left = new Set(rules);
  const groups: Rule[][] = [];
  for (const first of rules) {
    if (!left.delete(first)) continue;
    const group = [first];
    for (let index = 0; index < group.length; index += 1) {
      const rule = group[index];
      if (rule === undefined) continue;
      for (const other of left) {
        if (touch(rule, other)) {
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

function frameOf(group: readonly Rule[]): Frame | null {
  const across = group.filter((rule) => rule.across);
  const down = group.filter((rule) => !rule.across);
  // A table may be open at its sides or where the page ends: there, the other rules' ends are its edge.
  const edge = 2 * reach;
  const xs = positions([...down.map((rule) => rule.at), ...outer(across, down.map((rule) => rule.at), edge)]);
  const ys = positions([...across.map((rule) => rule.at), ...outer(down, across.map((rule) => rule.at), edge)]);
  if (xs.length < 2 || ys.length < 2 || xs.length * ys.length > 10_000) return null;
  const boxes = boxesOf(xs, ys, across, down);
  return { left: xs[0] ?? 0, right: xs[xs.length - 1] ?? 0, top: ys[0] ?? 0, bottom: ys[ys.length - 1] ?? 0, boxes };
}

function outer(rules: readonly Rule[], known: readonly number[], edge: number): number[] {
  const first = Math.min(...rules.map((rule) => rule.from));
  const last = Math.max(...rules.map((rule) => rule.to));
  return [...(first < Math.min(...known) - edge ? [first] : []), ...(last > Math.max(...known) + edge ? [last] : [])];
}

/** Neighbouring fields without a rule between them are one cell. */
function boxesOf(xs: readonly number[], ys: readonly number[], across: readonly Rule[], down: readonly Rule[]): Box[] {
  const width = xs.length - 1;
  const height = ys.length - 1;
  const parents = Array.from({ length: width * height }, (_, index) => index);
  const root = (index: number): number => {
    let at = index;
    while (parents[at] !== at) at = parents[at] = parents[parents[at] ?? at] ?? at;
    return at;
  };
  const ruled = (rules: readonly Rule[], at: number, through: number): boolean =>
    rules.some((rule) => Math.abs(rule.at - at) <= near && rule.from <= through && rule.to >= through);
  const middle = (values: readonly number[], index: number): number => ((values[index] ?? 0) + (values[index + 1] ?? 0)) / 2;
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const here = row * width + column;
      if (column + 1 < width && !ruled(down, xs[column + 1] ?? 0, middle(ys, row))) parents[root(here + 1)] = root(here);
      if (row + 1 < height && !ruled(across, ys[row + 1] ?? 0, middle(xs, column))) parents[root(here + width)] = root(here);
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
      else Object.assign(box, { left: Math.min(box.left, left), right: Math.max(box.right, right), bottom: Math.max(box.bottom, bottom) });
    }
  }
  return [...boxes.values()];
}
