/**
 * One comparison of the product with a peer, both measured in the same run on the same work (docs: interfaces,
 * `bench`).
 */
export type BenchmarkResult =
  | {
      readonly name: string;
      readonly ours: number;
      readonly peer: number;
      readonly peerName: string;
      readonly unit: string;
      /** How many times better ours is: peer / ours for times, ours / peer for rates. */
      readonly ratio: number;
    }
  | { readonly name: string; readonly peerName: string; readonly skipped: string };

export function timed(name: string, ours: number, peer: number, peerName: string): BenchmarkResult {
  const round = (value: number): number => Number(value.toPrecision(3));
  return { name, ours: round(ours), peer: round(peer), peerName, unit: 'ms', ratio: round(peer / ours) };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? NaN)
    : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}
