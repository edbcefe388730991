import type { AsWritten } from '@/lib/report/as-written';
import { rule, type Law, type Rule, type Verdict } from './rule';
import type { Subject } from './subject';

export const noLabels = '报告是 JSON，没有标题和栏目名称';

interface DocumentLaw<Place> extends Omit<Law<Place>, 'forEach' | 'holds'> {
  /** Whether the rule is for this report at all: its year, its kind. Every report unless it says otherwise. */
  readonly appliesTo?: (subject: Subject) => boolean;
  readonly forEach: (written: AsWritten, subject: Subject) => readonly Place[];
  readonly holds: (place: Place, subject: Subject, written: AsWritten) => Verdict;
}

/**
 * A rule on how a document words or arranges what the form lays down. A draft has the form's own words, so there it has
 * no place; a report in JSON has none, so there it cannot be checked.
 */
export function documentRule<Place>(
  id: string,
  { appliesTo = () => true, forEach, holds, ...law }: DocumentLaw<Place>,
): Rule {
  return rule<{ readonly place: Place; readonly written: AsWritten } | null>(id, {
    ...law,
    forEach: (subject) => {
      const { written, purpose } = subject.context;
      if (!appliesTo(subject) || (written == null && purpose === 'draft')) return [];
      return written == null ? [null] : forEach(written, subject).map((place) => ({ place, written }));
    },
    holds: (one, subject) => (one === null ? { why: noLabels, cells: [] } : holds(one.place, subject, one.written)),
  });
}
