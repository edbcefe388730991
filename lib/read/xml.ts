import { SaxesParser } from 'saxes';
import { unreadable, type Unreadable } from './result';

type Attributes = Readonly<Record<string, string>>;

export interface XmlHandler {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text(text: string): void;
}

/** Word itself writes some thirty levels; text boxes in tables in text boxes reach eighty. */
const deepest = 256;

class Refused extends Error {
  constructor(readonly code: 'damaged' | 'hostile') {
    super(code);
  }
}

/**
 * Runs through a part of an Office document (ISO/IEC 29500). A document type is refused, so no entity is ever resolved;
 * of the alternatives of one content (mc:AlternateContent) the first alone is given. Names carry the prefix `w` for
 * WordprocessingML whatever the file calls it. Null when all went well. Codes: damaged, hostile.
 */
export function readXml(bytes: Uint8Array, handler: XmlHandler): Unreadable | null {
  const parser = new SaxesParser<{ xmlns?: false; position: boolean }>({ position: false });
  let naming = asWritten;
  const alternatives: number[] = [];
  let depth = 0;
  let skipped = 0;
  parser.on('error', () => {
    throw new Refused('damaged');
  });
  parser.on('doctype', () => {
    throw new Refused('hostile');
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > deepest) throw new Refused('hostile');
    if (depth === 1) naming = namingBy(attributes);
    if (skipped > 0 || surplus(name, alternatives)) skipped += 1;
    else handler.open(naming.name(name), naming.attributes(attributes));
  });
  parser.on('text', (text) => {
    if (skipped === 0) handler.text(text);
  });
  parser.on('cdata', (text) => {
    if (skipped === 0) handler.text(text);
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    if (skipped > 0) skipped -= 1;
    else {
      if (name === 'mc:AlternateContent') alternatives.pop();
      handler.close(naming.name(name));
    }
  });
  try {
    parser.write(decoded(bytes)).close();
    return null;
  } catch (error) {
    if (error instanceof Refused) return unreadable(error.code);
    throw error;
  }
}

/** Whether this is another alternative of content that was already given. */
function surplus(name: string, alternatives: number[]): boolean {
  if (name === 'mc:AlternateContent') alternatives.push(0);
  if (name !== 'mc:Choice' && name !== 'mc:Fallback') return false;
  const given = alternatives.pop() ?? 0;
  alternatives.push(given + 1);
  return given > 0;
}

const wordprocessing = /^http:\/\/(schemas\.openxmlformats\.org\/wordprocessingml\/2006\/main|purl\.oclc\.org\/ooxml\/wordprocessingml\/main)$/;

interface Naming {
  name(name: string): string;
  attributes(attributes: Attributes): Attributes;
}

const asWritten: Naming = { name: (name) => name, attributes: (attributes) => attributes };

/** How names become those with prefix `w`, by what the root element declares; Word and WPS write that prefix themselves. */
function namingBy(root: Attributes): Naming {
  const prefixes = Object.entries(root).filter(([, value]) => wordprocessing.test(value)).map(([name]) => name.slice('xmlns:'.length));
  if (prefixes.every((prefix) => prefix === 'w')) return asWritten;
  const renamed = (name: string, bare: string): string => {
    const colon = name.indexOf(':');
    if (colon < 0) return bare + name;
    return prefixes.includes(name.slice(0, colon)) ? `w${name.slice(colon)}` : name;
  };
  const bare = prefixes.includes('') ? 'w:' : '';
  return {
    name: (name) => renamed(name, bare),
    attributes: (attributes) => Object.fromEntries(Object.entries(attributes).map(([name, value]) => [renamed(name, ''), value])),
  };
}

function decoded(bytes: Uint8Array): string {
  const mark = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  return new TextDecoder(mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8').decode(bytes);
}
