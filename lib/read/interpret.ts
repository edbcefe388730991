import type { AsWritten } from '../report/as-written';
import type { Place, Report } from '../report/report';
import { formatFor } from '../statute/formats';
import { sectionIds } from '../statute/format';
import type { Block } from './document';
import type { PageSource } from './html';
import { most as mostOfTables } from './grid-table';
import { passagesOf, type Passage } from './paragraphs';
import { partsOf, titleAmong, type Parts } from './parts';
import { withoutRemains } from './remains';
import { reportYear } from './report-year';
import { unreadable, type FileKind, type Read, type Unreadable } from './result';
import { proseBesideTable } from './table-remarks';
import { readTables, type TablesRead } from './tables';
import { titleOfPage } from './title';

/** A report has a few thousand blocks; a whole province's prose twenty thousand characters. */
const most = { blocks: 10_000, characters: 4_000_000 } as const;

const mostRows = mostOfTables.rows;

/** From blocks to a report: title, agency, year, preamble, sections, tables, signature. */
export function interpret(kind: FileKind, blocks: readonly Block[], page: PageSource | null): Read | Unreadable {
  if (blocks.length > most.blocks || lengthOf(blocks) > most.characters) return unreadable('too-large', '文字过多');
  const year = yearOf(blocks, page);
  const tables = readTables(blocks, year);
  const { passages, rows } = passagesOf(blocks, new Set(tables.found.flatMap((found) => found.blocks)));
  const parts = withPageTitle(partsOf(passages), page);
  if (!isReport(parts, tables)) return unreadable('not-a-report');
  if (rowsOf(blocks) > mostRows) return unreadable('too-large', `表格超过${mostRows}行`);
  return assembled({ kind, blocks, page }, parts, tables, year, rows);
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
}

function assembled({ kind, blocks, page }: Source, parts: Parts, tables: TablesRead, year: number | null, rows: readonly string[]): Read {
  const { format } = tables;
  const unplaced = [...tables.unplaced, ...rows, ...parts.above];
  const told = new Set(unplaced);
  const sections: Report['sections'] = {};
  for (const id of sectionIds) {
    const passages = parts.places.get(id);
    if (passages === undefined) continue;
    const table = format.sections.find((section) => section.id === id)?.table ?? null;
    const { prose, figures } = table === null ? { prose: passages, figures: [] } : proseBesideTable(passages);
    sections[id] = textOf(prose);
    unplaced.push(...figures.filter((text) => /^\S{1,12}$/.test(text) || !told.has(text)));
  }
  const report: Report = {
    format: format.id,
    year: year ?? reportYear(parts) ?? formatFor(format.from)?.from ?? format.from,
    agency: parts.title.agency === '' ? parts.signature.agency : parts.title.agency,
    title: parts.title.text,
    preamble: textOf(parts.places.get('preamble') ?? []),
    sections,
    cells: tables.cells,
    signature: { agency: parts.signature.agency, date: parts.signature.date?.iso ?? null },
    ...(Object.keys(tables.notes).length > 0 ? { notes: tables.notes } : {}),
    ...(tables.extra.length > 0 ? { extra: tables.extra } : {}),
  };
  return { kind, report, unplaced, written: { ...writtenOf(parts, tables, page), residue: [...residueOf(parts), ...residueOfTables(blocks, tables)] } };
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
    page: page === null ? null : { ...page, tables: found.map(({ table, headers, caption }) => ({ table, headers, caption })) },
  };
}

function residueOf(parts: Parts): AsWritten['residue'] {
  const of = (place: Place | 'title' | 'signature', passages: readonly Passage[]) => passages.flatMap(({ residue }) => residue.map((text) => ({ place, text })));
  return [...of('title', parts.title.taken), ...[...parts.places].flatMap(([place, passages]) => of(place, passages)), ...of('signature', parts.signature.taken)];
}

function residueOfTables(blocks: readonly Block[], { format, found }: TablesRead): AsWritten['residue'] {
  return found.flatMap(({ table, blocks: own }) => {
    const place = format.sections.find((section) => section.table === table)?.id;
    if (place === undefined) return [];
    const residue: AsWritten['residue'][number][] = [];
    for (const index of own) for (const text of textsOf(blocks[index])) for (const rest of withoutRemains(text).residue) residue.push({ place, text: rest });
    return residue;
  });
}

function textsOf(block: Block | undefined): readonly string[] {
  if (block === undefined) return [];
  if (block.is === 'paragraph') return [block.text];
  return block.is === 'line' ? block.cells : block.rows.flatMap((row) => row.map(({ text }) => text));
}

const textOf = (passages: readonly Passage[]): string => passages.map(({ text }) => text).filter((text) => text !== '').join('\n');

/** The head of a page names the report where its article does not. */
function withPageTitle(parts: Parts, page: PageSource | null): Parts {
  const title = page === null || parts.title.text !== '' ? null : titleOfPage(page.title);
  return title === null ? parts : { ...parts, title: { ...title, taken: [] } };
}

/** A title, a table, or sections that speak of disclosure; a summary of other work has 一、总体情况 as well. */
function isReport(parts: Parts, tables: TablesRead): boolean {
  if (parts.title.text !== '' || tables.found.length > 0) return true;
  const begun = [...parts.places].filter(([place]) => place !== 'preamble');
  return begun.length > 0 && (begun.length > 4 || [...parts.places.values()].some((passages) => passages.some(({ text }) => /信息公开|公开.{0,10}信息/.test(text))));
}

/** Rows of tables and printed lines: what table-items would leave unread. */
const rowsOf = (blocks: readonly Block[]): number => blocks.reduce((sum, block) => sum + (block.is === 'grid' ? block.rows.length : block.is === 'line' ? 1 : 0), 0);

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
