import type { NumberAt } from './docx-styles';
import { isOn } from './docx-styles';
import { listNumber } from '@/lib/read/text/list-number';
import type { Unreadable } from '@/lib/read/result';
import { readXml } from '@/lib/read/package/xml';
import type { Attributes } from '@/lib/read/package/xml-scan';

/** The automatic numbers of a document, which its text does not hold. Ask for those of all paragraphs in order. */
export interface Numbering {
  /** The number before the next paragraph of a list, with its punctuation: `（一）`; empty for bullets. */
  next(at: NumberAt): string;
  /** The level of a list that belongs to a paragraph style; null where none does. */
  levelOfStyle(list: string, style: string): number | null;
}

interface Level {
  start: number;
  format: string;
  /** As in the file: `（%1）`. */
  text: string;
  style: string | null;
  plain: boolean;
  /** Level (from 1) after which it begins anew; 0 never. */
  restart: number | null;
}

interface Abstract {
  readonly levels: Map<number, Level>;
  /** Name of the list style that it is, and of the one it refers to. */
  named: string | null;
  refers: string | null;
}

interface List {
  abstract: string;
  readonly starts: Map<number, number>;
  readonly levels: Map<number, Level>;
}

interface Definitions {
  readonly abstracts: Map<string, Abstract>;
  readonly lists: Map<string, List>;
}

/** word/numbering.xml, null where the package has none. */
export function readNumbering(part: Uint8Array | null): Numbering | Unreadable {
  const all: Definitions = { abstracts: new Map(), lists: new Map() };
  const refused = part === null ? null : readXml(part, definitionsInto(all));
  return refused ?? numberingBy(all);
}

function definitionsInto({ abstracts, lists }: Definitions) {
  let abstract: Abstract | null = null;
  let list: List | null = null;
  let level: Level | null = null;
  let overridden = 0;
  const openLevel = (at: number): void => {
    level = { start: 1, format: 'decimal', text: '', style: null, plain: false, restart: null };
    (abstract ?? list)?.levels.set(at, level);
  };
  return {
    open: (name: string, attributes: Attributes): void => {
      const value = attributes.get('w:val') ?? '';
      if (name === 'w:abstractNum')
        abstracts.set(
          attributes.get('w:abstractNumId') ?? '',
          (abstract = { levels: new Map(), named: null, refers: null }),
        );
      else if (name === 'w:num')
        lists.set(attributes.get('w:numId') ?? '', (list = { abstract: '', starts: new Map(), levels: new Map() }));
      else if (name === 'w:abstractNumId' && list !== null) list.abstract = value;
      else if (name === 'w:lvlOverride') overridden = Number(attributes.get('w:ilvl'));
      else if (name === 'w:startOverride') list?.starts.set(overridden, Number(value));
      else if (name === 'w:styleLink' && abstract !== null) abstract.named = value;
      else if (name === 'w:numStyleLink' && abstract !== null) abstract.refers = value;
      else if (name === 'w:lvl') openLevel(Number(attributes.get('w:ilvl')));
      else if (level === null) return;
      else if (name === 'w:start') level.start = Number(value);
      else if (name === 'w:numFmt') level.format = value;
      else if (name === 'w:lvlText') level.text = value;
      else if (name === 'w:pStyle') level.style = value;
      else if (name === 'w:isLgl') level.plain = isOn(attributes.get('w:val'));
      else if (name === 'w:lvlRestart') level.restart = Number(value);
    },
    close: (name: string): void => {
      if (name === 'w:abstractNum') abstract = null;
      else if (name === 'w:num') list = null;
      else if (name === 'w:lvl') level = null;
    },
    takesText: false,
    text: (): void => undefined,
  };
}

function numberingBy({ abstracts, lists }: Definitions): Numbering {
  /** The number last given at each level; lists of one definition count on. */
  const counters = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();

  const definition = (list: List): { id: string; levels: ReadonlyMap<number, Level> } => {
    const own = abstracts.get(list.abstract);
    const referred = own?.refers == null ? undefined : [...abstracts].find(([, other]) => other.named === own.refers);
    return referred === undefined
      ? { id: list.abstract, levels: own?.levels ?? new Map() }
      : { id: referred[0], levels: referred[1].levels };
  };

  const next = ({ list: id, level: at }: NumberAt): string => {
    const list = lists.get(id);
    if (list === undefined) return '';
    const { id: key, levels } = definition(list);
    const levelAt = (index: number): Level | undefined => list.levels.get(index) ?? levels.get(index);
    const level = levelAt(at);
    if (level === undefined) return '';
    const counts = counters.get(key) ?? [];
    counters.set(key, counts);
    const start = (index: number): number => list.starts.get(index) ?? levelAt(index)?.start ?? 1;
    const first = list.starts.has(at) && !begun.has(`${id}/${at}`);
    begun.add(`${id}/${at}`);
    counts[at] = first || counts[at] === undefined ? start(at) : counts[at] + 1;
    for (let lower = at + 1; lower <= 8; lower += 1) {
      const restart = levelAt(lower)?.restart ?? null;
      if (restart === null || (restart > 0 && at < restart)) counts[lower] = undefined;
    }
    if (level.format === 'bullet') return '';
    return level.text.replace(/%([1-9])/g, (_, place: string) => {
      const index = Number(place) - 1;
      const format = level.plain && index < at ? 'decimal' : (levelAt(index)?.format ?? 'decimal');
      return listNumber(counts[index] ?? start(index), format);
    });
  };

  const levelOfStyle = (id: string, style: string): number | null => {
    const list = lists.get(id);
    if (list === undefined) return null;
    return [...definition(list).levels].find(([, level]) => level.style === style)?.[0] ?? null;
  };

  return { next, levelOfStyle };
}
