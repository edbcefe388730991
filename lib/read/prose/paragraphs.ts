import type { Block, Grid, Line, Paragraph } from '@/lib/read/document';
import { dateOf } from './dates';
import { candidateOf } from './headings';
import { isPageNumber } from './page-marks';
import { withoutRemains } from './remains';

/** A paragraph of a document, joined from its lines, without indent and remains of a converter. */
export interface Passage {
  readonly text: string;
  /** Heading level by style or tag; null for none. */
  readonly level: number | null;
  /** Remains of a converter that were taken out of it. */
  readonly residue: readonly string[];
  /** Index of the block that it stands in; of several lines, of the last. */
  readonly block: number;
}

/**
 * The paragraphs of the blocks that no statutory table takes up, in order. Of other tables those that hold prose are
 * layout and give paragraphs; the rows of the rest come back as `rows`.
 */
export function passagesOf(
  blocks: readonly Block[],
  taken: ReadonlySet<number>,
): { passages: Passage[]; rows: { readonly block: number; readonly text: string }[] } {
  const passages: Passage[] = [];
  const rows: { block: number; text: string }[] = [];
  let last = 0;
  let open: string[] | null = null;
  const close = (): void => {
    if (open !== null) passages.push(...passagesIn(spacedOut(joined(open)), null, last));
    open = null;
  };
  blocks.forEach((block, index) => {
    if (taken.has(index)) return close();
    if (block.is === 'line') {
      const text = textOf(block);
      if (text === '' || isPageNumber(text)) return;
      if (open === null || block.opens || isNumberedHeading(text)) close();
      if (open === null) open = [text];
      else open.push(text);
      last = index;
      return;
    }
    close();
    if (block.is === 'paragraph') passages.push(...passagesWithin(block, index));
    else if (holdsProse(block)) passages.push(...cellsOf(block).flatMap((cell) => passagesIn(cell, null, index)));
    else
      rows.push(
        ...block.rows
          .map((row) =>
            row
              .map(({ text }) => text.replace(/\s+/g, ' ').trim())
              .filter((text) => text !== '')
              .join(' '),
          )
          .filter((row) => row !== '')
          .map((text) => ({ block: index, text })),
      );
  });
  close();
  return { passages, rows };
}

const cellsOf = (grid: Grid): string[] => grid.rows.flatMap((row) => row.map(({ text }) => text));

/** Sentences, or a heading of the report: a table for the layout of a page. */
function holdsProse(grid: Grid): boolean {
  return (
    grid.simple !== true &&
    grid.rows.some((row) =>
      row.some(
        ({ text }) =>
          text.length > 100 ||
          /[。；]\s*$/.test(text) ||
          (text.length < 60 && (candidateOf(text)?.section ?? null) !== null),
      ),
    )
  );
}

function isNumberedHeading(text: string): boolean {
  if (text.length > 50) return false;
  const heading = candidateOf(text);
  return heading !== undefined && heading.section !== null && heading.number !== null && heading.rest === '';
}

/** The cells of a line as one text: a gap between Han characters is layout, elsewhere it parts words. */
function textOf(line: Line): string {
  return line.cells
    .map((cell) => joined(cell.split('\n').map(trimmed)))
    .filter((cell) => cell !== '')
    .reduce(
      (text, cell) => (text === '' || (isHan(text.at(-1)) && isHan(cell.at(0))) ? text + cell : `${text} ${cell}`),
      '',
    );
}

/** Lines of one paragraph: nothing comes between Han characters and figures, a blank between Latin words. */
function joined(lines: readonly string[]): string {
  return lines.reduce(
    (text, line) => (/[A-Za-z,.]$/.test(text) && /^[A-Za-z]/.test(line) ? `${text} ${line}` : text + line),
    '',
  );
}

const isHan = (character: string | undefined): boolean =>
  character !== undefined && /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’]/u.test(character);

const spaced = /(?:[\p{Script=Han}，。、：；（）《》“”]\s){3,}[\p{Script=Han}，。、：；（）《》“”]/gu;

/** Justified lines come out of a PDF with a blank behind each character. */
function spacedOut(text: string): string {
  return text.includes(' ') ? text.replace(spaced, (run) => run.replace(/\s/g, '')) : text;
}

const known = new WeakMap<Paragraph, Passage[]>();

/**
 * The same for the same block, so that what was found out about a passage holds when the document is read again without
 * its tables.
 */
function passagesWithin(block: Paragraph, index: number): Passage[] {
  const passages = known.get(block) ?? passagesIn(block.text, block.level, index);
  known.set(block, passages);
  return passages;
}

/** A text without blanks and without anything that remains of a converter begin with. */
const bareAlready = /^[^\s[hHfF\\\u00ad\u200b-\u200f\u202a-\u202e\u2060]+$/;

function passagesIn(text: string, level: number | null, block: number): Passage[] {
  if (bareAlready.test(text)) return [{ text, level, residue: [], block }];
  const lines = text.includes('\n') ? linesWithin(text) : [text];
  return lines.flatMap((line): Passage[] => {
    const { text: plain, residue } = withoutRemains(line);
    const bare = trimmed(plain).replace(/[ \t\u00a0\u3000]{2,}/g, ' ');
    return bare === '' && residue.length === 0 ? [] : [{ text: bare, level, residue, block }];
  });
}

const item =
  /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|[一二三四五六七八九十]{1,3}是|第[一二三四五六七八九十]{1,3}[，、])/;

/** A break within a paragraph parts it, but in mid-sentence: there an old page was broken at its width. */
function linesWithin(text: string): string[] {
  const lines: string[] = [];
  for (const line of text.split('\n').map(trimmed)) {
    const before = lines.at(-1) ?? '';
    const goesOn =
      before.length >= 20 &&
      line !== '' &&
      !/[。！？!?；;：:…][”」』）)】]?$/.test(before) &&
      !item.test(line) &&
      dateOf(line) === null;
    if (goesOn) lines.push(joined([lines.pop() ?? '', line]));
    else lines.push(line);
  }
  return lines;
}

const trimmed = (text: string): string => text.trim();
