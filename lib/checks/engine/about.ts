import type { Report } from '@/lib/report/report';
import type { CheckContext } from '@/lib/checks/context';
import type { Subject } from './subject';

/**
 * What may be asked of a report besides the piece of its text that is looked at: none of it changes while someone
 * types.
 */
export interface About {
  readonly report: Pick<Report, 'year' | 'agency'>;
  readonly context: Pick<CheckContext, 'kind' | 'dictionary'>;
}

let last: { readonly subject: Subject; readonly about: About } | null = null;

/** The same object as for the subject before while nothing of it has changed. */
function aboutOf(subject: Subject): About {
  if (last?.subject === subject) return last.about;
  const {
    report: { year, agency },
    context: { kind, dictionary },
  } = subject;
  const known = last?.about;
  const isSame =
    known?.report.year === year &&
    known.report.agency === agency &&
    known.context.kind === kind &&
    known.context.dictionary === dictionary;
  last = {
    subject,
    about: isSame
      ? known
      : { report: { year, agency }, context: { kind, ...(dictionary !== undefined && { dictionary }) } },
  };
  return last.about;
}

/** Remembers what was derived for the last report of the same agency and year. */
export function whileAbout<T>(derive: (about: About) => (report: Report) => T): (subject: Subject) => T {
  let known: { readonly about: About; readonly read: (report: Report) => T } | null = null;
  return (subject) => {
    const about = aboutOf(subject);
    if (known?.about !== about) known = { about, read: derive(about) };
    return known.read(subject.report);
  };
}
