import type { Report } from '@/lib/report/report';
import { sectionIds } from '@/lib/statute/format';
import type { Where } from '@/lib/checks/finding';
import { rowAfter, type Row } from './rows';

/** Full-width digits, letters and spaces brought to their plain form, one for one, so that offsets stay true. */
export function normal(text: string): string {
  return /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\u3000\u00a0]/.test(text)
    ? text.replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\u3000\u00a0]/g, (c) =>
        c === '\u3000' || c === '\u00a0' ? ' ' : String.fromCharCode(c.charCodeAt(0) - 0xfee0),
      )
    : text;
}

/** A piece of a section's text as findings point at it. */
export function where(section: Where['section'], text: string, start: number, length: number): Where {
  return { section, start, end: start + length, quote: text.slice(start, start + length) };
}

export function numberOf(digits: string): number | null {
  return /^\d{1,15}$/.test(digits.trim()) ? Number(digits) : null;
}

/** One text of a report under the name findings give to its place. */
export interface Passage {
  readonly section: Where['section'];
  readonly text: string;
  /** What was derived from it, by the number of who derived it; only where the passage is kept (`passages`). */
  readonly derived?: unknown[];
}

/** Every place of a report that holds text, in its order. */
export const textPlaces: readonly Where['section'][] = ['title', 'preamble', ...sectionIds, 'signature'];

const placeOf = Object.fromEntries(textPlaces.map((section, place) => [section, place])) as Readonly<
  Record<Where['section'], number>
>;

/** The texts of the report last asked for, and those of them that are not empty. */
let asked: { readonly report: Report; readonly texts: Row<Passage>; readonly told: readonly Passage[] } | null = null;

/**
 * All rules ask for the texts of one report, and most stand as they stood in the report before: they are the same
 * objects then.
 */
function textsOf(report: Report): NonNullable<typeof asked> {
  if (asked?.report === report) return asked;
  const before = asked?.texts ?? null;
  const pieces = textPlaces.map((section, at): Passage => {
    const text = textAt(report, section);
    const known = before?.pieces[at];
    return known?.text === text ? known : { section, text, derived: [] };
  });
  const stands = before !== null && pieces.every((passage, at) => passage === before.pieces[at]);
  asked = {
    report,
    texts: stands ? before : rowAfter(before, pieces),
    told: stands && asked !== null ? asked.told : pieces.filter(({ text }) => text !== ''),
  };
  return asked;
}

function textAt(report: Report, section: Where['section']): string {
  switch (section) {
    case 'title':
      return report.title;
    case 'preamble':
      return report.preamble;
    case 'signature':
      return report.signature.agency;
    default:
      return report.sections[section] ?? '';
  }
}

/** Every text of a report, by `textPlaces`. */
export const textsIn = (report: Report): Row<Passage> => textsOf(report).texts;

/** Every text of a report that is not empty. */
export const passages = (report: Report): readonly Passage[] => textsOf(report).told;

/** The text of one place of a report; '' where there is none. */
export const passageOf = (report: Report, section: Where['section']): Passage =>
  textsIn(report).pieces[placeOf[section]] ?? { section, text: '' };

/** From one full stop or semicolon to the next; `start` is its offset in the passage. */
export interface Sentence extends Passage {
  readonly start: number;
  /** The whole passage, for quoting. */
  readonly passage: string;
}
