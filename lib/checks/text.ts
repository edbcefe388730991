import type { Report } from '../report/report';
import { sectionIds } from '../statute/format';
import type { Where } from './finding';

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

/** The texts of the report last asked for, by their places. */
let asked: { readonly report: Report | null; readonly texts: ReadonlyMap<Where['section'], Passage>; readonly told: readonly Passage[] } = { report: null, texts: new Map(), told: [] };

/** All rules ask for the texts of one report, and most stand as they stood in the report before: they are the same objects then. */
function textsOf(report: Report): typeof asked {
  if (asked.report === report) return asked;
  const known = (section: Where['section'], text: string): Passage => {
    const before = asked.texts.get(section);
    return before?.text === text ? before : { section, text, derived: [] };
  };
  const all = [
    known('title', report.title),
    known('preamble', report.preamble),
    ...sectionIds.map((section) => known(section, report.sections[section] ?? '')),
    known('signature', report.signature.agency),
  ];
  asked = { report, texts: new Map(all.map((passage) => [passage.section, passage])), told: all.filter(({ text }) => text !== '') };
  return asked;
}

/** Every text of a report that is not empty. */
export const passages = (report: Report): readonly Passage[] => textsOf(report).told;

const none: readonly never[] = [];

/** What is found in all texts of a report, in their order. */
export function foundIn<T>(report: Report, find: (passage: Passage) => readonly T[]): readonly T[] {
  let all: readonly T[] = none;
  const texts = passages(report);
  for (let at = 0; at < texts.length; at += 1) {
    const found = find(texts[at] as Passage);
    if (found.length > 0) all = all.length === 0 ? found : [...all, ...found];
  }
  return all;
}

/** The text of one place of a report; '' where there is none. */
export const passageOf = (report: Report, section: Where['section']): Passage => textsOf(report).texts.get(section) ?? { section, text: '' };

/** From one full stop or semicolon to the next; `start` is its offset in the passage. */
export interface Sentence extends Passage {
  readonly start: number;
  /** The whole passage, for quoting. */
  readonly passage: string;
}
