import { unreadable, type Unreadable } from '@/lib/read/result';
import { Refused, scan, type Attributes, type TagHandler } from './xml-scan';

export type XmlHandler = TagHandler;

/** Word itself writes some thirty levels; text boxes in tables in text boxes reach eighty. */
const deepest = 256;

/**
 * Runs through a part of an Office document (ISO/IEC 29500). A document type is refused, so no entity is ever resolved;
 * of the alternatives of one content (mc:AlternateContent) the first alone is given. Names carry the prefix `w` for
 * WordprocessingML whatever the file calls it. Null when all went well. Codes: damaged, hostile.
 */
export function readXml(bytes: Uint8Array, handler: XmlHandler): Unreadable | null {
  try {
    scan(byteText(bytes), new Part(handler));
    return null;
  } catch (error) {
    if (error instanceof Refused) return unreadable(error.code);
    throw error;
  }
}

/** Between the scan and who reads: depth, alternatives, prefixes. */
class Part implements TagHandler {
  private naming = asWritten;
  private readonly alternatives: number[] = [];
  private depth = 0;
  private skipped = 0;

  constructor(private readonly handler: XmlHandler) {}

  get takesText(): boolean {
    return this.skipped === 0 && this.handler.takesText;
  }

  open(name: string, attributes: Attributes): void {
    this.depth += 1;
    if (this.depth > deepest) throw new Refused('hostile');
    if (this.depth === 1) this.naming = namingBy(attributes);
    if (this.skipped > 0 || this.surplus(name)) this.skipped += 1;
    else this.handler.open(this.naming.name(name), this.naming.attributes(attributes));
  }

  text(text: string): void {
    this.handler.text(text);
  }

  close(name: string): void {
    this.depth -= 1;
    if (this.skipped > 0) this.skipped -= 1;
    else {
      if (name === 'mc:AlternateContent') this.alternatives.pop();
      this.handler.close(this.naming.name(name));
    }
  }

  /** Whether this is another alternative of content that was already given. */
  private surplus(name: string): boolean {
    if (name === 'mc:AlternateContent') this.alternatives.push(0);
    if (name !== 'mc:Choice' && name !== 'mc:Fallback') return false;
    const given = this.alternatives.pop() ?? 0;
    this.alternatives.push(given + 1);
    return given > 0;
  }
}

const wordprocessing =
  /^http:\/\/(schemas\.openxmlformats\.org\/wordprocessingml\/2006\/main|purl\.oclc\.org\/ooxml\/wordprocessingml\/main)$/;

interface Naming {
  name(name: string): string;
  attributes(attributes: Attributes): Attributes;
}

const asWritten: Naming = { name: (name) => name, attributes: (attributes) => attributes };

/**
 * How names become those with prefix `w`, by what the root element declares; Word and WPS write that prefix themselves.
 */
function namingBy(root: Attributes): Naming {
  const declared = root.names().filter((name) => /^xmlns(:|$)/.test(name) && wordprocessing.test(root.get(name) ?? ''));
  const prefixes = declared.map((name) => name.slice('xmlns:'.length));
  if (prefixes.every((prefix) => prefix === 'w')) return asWritten;
  const bare = prefixes.includes('') ? 'w:' : '';
  return {
    name: (name) => {
      const colon = name.indexOf(':');
      if (colon < 0) return bare + name;
      return prefixes.includes(name.slice(0, colon)) ? `w${name.slice(colon)}` : name;
    },
    attributes: (attributes) => ({
      names: () => attributes.names(),
      get: (name) =>
        name.startsWith('w:')
          ? prefixes.map((prefix) => attributes.get(`${prefix}${name.slice(1)}`)).find((value) => value !== undefined)
          : attributes.get(name),
    }),
  };
}

/** One character a byte of UTF-8. */
function byteText(bytes: Uint8Array): string {
  const mark = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  if (mark === 0xfffe || mark === 0xfeff)
    return Buffer.from(new TextDecoder(mark === 0xfffe ? 'utf-16le' : 'utf-16be').decode(bytes)).toString('latin1');
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
