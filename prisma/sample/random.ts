/** A seeded source of numbers, so that the sample data is the same on every machine and in every run. */
export interface Draw {
  /** 0 <= x < 1. */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  /** Whether something with this probability happens. */
  happens(probability: number): boolean;
}

function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) {
    hash ^= character.codePointAt(0) ?? 0;
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

/** mulberry32 seeded by a text (FNV-1a): one independent sequence for each name. */
export function drawFrom(name: string): Draw {
  let state = seedOf(name);
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    happens: (probability) => next() < probability,
  };
}

/** Deals `count` single things out to the weights; a limit says how many a place can take at most. */
export function deal(draw: Draw, count: number, weights: readonly number[], limits?: readonly number[]): number[] {
  const dealt = weights.map(() => 0);
  for (let left = count; left > 0; left -= 1) {
    const open = weights.map((weight, index) =>
      limits !== undefined && (dealt[index] ?? 0) >= (limits[index] ?? 0) ? 0 : weight,
    );
    const sum = open.reduce((a, b) => a + b, 0);
    if (sum === 0) break;
    let point = draw.next() * sum;
    let chosen = open.findIndex((weight) => (point -= weight) < 0);
    if (chosen < 0) chosen = open.findLastIndex((weight) => weight > 0);
    dealt[chosen] = (dealt[chosen] ?? 0) + 1;
  }
  return dealt;
}

/** A UUID (shape of version 4) that is always the same for the same name. */
export function uuidFor(name: string): string {
  const draw = drawFrom(name);
  const hex = Array.from({ length: 32 }, (_, index) => {
    if (index === 12) return '4';
    const digit = Math.floor(draw.next() * 16);
    return (index === 16 ? 8 + (digit % 4) : digit).toString(16);
  }).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
