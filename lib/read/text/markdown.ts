import type { Block, Grid, GridCell, Line } from '@/lib/read/document';
import { pageOfHtml } from '@/lib/read/html/html';
import { withoutMarks } from './markdown-inline';
import { isPageNumber, type PrintedLine } from '@/lib/read/prose/page-marks';
import { isUnreadable, unreadable, type Unreadable } from '@/lib/read/result';
import { linesOfText, linesToBlocks } from './text';

/**
 * Markdown as text recognition writes it: `#` headings as paragraphs, pipe tables and HTML tables as grids, all else as
 * the lines of a text. Pictures, rules and fences are left out.
 */
export function blocksOfMarkdown(text: string): readonly Block[] | Unreadable {
  const pieces: (Block | PrintedLine[])[] = [];
  for (const part of tablesApart(text)) {
    if (part.is === 'html') {
      const page = pageOfHtml(part.text);
      if (isUnreadable(page)) return page;
      pieces.push(...page.blocks);
      continue;
    }
    const lines = linesOfText(part.text);
    if (lines === null) return unreadable('too-large', '文字过多');
    pieces.push(...piecesOf(lines));
  }
  const runs = linesToBlocks(pieces.filter((piece): piece is PrintedLine[] => Array.isArray(piece)));
  let run = 0;
  return pieces.flatMap((piece): readonly (Block | Line)[] => (Array.isArray(piece) ? (runs[run++] ?? []) : [piece]));
}

/** HTML tables, from `<table` to the `</table>` that closes it, and what stands between. */
function tablesApart(text: string): { is: 'html' | 'markdown'; text: string }[] {
  const parts: { is: 'html' | 'markdown'; text: string }[] = [];
  const tags = /<(\/?)table\b[^<>]*>/gi;
  let from = 0;
  let depth = 0;
  for (let tag = tags.exec(text); tag !== null; tag = tags.exec(text)) {
    const closes = tag[1] === '/';
    if (closes && depth === 0) continue;
    if (!closes && depth === 0) {
      parts.push({ is: 'markdown', text: text.slice(from, tag.index) });
      from = tag.index;
    }
    depth += closes ? -1 : 1;
    if (depth > 0) continue;
    parts.push({ is: 'html', text: text.slice(from, tags.lastIndex) });
    from = tags.lastIndex;
  }
  if (depth === 0) return [...parts, { is: 'markdown', text: text.slice(from) }];
  const end = Math.max(
    ...['</tr>', '</td>', '</th>'].map((tag) => text.toLowerCase().lastIndexOf(tag) + tag.length),
    from,
  );
  return [...parts, { is: 'html', text: text.slice(from, end) }, { is: 'markdown', text: text.slice(end) }];
}

const headingMark = /^ {0,3}(#{1,6})[ \t\u3000]*(?=[^#\s])/;
const fence = /^\s*(?:```|~~~)/;
const quoteOrItem = /^ {0,3}(?:>[ \t]?|[-*+•·][ \t]+(?=\S))+/;
const pipeRow = (text: string): boolean => {
  const bare = text.trim();
  return bare.length > 1 && bare.startsWith('|') && bare.endsWith('|') && bare.split('|', widest).length < widest;
};
/** Wider than any table of the form. */
const widest = 400;
const underHead = /^[\s|:-]*-[\s|:-]*$/;

function piecesOf(lines: readonly PrintedLine[]): (Block | PrintedLine[])[] {
  const pieces: (Block | PrintedLine[])[] = [];
  let run: PrintedLine[] = [];
  let rows: string[] = [];
  const close = (): void => {
    if (rows.length > 0) pieces.push(...gridsOf(rows));
    else if (run.length > 0) pieces.push(run);
    [run, rows] = [[], []];
  };
  lines.forEach(({ text, page }) => {
    if (fence.test(text)) return;
    if (pipeRow(text)) {
      if (rows.length === 0) close();
      rows.push(text.trim());
      return;
    }
    // Recognition sets blank lines between the rows of one table.
    if (rows.length > 0 && text.trim() === '') return;
    if (rows.length > 0) close();
    const mark = headingMark.exec(text);
    if (mark !== null) {
      close();
      const heading = withoutMarks(
        text
          .slice(mark[0].length)
          .trimEnd()
          .replace(/\s#{1,6}$/, ''),
      ).trim();
      if (heading !== '') pieces.push({ is: 'paragraph', text: heading, level: mark[1]?.length ?? null });
      return;
    }
    const plain = isPageNumber(text.replaceAll('\\', '')) ? '' : withoutMarks(text.replace(quoteOrItem, ''));
    // A line that held nothing but a picture or a mark parts nothing.
    if (plain.trim() === '' && text.trim() !== '') return;
    run.push(...plain.split('\n').map((line) => ({ text: line, page })));
  });
  close();
  return pieces;
}

/** One grid, or several where a ruled head stands in the middle: two tables with only a blank line between. */
function gridsOf(rows: readonly string[]): Grid[] {
  const starts = rows.flatMap((row, i) =>
    underHead.test(row) && i > 1 && filled(rows[i - 1]) && !underHead.test(rows[i - 1] ?? '') ? [i - 1] : [],
  );
  return [0, ...starts].flatMap((start, n) => {
    const own = rows.slice(start, starts[n] ?? rows.length);
    const rule = own.findIndex((row) => underHead.test(row));
    const grid = own.flatMap((row, i) => (underHead.test(row) ? [] : [cellsOf(row, i < rule)]));
    return grid.length === 0 ? [] : [{ is: 'grid', rows: grid, caption: null } satisfies Grid];
  });
}

const filled = (row: string | undefined): boolean => row !== undefined && /[^|\s]/.test(row);

function cellsOf(row: string, header: boolean): GridCell[] {
  return row
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((text) => ({ text: withoutMarks(text).trim(), colspan: 1, rowspan: 1, header }));
}
