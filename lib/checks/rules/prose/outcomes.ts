import type { CellId } from '@/lib/statute/table';
import { cellId, linesOf } from '@/lib/statute/table';
import { assertionsIn, claimOf, contradicts, inProse, isHeld, type Assertion } from '@/lib/checks/prose/claims';
import { bareLabel } from '@/lib/checks/engine/place';
import { perFormat } from '@/lib/checks/engine/per-format';
import { groundsInProse } from './grounds';
import { outcomeWords, roleOf, type Applicant } from '@/lib/checks/prose/role';
import type { Statement } from '@/lib/checks/prose/statement';
import { matterAt, matterIn } from '@/lib/checks/prose/topic';
import { isOfYear } from '@/lib/checks/prose/years';
import { blankCells, rule, type Verdict } from '@/lib/checks/engine/rule';
import type { Subject } from '@/lib/checks/engine/subject';
import { unreadable } from '@/lib/checks/engine/sums';

const source = '正文与表三一致';

/** The outcomes （一） to （六） as the prose names them, with the cells of the total column below each. */
const outcomes = perFormat((format) => {
  const byName = new Map<string, CellId[]>();
  for (const block of format.tables.applications.blocks) {
    for (const row of linesOf(block.rows)) {
      if (row.kind !== 'leaf' || row.labels.length < 2) continue;
      const name = bareLabel(row.labels[1] ?? '');
      byName.set(name, [...(byName.get(name) ?? []), `applications.${row.id}.total`]);
    }
  }
  return byName;
});

const byOutcome = inProse(({ statements }, about) =>
  statements.flatMap((statement) => {
    const role = roleOf(statement);
    return role?.is === 'outcome' && isHeld(statement, about) ? [{ name: role.name, claim: claimOf(statement) }] : [];
  }),
);

const denial = outcomeWords.map(([name, words]) => ({
  name,
  find: new RegExp(
    `(?:没有|无|未(?:作出|出现|发生|产生)(?:过)?|不存在)(?:被)?(?:作出)?(?:${words.replaceAll(/\(\?<!.*?\)/g, '')})(?:的)?(?:申请|答复|情形|情况|决定|件|案件)*(?=[，。；、]|$)`,
    'g',
  ),
}));

const denied = inProse((told, { report: { year } }) =>
  denial.flatMap(({ name, find }) =>
    assertionsIn(told, find)
      .filter((claim) => isOnApplications(claim) && isOfYear(claim.years, year))
      .map((claim) => ({ name, claim })),
  ),
);

const isOnApplications = ({ words, sentence, at, told }: Assertion): boolean =>
  matterIn(words) !== 'other' &&
  (matterIn(sentence.text) === 'application' || matterAt(sentence, at, told.topic) === 'application');

export const outcomesInProse = rule('T3-09', {
  source,
  says: '正文按办理结果所写的件数，应为表三该项之和',
  severity: 'warning',
  note: '写没有某项结果的，该项应为 0',
  forEach: (subject) => [
    ...[...byOutcome(subject), ...denied(subject)].map(({ name, claim }) => ({
      name,
      claim,
      cells: outcomes(subject.format).get(name) ?? [],
    })),
    ...groundsInProse(subject),
  ],
  holds: ({ name, claim, cells }, subject): Verdict => {
    const [first] = cells;
    const missing = unreadable(subject, cells);
    if (first === undefined || missing.length > 0) return { why: blankCells, cells: missing };
    const value = cells.reduce((sum, cell) => sum + (subject.number(cell) ?? 0), 0);
    if ((claim.number ?? 0) === value) return null;
    return contradicts(claim, subject, { cell: first, cells, name: `表三 · ${name}`, value });
  },
});

/** The cells of some columns, in the rows that a number of applicants may be taken from. */
interface Cells {
  readonly received: readonly CellId[];
  readonly carriedIn: readonly CellId[];
  readonly handled: readonly CellId[];
}

function cellsOf(...columns: readonly string[]): Cells {
  const of = (row: string): CellId[] => columns.map((column) => cellId('applications', row, column));
  return { received: of('received'), carriedIn: of('carriedIn'), handled: of('handled') };
}

const organisations = cellsOf('business', 'research', 'nonprofit', 'legalService', 'otherOrganisation');
/** What an applicant's name may stand for; several readings where authors use the word loosely. */
const readingsOf: Readonly<Record<Applicant, readonly [Cells, ...Cells[]]>> = {
  自然人: [cellsOf('naturalPerson')],
  法人或其他组织: [organisations],
  企业: [cellsOf('business'), organisations],
  商业企业: [cellsOf('business')],
  科研机构: [cellsOf('research')],
  社会公益组织: [cellsOf('nonprofit')],
  法律服务机构: [cellsOf('legalService')],
};

const byApplicant = inProse(({ statements }, about) =>
  statements.flatMap((statement) => {
    const role = roleOf(statement);
    return role?.is === 'applicant' && isHeld(statement, about) ? [{ statement, name: role.name }] : [];
  }),
);

const sumOf = (cells: readonly CellId[], subject: Subject): number =>
  cells.reduce((sum, cell) => sum + (subject.number(cell) ?? Number.NaN), 0);

/**
 * Ways of counting by which the number is right: new ones, with those carried in, or handled. null: some cell is blank.
 */
function waysToCount({ quantity, sentence }: Statement, name: Applicant, subject: Subject): ReadonlySet<string> | null {
  const ways = new Set<string>();
  for (const { received, carriedIn, handled } of readingsOf[name]) {
    const [fresh, before, done] = [sumOf(received, subject), sumOf(carriedIn, subject), sumOf(handled, subject)];
    if (Number.isNaN(fresh + before + done)) return null;
    if (quantity.value === fresh) ways.add('new');
    if (quantity.value === fresh + before) ways.add('all');
    if (quantity.value === done && /办结|答复|办理完/.test(sentence.text)) ways.add('handled');
  }
  return ways;
}

export const applicantsInProse = rule('PRO-06', {
  source,
  says: '正文按申请人所写的件数，应为表三该类申请人的本年新收，或新收与上年结转之和',
  severity: 'warning',
  note: '说的是办结的，可为办理结果；政府报告只写本级时为提示',
  forEach: (subject) => {
    const counted = byApplicant(subject).map(({ statement, name }) => ({
      statement,
      name,
      ways: waysToCount(statement, name, subject),
    }));
    return counted.map((one) => ({
      ...one,
      siblings: counted.filter((other) => other !== one && other.statement.sentence === one.statement.sentence),
    }));
  },
  holds: ({ statement, name, ways, siblings }, subject): Verdict => {
    const cells = readingsOf[name][0].received;
    const value = sumOf(cells, subject);
    const [first] = cells;
    if (first === undefined || ways === null) return { why: blankCells, cells: unreadable(subject, cells) };
    // Persons and organisations of one sentence are counted alike: both new, or both with those carried in.
    const others = siblings.map((sibling) => sibling.ways).filter((other) => other !== null && other.size > 0);
    if (
      ways.size > 0 &&
      (others.every((other) => [...ways].some((way) => other?.has(way))) || statement.quantity.value === value)
    )
      return null;
    return contradicts(claimOf(statement), subject, { cell: first, cells, name: `表三 · 本年新收 · ${name}`, value });
  },
});

export const outcomeProseRules = [applicantsInProse, outcomesInProse];
