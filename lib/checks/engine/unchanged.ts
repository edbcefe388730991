import { tableIds } from '@/lib/statute/format';
import type { Report } from '@/lib/report/report';
import type { Part, Reads } from './rule';
import type { Subject } from './subject';
import { textPlaces, textsIn, type Passage } from './text';

export const textParts: readonly Part[] = textPlaces;
export const tableParts: readonly Part[] = tableIds.map((table): Part => `table:${table}`);

export const partsRead = (reads: Reads): readonly Part[] =>
  reads === 'text' ? textParts : reads === 'all' ? [...textParts, ...tableParts] : reads;

/** What hardly ever changes while someone types. */
function sameReport(
  { format, report: a, context: before }: Subject,
  { format: other, report: b, context: now }: Subject,
): boolean {
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

const parts = [...textParts, ...tableParts];

/** What every part stands as, and last how often the rest of the report has changed. */
export type Stood = readonly (Passage | number | null)[];

let before: Subject | null = null;
let changes = 0;

/**
 * Asked once a check, for all rules. A part is the same as long as it stands: a text is the same object then, a table
 * has the same revision.
 */
export function standingParts(subject: Subject): Stood {
  if (before === null || !sameReport(before, subject)) changes += 1;
  before = subject;
  const {
    report,
    figures: { revisions },
  } = subject;
  const stood: (Passage | number | null)[] = [];
  const { pieces } = textsIn(report);
  for (let at = 0; at < pieces.length; at += 1) {
    const passage = pieces[at] as Passage;
    stood.push(passage.text === '' && isMissing(report, passage.section) ? null : passage);
  }
  for (const table of tableIds) stood.push(revisions[table]);
  stood.push(changes);
  return stood;
}

/** A section that is not there at all, as against one that is empty. */
const isMissing = ({ sections }: Report, section: Passage['section']): boolean =>
  section !== 'title' && section !== 'preamble' && section !== 'signature' && sections[section] === undefined;

/**
 * Remembers what was derived from the last report in which these parts were the same: while someone types in a table
 * the prose stands still, and its rules need not run again.
 */
export function whileStanding<T>(
  read: readonly Part[],
  derive: (subject: Subject) => T,
): (subject: Subject, stood: Stood) => T {
  const own = [...read.map((part) => parts.indexOf(part)), parts.length];
  let last: { readonly stood: Stood; readonly value: T } | null = null;
  return (subject, stood) => {
    if (last !== null && stands(own, stood, last.stood)) return last.value;
    last = { stood, value: derive(subject) };
    return last.value;
  };
}

function stands(own: readonly number[], now: Stood, before: Stood): boolean {
  for (let at = 0; at < own.length; at += 1) if (now[own[at] ?? 0] !== before[own[at] ?? 0]) return false;
  return true;
}
