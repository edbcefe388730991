import type { CellId, TableId } from '@/lib/statute/table';
import type { Finding, Severity, Where } from '@/lib/checks/finding';
import type { Subject } from './subject';

/** What stands in the catalogue: a permanent id, its source, and the sentence that opens the message. */
export interface Entry {
  readonly id: string;
  readonly source: string;
  readonly says: string;
  /** `help`: no finding of its own, it adds a suggestion to those of other rules. */
  readonly severity: Severity | 'help';
  /** When a finding weighs otherwise, or to whom the rule applies; for the printed catalogue. */
  readonly note?: string;
}

/** A place where the rule does not hold. */
export interface Breach
  extends Pick<
    Finding,
    'title' | 'cells' | 'where' | 'stated' | 'expected' | 'terms' | 'difference' | 'culprits' | 'suggestion' | 'fix'
  > {
  /** Place, both values and difference; follows the rule's sentence in the message. */
  readonly detail: string;
  /** Where it weighs otherwise than the rule. */
  readonly severity?: Severity;
}

/** A place where nothing can be said, because something is blank, unreadable or not at hand. */
export interface Unknown {
  readonly why: string;
  readonly cells: readonly CellId[];
}

/** null: the rule holds here. */
export type Verdict = Breach | Unknown | null;

/** What a rule came to; collected while all rules run. */
export interface Raised {
  readonly rule: Rule;
  readonly breach: Breach;
}

export interface Outcome {
  ran: number;
  readonly raised: Raised[];
  /** By rule id, then by why: the cells that stood in the way. */
  readonly unknown: Map<string, Map<string, Set<CellId>>>;
}

export interface Rule extends Entry {
  readonly severity: Severity;
  readonly reads: Reads;
  run(subject: Subject, outcome: Outcome): void;
}

/** A place of a report that is typed in for itself. */
export type Part = Where['section'] | `table:${TableId}`;

/**
 * What the verdicts depend on besides year, agency and kind, how the document words things and the reports it is held
 * against: on some parts, on all that is no table, on everything. While these stand the rule need not run again.
 */
export type Reads = readonly Part[] | 'text' | 'all';

export interface Law<Place> extends Omit<Entry, 'id'> {
  readonly severity: Severity;
  /** `all` unless it says otherwise. */
  readonly reads?: Reads;
  /** The places where the statute asks for it; empty where it asks for nothing. */
  readonly forEach: (subject: Subject) => readonly Place[];
  readonly holds: (place: Place, subject: Subject) => Verdict;
}

const isUnknown = (verdict: Breach | Unknown): verdict is Unknown => 'why' in verdict;

/** A rule of the catalogue, written as the sentence it enforces. It never throws. */
export function rule<Place>(id: string, { forEach, holds, reads = 'all', ...law }: Law<Place>): Rule {
  const self: Rule = {
    id,
    ...law,
    reads,
    run(subject, outcome) {
      const places = forEach(subject);
      // By number, here and in what all rules call: iterators cost more than most rules before the engine has compiled
      // them.
      for (let at = 0; at < places.length; at += 1) judge(self, holds(places[at] as Place, subject), outcome);
    },
  };
  return self;
}

/** Adds the verdict on one place. */
export function judge(rule: Rule, verdict: Verdict, outcome: Outcome): void {
  if (verdict !== null && isUnknown(verdict)) {
    note(outcome.unknown, rule.id, verdict);
    return;
  }
  outcome.ran += 1;
  if (verdict !== null) outcome.raised.push({ rule, breach: verdict });
}

function note(unknown: Outcome['unknown'], id: string, { why, cells }: Unknown): void {
  const reasons = unknown.get(id) ?? new Map<string, Set<CellId>>();
  unknown.set(id, reasons);
  const known = reasons.get(why) ?? new Set<CellId>();
  reasons.set(why, known);
  for (const cell of cells) known.add(cell);
}

/** An entry that only helps the findings of other rules (T3-04, PRO-08). */
export function help(id: string, entry: Pick<Entry, 'source' | 'says' | 'note'>): Entry {
  return { id, severity: 'help', ...entry };
}

/** The single place of a rule on the report as a whole. */
export const once = (): readonly [null] => [null];

/** Why a sum is not checked. */
export const blankCells = '有单元格未填或无法识别';

const stops = '。？！';
const stopped = (part: string): string =>
  part === '' || stops.includes(part.charAt(part.length - 1)) ? part : `${part}。`;

/** The rule's sentence first, then place, values and difference, then one suggestion. */
export function messageOf({ rule: { says }, breach }: Raised): string {
  return stopped(says) + stopped(breach.detail) + stopped(breach.suggestion ?? '');
}
