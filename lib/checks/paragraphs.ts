import type { Report } from '../report/report';
import type { CheckContext } from './context';
import { paragraphsIn, perPieceWith, type Found, type Paragraph } from './read-before';
import { countedIn, perRow, rowAfter, type Row } from './rows';
import { judge, type Breach, type Entry, type Outcome, type Raised, type Rule } from './rule';
import type { Subject } from './subject';
import { passages, type Passage } from './text';

/** All paragraphs of a report, each with the text it is part of and where it begins there. */
export interface Paragraphs extends Row<Paragraph> {
  readonly texts: readonly string[];
  readonly starts: readonly number[];
}

let whole: { readonly of: readonly Passage[]; readonly row: Paragraphs } | null = null;

/** The paragraphs of the report last asked for. */
export function paragraphsOf(report: Report): Paragraphs {
  const of = passages(report);
  if (whole?.of === of) return whole.row;
  const [pieces, texts, starts]: [Paragraph[], string[], number[]] = [[], [], []];
  for (const passage of of) {
    const { standing, starts: begins } = paragraphsIn(passage);
    for (let at = 0; at < standing.length; at += 1) {
      pieces.push(standing[at] as Paragraph);
      texts.push(passage.text);
      starts.push(begins[at] ?? 0);
    }
  }
  whole = { of, row: { ...rowAfter(whole?.row ?? null, pieces), texts, starts } };
  return whole.row;
}

/** What may be asked of a report besides the paragraph: none of it changes while someone types. */
export interface About {
  readonly report: Pick<Report, 'year' | 'agency'>;
  readonly context: Pick<CheckContext, 'kind' | 'dictionary'>;
}

let last: About | null = null;

/** The same object as for the subject before while nothing of it has changed. */
function aboutOf({ report: { year, agency }, context: { kind, dictionary } }: Subject): About {
  if (last?.report.year !== year || last.report.agency !== agency || last.context.kind !== kind || last.context.dictionary !== dictionary) {
    last = { report: { year, agency }, context: { kind, ...(dictionary !== undefined && { dictionary }) } };
  }
  return last;
}

/** Remembers what was derived for the last report of the same agency and year. */
function whileAbout<T>(derive: (about: About) => (row: Paragraphs) => T): (subject: Subject) => T {
  let known: { readonly about: About; readonly read: (row: Paragraphs) => T } | null = null;
  return (subject) => {
    const about = aboutOf(subject);
    if (known?.about !== about) known = { about, read: derive(about) };
    return known.read(paragraphsOf(subject.report));
  };
}

/** What is found in each paragraph of a report by itself, with its place in the whole text. */
export function everywhere<T extends Found>(search: (paragraph: Passage, about: About) => readonly T[]): (subject: Subject) => readonly T[] {
  const find = perPieceWith(({ alone }: Paragraph, about: About) => search(alone, about));
  return whileAbout((about) =>
    perRow({
      find: ({ pieces }: Paragraphs, at): readonly T[] => find(pieces[at] as Paragraph, about),
      place: (one, { texts, starts }, at) => ({ ...one, text: texts[at] ?? '', at: (starts[at] ?? 0) + one.at }),
    }),
  );
}

export interface ParagraphRule extends Rule {
  readonly reads: 'text';
  judge(paragraph: Passage, about: About, outcome: Outcome): void;
}

interface ParagraphLaw<Place> extends Omit<Entry, 'id'> {
  readonly severity: Rule['severity'];
  /** The places within one paragraph; offsets are those of the paragraph. */
  readonly forEach: (paragraph: Passage, about: About) => readonly Place[];
  readonly holds: (place: Place, about: About) => Breach | null;
}

/** A rule that judges each paragraph by itself, whatever stands around it: its verdicts are kept with the paragraph. */
export function paragraphRule<Place>(id: string, { forEach, holds, ...law }: ParagraphLaw<Place>): ParagraphRule {
  const self: ParagraphRule = {
    id,
    ...law,
    reads: 'text',
    judge(paragraph, about, outcome) {
      for (const place of forEach(paragraph, about)) judge(self, holds(place, about), outcome);
    },
    run(subject, outcome) {
      const { ran, raised } = alone(subject);
      outcome.ran += ran;
      outcome.raised.push(...raised);
    },
  };
  const alone = inEachParagraph([self]);
  return self;
}

export const judgesParagraphs = (rule: Rule): rule is ParagraphRule => 'judge' in rule;

/** What rules came to. */
interface Judged {
  readonly ran: number;
  readonly raised: readonly Raised[];
}

/** Runs rules on paragraphs; a paragraph that stands as it stood is not judged again. */
export function inEachParagraph(rules: readonly ParagraphRule[]): (subject: Subject) => Judged {
  const judged = perPieceWith(({ alone }: Paragraph, about: About): Judged => {
    const outcome: Outcome = { ran: 0, raised: [], unknown: new Map() };
    for (const rule of rules) rule.judge(alone, about, outcome);
    return outcome;
  });
  return whileAbout((about) => {
    const ran = countedIn(({ pieces }: Paragraphs, at) => judged(pieces[at] as Paragraph, about).ran);
    const raised = perRow({
      find: ({ pieces }: Paragraphs, at): readonly Raised[] => judged(pieces[at] as Paragraph, about).raised,
      place: ({ rule, breach }, { starts }, at) => ({ rule, breach: moved(breach, starts[at] ?? 0) }),
    });
    return (row) => ({ ran: ran(row), raised: raised(row) });
  });
}

/** With its offsets in the whole text, of which the paragraph is a part. */
function moved(breach: Breach, by: number): Breach {
  const { where } = breach;
  return where?.start === undefined || where.end === undefined ? breach : { ...breach, where: { ...where, start: where.start + by, end: where.end + by } };
}
