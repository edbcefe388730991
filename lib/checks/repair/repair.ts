import { cellId, type Cell } from '@/lib/statute/table';
import { residualsOf, valuesOf, webOf, type Identity, type Web } from './identities';
import { slip } from './slip';
import type { Subject } from '@/lib/checks/engine/subject';

/** A single cell set to another value, and the identities of table three that hold then and did not before. */
export interface Repair {
  readonly cell: Cell;
  readonly from: number;
  readonly to: number;
  readonly mended: readonly Identity[];
  /**
   * Only the balance of a column speaks for it, and it would set a figure where nought stands, or nought for a figure.
   */
  readonly isGuess: boolean;
}

/** A repair while the search goes on, in the numbers of the web. */
interface Step {
  readonly cell: number;
  readonly by: number;
  readonly mended: readonly number[];
}

/** Table three as it stands after the repairs found so far. */
interface State {
  readonly web: Web;
  readonly values: number[];
  readonly residuals: number[];
}

/** What changes when a cell grows by one. */
interface Movement {
  /** The cell itself, and the totals above it that agree with their parts and so follow. */
  readonly grown: number[];
  /** Every identity with a changed term. */
  readonly touched: number[];
  /** By how much more an identity misses then: 0 where the changes cancel out. By the number of the identity. */
  readonly slopes: number[];
}

const movement = (): Movement => ({ grown: [], touched: [], slopes: [] });

/**
 * Fills `movement` for one cell; it is used again for each, because the search asks for many hundreds at a keystroke.
 */
function movedBy({ web, residuals }: State, start: number, { grown, touched, slopes }: Movement): void {
  for (const identity of touched) slopes[identity] = 0;
  touched.length = 0;
  grown.length = 0;
  grown.push(start);
  for (let next = 0; next < grown.length; next += 1) {
    for (const { identity, sign } of web.memberships[grown[next] ?? start] ?? []) {
      const residual = residuals[identity] ?? Number.NaN;
      if (residual !== residual) continue;
      if (touched.includes(identity)) slopes[identity] = (slopes[identity] ?? 0) + sign;
      else {
        touched.push(identity);
        slopes[identity] = sign;
      }
      const whole = web.wholes[identity] ?? -1;
      if (whole >= 0 && residual === 0 && !grown.includes(whole)) grown.push(whole);
    }
  }
}

/** Last year's report says that this is what was carried over. */
function tookOverFromLast({ last }: Subject, cell: Cell | undefined, value: number): boolean {
  return (
    cell?.row.id === 'carriedIn' &&
    typeof last !== 'string' &&
    last.number(cellId('applications', 'carriedOut', cell.column.id)) === value
  );
}

/** The likeliest repairs found so far, all equals. */
interface Search {
  readonly best: Step[];
  rank: number;
}

/**
 * Which repair is the likely one, as a number: its mended identities first, then what last year's report says, then
 * that no figure is set where nought stands, nor nought for a figure; each tells those apart between which the ones
 * before it do not. Times four, for `closeness`.
 */
function likelihood(gain: number, cell: Cell | undefined, from: number, to: number, subject: Subject): number {
  const [tookOver, something, remains] = [tookOverFromLast(subject, cell, to), from !== 0, to !== 0];
  return (gain * 8 + (tookOver ? 4 : 0) + (something ? 2 : 0) + (remains ? 1 : 0)) * 4;
}

/**
 * 0 to 3: a slip of the pen tells more; and the outcomes are many and counted by hand, so it is likelier there than in
 * 新收 or 结转.
 */
const closeness = (cell: Cell | undefined, from: number, to: number): number =>
  (slip(String(from), String(to)) ? 2 : 0) + ((cell?.row.labels.length ?? 0) > 1 ? 1 : 0);

/** Adds the changes of one cell by which more identities come to hold than cease to, if none is likelier. */
function addSteps(state: State, number: number, scratch: Movement, search: Search, subject: Subject): void {
  const { residuals, values, web } = state;
  const value = values[number] ?? Number.NaN;
  if (Number.isNaN(value)) return;
  movedBy(state, number, scratch);
  const { touched, slopes } = scratch;
  let broken = 0;
  const tried: number[] = [];
  for (let at = 0; at < touched.length; at += 1) {
    const identity = touched[at] ?? 0;
    const residual = residuals[identity] ?? 0;
    const slope = slopes[identity] ?? 0;
    if (slope === 0) continue;
    if (residual === 0) broken += 1;
    const by = -residual / slope;
    if (residual !== 0 && Number.isInteger(by) && value + by >= 0 && !tried.includes(by)) tried.push(by);
  }
  for (let at = 0; at < tried.length; at += 1) {
    const by = tried[at] ?? 0;
    const mends = mendedBy(by, scratch, residuals);
    if (mends <= broken) continue;
    const cell = web.cells[number];
    const coarse = likelihood(mends - broken, cell, value, value + by, subject);
    if (coarse + 3 < search.rank) continue;
    const rank = coarse + closeness(cell, value, value + by);
    if (rank < search.rank) continue;
    if (rank > search.rank) {
      search.best.length = 0;
      search.rank = rank;
    }
    search.best.push({
      cell: number,
      by,
      mended: touched.filter((identity) => isMended(identity, by, scratch, residuals)),
    });
  }
}

