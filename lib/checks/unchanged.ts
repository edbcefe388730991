import { tableIds } from '../statute/format';
import type { Part, Reads } from './rule';
import type { Subject } from './subject';
import { passageOf, textPlaces, type Passage } from './text';

export const textParts: readonly Part[] = textPlaces;
export const tableParts: readonly Part[] = tableIds.map((table): Part => `table:${table}`);

export const partsRead = (reads: Reads): readonly Part[] => (reads === 'text' ? textParts : reads === 'all' ? [...textParts, ...tableParts] : reads);

/** What hardly ever changes while someone types. */
function sameReport({ format, report: a, context: before }: Subject, { format: other, report: b, context: now }: Subject): boolean {
  return (
    format === other &&
    a.year === b.year &&
    a.agency === b.agency &&
    a.signature.date === b.signature.date &&
    a.extra === b.extra &&
    a.notes === b.notes &&
    before.purpose === now.purpose &&
    before.kind === now.kind &&
    before.last === now.last &&
    before.written === now.written &&
    before.others === now.others &&
    before.dictionary === now.dictionary
  );
}

/** The same as long as the part stands: a text is the same object then, a table has the same revision. null: no such section. */
function standing({ report, figures }: Subject, part: Part): Passage | number | null {
  switch (part) {
    case 'table:disclosure':
      return figures.revisions.disclosure;
    case 'table:applications':
      return figures.revisions.applications;
    case 'table:remedies':
      return figures.revisions.remedies;
    case 'title':
    case 'preamble':
    case 'signature':
      return passageOf(report, part);
    default:
      return report.sections[part] === undefined ? null : passageOf(report, part);
  }
}

const parts = [...textParts, ...tableParts];

/** What every part stands as, and last how often the rest of the report has changed. */
export type Stood = readonly (Passage | number | null)[];

let before: Subject | null = null;
let changes = 0;

/** Asked once a check, for all rules. */
export function standingParts(subject: Subject): Stood {
  if (before === null || !sameReport(before, subject)) changes += 1;
  before = subject;
  return [...parts.map((part) => standing(subject, part)), changes];
}

/**
 * Remembers what was derived from the last report in which these parts were the same: while someone types in a table the
 * prose stands still, and its rules need not run again.
 */
export function whileStanding<T>(read: readonly Part[], derive: (subject: Subject) => T): (subject: Subject, stood: Stood) => T {
  const own = [...read.map((part) => parts.indexOf(part)), parts.length];
  let last: { readonly stood: Stood; readonly value: T } | null = null;
  return (subject, stood) => {
    const known = last;
    if (known !== null && own.every((at) => stood[at] === known.stood[at])) return known.value;
    last = { stood, value: derive(subject) };
    return last.value;
  };
}
