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

const [space, slash, greater, equals, exclamation, question] = [0x20, 0x2f, 0x3e, 0x3d, 0x21, 0x3f];

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
    const mark = bytes.indexOf('<', at);
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

const isBlank = (code: number): boolean => code === space || (code >= 9 && code <= 13 && code !== 11 && code !== 12);
const endsName = (code: number): boolean => isBlank(code) || code === slash || code === greater || code === equals;

class Tag implements Attributes {
  name = '';
  empty = false;
  /** Where each attribute's name and value begin and end. */
  private readonly places: number[] = [];
  private count = 0;
  private readonly known = new Map<string, string>();

  constructor(private readonly bytes: string) {}

  get(name: string): string | undefined {
    const { bytes, places } = this;
    for (let at = 0; at < this.count; at += 4) {
      const [from = 0, to = 0] = [places[at], places[at + 1]];
      if (to - from === name.length && bytes.startsWith(name, from)) return decoded(bytes.slice(places[at + 2], places[at + 3]));
    }
    return undefined;
  }

  names(): string[] {
    return this.places.slice(0, this.count).flatMap((from, index) => (index % 4 === 0 ? [this.bytes.slice(from, this.places[index + 1])] : []));
  }

  /** Reads the tag whose name begins here; where it ends. */
  read(from: number): number {
    const { bytes } = this;
    this.count = 0;
    let at = this.nameEnd(from);
    const written = bytes.slice(from, at);
    this.name = this.known.get(written) ?? written;
    if (this.name === written) this.known.set(written, written);
    for (;;) {
      while (isBlank(bytes.charCodeAt(at))) at += 1;
      const code = bytes.charCodeAt(at);
      this.empty = code === slash;
      if (code === greater) return at + 1;
      if (code === slash && bytes.charCodeAt(at + 1) === greater) return at + 2;
      at = this.attribute(at);
    }
  }

  private nameEnd(from: number): number {
    let at = from;
    while (at < this.bytes.length && !endsName(this.bytes.charCodeAt(at))) at += 1;
    if (at === from || at === this.bytes.length) throw new Refused('damaged');
    return at;
  }

  private attribute(from: number): number {
    const { bytes } = this;
    const to = this.nameEnd(from);
    let at = to;
    while (isBlank(bytes.charCodeAt(at))) at += 1;
    if (bytes.charCodeAt(at) !== equals) throw new Refused('damaged');
    at += 1;
    while (isBlank(bytes.charCodeAt(at))) at += 1;
    const quote = bytes.charAt(at);
    if (quote !== '"' && quote !== "'") throw new Refused('damaged');
    const end = after(bytes, quote, at + 1) - 1;
    const { places, count } = this;
    [places[count], places[count + 1], places[count + 2], places[count + 3]] = [from, to, at + 1, end];
    this.count += 4;
    return end + 1;
  }
}

const beyondAscii = /[\u0080-\u00ff]/;
const inUtf8 = (bytes: string): string => (beyondAscii.test(bytes) ? Buffer.from(bytes, 'latin1').toString('utf8') : bytes);

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(bytes: string): string {
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
