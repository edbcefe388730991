/**
 * What comes by paste from Word, WPS, a web page or a text, made into plain paragraphs and simple tables. Nothing that
 * could be read is dropped: a list keeps its numbers, a row of what is no simple table becomes one line parted by 、.
 */

import { spanOf, tableFrom } from '@/lib/report/flatten-table';
import type { Insert } from '@/lib/report/insert';
import { insertSchema } from '@/lib/report/insert-schema';

/** As much of a DOM node as is read here. */
export interface Pasted {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly childNodes: ArrayLike<Pasted>;
  getAttribute?(name: string): string | null;
}

export type Piece =
  | { readonly text: string }
  | { readonly figure: string; readonly text: string }
  /** Stands alone in its line; `parted` when merged cells were. */
  | { readonly insert: Insert; readonly parted: boolean; readonly text: '' };
type PastedLine = Piece[];

const unread = new Set([
  'STYLE',
  'SCRIPT',
  'META',
  'LINK',
  'TITLE',
  'HEAD',
  'XML',
  'TEMPLATE',
  'NOSCRIPT',
  'SVG',
  'MATH',
  'IFRAME',
  'OBJECT',
]);
const inline = new Set(
  'A ABBR ACRONYM B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I IMG INPUT INS KBD LABEL MARK Q RB RP RT RUBY S SAMP SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR O:P ST1:PLACE'.split(
    ' ',
  ),
);
const wide = '[\\u1100-\\u11ff\\u2e80-\\u9fff\\uf900-\\ufaff\\ufe30-\\ufe4f\\uff00-\\uffef]';
const brokenLine = new RegExp(`(?<=${wide})[ \\t]*[\\r\\n]+[ \\t\\r\\n]*(?=${wide})`, 'g');
// No database takes NUL, and nobody sees the others.
const invisible = /[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b-\u200f\u2060\ufeff]/g;
const edges = /^[\s\u3000]+|[\s\u3000]+$/g;

/** One paragraph's words: no indents, no marks that cannot be seen, one blank where several stood. */
export function plainLine(text: string): string {
  return text
    .replace(invisible, '')
    .replace(/[\u00a0\u2002-\u200a]/g, ' ')
    .replace(edges, '')
    .replace(/ *\t+ */g, '、')
    .replace(/[ \r\n\f\v]+/g, ' ');
}

/** Paragraphs of a plain text: each line is one, a tab (as between cells) becomes 、. */
export function linesOfText(text: string): string[] {
  return text
    .split(/\r\n?|[\n\v\f\u2028\u2029]/)
    .map(plainLine)
    .filter((line) => line !== '')
    .flatMap(inReach);
}

/** A paragraph longer than the draft takes (lib/report/schema.ts) goes on in another one, after a sentence. */
function inReach(line: string): string[] {
  const most = 10_000;
  if (line.length <= most) return [line];
  const stop = line.lastIndexOf('。', most - 1) + 1;
  const at = stop > 0 ? stop : most;
  return [line.slice(0, at), ...inReach(line.slice(at))];
}

const nameOf = (node: Pasted): string => node.nodeName.toUpperCase();
const childrenOf = (node: Pasted): Pasted[] => Array.from(node.childNodes);
const hidden = (node: Pasted): boolean =>
  /display\s*:\s*none|mso-hide\s*:\s*all/i.test(node.getAttribute?.('data-style') ?? '');

/** Markup without anything that the content security policy would report when it is parsed; styles stay readable. */
export function withoutStyles(html: string): string {
  return html
    .replace(/<style\b[\s\S]*?<\/style\s*>/gi, '')
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/(\s)style(?=\s*=)/gi, '$1data-style'));
}

/** White space as a browser shows it; a line break that only wraps Chinese source is none. */
const shownText = (text: string): string => text.replace(brokenLine, '').replace(/[ \t\r\n]+/g, ' ');

function collect(node: Pasted, lines: PastedLine[], verbatim: boolean): void {
  if (node.nodeType === 3) {
    const text = node.nodeValue ?? '';
    if (!verbatim) return void lines.at(-1)?.push({ text: shownText(text) });
    text
      .split(/\r\n?|\n/)
      .forEach((piece, index) => (index === 0 ? lines.at(-1)?.push({ text: piece }) : lines.push([{ text: piece }])));
    return;
  }
  if (node.nodeType !== 1 && node.nodeType !== 9 && node.nodeType !== 11) return;
  const name = nameOf(node);
  if (unread.has(name) || hidden(node)) return;
  if (name === 'BR') return void lines.push([]);
  const figure = name === 'SPAN' ? node.getAttribute?.('data-figure') : null;
  if (figure != null) return void lines.at(-1)?.push({ figure, text: wordsOf(node) });
  const own = insertFrom(node.getAttribute?.('data-insert'));
  if (own !== null) return void lines.push([{ insert: own, parted: false, text: '' }], []);
  if (name === 'TABLE') return collectTable(node, lines);
  const block = node.nodeType === 1 && !inline.has(name);
  if (block) lines.push([]);
  let count = Number(name === 'OL' ? (node.getAttribute?.('start') ?? '1') : '1');
  for (const child of childrenOf(node)) {
    if (name === 'OL' && nameOf(child) === 'LI') {
      lines.push([{ text: `${count}.` }]);
      count += 1;
      const item: PastedLine[] = [[]];
      collect(child, item, verbatim);
      const [first = [], ...rest] = item.filter((line) => words(line) !== '');
      lines.at(-1)?.push(...first);
      lines.push(...rest);
    } else collect(child, lines, verbatim || name === 'PRE');
  }
  if (block) lines.push([]);
}

