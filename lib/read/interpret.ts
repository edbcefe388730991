import type { AsWritten } from '@/lib/report/as-written';
import type { Place, Report } from '@/lib/report/report';
import { formatFor } from '@/lib/statute/formats';
import { sectionIds } from '@/lib/statute/format';
import type { Block } from './document';
import type { PageSource } from '@/lib/read/html/html';
import { most as mostOfTables } from '@/lib/read/tables/grid-table';
import { insertsOf, type PlaceRead } from './inserts';
import { passagesOf, type Passage } from '@/lib/read/prose/paragraphs';
import { partsOf, titleAmong, type Parts } from '@/lib/read/prose/parts';
import type { Pictures } from './picture';
import { withoutRemains } from '@/lib/read/prose/remains';
import { reportYear } from '@/lib/read/prose/report-year';
import { unreadable, type FileKind, type Read, type Unreadable } from './result';
import { proseBesideTable } from '@/lib/read/tables/table-remarks';
import { readTables, type TablesRead } from '@/lib/read/tables/tables';
import { titleOfPage } from '@/lib/read/prose/title';

/** A report has a few thousand blocks; a whole province's prose twenty thousand characters. */
const most = { blocks: 10_000, characters: 4_000_000 } as const;

const mostRows = mostOfTables.rows;

/** From blocks to a report: title, agency, year, preamble, sections, tables, signature. */
export function interpret(
  kind: FileKind,
  blocks: readonly Block[],
  page: PageSource | null,
  pictures: Pictures,
): Read | Unreadable {
  if (blocks.length > most.blocks || lengthOf(blocks) > most.characters) return unreadable('too-large', '文字过多');
  const year = yearOf(blocks, page);
  const tables = readTables(blocks, year);
  const { passages, rows } = passagesOf(blocks, new Set(tables.found.flatMap((found) => found.blocks)));
  const parts = withPageTitle(partsOf(passages), page);
  if (!isReport(parts, tables)) return unreadable('not-a-report');
  if (rowsOf(blocks) > mostRows) return unreadable('too-large', `表格超过${mostRows}行`);
  return assembled({ kind, blocks, page, pictures }, parts, tables, year, rows);
}

/** The year of a report, which tells what form its tables have; null where nothing tells it. */
function yearOf(blocks: readonly Block[], page: PageSource | null): number | null {
  const { passages } = passagesOf(blocks, new Set());
  return titleAmong(passages).title?.year ?? reportYear(withPageTitle(partsOf(passages), page));
}

interface Source {
  readonly kind: FileKind;
  readonly blocks: readonly Block[];
  readonly page: PageSource | null;
  readonly pictures: Pictures;
}

/** Rows of tables that are none of the statutory ones, with the block that each stands in. */
type OtherRows = readonly { readonly block: number; readonly text: string }[];

function assembled(
  { kind, blocks, page, pictures }: Source,
  parts: Parts,
  tables: TablesRead,
  year: number | null,
  rows: OtherRows,
): Read {
  const { format } = tables;
  const prose = proseOf(parts, tables);
  const others = [...new Set(rows.map(({ block }) => block))];
  const found = insertsOf(blocks, placesOf(parts, tables, prose), others, pictures, parts.ends);
  const unplaced = [
    ...tables.unplaced,
    ...rows.filter(({ block }) => !found.grids.has(block)).map(({ text }) => text),
    ...found.lost,
    ...parts.above,
  ];
  const told = new Set(unplaced);
  const sections: Report['sections'] = {};
  for (const id of sectionIds) {
    const own = prose.get(id);
    if (own === undefined) continue;
    const { passages, figures } = own;
    sections[id] = textOf(passages.filter((passage) => !found.captions.has(passage)));
    unplaced.push(...figures.filter((text) => /^\S{1,12}$/.test(text) || !told.has(text)));
  }
  const report: Report = {
    format: format.id,
    year: year ?? reportYear(parts) ?? formatFor(format.from)?.from ?? format.from,
    agency: parts.title.agency === '' ? parts.signature.agency : parts.title.agency,
    title: parts.title.text,
    preamble: textOf((prose.get('preamble')?.passages ?? []).filter((passage) => !found.captions.has(passage))),
    sections,
    cells: tables.cells,
    signature: { agency: parts.signature.agency, date: parts.signature.date?.iso ?? null },
    ...(Object.keys(tables.notes).length > 0 ? { notes: tables.notes } : {}),
    ...(tables.extra.length > 0 ? { extra: tables.extra } : {}),
    ...(found.inserts.length > 0 ? { inserts: [...found.inserts] } : {}),
  };
  return {
    kind,
    report,
    unplaced,
    written: { ...writtenOf(parts, tables, page), residue: [...residueOf(parts), ...residueOfTables(blocks, tables)] },
  };
}

