import { strFromU8, unzipSync } from 'fflate';
import { packed } from './docx';
import type { ParagraphLayout, PieceLayout } from './docx-layout';
import { ordinaryMeasures } from './docx-styles';
import type { TableLayout } from './docx-table-layout';
import { fit } from './xml-text';

/** Stands for a text in a mould; no report holds it, for it is taken out of all that is filled in. */
const mark = '\ue000';
const other = '\ue001';

/** What `docx` writes around the texts of one kind of piece: its runs stand between two neighbours. */
type Mould = readonly string[];

/** What `docx` writes around every piece and every line. */
interface Frame {
  readonly head: string;
  readonly foot: string;
  /** A paragraph by which pieces are told apart where moulds are made. */
  readonly gap: string;
  readonly first: string;
  readonly next: string;
  readonly close: string;
}

type Filled = ParagraphLayout | (TableLayout & { readonly is: 'table' });
const gap: ParagraphLayout = { is: 'paragraph', style: 'BodyText', lines: [other] };

/** Moulds are kept for the tables of the most recent widths, 80 kB each at most, and for all kinds of paragraphs. */
const most = 120;
const moulds = new Map<string, Mould>();
let frame: Promise<Frame> | null = null;

/**
 * word/document.xml of these pieces as `docx` would write it, filled into what it wrote once. Throws for pictures and
 * simple tables.
 */
export async function filledBody(pieces: readonly PieceLayout[]): Promise<string> {
  frame ??= frameByDocx();
  const { head, foot, first, next, close } = await frame;
  const known = new Map<string, Mould>();
  const missing = new Map<string, Filled>();
  const keyed = pieces.map((piece): [Filled, string] => {
    if (piece.is === 'insert') throw new Error('pictures and simple tables are set by docx itself');
    const key = keyOf(piece);
    const mould = moulds.get(key);
    if (mould === undefined) missing.set(key, piece);
    else known.set(key, mould);
    return [piece, key];
  });
  if (missing.size > 0) for (const [key, mould] of await mouldsByDocx(missing)) known.set(key, mould);
  let body = head;
  for (const [piece, key] of keyed) {
    const mould = known.get(key) ?? [];
    body += mould[0];
    if (piece.is === 'paragraph') {
      piece.lines.forEach((line, index) => (body += (index === 0 ? first : next) + escapedAsDocx(line) + close));
      body += mould[1];
    } else {
      piece.grid.figures.forEach(({ value }, index) => {
        if (value !== null) body += first + escapedAsDocx(value) + close;
        body += mould[index + 1];
      });
    }
  }
  return body + foot;
}

function keyOf(piece: Filled): string {
  if (piece.is === 'table') return `${piece.name} ${piece.widths.join(' ')}`;
  const { style, ownPage, withNext, aboveTable, belowTable } = piece;
  return `${style}${ownPage === true ? ' p' : ''}${withNext === true ? ' n' : ''}${aboveTable === true ? ' a' : ''}${belowTable === true ? ' b' : ''}`;
}

async function mouldsByDocx(missing: ReadonlyMap<string, Filled>): Promise<Map<string, Mould>> {
  const { gap: between, first, close } = await (frame ?? frameByDocx());
  const marked = [...missing.values()].map(
    (piece): Filled =>
      piece.is === 'paragraph' ? { ...piece, lines: [mark] } : { ...piece, grid: withMarks(piece.grid) },
  );
  const inner = innerOf(await bodyByDocx(marked.flatMap((piece) => [piece, gap]))).split(between);
  const made = [...missing.keys()].map((key, index): [string, Mould] => [
    key,
    (inner[index] ?? '').split(first + mark + close),
  ]);
  for (const [key, mould] of made) {
    const piece = missing.get(key);
    const slots = piece?.is === 'table' ? piece.grid.figures.length : 1;
    if (mould.length !== slots + 1)
      throw new Error(`docx: ${mould.length - 1} texts in the mould ${key}, not ${slots}`);
    const oldest = moulds.keys().next();
    if (moulds.size >= most && oldest.done !== true) moulds.delete(oldest.value);
    moulds.set(key, mould);
  }
  return new Map(made);
}

const withMarks = (grid: TableLayout['grid']): TableLayout['grid'] => ({
  ...grid,
  rows: grid.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => (cell.is === 'figure' ? { ...cell, value: mark } : cell)),
  })),
});

async function frameByDocx(): Promise<Frame> {
  const alone = await bodyByDocx([gap]);
  const inner = innerOf(await bodyByDocx([gap, { ...gap, lines: [mark, other] }]));
  const between = innerOf(alone);
  const start = alone.indexOf(between);
  const runs = new RegExp(`(<w:r>(?:(?!<w:r>).)*)${mark}(.*?</w:r>)(<w:r>.*?)${other}`, 's').exec(
    inner.slice(between.length),
  );
  const [, first, close, next] = runs ?? [];
  if (first === undefined || close === undefined || next === undefined)
    throw new Error('docx: a run is no longer written as it was');
  return { head: alone.slice(0, start), foot: alone.slice(start + between.length), gap: between, first, next, close };
}

/** The pieces alone, without what a section has behind them. */
function innerOf(body: string): string {
  return body.slice(body.indexOf('<w:body>') + '<w:body>'.length, body.lastIndexOf('<w:sectPr'));
}

async function bodyByDocx(pieces: readonly PieceLayout[]): Promise<string> {
  const body = unzipSync(await packed({ title: '', measures: ordinaryMeasures, pieces }, ''))['word/document.xml'];
  if (body === undefined) throw new Error('docx: no word/document.xml');
  return strFromU8(body);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** As `docx` writes text; nearly all has nothing to escape. */
function escapedAsDocx(text: string): string {
  const clean = fit(text);
  return /[&<>"']/.test(clean) ? clean.replace(/[&<>"']/g, (character) => entities[character] ?? character) : clean;
}