const isMended = (identity: number, by: number, { slopes }: Movement, residuals: readonly number[]): boolean =>
  (residuals[identity] ?? 0) !== 0 && (residuals[identity] ?? 0) + by * (slopes[identity] ?? 0) === 0;

/** How many identities come to hold; counted, because of hundreds of steps only the likeliest need them by name. */
function mendedBy(by: number, moved: Movement, residuals: readonly number[]): number {
  let count = 0;
  for (let at = 0; at < moved.touched.length; at += 1)
    if (isMended(moved.touched[at] ?? 0, by, moved, residuals)) count += 1;
  return count;
}

const cellOf = ({ web }: State, { cell }: Step): Cell | undefined => web.cells[cell];
const from = ({ values }: State, { cell }: Step): number => values[cell] ?? 0;
const to = (state: State, step: Step): number => from(state, step) + step.by;

/**
 * Only a cell in a row or a column that is out of balance can mend anything. A total that agrees with its parts cannot:
 * another value breaks at least the sum it states, and mends one balance at most.
 */
function suspects({ web, residuals }: State): number[] {
  const rows: boolean[] = [];
  const columns: boolean[] = [];
  const unsettled: boolean[] = [];
  let isBroken = false;
  for (let at = 0; at < residuals.length; at += 1) {
    const residual = residuals[at] ?? 0;
    if (residual === 0 || Number.isNaN(residual)) continue;
    isBroken = true;
    const first = web.members[at]?.[0]?.cell ?? 0;
    if (web.identities[at]?.rule === 'T3-01') rows[web.rows[first] ?? 0] = true;
    else columns[web.columns[first] ?? 0] = true;
    const whole = web.wholes[at] ?? -1;
    if (whole >= 0) unsettled[whole] = true;
  }
  const found: number[] = [];
  if (!isBroken) return found;
  for (let cell = 0; cell < web.cells.length; cell += 1) {
    const off = rows[web.rows[cell] ?? 0] === true || columns[web.columns[cell] ?? 0] === true;
    if (off && (web.cells[cell]?.isTotal === false || unsettled[cell] === true)) found.push(cell);
  }
  return found;
}

/** The repairs that mend most, the likeliest of them, all equals. */
function bestOf(state: State, subject: Subject): Step[] {
  const search: Search = { best: [], rank: 0 };
  const scratch = movement();
  const cells = suspects(state);
  for (let at = 0; at < cells.length; at += 1) addSteps(state, cells[at] ?? 0, scratch, search, subject);
  return search.best.sort((a, b) => from(state, b) - from(state, a));
}

function repairOf(step: Step, state: State, subject: Subject): Repair[] {
  const cell = cellOf(state, step);
  if (cell === undefined) return [];
  const mended = step.mended.flatMap((identity) => state.web.identities[identity] ?? []);
  const [before, after] = [from(state, step), to(state, step)];
  const guessed = (before === 0 || after === 0) && mended.every(({ rule }) => rule === 'T3-03');
  return [{ cell, from: before, to: after, mended, isGuess: guessed && !tookOverFromLast(subject, cell, after) }];
}

/**
 * T3-04: the best repairs one after the other, each with its equals, until nothing more can be mended by a single cell.
 */
export function plan(subject: Subject): Repair[][] {
  const web = webOf(subject.format);
  const values = valuesOf(web, subject.figures.numberAt);
  const state: State = { web, values, residuals: residualsOf(web, values) };
  const found: Repair[][] = [];
  for (let round = 0; round < 8; round += 1) {
    const equals = bestOf(state, subject);
    const [best] = equals;
    if (best === undefined) break;
    found.push(equals.flatMap((step) => repairOf(step, state, subject)));
    carryOut(state, best);
  }
  return found;
}

/** Later repairs are sought on a table in which this one is made. */
function carryOut(state: State, { cell, by }: Step): void {
  const { grown, touched, slopes } = movement();
  movedBy(state, cell, { grown, touched, slopes });
  for (const one of grown) state.values[one] = (state.values[one] ?? 0) + by;
  for (const identity of touched)
    state.residuals[identity] = (state.residuals[identity] ?? 0) + by * (slopes[identity] ?? 0);
}
