import { sectionIds } from '../statute/format';
import type { Subject } from './subject';

/** All that a rule which reads text may look at is the same. */
function sameText(a: Subject, b: Subject): boolean {
  return (
    a.format === b.format &&
    a.report.year === b.report.year &&
    a.report.agency === b.report.agency &&
    a.report.title === b.report.title &&
    a.report.preamble === b.report.preamble &&
    sectionIds.every((id) => a.report.sections[id] === b.report.sections[id]) &&
    a.report.signature.agency === b.report.signature.agency &&
    a.report.signature.date === b.report.signature.date &&
    a.report.extra === b.report.extra &&
    a.context.purpose === b.context.purpose &&
    a.context.kind === b.context.kind &&
    a.context.last === b.context.last &&
    a.context.written === b.context.written &&
    a.context.others === b.context.others &&
    a.context.dictionary === b.context.dictionary
  );
}

/**
 * Remembers what was derived from the last report whose text was this: while someone types in a table the prose stands
 * still, and its rules need not run again.
 */
export function whileTextStands<T>(derive: (subject: Subject) => T): (subject: Subject) => T {
  let last: { readonly subject: Subject; readonly value: T } | null = null;
  return (subject) => {
    if (last === null || !sameText(last.subject, subject)) last = { subject, value: derive(subject) };
    return last.value;
  };
}
