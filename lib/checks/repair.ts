import type { Format } from '../statute/format';
import { cellId, columnsOf, type Cell, type CellId } from '../statute/table';
import type { Breach, Raised } from './rule';
import type { Subject } from './subject';
import { perFormat } from './sums';
import { columnName, rowName, shortNameOfCell } from './place';

/** T3-04: which single cell, set to which value, makes most of the sums of table three hold that do not hold now. */

/** An identity of table three as a sum that must be nought. */
interface Identity {
  readonly rule: 'T3-01' | 'T3-02' | 'T3-03';
  readonly terms: ReadonlyMap<CellId, number>;
  /** The total that the form computes from the others; null for the balance of a column. */
  readonly whole: CellId | null;
}

const identities = perFormat((format): readonly Identity[] => {
  const sums = format.sums
    .filter((sum) => format.cell(sum.whole)?.table === 'applications')
    .map((sum): Identity => ({
      rule: sum.along === 'row' ? 'T3-01' : 'T3-02',
      terms: new Map([[sum.whole, 1], ...sum.parts.map((part) => [part, -1] as const)]),
      whole: sum.whole,
    }));
  const balances = format.tables.applications.blocks.flatMap(columnsOf).map((column): Identity => {
    const at = (row: string): CellId => cellId('applications', row, column.id);
    return { rule: 'T3-03', terms: new Map([[at('received'), 1], [at('carriedIn'), 1], [at('handled'), -1], [at('carriedOut'), -1]]), whole: null };
  });
  return [...sums, ...balances];
});

const identitiesOf = perFormat((format) => {
  const byCell = new Map<CellId, Identity[]>();
  for (const identity of identities(format)) {
    for (const id of identity.terms.keys()) byCell.set(id, [...(byCell.get(id) ?? []), identity]);
  }
  return byCell;
});

type Residuals = ReadonlyMap<Identity, number>;

interface Repair {
  readonly cell: Cell;
  readonly from: number;
  readonly to: number;
  readonly mended: readonly Identity[];
  /** Only the balance of a column speaks for it, and it would set a figure where nought stands, or nought for a figure. */
  readonly isGuess: boolean;
  /** Compared from left to right, larger first. */
  readonly rank: readonly number[];
}

function residualsOf(format: Format, number: (id: CellId) => number | null): Residuals {
  const residuals = new Map<Identity, number>();
  for (const identity of identities(format)) {
    let sum = 0;
    for (const [id, sign] of identity.terms) sum += sign * (number(id) ?? Number.NaN);
    if (!Number.isNaN(sum)) residuals.set(identity, sum);
  }
  return residuals;
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

/** The best repairs one after the other, each with its equals, until nothing more can be mended by a single cell. */
function plan(subject: Subject): Repair[][] {
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

const mendable = new Set(['T3-01', 'T3-02', 'T3-03']);

/** The findings of table three's sums, each with the cell that most likely causes it. */
export function withCulprits(raised: readonly Raised[], subject: Subject): readonly Raised[] {
  if (!raised.some(({ rule }) => mendable.has(rule.id))) return raised;
  const plans = plan(subject);
  return raised.map((one) => {
    if (!mendable.has(one.rule.id)) return one;
    const equals = plans.find(([best]) => best?.mended.some((identity) => isOf(identity, one)));
    return { ...one, breach: named(one, equals ?? [], raised, subject) };
  });
}

/** A breach names the cells of its identity. */
function isOf(identity: Identity, { rule, breach }: Raised): boolean {
  return identity.rule === rule.id && breach.cells.length === identity.terms.size && breach.cells.every((cell) => identity.terms.has(cell));
}

function named({ rule, breach }: Raised, [best, ...others]: readonly Repair[], raised: readonly Raised[], subject: Subject): Breach {
  const followed = rule.id === 'T3-03' ? follows(breach, raised, subject) : '';
  const detail = followed === '' ? breach.detail : `${breach.detail}。${followed}`;
  if (best === undefined || best.isGuess) return { ...breach, detail };
  const name = nameFor(best.cell, breach, subject);
  const other = others.slice(0, 2).map((repair) => nameFor(repair.cell, breach, subject));
  const fix = fixOf(best, name, subject);
  return {
    ...breach,
    detail,
    culprits: [best, ...others.slice(0, 2)].map(({ cell }) => cell.id),
    suggestion: `最可能是${name}：${fix.label.startsWith('采用') ? fix.label : `改为 ${best.to}`}，${gainOf(best)}${other.length === 0 ? '' : `；也可能是${other.join('、')}`}`,
    fix: best.cell.isTotal && fix.value !== null ? undefined : fix,
  };
}

/** 总计 follows when the other columns' differences add up to its own. */
function follows(breach: Breach, raised: readonly Raised[], subject: Subject): string {
  const balances = raised.filter(({ rule }) => rule.id === 'T3-03').map((one) => one.breach);
  const differenceOf = ({ stated, expected }: Breach): number => Number(stated) - Number(expected);
  const totalled = (one: Breach): boolean => subject.format.cell(one.cells[0] ?? '')?.column.kind === 'total';
  const total = balances.find(totalled);
  const columns = balances.filter((one) => !totalled(one));
  if (total === undefined || columns.length === 0 || columns.reduce((sum, one) => sum + differenceOf(one), 0) !== differenceOf(total)) return '';
  if (breach !== total) return '“总计”一列随之不平，改好后一并消除';
  const names = columns.map((one) => subject.format.cell(one.cells[0] ?? '')).map((cell) => (cell === undefined ? '' : `“${columnName(cell.column)}”`));
  return `随${names.join('、')}一列不平，改好该列后一并消除`;
}

/** Within its own column a cell is named by its row alone. */
function nameFor(cell: Cell, breach: Breach, { format }: Subject): string {
  const column = format.cell(breach.cells[0] ?? '')?.column.id;
  const own = breach.cells.every((id) => format.cell(id)?.column.id === column) && column === cell.column.id;
  return own ? rowName(cell.row) : shortNameOfCell(format, cell.id);
}

function gainOf({ mended, cell }: Repair): string {
  const total = mended.some(({ terms }) => terms.has(cellId('applications', 'received', 'total')));
  if (mended.length === 1) return '即相符';
  if (mended.length === 2 && mended.every(({ rule }) => rule === 'T3-03') && total && cell.column.kind === 'leaf') return '本列与总计同时平';
  return `${mended.length} 处不符同时消除`;
}

function fixOf({ cell, to }: Repair, name: string, subject: Subject): { cell: CellId; value: string | null; label: string } {
  if (!cell.isTotal) return { cell: cell.id, value: String(to), label: `${name}改为 ${to}` };
  const computed = subject.format.sums.some(
    ({ whole, parts }) => whole === cell.id && parts.reduce((sum, part) => sum + (subject.number(part) ?? Number.NaN), 0) === to,
  );
  return computed ? { cell: cell.id, value: null, label: `采用合计 ${to}` } : { cell: cell.id, value: String(to), label: '' };
}
