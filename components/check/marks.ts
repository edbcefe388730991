import { severities, type Finding, type Severity } from '@/lib/checks/finding';
import type { CellId } from '@/lib/statute/table';

/** What is shown at a cell: the worst of its findings, and the numbers of those that point to it first of all. */
export interface CellMark {
  readonly severity: Severity;
  readonly numbers: readonly { readonly number: number; readonly severity: Severity }[];
  /** Titles of all findings that name the cell, read out with it. */
  readonly why: string;
}

/** A finding of the text, with its number in the list. */
export interface Fault {
  readonly number: number;
  readonly severity: Severity;
  readonly title: string;
  /** UTF-16 offsets into the text of its place. */
  readonly start: number;
  readonly end: number;
}

/** The graver of two. */
export const worse = (a: Severity, b: Severity): Severity => (severities.indexOf(a) <= severities.indexOf(b) ? a : b);

/** The cell that a finding points to: the one most likely wrong, else the first it names. */
export const cellOf = (finding: Finding): CellId | null =>
  finding.fix?.cell ?? finding.culprits?.[0] ?? finding.cells[0] ?? null;

/** How many cells a finding may name and still colour them all; one that names a whole table points to its first. */
const few = 16;

export function cellMarks(findings: readonly Finding[]): ReadonlyMap<CellId, CellMark> {
  const marks = new Map<CellId, CellMark>();
  findings.forEach((finding, index) => {
    if (finding.where !== undefined) return;
    const main = cellOf(finding);
    const named = finding.cells.length > few ? [] : finding.cells;
    for (const id of new Set([...named, ...(main === null ? [] : [main])])) {
      const known = marks.get(id);
      const own = id === main ? [{ number: index + 1, severity: finding.severity }] : [];
      marks.set(id, {
        severity: known === undefined ? finding.severity : worse(known.severity, finding.severity),
        numbers: [...(known?.numbers ?? []), ...own],
        why: known === undefined ? finding.title : `${known.why}；${finding.title}`,
      });
    }
  });
  return marks;
}

/** The findings that stand in the words of one place; those about a heading or an absence have no words. */
export function faultsIn(findings: readonly Finding[], place: string): Fault[] {
  return findings.flatMap(({ where, severity, title }, index) =>
    where?.section === place && where.start !== undefined && where.end !== undefined && where.start < where.end
      ? [{ number: index + 1, severity, title, start: where.start, end: where.end }]
      : [],
  );
}

/** The findings that concern a place as a whole: its heading, or what is not there. */
export function wholeFaults(
  findings: readonly Finding[],
  place: string,
): { number: number; severity: Severity; title: string }[] {
  return findings.flatMap(({ where, severity, title }, index) =>
    where?.section === place && where.start === undefined ? [{ number: index + 1, severity, title }] : [],
  );
}

/** A stretch of text that the same findings mark; `ends` are those whose number stands behind it. */
export interface Segment {
  readonly text: string;
  readonly severity: Severity | null;
  readonly ends: readonly Fault[];
}

/** One paragraph cut where findings begin and end; `start` is its offset in the text of its place. */
export function segmentsOf(paragraph: string, start: number, faults: readonly Fault[]): Segment[] {
  const end = start + paragraph.length;
  const here = faults.filter((fault) => fault.start < end && fault.end > start);
  const edges = here.flatMap((fault) => [fault.start, fault.end]).filter((edge) => edge > start && edge < end);
  const cuts = [...new Set([start, ...edges, end])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1] ?? end;
    const over = here.filter((fault) => fault.start <= from && fault.end >= to);
    const severity = over.reduce<Severity | null>(
      (worst, fault) => (worst === null ? fault.severity : worse(worst, fault.severity)),
      null,
    );
    return {
      text: paragraph.slice(from - start, to - start),
      severity,
      ends: here.filter((fault) => Math.min(fault.end, end) === to && fault.end <= end + 1),
    };
  });
}

/** The paragraphs of a text with the offsets at which they begin; blank ones are left out. */
export function paragraphsWithOffsets(text: string): { text: string; start: number }[] {
  let at = 0;
  return text.split('\n').flatMap((paragraph) => {
    const start = at;
    at += paragraph.length + 1;
    return paragraph.trim() === '' ? [] : [{ text: paragraph, start }];
  });
}

/** Ids in the page: the card of a finding, the place that it is about. */
export const cardId = (number: number): string => `finding-${number}`;
export const cellAnchor = (cell: CellId): string => `cell-${cell}`;
export const wordsAnchor = (number: number): string => `words-${number}`;
export const partAnchor = (place: string): string => `part-${place}`;
