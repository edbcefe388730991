import { dateOf } from '@/lib/read/prose/dates';
import { headingOf } from '@/lib/read/prose/headings';
import { isFurniture } from '@/lib/read/prose/furniture';
import { beginsPrinted, isPrinted } from '@/lib/read/tables/table-remarks';
import { titleOfLine } from '@/lib/read/prose/title';

/** A line as printed, before it is known what it belongs to. */
export interface WrittenLine {
  readonly text: string;
  /** Columns of blanks before the text; a Han character takes two. */
  readonly indent: number;
  /** A blank line, or the beginning of the text, stands before it. */
  readonly gapBefore: boolean;
  /** The line before it stands on another page: a gap between them says nothing. */
  readonly pageBefore: boolean;
  /** Whether it is cut into several cells. */
  readonly cut: boolean;
}

const stops = /[。！？!?；;：:…][”」』）)】]?$/;
const item =
  /^(?:[（(][一二三四五六七八九十\d]{1,3}[）)](?![项款目])|[一二三四五六七八九十]{1,3}(?:、|是)|\d{1,2}[、．.](?!\d)|第[一二三四五六七八九十]{1,3}[，、])/;
/** Twenty characters of Han: shorter lines say nothing of the width that a text was broken at. */
const shortest = 40;
const widest = 200;

export function columnsOf(text: string): number {
  let columns = 0;
  for (let i = 0; i < text.length; i += 1) columns += text.charCodeAt(i) < 0x1100 ? 1 : 2;
  return columns;
}

/**
 * For each line whether a paragraph may begin there. Most texts have a paragraph on each line; one that was broken at
 * a width (from PDF, from mail) shows many long lines that stop in mid-sentence, and only a line that follows a full
 * one without indent or blank line goes on with it.
 */
export function openings(lines: readonly WrittenLine[]): boolean[] {
  const full = fullness(lines);
  if (full === null) return lines.map(() => true);
  const base = commonIndent(lines);
  const marked = startsMarkedBy(lines, full, base);
  return lines.map((line, i) => {
    const before = lines[i - 1];
    if (before === undefined || line.cut || !/\p{Script=Han}/u.test(line.text + before.text)) return true;
    if (line.indent >= base + 2) return true;
    if (isSignature(line, lines[i + 1])) return true;
    const stopped = stops.test(before.text);
    if (
      full[i - 1] === 'short' ||
      (full[i - 1] === 'long' && (isPrinted(line.text) || (stopped ? marked === null : item.test(line.text))))
    )
      return true;
    if (isOfItsOwn(before.text) || beginsPrinted(before.text) || isFurniture(line.text)) return true;
    if (line.gapBefore && (!line.pageBefore || (stopped && marked !== 'indent'))) return true;
    if (isFirstLevel(line.text) || isFirstLevel(before.text)) return true;
    if (!stopped || (/[；;：:]$/.test(before.text) && !item.test(line.text))) return false;
    // A full line that ends a sentence: only where paragraphs show by nothing else may one begin behind it.
    return marked === null || (line.pageBefore && marked === 'gap');
  });
}

/** The agency on the line above the date, and the date. */
const isSignature = (line: WrittenLine, next: WrittenLine | undefined): boolean =>
  dateOf(line.text) !== null ||
  (next !== undefined && line.text.length <= 40 && !/[，。；：]/.test(line.text) && dateOf(next.text)?.iso != null);

/** How a text marks paragraphs, seen where one surely ends: a short line with a stop. */
function startsMarkedBy(lines: readonly WrittenLine[], full: readonly Width[], base: number): 'indent' | 'gap' | null {
  const ends = (i: number): boolean => i >= 0 && stops.test(lines[i]?.text ?? '');
  const starts = lines.filter(
    (line, i) => ends(i - 1) && full[i - 1] === 'short' && !line.cut && !isFirstLevel(line.text),
  );
  // Where every last line happens to be long, a blank line behind it tells as well where the next paragraph begins.
  const spaced =
    starts.length > 0
      ? starts
      : lines.filter(
          (line, i) => ends(i - 1) && line.gapBefore && !line.pageBefore && !line.cut && !isFirstLevel(line.text),
        );
  if (mostly(spaced, ({ indent }) => indent >= base + 2)) return 'indent';
  return mostly(
    starts.filter(({ pageBefore }) => !pageBefore),
    ({ gapBefore }) => gapBefore,
  )
    ? 'gap'
    : null;
}

const mostly = <T>(items: readonly T[], test: (item: T) => boolean): boolean =>
  items.length > 0 && items.filter(test).length > 0.8 * items.length;

const isFirstLevel = (text: string): boolean => {
  if (text.length > 50) return false;
  const heading = headingOf(text);
  return heading !== undefined && heading.section !== null && heading.rest === '';
};

/** `long`: a word that must not be broken, or a Latin one, went to the next line. */
type Width = 'full' | 'long' | 'short';

/** How far lines reach to the width that the text was broken at; null where it was not broken. */
function fullness(lines: readonly WrittenLine[]): Width[] | null {
  const widths = lines.map(({ text }) => (text.length > widest ? widest + 1 : columnsOf(text)));
  const long = lines.flatMap(({ cut }, i) =>
    (widths[i] ?? 0) >= shortest && !cut && follows(lines[i + 1]) && !isOfItsOwn(lines[i]?.text ?? '') ? [i] : [],
  );
  const broken = long.filter((i) => !stops.test(lines[i]?.text ?? ''));
  if (
    broken.length === 0 ||
    broken.length < 0.4 * long.length ||
    (broken.length === 1 && item.test(lines[(broken[0] ?? 0) + 1]?.text ?? ''))
  )
    return null;
  const columns = median(broken.map((i) => widths[i] ?? 0));
  const characters = median(broken.map((i) => lines[i]?.text.length ?? 0));
  if (
    columns > widest ||
    widths.filter((width, i) => width > 1.3 * columns + 8 && lines[i]?.cut === false).length > 0.1 * broken.length
  )
    return null;
  return lines.map(({ text, indent }, i) => {
    const lead = Math.min(indent, 4);
    const width = (widths[i] ?? 0) + lead;
    if (width >= columns - 6 || text.length + lead / 2 >= characters - 2) return 'full';
    return width >= 0.7 * columns || text.length + lead / 2 >= 0.7 * characters ? 'long' : 'short';
  });
}

/** Titles, labels and what a page says of itself have no stop either. */
const isOfItsOwn = (text: string): boolean =>
  isPrinted(text) || isFurniture(text) || titleOfLine(text.replace(/\s/g, '')) !== null;

const follows = (next: WrittenLine | undefined): boolean => next !== undefined && (!next.gapBefore || next.pageBefore);

/** The indent of most lines of text: `pdftotext` keeps the margin of the page. */
function commonIndent(lines: readonly WrittenLine[]): number {
  const long = lines.filter(({ text, cut }) => !cut && text.length >= shortest / 2).map(({ indent }) => indent);
  return long.length === 0 ? 0 : long.reduce((a, b) => Math.min(a, b));
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;
}
