/** What a scan refuses: damaged where it is no XML, hostile where it declares a document type. */
export class Refused extends Error {
  constructor(readonly code: 'damaged' | 'hostile') {
    super(code);
  }
}

/** The attributes of the tag at hand; they are gone with the next. */
export interface Attributes {
  get(name: string): string | undefined;
  /** Names in order. */
  names(): string[];
}

export interface TagHandler {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  /** Whether the text that follows is wanted. */
  readonly takesText: boolean;
  text(text: string): void;
}

const [space, slash, less, equals, greater, exclamation, question] = [0x20, 0x2f, 0x3c, 0x3d, 0x3e, 0x21, 0x3f];
const [doubleQuote, singleQuote] = [0x22, 0x27];

/**
 * Runs through XML in UTF-8 that a computer wrote: nesting, quotes and references are checked, no document type and
 * no entity but the five of XML itself is taken. It stands in for saxes, with which its test compares it: with saxes
 * alone reading a report would take a third longer than it may. `bytes` has one character a byte (latin1), which a
 * program scans faster than Chinese; what stands between the marks is decoded where it is asked for. Throws `Refused`.
 */
export function scan(bytes: string, handler: TagHandler): void {
  const stack: string[] = [];
  const tag = new Tag(bytes);
  let at = bytes.startsWith('\u00ef\u00bb\u00bf') ? 3 : 0;
  let roots = 0;
  for (;;) {
    const mark = bytes.charCodeAt(at) === less ? at : bytes.indexOf('<', at);
    if (mark < 0) break;
    if (mark > at) textBetween(bytes, at, mark, stack.length > 0, handler);
    const code = bytes.charCodeAt(mark + 1);
    if (code === slash) at = closed(bytes, mark + 2, stack, handler);
    else if (code === question) at = after(bytes, '?>', mark + 2);
    else if (code === exclamation) at = declared(bytes, mark, stack.length > 0, handler);
    else {
      at = tag.read(mark + 1);
      if (stack.length === 0) roots += 1;
      if (roots > 1) throw new Refused('damaged');
      handler.open(tag.name, tag);
      if (tag.empty) handler.close(tag.name);
      else stack.push(tag.name);
    }
  }
  if (roots !== 1 || stack.length > 0 || bytes.slice(at).trim() !== '') throw new Refused('damaged');
}

function textBetween(bytes: string, from: number, to: number, inside: boolean, handler: TagHandler): void {
  if (inside) {
    if (handler.takesText) handler.text(decoded(bytes.slice(from, to)));
  } else if (bytes.slice(from, to).trim() !== '') throw new Refused('damaged');
}

function after(bytes: string, mark: string, from: number): number {
  const found = bytes.indexOf(mark, from);
  if (found < 0) throw new Refused('damaged');
  return found + mark.length;
}

function closed(bytes: string, from: number, stack: string[], handler: TagHandler): number {
  const name = stack.pop();
  if (name === undefined || !bytes.startsWith(name, from)) throw new Refused('damaged');
  let at = from + name.length;
  while (isBlank(bytes.charCodeAt(at))) at += 1;
  if (bytes.charCodeAt(at) !== greater) throw new Refused('damaged');
  handler.close(name);
  return at + 1;
}

/** A comment, a CDATA section, or what is refused. */
function declared(bytes: string, mark: number, inside: boolean, handler: TagHandler): number {
  if (bytes.startsWith('<!--', mark)) return after(bytes, '-->', mark + 4);
  if (bytes.startsWith('<!DOCTYPE', mark)) throw new Refused('hostile');
  if (!inside || !bytes.startsWith('<![CDATA[', mark)) throw new Refused('damaged');
  const end = after(bytes, ']]>', mark + 9);
  if (handler.takesText) handler.text(inUtf8(bytes.slice(mark + 9, end - 3)));
  return end;
}

const isBlank = (code: number): boolean =>
  code <= space && (code === space || (code >= 9 && code <= 13 && code !== 11 && code !== 12));
const endsName = (code: number): boolean =>
  code <= greater && (code === greater || code === slash || code === equals || isBlank(code));

