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
}

/** Every text of a report that is not empty. */
export function passages(report: Report): Passage[] {
  return [
    { section: 'title' as const, text: report.title },
    { section: 'preamble' as const, text: report.preamble },
    ...sectionIds.map((section) => ({ section, text: report.sections[section] ?? '' })),
    { section: 'signature' as const, text: report.signature.agency },
  ].filter(({ text }) => text !== '');
}

/** From one full stop or semicolon to the next; `start` is its offset in the passage. */
export interface Sentence extends Passage {
  readonly start: number;
  /** The whole passage, for quoting. */
  readonly passage: string;
}