const words = (line: PastedLine): string => plainLine(line.map((piece) => piece.text).join(''));

function wordsOf(node: Pasted): string {
  const lines: PastedLine[] = [[]];
  for (const child of childrenOf(node)) collect(child, lines, false);
  return lines
    .map(words)
    .filter((line) => line !== '')
    .join(' ');
}

/** What was copied from a text of this system; null for anything else. */
function insertFrom(written: string | null | undefined): Insert | null {
  if (written == null) return null;
  try {
    const parsed = insertSchema.safeParse(JSON.parse(written));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

const cellsIn = (row: Pasted): Pasted[] => childrenOf(row).filter((child) => ['TD', 'TH'].includes(nameOf(child)));

/** A table without several columns only lays text out; one that is too large goes on as lines, one a row. */
function collectTable(table: Pasted, lines: PastedLine[]): void {
  const rows: Pasted[] = [];
  let caption: Pasted | null = null;
  const find = (node: Pasted): void => {
    for (const child of childrenOf(node)) {
      const name = nameOf(child);
      if (name === 'TR') rows.push(child);
      else if (name === 'CAPTION') caption ??= child;
      else if (['THEAD', 'TBODY', 'TFOOT'].includes(name)) find(child);
    }
  };
  find(table);
  const called = caption === null ? '' : wordsOf(caption);
  const simple = tableFrom(
    called,
    rows.map((row) =>
      cellsIn(row).map((cell) => ({
        text: wordsOf(cell),
        colspan: spanOf(cell.getAttribute?.('colspan')),
        rowspan: spanOf(cell.getAttribute?.('rowspan')),
      })),
    ),
  );
  if (simple !== null)
    return void lines.push([{ insert: { table: simple.table }, parted: simple.parted, text: '' }], []);
  if (called !== '') lines.push([{ text: called }]);
  for (const row of rows) {
    const cells = cellsIn(row);
    const told = cells.filter((cell) => wordsOf(cell) !== '');
    if (told.length > 1) lines.push([{ text: cells.map(wordsOf).join('、').replace(/、+$/, '') }]);
    else if (told[0] !== undefined) {
      lines.push([]);
      for (const child of childrenOf(told[0])) collect(child, lines, false);
    }
  }
  lines.push([]);
}

/** The paragraphs of pasted HTML; empty ones are left out. */
export function linesOfHtml(root: Pasted): Piece[][] {
  const lines: PastedLine[] = [[]];
  collect(root, lines, false);
  return lines
    .map(trimmed)
    .filter((line) => line.length > 0)
    .flatMap((line) => {
      const only = line[0];
      return line.length === 1 && only !== undefined && isWords(only)
        ? inReach(only.text).map((text) => [{ text }])
        : [line];
    });
}

/** How many pictures pasted markup holds: a text takes none, and its author is told. */
export function picturesIn(node: Pasted): number {
  const own = nameOf(node) === 'IMG' && !hidden(node) ? 1 : 0;
  return childrenOf(node).reduce((sum, child) => sum + picturesIn(child), own);
}

const isWords = (piece: Piece): piece is { readonly text: string } => !('figure' in piece) && !('insert' in piece);

function trimmed(line: PastedLine): PastedLine {
  const joined: PastedLine = [];
  for (const piece of line) {
    const last = joined.at(-1);
    if (!isWords(piece) || last === undefined || !isWords(last)) joined.push(piece);
    else joined[joined.length - 1] = { text: last.text + piece.text };
  }
  return joined
    .map((piece, index): Piece => {
      if (!isWords(piece)) return piece;
      // Blanks at the edges of a text are kept where a figure follows or stands before it.
      const bare = plainLine(`.${piece.text}.`).slice(1, -1);
      const left = index === 0 ? bare.replace(/^[\s\u3000]+/, '') : bare;
      return { text: index === joined.length - 1 ? left.replace(/[\s\u3000]+$/, '') : left };
    })
    .filter((piece) => !isWords(piece) || piece.text !== '');
}

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** HTML of nothing but paragraphs, texts, linked figures and inserts. */
export function htmlOf(lines: readonly (readonly Piece[])[]): string {
  return lines
    .map((line) => {
      const [first] = line;
      if (first !== undefined && 'insert' in first)
        return `<div data-insert="${escaped(JSON.stringify(first.insert))}"></div>`;
      const pieces = line.map((piece) =>
        'figure' in piece
          ? `<span data-figure="${escaped(piece.figure)}">${escaped(piece.text)}</span>`
          : escaped(piece.text),
      );
      return `<p>${pieces.join('')}</p>`;
    })
    .join('');
}
