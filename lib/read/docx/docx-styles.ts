import type { Unreadable } from '@/lib/read/result';
import { readXml } from '@/lib/read/package/xml';
import type { Attributes } from '@/lib/read/package/xml-scan';

/** Where a paragraph stands in a list. */
export interface NumberAt {
  readonly list: string;
  /** 0 to 8. */
  readonly level: number;
}

export interface Style {
  /** As `Paragraph.level`. */
  readonly level: number | null;
  readonly number: NumberAt | null;
  readonly hidden: boolean;
  /** A line of a table of contents. */
  readonly contents: boolean;
  /** Header cell of a table in the prose, as our own documents name it. */
  readonly headsSimple: boolean;
}

export interface Styles {
  /** Of a paragraph; null asks for the default one. */
  of(id: string | null): Style;
  /** Whether text in this character style is hidden. */
  hides(id: string): boolean;
}

interface Written {
  name: string;
  basedOn: string | null;
  outline: number | null;
  list: string | null;
  listLevel: number | null;
  hidden: boolean | null;
}

/** On unless it says otherwise (ISO/IEC 29500-1, 17.17.4). */
export const isOn = (value: string | undefined): boolean => value === undefined || !/^(0|off|false|none)$/.test(value);

/** A level as `Paragraph.level` from an outline level of 0 to 9, where 9 is body text. */
export const levelOf = (outline: number): number | null =>
  outline >= 0 && outline < 9 ? Math.min(6, outline + 1) : null;

/** A whole number from 0 to `most` out of an attribute; 0 where it is none. */
export const within = (value: string | undefined, most: number): number =>
  Math.min(most, Math.max(0, Math.trunc(Number(value)) || 0));

const bare: Style = { level: null, number: null, hidden: false, contents: false, headsSimple: false };

/** word/styles.xml; an absent one leaves ids to speak for themselves. */
export function readStyles(part: Uint8Array | null): Styles | Unreadable {
  const written = new Map<string, Written>();
  const defaults = new Map<string, string>();
  const refused = part === null ? null : readXml(part, stylesInto(written, defaults));
  if (refused !== null) return refused;
  const known = new Map<string, Style>();
  const of = (id: string): Style => {
    const found = known.get(id) ?? resolved(id, written);
    known.set(id, found);
    return found;
  };
  return {
    of: (id) => {
      const own = id ?? defaults.get('paragraph');
      return own === undefined ? bare : of(own);
    },
    hides: (id) => of(id).hidden,
  };
}

function stylesInto(written: Map<string, Written>, defaults: Map<string, string>) {
  let style: Written | null = null;
  let passed = 0;
  return {
    open: (name: string, attributes: Attributes): void => {
      if (passed > 0 || name === 'w:tblStylePr' || name.endsWith('PrChange')) passed += 1;
      else if (name === 'w:style') {
        const id = attributes.get('w:styleId') ?? '';
        style = { name: '', basedOn: null, outline: null, list: null, listLevel: null, hidden: null };
        written.set(id, style);
        const by = attributes.get('w:default');
        if (by !== undefined && isOn(by)) defaults.set(attributes.get('w:type') ?? '', id);
      } else if (style === null) return;
      else if (told.has(name)) takeInto(style, name, attributes.get('w:val'));
    },
    close: (name: string): void => {
      if (passed > 0) passed -= 1;
      else if (name === 'w:style') style = null;
    },
    takesText: false,
    text: (): void => undefined,
  };
}

const told = new Set(['w:name', 'w:basedOn', 'w:outlineLvl', 'w:numId', 'w:ilvl', 'w:vanish']);

function takeInto(style: Written, name: string, value: string | undefined): void {
  if (name === 'w:name') style.name = value ?? '';
  else if (name === 'w:basedOn') style.basedOn = value ?? null;
  else if (name === 'w:outlineLvl') style.outline = within(value, 9);
  else if (name === 'w:numId') style.list = value ?? null;
  else if (name === 'w:ilvl') style.listLevel = within(value, 8);
  else if (name === 'w:vanish') style.hidden = isOn(value);
}

function resolved(id: string, written: ReadonlyMap<string, Written>): Style {
  const chain: Written[] = [];
  for (let at: string | null = id; at !== null && chain.length < 32; at = chain.at(-1)?.basedOn ?? null) {
    const style = written.get(at);
    if (style === undefined) break;
    chain.push(style);
  }
  const first = <Value>(of: (style: Written) => Value | null): Value | null =>
    chain.map(of).find((value) => value !== null) ?? null;
  const outline = first((style) => style.outline);
  const named = chain[0] === undefined ? levelNamed(id) : first((style) => levelNamed(style.name));
  const list = first((style) => style.list);
  return {
    level: named === 0 ? 0 : outline !== null ? levelOf(outline) : named,
    number: list === null || list === '0' ? null : { list, level: first((style) => style.listLevel) ?? 0 },
    hidden: first((style) => style.hidden) ?? false,
    contents: /^(toc|contents|目录) ?\d/i.test(chain[0]?.name ?? id),
    headsSimple: chain[0]?.name === '简表表头',
  };
}

/** Word keeps the names of its own styles in English in the file, other programs write them as they show them. */
function levelNamed(name: string): number | null {
  if (/^(title|标题|文档标题)$/i.test(name)) return 0;
  const heading = /^(?:heading|标题) ?([1-9])$/i.exec(name)?.[1];
  return heading === undefined ? null : Math.min(6, Number(heading));
}
