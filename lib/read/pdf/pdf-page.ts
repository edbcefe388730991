import type { PDFPageProxy } from 'unpdf/pdfjs';
import { composed, matrixOf, type Matrix } from './pdf-matrix';
import { rulingsOf, type Ruling } from './pdf-rulings';
import { stepsOf } from './pdf-steps';
import { verticalText, type Glyph } from './pdf-vertical';

/** A piece of text where it is printed, in points from the upper left corner of the page as it is held to be read. */
export interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Size of the type. */
  readonly size: number;
  /** Characters stand one below the other. */
  readonly vertical: boolean;
}

export interface PrintedPage {
  readonly pieces: readonly Piece[];
  readonly rulings: readonly Ruling[];
  readonly width: number;
  readonly height: number;
}

interface Item {
  readonly str: string;
  readonly dir: string;
  readonly width: number;
  readonly height: number;
  readonly transform: readonly number[];
}

/** No page of a report comes near it. */
const mostItems = 20_000;

/** Text and rulings of a page; null where it holds more than any page. */
export async function printedPage(page: PDFPageProxy): Promise<PrintedPage | null> {
  const content = await page.getTextContent({ includeMarkedContent: false, disableNormalization: true });
  if (content.items.length > mostItems) return null;
  const items = content.items.filter((item): item is typeof item & Item => 'str' in item && item.str.trim() !== '');
  const viewport = page.getViewport({ scale: 1 });
  const upright = held(items, matrixOf(viewport.transform), viewport.width, viewport.height);
  const pieces = items.flatMap((item) => piecesOf(item, composed(upright.matrix, matrixOf(item.transform))));
  const { width, height } = upright;
  if (pieces.length === 0) return { pieces, rulings: [], width, height };
  const operators = await page.getOperatorList();
  const vertical = verticalText(stepsOf(operators, upright.matrix)).flatMap(pieceOfGlyph);
  return {
    pieces: once([...pieces, ...vertical]),
    rulings: rulingsOf(stepsOf(operators, upright.matrix)),
    width,
    height,
  };
}

/** Turns a page so that most of its text runs from left to right: tables are often set across. */
function held(
  items: readonly Item[],
  matrix: Matrix,
  width: number,
  height: number,
): { matrix: Matrix; width: number; height: number } {
  const turns = [0, 0, 0, 0];
  for (const item of items) {
    const [a, b] = composed(matrix, matrixOf(item.transform));
    const turn = (Math.round(Math.atan2(b, a) / (Math.PI / 2)) + 4) % 4;
    turns[turn] = (turns[turn] ?? 0) + item.str.length;
  }
  const turn = turns.indexOf(Math.max(...turns));
  if (turn === 1) return { matrix: composed([0, -1, 1, 0, 0, width], matrix), width: height, height: width };
  if (turn === 2) return { matrix: composed([-1, 0, 0, -1, width, height], matrix), width, height };
  if (turn === 3) return { matrix: composed([0, 1, -1, 0, height, 0], matrix), width: height, height: width };
  return { matrix, width, height };
}

// Chromium and some converters write radicals for the characters that look like them; NFKC knows those of Kangxi only.
const radicals = new Map(
  [...'⺟母⺠民⼾户⻄西⻅见⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻬齐⻰龙'].flatMap(
    (character, index, all) => (index % 2 === 0 ? [[character, all[index + 1] ?? character] as const] : []),
  ),
);

// A narrow gap before or after a Chinese character is the setter's, not the author's.
const gapAtChinese =
  /(?<=[\u2e80-\u9fff\u3001-\u303f\uff00-\uffef’”]) (?=\S)|(?<=\S) (?=[\u2e80-\u9fff\u3001-\u303f\uff00-\uffef‘“])/g;

const characters = (text: string): string =>
  text
    .replace(/[\u2e80-\u2fdf]/g, (character) => radicals.get(character) ?? character.normalize('NFKC'))
    .replace(/[\uf900-\ufaff\ufb00-\ufb06\ufe10-\ufe19\ufe30-\ufe48]/g, (character) => character.normalize('NFKC'))
    .replace(/[\0-\x1f\u200b\ufeff]/g, '')
    .replace(gapAtChinese, '');

/** Share of the width that a character takes of its em. */
const weightOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (character.charCodeAt(0) < 0x2e80 ? 1 : 2), 0);

function piecesOf(item: Item, [a, b, c, d, x, y]: Matrix): Piece[] {
  const size = Math.hypot(c, d) || Math.hypot(a, b);
  const text = characters(item.str);
  if (!Number.isFinite(x + y + size) || text.trim() === '') return [];
  if (item.dir === 'ttb') return [];
  const turned = Math.abs(b) > Math.abs(a);
  if (turned) {
    const far = y + Math.sign(b) * item.width;
    return [
      {
        text: text.trim(),
        left: x - size / 2,
        right: x + size / 2,
        top: Math.min(y, far),
        bottom: Math.max(y, far),
        size,
        vertical: true,
      },
    ];
  }
  const whole = {
    text,
    left: x,
    right: x + item.width,
    top: y - 0.88 * size,
    bottom: y + 0.12 * size,
    size,
    vertical: false,
  };
  return partsOf(whole, /\s{3,}/g);
}

/** Its origin is the middle of its upper edge. */
function pieceOfGlyph({ text, size, x, y }: Glyph): Piece[] {
  const shown = characters(text).trim();
  return shown === ''
    ? []
    : [{ text: shown, left: x - size / 2, right: x + size / 2, top: y, bottom: y + size, size, vertical: true }];
}

/** Cuts a piece where `gap` matches, each part placed by the share of its characters. */
export function partsOf(piece: Piece, gap: RegExp): Piece[] {
  const parts: Piece[] = [];
  const unit = (piece.right - piece.left) / Math.max(1, weightOf(piece.text));
  let at = 0;
  for (const match of [...piece.text.matchAll(gap), null]) {
    const to = match === null ? piece.text.length : match.index;
    const words = piece.text.slice(at, to);
    const lead = words.length - words.trimStart().length;
    const left = piece.left + unit * weightOf(piece.text.slice(0, at + lead));
    if (words.trim() !== '')
      parts.push({ ...piece, text: words.trim(), left, right: left + unit * weightOf(words.trim()) });
    at = to + (match === null ? 0 : match[0].length);
  }
  return parts;
}

/** Bold type is often the same text printed again beside itself. */
function once(pieces: readonly Piece[]): Piece[] {
  const seen = new Map<string, Piece[]>();
  return pieces.filter((piece) => {
    const same = seen.get(piece.text) ?? [];
    if (same.some((other) => Math.abs(other.left - piece.left) < 1.5 && Math.abs(other.top - piece.top) < 1.5))
      return false;
    seen.set(piece.text, [...same.slice(-40), piece]);
    return true;
  });
}