type Prose = ReadonlyMap<Place, { readonly passages: readonly Passage[]; readonly figures: readonly string[] }>;

const tableOf = (id: Place, { format }: TablesRead) =>
  format.sections.find((section) => section.id === id)?.table ?? null;

/** The words of each place that the document has; figures that stand beside a table are none. */
function proseOf(parts: Parts, tables: TablesRead): Prose {
  const prose = new Map<Place, { readonly passages: readonly Passage[]; readonly figures: readonly string[] }>();
  for (const [id, passages] of parts.places) {
    const beside = tableOf(id, tables) === null ? null : proseBesideTable(passages);
    prose.set(id, { passages: beside?.prose ?? passages, figures: beside?.figures ?? [] });
  }
  return prose;
}

function placesOf(parts: Parts, tables: TablesRead, prose: Prose): PlaceRead[] {
  return [...prose].map(([place, { passages }]) => {
    const table = tableOf(place, tables);
    const own = tables.found.find((found) => found.table === table)?.blocks ?? [];
    return {
      place,
      begins: parts.begins.get(place) ?? -1,
      tableEnds: table === null ? null : Math.max(-1, ...own),
      prose: passages,
    };
  });
}

function writtenOf(parts: Parts, tables: TablesRead, page: PageSource | null): Omit<AsWritten, 'residue'> {
  const { found } = tables;
  return {
    headings: parts.headings,
    tables: [...new Set(found.map(({ table }) => table))],
    labels: tables.labels,
    corner: tables.corner,
    cells: tables.raw,
    date: parts.signature.date?.text ?? null,
    page:
      page === null
        ? null
        : { ...page, tables: found.map(({ table, headers, caption }) => ({ table, headers, caption })) },
  };
}

function residueOf(parts: Parts): AsWritten['residue'] {
  const of = (place: Place | 'title' | 'signature', passages: readonly Passage[]) =>
    passages.flatMap(({ residue }) => residue.map((text) => ({ place, text })));
  return [
    ...of('title', parts.title.taken),
    ...[...parts.places].flatMap(([place, passages]) => of(place, passages)),
    ...of('signature', parts.signature.taken),
  ];
}

function residueOfTables(blocks: readonly Block[], { format, found }: TablesRead): AsWritten['residue'] {
  return found.flatMap(({ table, blocks: own }) => {
    const place = format.sections.find((section) => section.table === table)?.id;
    if (place === undefined) return [];
    const residue: AsWritten['residue'][number][] = [];
    for (const index of own)
      for (const text of textsOf(blocks[index]))
        for (const rest of withoutRemains(text).residue) residue.push({ place, text: rest });
    return residue;
  });
}

function textsOf(block: Block | undefined): readonly string[] {
  if (block === undefined) return [];
  if (block.is === 'paragraph') return [block.text];
  return block.is === 'line' ? block.cells : block.rows.flatMap((row) => row.map(({ text }) => text));
}

const textOf = (passages: readonly Passage[]): string =>
  passages
    .map(({ text }) => text)
    .filter((text) => text !== '')
    .join('\n');

/** The head of a page names the report where its article does not. */
function withPageTitle(parts: Parts, page: PageSource | null): Parts {
  const title = page === null || parts.title.text !== '' ? null : titleOfPage(page.title);
  return title === null ? parts : { ...parts, title: { ...title, taken: [] } };
}

/** A title, a table, or sections that speak of disclosure; a summary of other work has 一、总体情况 as well. */
function isReport(parts: Parts, tables: TablesRead): boolean {
  if (parts.title.text !== '' || tables.found.length > 0) return true;
  const begun = [...parts.places].filter(([place]) => place !== 'preamble');
  return (
    begun.length > 0 &&
    (begun.length > 4 ||
      [...parts.places.values()].some((passages) => passages.some(({ text }) => /信息公开|公开.{0,10}信息/.test(text))))
  );
}

/** Rows of tables and printed lines: what table-items would leave unread. */
const rowsOf = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => sum + (block.is === 'grid' ? block.rows.length : block.is === 'line' ? 1 : 0), 0);

function lengthOf(blocks: readonly Block[]): number {
  let length = 0;
  for (const block of blocks) {
    if (block.is === 'paragraph') length += block.text.length;
    else if (block.is === 'line') for (const cell of block.cells) length += cell.length;
    else for (const row of block.rows) for (const { text } of row) length += text.length;
    if (length > most.characters) break;
  }
  return length;
}
