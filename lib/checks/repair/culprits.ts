import { cellId, type Cell, type CellId, type Sum } from '@/lib/statute/table';
import type { Fix } from '@/lib/checks/finding';
import type { Identity } from './identities';
import { perFormat } from '@/lib/checks/engine/per-format';
import { columnName, rowName, shortNameOfCell } from '@/lib/checks/engine/place';
import { plan, type Repair } from './repair';
import type { Breach, Raised } from '@/lib/checks/engine/rule';
import type { Subject } from '@/lib/checks/engine/subject';

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

/** A breach names the cells of its identity, and no cell is in two identities of one rule. */
function isOf(identity: Identity, { rule, breach }: Raised): boolean {
  return (
    identity.rule === rule.id &&
    breach.cells.length === identity.terms.size &&
    identity.terms.has(breach.cells[0] ?? '')
  );
}

function named(
  { rule, breach }: Raised,
  [best, ...others]: readonly Repair[],
  raised: readonly Raised[],
  subject: Subject,
): Breach {
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
  if (
    total === undefined ||
    columns.length === 0 ||
    columns.reduce((sum, one) => sum + differenceOf(one), 0) !== differenceOf(total)
  )
    return '';
  if (breach !== total) return columns.length === 1 ? '“总计”一列随之不平，改好后一并消除' : '';
  const names = columns
    .map((one) => subject.format.cell(one.cells[0] ?? ''))
    .map((cell) => (cell === undefined ? '' : `“${columnName(cell.column)}”`));
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
  if (mended.length === 2 && mended.every(({ rule }) => rule === 'T3-03') && total && cell.column.kind === 'leaf')
    return '本列与总计同时平';
  return `${mended.length} 处不符同时消除`;
}

/** The sums that a total is the whole of: its row's, its column's. */
const sumsOf = perFormat((format) => {
  const sums = new Map<CellId, Sum[]>();
  for (const sum of format.sums) sums.set(sum.whole, [...(sums.get(sum.whole) ?? []), sum]);
  return sums;
});

function fixOf({ cell, to }: Repair, name: string, subject: Subject): Fix {
  if (!cell.isTotal) return { cell: cell.id, value: String(to), label: `${name}改为 ${to}` };
  const sums = sumsOf(subject.format).get(cell.id) ?? [];
  const computed = sums.some(
    ({ parts }) => parts.reduce((sum, part) => sum + (subject.number(part) ?? Number.NaN), 0) === to,
  );
  return computed
    ? { cell: cell.id, value: null, label: `采用合计 ${to}` }
    : { cell: cell.id, value: String(to), label: '' };
}
