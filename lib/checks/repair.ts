import type { Format } from '../statute/format';
import { cellId, type Cell, type CellId } from '../statute/table';
import { identitiesOf, residualsOf, type Identity, type Residuals } from './identities';
import type { Subject } from './subject';
import { perFormat } from './per-format';

/** A single cell set to another value, and the identities of table three that hold then and did not before. */
export interface Repair {
  readonly cell: Cell;
  readonly from: number;
  readonly to: number;
  readonly mended: readonly Identity[];
  /** Only the balance of a column speaks for it, and it would set a figure where nought stands, or nought for a figure. */
  readonly isGuess: boolean;
  /** Compared from left to right, larger first. */
  readonly rank: readonly number[];
}

interface Movement {
  /** The cell itself, and the totals above it that agree with their parts and so follow. */
  readonly grown: readonly CellId[];
  readonly moved: readonly Identity[];
  /** By how much more each of `moved` misses when the cell grows by one. */
  readonly slopes: readonly number[];
}

/** What changes when a cell grows by one. Few enough for plain lists. */
function movedBy(format: Format, start: CellId, residuals: Residuals): Movement {
  const touched: Identity[] = [];
  const sums: number[] = [];
  const grown = [start];
  for (let next = 0; next < grown.length; next += 1) {
    const id = grown[next] ?? start;
    for (const identity of identitiesOf(format).get(id) ?? []) {
      const residual = residuals.get(identity);
      if (residual === undefined) continue;
      const at = touched.indexOf(identity);
      const sign = identity.terms.get(id) ?? 0;
      if (at < 0) {
        touched.push(identity);
        sums.push(sign);
      } else sums[at] = (sums[at] ?? 0) + sign;
      const { whole } = identity;
      if (whole !== null && residual === 0 && !grown.includes(whole)) grown.push(whole);
    }
  }
  const keeps = (_: unknown, at: number): boolean => sums[at] !== 0;
  return { grown, moved: touched.filter(keeps), slopes: sums.filter((sum) => sum !== 0) };
}

function repairs(subject: Subject, number: (id: CellId) => number | null, residuals: Residuals, cell: Cell): Repair[] {
  const from = number(cell.id);
  if (from === null) return [];
  const { moved, slopes } = movedBy(subject.format, cell.id, residuals);
  const steps: number[] = [];
  moved.forEach((identity, at) => {
    const step = -(residuals.get(identity) ?? 0) / (slopes[at] ?? 0);
    if (step !== 0 && from + step >= 0 && Number.isInteger(step) && !steps.includes(step)) steps.push(step);
  });
  return steps.flatMap((step): Repair[] => {
    const to = from + step;
    const mended = moved.filter((identity, at) => residuals.get(identity) === -step * (slopes[at] ?? 0));
    const broken = moved.filter((identity) => residuals.get(identity) === 0).length;
    const gain = mended.length - broken;
    if (gain <= 0) return [];
    const tookOver = tookOverFromLast(subject, cell, to);
    const isGuess = !tookOver && (from === 0 || to === 0) && mended.every(({ rule }) => rule === 'T3-03');
    return [{ cell, from, to, mended, isGuess, rank: [gain, tookOver ? 1 : 0, ...likelihood(cell, from, to)] }];
  });
}

/** Last year's report says that this is what was carried over. */
function tookOverFromLast({ last }: Subject, { row, column }: Cell, to: number): boolean {
  return row.id === 'carriedIn' && typeof last !== 'string' && last.number(cellId('applications', 'carriedOut', column.id)) === to;
}

/** Which of several equally good repairs is the likely one. */
function likelihood(cell: Cell, from: number, to: number): number[] {
  return [from === 0 ? 0 : 1, to === 0 ? 0 : 1, slip(String(from), String(to)), outcome(cell)];
}

/** 1 when two figures differ as by a slip of the hand: neighbours exchanged, one digit too many or too few. */
function slip(a: string, b: string): number {
  if (Math.max(a.length, b.length) < 2) return 0;
  if (a.length === b.length) {
    const at = [...a].findIndex((digit, index) => digit !== b[index]);
    return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2) ? 1 : 0;
  }
  const [long, short] = a.length > b.length ? [a, b] : [b, a];
  return long.length === short.length + 1 && [...long].some((_, index) => long.slice(0, index) + long.slice(index + 1) === short) ? 1 : 0;
}

/** The outcomes are many and counted by hand, so a slip is likelier there than in 新收 or 结转. */
const outcome = (cell: Cell): number => (cell.row.labels.length > 1 ? 1 : 0);

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const other = b[index] ?? 0;
    if (value !== other) return other - value;
  }
  return 0;
}

const tableThree = perFormat((format) => format.cells.filter((cell) => cell.table === 'applications'));

/**
 * Only a cell in a row or a column that is out of balance can mend anything. A total that agrees with its parts cannot:
 * another value breaks at least the sum it states, and mends one balance at most.
 */
function suspects(format: Format, residuals: Residuals): Cell[] {
  const rows = new Set<string>();
  const columns = new Set<string>();
  for (const [{ rule, terms }, residual] of residuals) {
    const [first] = residual === 0 ? [] : terms.keys();
    const cell = first === undefined ? undefined : format.cell(first);
    if (cell !== undefined && rule === 'T3-01') rows.add(cell.row.id);
    else if (cell !== undefined) columns.add(cell.column.id);
  }
  const unsettled = (cell: Cell): boolean =>
    !cell.isTotal || (identitiesOf(format).get(cell.id) ?? []).some((one) => one.whole === cell.id && residuals.get(one) !== 0);
  return tableThree(format).filter((cell) => (rows.has(cell.row.id) || columns.has(cell.column.id)) && unsettled(cell));
}

/** T3-04: the best repairs one after the other, each with its equals, until nothing more can be mended by a single cell. */
export function plan(subject: Subject): Repair[][] {
  const { format } = subject;
  const changed = new Map<CellId, number>();
  const number = (id: CellId): number | null => changed.get(id) ?? subject.number(id);
  const residuals = new Map(residualsOf(format, subject.number));
  const found: Repair[][] = [];
  for (let round = 0; round < 8; round += 1) {
    if ([...residuals.values()].every((residual) => residual === 0)) break;
    const all = suspects(format, residuals).flatMap((cell) => repairs(subject, number, residuals, cell)).sort((a, b) => compare(a.rank, b.rank));
    const [best] = all;
    if (best === undefined) break;
    found.push(all.filter((repair) => compare(repair.rank, best.rank) === 0).sort((a, b) => b.from - a.from));
    const { grown, moved, slopes } = movedBy(format, best.cell.id, residuals);
    const step = best.to - best.from;
    for (const id of grown) changed.set(id, (number(id) ?? 0) + step);
    moved.forEach((identity, at) => residuals.set(identity, (residuals.get(identity) ?? 0) + step * (slopes[at] ?? 0)));
  }
  return found;
}
