import { insertLimits, type PlacedInsert, type SimpleTable } from '@/lib/report/insert';
import { flattened } from '@/lib/report/flatten-table';
import { isHeading } from '@/lib/report/prose';
import type { Place } from '@/lib/report/report';
import type { Block, Grid } from './document';
import type { Passage } from '@/lib/read/prose/paragraphs';
import { lostPicture, type Pictures } from './picture';

/** A place of the report as a document has it. */
export interface PlaceRead {
  readonly place: Place;
  /** Index of the block that begins it: its heading. */
  readonly begins: number;
  /** Last block of its statutory table; null where it has none. */
  readonly tableEnds: number | null;
  readonly prose: readonly Passage[];
}

export interface InsertsRead {
  readonly inserts: readonly PlacedInsert[];
  /** Tables that came along, by their block: their rows have found a place. */
  readonly grids: ReadonlySet<number>;
  /** Paragraphs that name such a table and are no prose. */
  readonly captions: ReadonlySet<Passage>;
  readonly lost: readonly string[];
}

interface Candidate {
  readonly place: PlaceRead;
  readonly after: number;
  readonly insert: { readonly picture: Pictures['found'][number]['picture'] } | { readonly table: SimpleTable };
}

/**
 * Pictures and simple tables that stand within the prose of a place, behind the paragraph that they follow. `others`
 * are the blocks of tables that are none of the statutory ones and hold no prose; `ends` is the first block of the
 * signature.
 */
export function insertsOf(
  blocks: readonly Block[],
  places: readonly PlaceRead[],
  others: readonly number[],
  pictures: Pictures,
  ends: number,
): InsertsRead {
  const lost = [...pictures.lost];
  const grids = new Set<number>();
  const captions = new Set<Passage>();
  const candidates: Candidate[] = [];
  for (const { after, picture } of pictures.found) {
    const place = placeAt(places, after, ends);
    if (place === null) lost.push(lostPicture(picture.alt, '不在正文里'));
    else candidates.push({ place, after, insert: { picture } });
  }
  for (const index of others) {
    const block = blocks[index];
    const place = placeAt(places, index, ends);
    if (block?.is !== 'grid' || place === null || (block.simple !== true && !amongProse(place, index))) continue;
    const table = simpleTableOf(block);
    if (table === null) continue;
    grids.add(index);
    const above = place.prose.find((passage) => passage.block === index - 1 && passage.text !== '');
    const name =
      above !== undefined &&
      (oneLine(above.text) === oneLine(table.caption) || (block.caption === null && namesTable(above)))
        ? above
        : undefined;
    if (name !== undefined) captions.add(name);
    candidates.push({
      place,
      after: index,
      insert: { table: block.caption === null && name !== undefined ? { ...table, caption: name.text } : table },
    });
  }
  const inserts = candidates
    .sort((a, b) => a.after - b.after)
    .map(({ place, after, insert }): PlacedInsert => {
      const at = place.prose.filter(
        (passage) => passage.text !== '' && passage.block < after && !captions.has(passage),
      ).length;
      return { place: place.place, at, ...insert };
    });
  return { inserts, grids, captions, lost };
}

/**
 * The place that a block stands in: the last one that begins before it. Above the first and below the last there is
 * none.
 */
function placeAt(places: readonly PlaceRead[], after: number, ends: number): PlaceRead | null {
  if (after > ends) return null;
  let found: PlaceRead | null = null;
  for (const place of places)
    if (place.begins < after && (found === null || place.begins >= found.begins)) found = place;
  return found;
}

/** Beside a statutory table only what stands clearly apart from it, behind a paragraph, is a table of its own. */
function amongProse({ tableEnds, prose }: PlaceRead, index: number): boolean {
  return tableEnds === null || (index > tableEnds && prose.some(({ block }) => block > tableEnds && block < index));
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A few words directly above a table that are neither sentence nor heading: its name, where the file marks none. */
const namesTable = ({ text, level }: Passage): boolean =>
  level === null &&
  text.length <= 40 &&
  !isHeading(text) &&
  !/[。；：，！？]|^[一二三四五六七八九十\d]+[、.．]/.test(text);

/** Where nothing marks a table as one, it is of two rows and columns at least. */
function simpleTableOf({ rows, caption, simple }: Grid): SimpleTable | null {
  if (rows.length > insertLimits.rows) return null;
  const { rows: texts } = flattened(rows.map((row) => row.map((cell) => ({ ...cell, text: cell.text.trim() }))));
  const width = texts[0]?.length ?? 0;
  const least = simple === true ? 1 : 2;
  const fits =
    texts.length >= least &&
    width >= least &&
    width <= insertLimits.columns &&
    texts.every((row) => row.every((text) => text.length <= insertLimits.cell));
  return fits ? { caption: (caption ?? '').trim().slice(0, insertLimits.caption), rows: texts } : null;
}
