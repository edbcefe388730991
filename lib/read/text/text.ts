import type { Block, Line } from '@/lib/read/document';
import { headingOf } from '@/lib/read/prose/headings';
import { withoutPageMarks, type PrintedLine } from '@/lib/read/prose/page-marks';
import { unreadable, type Unreadable } from '@/lib/read/result';
import { columnsOf, openings, type WrittenLine } from './wrapping';

/** A report has a few thousand lines at most, blank ones included, and twenty thousand characters of prose. */
const most = { lines: 20_000, characters: 4_000_000 } as const;

/**
 * Plain text as lines: one for each row of a table where the text shows rows (tabs, bars, wide gaps, or one cell a line
 * behind a tab with blank lines between rows), one for each line else. Page numbers and running heads are left out.
 */
export function blocksOfText(text: string): readonly Block[] | Unreadable {
  const lines = linesOfText(text);
  return lines === null ? unreadable('too-large', '文字过多') : linesToBlocks([lines]).flat();
}

/** The lines of a text with their pages; null where there are more than any report has. */
export function linesOfText(text: string): PrintedLine[] | null {
  const plain = text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?|[\v\u0085\u2028\u2029]/g, '\n')
    .replace(/\n[ \u00a0\u3000]+(?=\n)/g, '\n')
    .replace(/\n{3,}/g, '\n\n');
  if (plain.length > most.characters) return null;
  const lines = plain.split('\n', most.lines + 1);
  if (lines.length > most.lines) return null;
  let page = 0;
  return lines.flatMap((line) => {
    if (!line.includes('\f')) return [{ text: line, page }];
    return line.split('\f').map((part, i) => ({ text: part, page: i === 0 ? page : (page += 1) }));
  });
}

interface Cut extends WrittenLine {
  readonly cells: readonly string[];
}

/** Runs of lines as blocks, page marks taken out; at which width the text was broken is seen from all of them. */
export function linesToBlocks(runs: readonly (readonly PrintedLine[])[]): Line[][] {
  const cut = runs.map((run) => cutLines(withoutPageMarks(run)));
  const opens = openings(cut.flat());
  let at = 0;
  return cut.map((lines) => lines.map(({ cells }): Line => ({ is: 'line', cells, opens: opens[at++] ?? true })));
}

function cutLines(lines: readonly PrintedLine[]): Cut[] {
  const cut: Cut[] = [];
  let gapBefore = true;
  let page = 0;
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i];
    if (line === undefined) break;
    if (isBlank(line.text)) {
      gapBefore = true;
      continue;
    }
    const place = { gapBefore, pageBefore: line.page !== page };
    gapBefore = false;
    page = line.page;
    const row = rowBehindTabs(lines, i);
    if (row !== null) {
      cut.push(
        ...row.cells.map((cells, n) => ({
          cells,
          text: cells.join(''),
          indent: 2,
          cut: true,
          gapBefore: n > 0 || place.gapBefore,
          pageBefore: n === 0 && place.pageBefore,
        })),
      );
      i = row.last;
      continue;
    }
    const cells = cellsOf(line.text);
    if (cells === null) continue;
    cut.push({ cells, text: cells.join(''), indent: indentOf(line.text), cut: cells.length > 1, ...place });
  }
  return cut;
}

/** A line of blanks parts rows; a tab alone is an empty cell. */
const isBlank = (text: string): boolean => /^[ \u00a0\u3000]*$/.test(text);

const oneCell = /^\t[^\t]*$/;
/** Longest label of the form, and no more than a label: sentences end with a stop. */
const prose = (cell: string): boolean => cell.length > 60 || /[。！？]\s*$/.test(cell);

/**
 * A row written with one cell a line, each behind a tab, up to the next blank line; a cell that was broken goes on in
 * lines without a tab. Paragraphs that are merely indented with a tab come back one by one.
 */
function rowBehindTabs(lines: readonly PrintedLine[], first: number): { cells: string[][]; last: number } | null {
  if (!oneCell.test(lines[first]?.text ?? '')) return null;
  const cells: string[] = [];
  let last = first;
  for (let i = first; i < lines.length; i += 1) {
    const text = lines[i]?.text ?? '';
    if (oneCell.test(text)) cells.push(text.slice(1));
    else if (!isBlank(text) && goesOn(text, cells.at(-1) ?? '')) cells.push(`${cells.pop() ?? ''}\n${text}`);
    else break;
    last = i;
  }
  return { cells: cells.some(prose) ? cells.map((cell) => [cell]) : [cells], last };
}

function goesOn(text: string, cell: string): boolean {
  return (
    !text.includes('\t') &&
    text.length <= 30 &&
    !prose(cell) &&
    cell.trim() !== '' &&
    !/^[\s\u3000]*[\d.]+[\s\u3000]*$/.test(cell) &&
    headingOf(text) === undefined
  );
}

const bars = /[|｜│┃]/;

/** Wider than any table of the form: such a line is no row. */
const widest = 400;

/** The cells of a line; null for a line that only draws a rule. */
function cellsOf(text: string): string[] | null {
  const cells = cutCells(text);
  return cells !== null && cells.length > widest ? [text.trim()] : cells;
}

function cutCells(text: string): string[] | null {
  if (
    /^[\s|｜+\-=_*:—─━│┃┼├┤┬┴┌┐└┘╋┠┨┏┓┗┛]{3,}$/.test(text) &&
    /[+|｜\-=_*─━┼├┌└╋┠┏┗]{3}|^[\s|:\-]*\|[\s|:\-]*-[\s|:\-]*$/.test(text)
  )
    return null;
  if (text.split(bars, 3).length === 3)
    return text
      .trim()
      .replace(/^[|｜│┃]|[|｜│┃]$/g, '')
      .split(bars)
      .map((cell) => cell.trim());
  if (text.includes('\t') && text.trim() !== '') {
    const cells = text.split('\t');
    return cells.filter((cell) => cell.trim() !== '').length > 1 ? cells : [text.trim()];
  }
  return text.trim().split(/[ \u00a0\u3000]{2,}/);
}

function indentOf(text: string): number {
  const blanks = /^[\s\u3000]*/.exec(text)?.[0] ?? '';
  return columnsOf(blanks.replaceAll('\t', '    '));
}
