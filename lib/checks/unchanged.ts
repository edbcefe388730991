import { sectionIds, tableIds } from '../statute/format';
import { perFormat } from './per-format';
import type { Part, Reads } from './rule';
import type { Subject } from './subject';

/** What hardly ever changes while someone types. */
function sameReport({ format, report: a, context: before }: Subject, { format: other, report: b, context: now }: Subject): boolean {
  return (
    format === other &&
    a.year === b.year &&
    a.agency === b.agency &&
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

const cellsOf = perFormat((format) => new Map(tableIds.map((table): [Part, readonly string[]] => [`table:${table}`, format.cells.filter((cell) => cell.table === table).map(({ id }) => id)])));

function samePart({ format, report: a }: Subject, { report: b }: Subject, part: Part): boolean {
  switch (part) {
    case 'title':
    case 'preamble':
      return a[part] === b[part];
    case 'signature':
      return a.signature.agency === b.signature.agency && a.signature.date === b.signature.date;
    case 'table:disclosure':
    case 'table:applications':
    case 'table:remedies':
      return cellsOf(format).get(part)?.every((id) => a.cells[id] === b.cells[id]) ?? false;
    default:
      return a.sections[part] === b.sections[part];
  }
}

export const textParts: readonly Part[] = ['title', 'preamble', ...sectionIds, 'signature'];
export const tableParts: readonly Part[] = tableIds.map((table): Part => `table:${table}`);

export const partsRead = (reads: Reads): readonly Part[] => (reads === 'text' ? textParts : reads === 'all' ? [...textParts, ...tableParts] : reads);

/**
 * Remembers what was derived from the last report in which these parts were the same: while someone types in a table the
 * prose stands still, and its rules need not run again.
 */
export function whileStanding<T>(parts: readonly Part[], derive: (subject: Subject) => T): (subject: Subject) => T {
  let last: { readonly subject: Subject; readonly value: T } | null = null;
  return (subject) => {
    const before = last?.subject;
    const stands = before !== undefined && sameReport(before, subject) && parts.every((part) => samePart(before, subject, part));
    if (last === null || !stands) last = { subject, value: derive(subject) };
    return last.value;
  };
}
