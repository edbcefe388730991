import type { Report } from '@/lib/report/report';
import { whileAbout, type About } from './about';
import { countedInTexts, foundInSections, rowOfSection } from './in-sections';
import { paragraphsIn, perPieceWith, type Found, type Paragraph } from './read-before';
import { countedIn, perRow, type Row, type Search } from './rows';
import { judge, type Breach, type Entry, type Outcome, type Raised, type Rule } from './rule';
import type { Subject } from './subject';
import { textPlaces, type Passage } from './text';

/** The paragraphs of a text, and where they begin. */
interface Paragraphs extends Row<Paragraph> {
  readonly text: string;
  readonly starts: readonly number[];
}

const paragraphsOf: (passage: Passage) => Paragraphs = rowOfSection((passage) => {
  const { standing, starts } = paragraphsIn(passage);
  return { pieces: standing, text: passage.text, starts };
});

/** Looks at all paragraphs of a report. */
function inParagraphs<T>(search: Search<Paragraphs, T>): (report: Report) => readonly T[] {
  return foundInSections(textPlaces, () => {
    const inRow = perRow(search);
    return (passage) => inRow(paragraphsOf(passage));
  });
}

/** What is found in each paragraph of a report by itself, with its place in the whole text. */
export function everywhere<T extends Found>(
  search: (paragraph: Passage, about: About) => readonly T[],
): (subject: Subject) => readonly T[] {
  const find = perPieceWith(({ alone }: Paragraph, about: About) => search(alone, about));
  return whileAbout((about) =>
    inParagraphs({
      find: ({ pieces }, at) => find(pieces[at] as Paragraph, about),
      place: (one, { text, starts }, at) => ({ ...one, text, at: (starts[at] ?? 0) + one.at }),
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
    const ran = countedInTexts(() => {
      const inRow = countedIn(({ pieces }: Paragraphs, at) => judged(pieces[at] as Paragraph, about).ran);
      return (passage) => inRow(paragraphsOf(passage));
    });
    const raised = inParagraphs({
      find: ({ pieces }, at) => judged(pieces[at] as Paragraph, about).raised,
      place: ({ rule, breach }, { starts }, at) => ({ rule, breach: moved(breach, starts[at] ?? 0) }),
    });
    return (report) => ({ ran: ran(report), raised: raised(report) });
  });
}

/** With its offsets in the whole text, of which the paragraph is a part. */
function moved(breach: Breach, by: number): Breach {
  const { where } = breach;
  return where?.start === undefined || where.end === undefined
    ? breach
    : { ...breach, where: { ...where, start: where.start + by, end: where.end + by } };
}
