import type { Report } from '@/lib/report/report';
import { formatById } from '@/lib/statute/formats';
import type { CellId } from '@/lib/statute/table';
import { rules } from './catalogue';
import type { CheckContext } from './context';
import type { CheckResult, Finding, NotChecked, Severity } from './finding';
import { withCulprits } from '@/lib/checks/repair/culprits';
import { inEachParagraph, judgesParagraphs } from '@/lib/checks/engine/paragraphs';
import { messageOf, type Outcome, type Raised, type Rule } from '@/lib/checks/engine/rule';
import { subjectOf, type Subject } from '@/lib/checks/engine/subject';
import { perFormat } from '@/lib/checks/engine/per-format';
import { textPlaces } from '@/lib/checks/engine/text';
import { partsRead, standingParts, textParts, whileStanding } from '@/lib/checks/engine/unchanged';

/**
 * Every rule of the catalogue run on a report: what does not hold, and what could not be checked and why. Pure, never
 * throws, and quick enough to run at every keystroke.
 */
export function check(report: Report, context: CheckContext): CheckResult {
  const format = formatById(report.format);
  if (format === undefined) {
    const why = `没有 ${report.format} 这个格式`;
    return { findings: [], checked: { ran: 0, notChecked: rules.map(({ id }) => ({ rule: id, cells: [], why })) } };
  }
  const subject = subjectOf(report, format, context);
  const stood = standingParts(subject);
  const outcomes = groups.map((outcomeOf) => outcomeOf(subject, stood));
  const raised = outcomes.flatMap((outcome) => outcome.raised);
  return {
    findings: inOrder(withCulprits(raised, subject).map(findingOf), subject),
    checked: {
      ran: outcomes.reduce((sum, { ran }) => sum + ran, 0),
      notChecked: outcomes.flatMap((outcome) => outcome.notChecked).sort((a, b) => orderOf(a.rule) - orderOf(b.rule)),
    },
  };
}

const onParagraphs = inEachParagraph(rules.filter(judgesParagraphs));
const others = rules.filter((rule) => !judgesParagraphs(rule));

/** The rules that read the same parts of a report run together, when one of these has changed. */
const groups = [
  ...[...new Set(others.map(({ reads }) => String(reads)))].map((reads) => {
    const some = others.filter((rule) => String(rule.reads) === reads);
    return whileStanding(partsRead(some[0]?.reads ?? 'all'), (subject) => run(some, subject));
  }),
  whileStanding(textParts, (subject): Results => ({ ...onParagraphs(subject), notChecked: [] })),
];

/** What some rules came to. */
interface Results {
  readonly ran: number;
  readonly raised: readonly Raised[];
  readonly notChecked: readonly NotChecked[];
}

function run(some: readonly Rule[], subject: Subject): Results {
  const outcome: Outcome = { ran: 0, raised: [], unknown: new Map() };
  for (let at = 0; at < some.length; at += 1) some[at]?.run(subject, outcome);
  return { ran: outcome.ran, raised: outcome.raised, notChecked: notChecked(outcome) };
}

function findingOf(raised: Raised): Finding {
  const { rule, breach } = raised;
  const { title, cells, where, stated, expected, terms, difference, culprits, suggestion, fix } = breach;
  const severity = breach.severity ?? rule.severity;
  return {
    rule: rule.id,
    severity,
    title,
    message: messageOf(raised),
    cells,
    where,
    stated,
    expected,
    terms,
    difference,
    culprits,
    suggestion,
    fix,
  };
}

function notChecked({ unknown }: Outcome): NotChecked[] {
  return [...unknown].flatMap(([rule, reasons]) =>
    [...reasons].map(([why, cells]) => ({ rule, cells: [...cells], why })),
  );
}

const weight: Readonly<Record<Severity, number>> = { error: 0, warning: 1, notice: 2 };

const cellPlaces = perFormat((format) => {
  const section = new Map(
    format.sections.flatMap(({ id, table }) => (table === null ? [] : [[table, textPlaces.indexOf(id)] as const])),
  );
  return new Map(format.cells.map((cell, index) => [cell.id, { section: section.get(cell.table) ?? 0, index }]));
});

const numbered = new Map(rules.map(({ id }, index) => [id, index]));
const orderOf = (rule: string): number => numbered.get(rule) ?? 0;

/** In the order of the report; within a place errors first, then cells before text, then as in the catalogue. */
function inOrder(findings: Finding[], { format }: Subject): Finding[] {
  if (findings.length < 2) return findings;
  const cellPlace = cellPlaces(format);
  const keyed = findings.map((finding) => ({ finding, key: keyOf(finding, cellPlace) }));
  return keyed
    .sort((a, b) => a.key[0] - b.key[0] || a.key[1] - b.key[1] || a.key[2] - b.key[2] || a.key[3] - b.key[3])
    .map(({ finding }) => finding);
}

type CellPlaces = ReadonlyMap<CellId, { section: number; index: number }>;

function keyOf(
  { rule, cells, where, severity }: Finding,
  cellPlace: CellPlaces,
): readonly [number, number, number, number] {
  const order = orderOf(rule);
  const cell = cells[0] === undefined ? undefined : cellPlace.get(cells[0]);
  if (where !== undefined)
    return [textPlaces.indexOf(where.section), weight[severity], 1000 + (where.start ?? -1), order];
  return [cell?.section ?? 0, weight[severity], cell?.index ?? 0, order];
}
