import type { Format } from '../statute/format';
import { cellId, type Cell, type CellId } from '../statute/table';
import { identitiesOf, residualsOf, type Identity, type Residuals } from './identities';
import type { Subject } from './subject';
import { perFormat } from './sums';

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

/** What changes when a cell grows by one: itself, and the totals above it that agree with their parts and so follow. */
function growth(format: Format, start: CellId, residuals: Residuals): ReadonlyMap<CellId, number> {
  const grown = new Map([[start, 1]]);
  const queue = [start];
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    for (const identity of identitiesOf(format).get(id) ?? []) {
      const { whole } = identity;
      if (whole === null || whole === id || grown.has(whole) || residuals.get(identity) !== 0) continue;
      grown.set(whole, 1);
      queue.push(whole);
    }
  }
  return grown;
}

function repairs(subject: Subject, number: (id: CellId) => number | null, residuals: Residuals, cell: Cell): Repair[] {
  const from = number(cell.id);
  if (from === null) return [];
  const { format } = subject;
  const slopes = new Map<Identity, number>();
  for (const [id, by] of growth(format, cell.id, residuals)) {
    for (const identity of identitiesOf(format).get(id) ?? []) {
      if (residuals.has(identity)) slopes.set(identity, (slopes.get(identity) ?? 0) + by * (identity.terms.get(id) ?? 0));
    }
  }
  const moved = [...slopes].filter(([, slope]) => slope !== 0);
  const steps = new Set(moved.map(([identity, slope]) => -(residuals.get(identity) ?? 0) / slope));
  return [...steps].flatMap((step): Repair[] => {
    const to = from + step;
    if (step === 0 || to < 0 || !Number.isInteger(to)) return [];
    const mended = moved.flatMap(([identity, slope]) => (residuals.get(identity) === -step * slope ? [identity] : []));
    const broken = moved.filter(([identity]) => residuals.get(identity) === 0).length;
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

/** Only a cell in a row or a column that is out of balance can mend anything. */
function suspects(format: Format, residuals: Residuals): Cell[] {
  const rows = new Set<string>();
  const columns = new Set<string>();
  for (const [{ rule, terms }, residual] of residuals) {
    const [first] = residual === 0 ? [] : terms.keys();
    const cell = first === undefined ? undefined : format.cell(first);
    if (cell !== undefined && rule === 'T3-01') rows.add(cell.row.id);
    else if (cell !== undefined) columns.add(cell.column.id);
  }
  return tableThree(format).filter((cell) => rows.has(cell.row.id) || columns.has(cell.column.id));
}

/** T3-04: the best repairs one after the other, each with its equals, until nothing more can be mended by a single cell. */
export function plan(subject: Subject): Repair[][] {
  const { format } = subject;
  const changed = new Map<CellId, number>();
  const number = (id: CellId): number | null => changed.get(id) ?? subject.number(id);
  const found: Repair[][] = [];
  for (let round = 0; round < 8; round += 1) {
    const residuals = residualsOf(format, number);
    if ([...residuals.values()].every((residual) => residual === 0)) break;
    const all = suspects(format, residuals).flatMap((cell) => repairs(subject, number, residuals, cell)).sort((a, b) => compare(a.rank, b.rank));
    const [best] = all;
    if (best === undefined) break;
    found.push(all.filter((repair) => compare(repair.rank, best.rank) === 0).sort((a, b) => b.from - a.from));
    for (const id of growth(format, best.cell.id, residuals).keys()) changed.set(id, (number(id) ?? 0) + best.to - best.from);
  }
  return found;
}