class Tag implements Attributes {
  name = '';
  empty = false;
  /** Where each attribute's name and value begin and end. */
  private readonly places: number[] = [];
  private count = 0;
  /** Names met so far by a sum over their characters, so that a name is cut out of the text once. */
  private readonly known = new Map<number, string>();
  private sum = 0;

  constructor(private readonly bytes: string) {}

  get(name: string): string | undefined {
    const { bytes, places } = this;
    for (let at = 0; at < this.count; at += 4) {
      const [from = 0, to = 0] = [places[at], places[at + 1]];
      if (to - from === name.length && bytes.startsWith(name, from))
        return decoded(bytes.slice(places[at + 2], places[at + 3]));
    }
    return undefined;
  }

  names(): string[] {
    return this.places
      .slice(0, this.count)
      .flatMap((from, index) => (index % 4 === 0 ? [this.bytes.slice(from, this.places[index + 1])] : []));
  }

  /** Reads the tag whose name begins here; where it ends. */
  read(from: number): number {
    const { bytes } = this;
    this.count = 0;
    let at = this.nameEnd(from);
    this.name = this.nameBetween(from, at);
    for (;;) {
      let code = bytes.charCodeAt(at);
      while (isBlank(code)) code = bytes.charCodeAt((at += 1));
      this.empty = code === slash;
      if (code === greater) return at + 1;
      if (code === slash && bytes.charCodeAt(at + 1) === greater) return at + 2;
      at = this.attribute(at);
    }
  }

  private nameEnd(from: number): number {
    const { bytes } = this;
    let at = from;
    let sum = 0;
    for (; at < bytes.length; at += 1) {
      const code = bytes.charCodeAt(at);
      if (endsName(code)) break;
      sum = (Math.imul(sum, 31) + code) | 0;
    }
    if (at === from || at === bytes.length) throw new Refused('damaged');
    this.sum = sum;
    return at;
  }

  private nameBetween(from: number, to: number): string {
    const known = this.known.get(this.sum);
    if (known !== undefined && known.length === to - from && this.bytes.startsWith(known, from)) return known;
    const name = this.bytes.slice(from, to);
    this.known.set(this.sum, name);
    return name;
  }

  private attribute(from: number): number {
    const { bytes } = this;
    const to = this.nameEnd(from);
    let at = to;
    while (isBlank(bytes.charCodeAt(at))) at += 1;
    if (bytes.charCodeAt(at) !== equals) throw new Refused('damaged');
    at += 1;
    while (isBlank(bytes.charCodeAt(at))) at += 1;
    const quote = bytes.charCodeAt(at);
    if (quote !== doubleQuote && quote !== singleQuote) throw new Refused('damaged');
    const begin = at + 1;
    at = begin;
    while (at < bytes.length && bytes.charCodeAt(at) !== quote) at += 1;
    if (at === bytes.length) throw new Refused('damaged');
    const { places, count } = this;
    places[count] = from;
    places[count + 1] = to;
    places[count + 2] = begin;
    places[count + 3] = at;
    this.count = count + 4;
    return at + 1;
  }
}

const beyondAscii = /[\u0080-\u00ff]/;
const inUtf8 = (bytes: string): string =>
  beyondAscii.test(bytes) ? Buffer.from(bytes, 'latin1').toString('utf8') : bytes;

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const beyondPlain = /[&\u0080-\u00ff]/;

function decoded(bytes: string): string {
  if (!beyondPlain.test(bytes)) return bytes;
  const text = inUtf8(bytes);
  if (!text.includes('&')) return text;
  return text.replace(/&([^;&]*);?/g, (reference, name: string) => {
    const number = /^#(?:x([0-9a-f]{1,6})|([0-9]{1,7}))$/i.exec(name);
    const code = number === null ? null : parseInt(number[1] ?? number[2] ?? '', number[1] === undefined ? 10 : 16);
    const character = code === null ? named[name] : code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
    if (character === undefined || !reference.endsWith(';')) throw new Refused('damaged');
    return character;
  });
}
