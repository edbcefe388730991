import { characterRuns, paragraphRuns, type CharacterProperties, type ParagraphProperties } from './doc-properties';
import { Damaged, type Streams } from '@/lib/read/package/ole';

/** A paragraph of a .doc, or the end of a cell or a row. */
export interface DocParagraph {
  readonly text: string;
  /** Ends a cell or a row of the outermost table. */
  readonly cellMark: boolean;
  /** The mark is deleted or hidden: the next paragraph goes on with it. */
  readonly markGone: boolean;
  readonly properties: ParagraphProperties;
}

/** Places in the FIB ([MS-DOC] 2.5). */
const fib = { version: 2, flags: 10, textLength: 0x4c, characters: 0xfa, paragraphs: 0x102, pieces: 0x1a2 } as const;

export const isEncrypted = (document: Buffer): boolean => (document.readUInt16LE(fib.flags) & 0x0100) !== 0;
/** Word 97; files before it are laid out otherwise. */
export const isWord97 = (document: Buffer): boolean => document.readUInt16LE(fib.version) >= 0xc1;

interface Piece {
  readonly text: string;
  readonly position: number;
  readonly width: 1 | 2;
}

/** The paragraphs of the main text in order ([MS-DOC] 2.4.1). May throw `Damaged` or RangeError. */
export function* paragraphsOf(streams: Streams, document: Buffer): Generator<DocParagraph> {
  const table = streams.get((document.readUInt16LE(fib.flags) & 0x0200) === 0 ? '0Table' : '1Table')?.();
  if (table === undefined) throw new Damaged();
  const plc = (at: number): Buffer =>
    table.subarray(document.readUInt32LE(at), document.readUInt32LE(at) + document.readUInt32LE(at + 4));
  const paragraphs = paragraphRuns(document, plc(fib.paragraphs), streams.get('Data')?.() ?? Buffer.alloc(0));
  const characters = characterRuns(document, plc(fib.characters));
  const line = new LineOfText();
  for (const { character, position } of charactersOf(
    piecesOf(document, plc(fib.pieces)),
    document.readUInt32LE(fib.textLength),
  )) {
    const own = characters.at(position) ?? { gone: false, symbol: null };
    if (!/[\r\u0007\f]/.test(character)) line.add(character, own);
    else
      yield {
        text: line.take(),
        cellMark: character === '\u0007',
        markGone: own.gone && character === '\r',
        properties: paragraphs.at(position) ?? plain,
      };
  }
  const rest = line.take();
  if (rest !== '') yield { text: rest, cellMark: false, markGone: false, properties: plain };
}

const plain: ParagraphProperties = { level: null, depth: 0, innerCell: false, rowEnd: false, row: null };

function* charactersOf(pieces: readonly Piece[], length: number): Generator<{ character: string; position: number }> {
  let left = length;
  for (const { text, position, width } of pieces) {
    for (let index = 0; index < text.length && left > 0; index += 1, left -= 1) {
      yield { character: text.charAt(index), position: position + index * width };
    }
  }
}

/** The piece table ([MS-DOC] 2.9.38, Clx): first what fast saving left behind, then where the text stands. */
function piecesOf(document: Buffer, clx: Buffer): Piece[] {
  let at = 0;
  while (clx.readUInt8(at) === 1) at += 3 + clx.readUInt16LE(at + 1);
  if (clx.readUInt8(at) !== 2) throw new Damaged();
  const table = clx.subarray(at + 5, at + 5 + clx.readUInt32LE(at + 1));
  const count = Math.floor((table.length - 4) / 12);
  let room = document.length;
  return Array.from({ length: Math.max(0, count) }, (_, index) => {
    const length = table.readUInt32LE(index * 4 + 4) - table.readUInt32LE(index * 4);
    const place = table.readUInt32LE((count + 1) * 4 + index * 8 + 2);
    const narrow = (place & 0x40000000) !== 0;
    const position = narrow ? (place & 0x3fffffff) >>> 1 : place & 0x3fffffff;
    const size = narrow ? length : length * 2;
    room -= size;
    // Pieces share nothing: together they are no longer than the file.
    if (length < 0 || room < 0 || position + size > document.length) throw new Damaged();
    const bytes = document.subarray(position, position + size);
    return {
      text: narrow ? new TextDecoder('windows-1252').decode(bytes) : bytes.toString('utf16le'),
      position,
      width: narrow ? 1 : 2,
    };
  });
}

const written: Readonly<Record<string, string>> = {
  '\t': '\t',
  '\u000b': '\n',
  '\u000e': '\n',
  '\u001e': '-',
  '\u00a0': '\u00a0',
};

/** Takes characters up to the end of a paragraph; of a field only its result ([MS-DOC] 2.8.25). */
class LineOfText {
  private text = '';
  private fields: ('instruction' | 'result')[] = [];

  add(character: string, { gone, symbol }: CharacterProperties): void {
    if (character === '\u0013') this.fields.push('instruction');
    else if (character === '\u0014' && this.fields.length > 0) this.fields[this.fields.length - 1] = 'result';
    else if (character === '\u0015') this.fields.pop();
    else if (!gone && !this.fields.includes('instruction'))
      this.text += symbol ?? written[character] ?? (character < ' ' ? '' : character);
  }

  take(): string {
    const { text } = this;
    this.text = '';
    const lost = this.fields.indexOf('instruction');
    if (lost >= 0) this.fields = this.fields.slice(0, lost);
    return text;
  }
}
