import type { TableId } from '@/lib/statute/table';
import { keyOf } from './label-key';
import { isPartOfLabel } from './label-match';
import type { FormLabel, Labels, Match } from './labels';
import { dataRow, newPart, rowLabels, type Part, type Stretch } from './table-part';
import { isRelation, type TableRow } from './table-row';

/** What the blocks of a document are to the tables, in order. */
export type Item =
  | { readonly is: 'row'; readonly row: TableRow }
  /** A paragraph or line of prose; `ends` where a section begins with it. */
  | { readonly is: 'prose'; readonly ends: boolean };

/** Prose that may stand within a table: captions, units, remains of a page's head and foot. */
const gapAllowed = 12;

/** Header rows of one table at most; one cell a line, table four has twenty. */
const longestHeader = 60;

/** Parts the rows of a document into the tables they belong to. */
export function partsOf(labels: Labels, items: readonly Item[]): Part[] {
  const parts: Part[] = [];
  let part: Part | null = null;
  for (const item of items) {
    if (item.is === 'prose') {
      if (part === null) continue;
      part.gap += 1;
      if (item.ends || part.gap > gapAllowed) part = null;
      continue;
    }
    const role = roleOf(item.row, part);
    if (role === null) {
      if (part !== null) hold(part, item.row);
      continue;
    }
    if (part?.table !== role.table || (role.as !== 'data' && isHeadless(part))) {
      part = newPart(role.table);
      parts.push(part);
    }
    add(labels, part, item.row, role.as);
  }
  return parts;
}

/** Rows with some of the labels and no header: another table, unless a header never comes. */
const isHeadless = ({ stretches, band }: Part): boolean =>
  !band && stretches.length > 0 && stretches.every(({ stack }) => stack.length === 0);

interface Role {
  readonly table: TableId;
  readonly as: 'header' | 'data' | 'band';
}

function roleOf(row: TableRow, part: Part | null): Role | null {
  const shown = row.cells.filter(({ is }) => is !== 'blank');
  if (shown.length === 0) return null;
  const figures = shown.some(({ is }) => is === 'figure');
  if (shown.some(({ is }) => is === 'band') && !figures) return { table: 'disclosure', as: 'band' };
  const own = part?.table ?? null;
  const rows = tablesNamed(row, 'row', own);
  const columns = tablesNamed(row, 'column', own);
  const [rowTable] = rows;
  const [columnTable] = columns;
  if (figures && rowTable !== undefined) return { table: rowTable, as: 'data' };
  if (figures)
    return own === 'remedies' && part !== null && isRowOfRemedies(row, part) ? { table: 'remedies', as: 'data' } : null;
  const relation = shown.some(({ text }) => isRelation(text));
  if (relation) return { table: 'applications', as: 'header' };
  const begun = part !== null && own === rowTable && part.stretches.length > 0;
  if (rowTable !== undefined && (columnTable === undefined || (begun && !shown.some((cell) => onlyColumn(cell.match)))))
    return { table: rowTable, as: 'data' };
  if (columnTable !== undefined) return { table: columnTable, as: 'header' };
  const waiting = part !== null && part.open !== null;
  return waiting && row.kind === 'line' && shown.every(({ text }) => text.length <= 12)
    ? { table: part.table, as: 'header' }
    : null;
}

const onlyColumn = (match: Match | null): boolean => match !== null && match.tables.row.length === 0;

/** Tables whose labels a row has: the current one first, others only by labels that no other table has. */
function tablesNamed(row: TableRow, axis: FormLabel['axis'], own: TableId | null): TableId[] {
  let votes: Map<TableId, number> | null = null;
  for (const { match } of row.cells) {
    const [named, another] = match?.tables[axis] ?? [];
    if (match === null || named === undefined) continue;
    votes ??= new Map();
    const form = match.labels[0]?.key ?? '';
    const certain =
      another === undefined && form.length > 2 && match.tables[axis === 'row' ? 'column' : 'row'].length === 0;
    for (const table of match.tables[axis])
      if (certain || table === own) votes.set(table, (votes.get(table) ?? 0) + (certain ? 10 : 1));
    if (another === undefined && axis === 'row' && form === '规章') votes.set(named, (votes.get(named) ?? 0) + 10);
  }
  return votes === null ? [] : [...votes].sort((a, b) => b[1] - a[1]).map(([table]) => table);
}

/** Table four has no row labels: a row of figures below its headers is its row, with or without a word before them. */
function isRowOfRemedies(row: TableRow, part: Part): boolean {
  if (part.open === null && part.stretches.length === 0) return false;
  const texts = row.cells.filter(({ is }) => is === 'text' || is === 'label').length;
  const figures = row.cells.filter(({ is }) => is === 'figure').length;
  return texts === 0 || (texts === 1 && figures >= 5);
}

function hold(part: Part, row: TableRow): void {
  if (row.cells.every(({ is }) => is === 'blank')) {
    if (row.kind === 'grid' && part.table === 'remedies' && row.cells.length > 0) part.held.push(row);
    return;
  }
  if (row.kind === 'grid' || part.gap === 0) part.held.push(row);
  if (row.kind === 'line') part.gap += 1;
}

function add(labels: Labels, part: Part, row: TableRow, as: Role['as']): void {
  const before = part.stretches.at(-1);
  const held = part.held;
  part.held = [];
  part.gap = 0;
  for (const block of row.blocks) part.blocks.add(block);
  if (as === 'band') {
    part.band = true;
    release(labels, part, held);
    part.open = [];
    return;
  }
  if (as === 'header') {
    release(labels, part, held);
    noteRelation(labels, part, row);
    part.open ??= [];
    if (part.open.length < longestHeader) part.open.push(row);
    return;
  }
  if (part.open !== null)
    part.stretches.push({ stack: part.open, rows: [], continued: false, first: firstFigure(part.open) });
  else if (before !== undefined && row.kind === 'grid' && before.rows.at(-1)?.row.blocks[0] !== row.blocks[0]) {
    part.stretches.push({ stack: before.stack, rows: [], continued: true, first: null });
  }
  part.open = null;
  release(labels, part, held);
  push(part, row);
}

/** Keeps the note above the row labels, over as many lines as it takes. */
function noteRelation(labels: Labels, part: Part, row: TableRow): void {
  for (const { is, text } of row.cells) {
    if (is === 'corner' && isRelation(text)) part.corner ??= text;
    else if (
      is === 'text' &&
      part.corner !== null &&
      !/[)）]\s*$/.test(part.corner) &&
      keyOf(labels.format.tables[part.table].blocks[0]?.corner ?? '').key.includes(keyOf(text).key)
    )
      part.corner += `\n${text}`;
  }
}

/**
 * Rows the form does not know stand in the table if its own rows follow. Printed lines without figures are taken only
 * where they are pieces of labels: others are text that stands between.
 */
function release(labels: Labels, part: Part, held: readonly TableRow[]): void {
  for (const row of held) {
    if (row.kind === 'grid' || row.cells.some(({ is }) => is === 'figure')) push(part, row);
    else if (row.cells.every(({ is, text }) => is === 'blank' || isPartOfLabel(labels, text))) {
      for (const block of row.blocks) part.blocks.add(block);
      part.pieces.push(...row.cells.map(({ text }) => text));
    }
  }
}

function push(part: Part, row: TableRow): void {
  const stretch = part.stretches.at(-1);
  if (stretch === undefined) return;
  for (const block of row.blocks) part.blocks.add(block);
  stretch.rows.push(dataRow(row, part.table, stretch.first, groupAbove(stretch, part.table)));
}

/** First place of the column headers, where they tell places. */
function firstFigure(stack: readonly TableRow[]): number | null {
  const places = stack.flatMap((row) =>
    row.kind === 'grid' ? row.cells.filter(({ match }) => onlyColumn(match)).map(({ at }) => at) : [],
  );
  return places.length === 0 ? null : Math.min(...places);
}

function groupAbove(stretch: Stretch, table: TableId): FormLabel | null {
  const last = stretch.rows.at(-1);
  if (last === undefined) return null;
  const group = last.groups.at(-1)?.label;
  if (group !== undefined) return group;
  if (last.label !== null) return last.label.leaf === null ? last.label : (last.label.above.at(-1) ?? null);
  return rowLabels(last.row.cells[0]?.match ?? null, table).find(({ leaf }) => leaf === null) ?? null;
}

/** The rows still held at the end of a part: whole rows directly behind its last one belong to it. */
export function heldAtEnd(part: Part): TableRow[] {
  const other = part.held.findIndex((row) => beginsAnother(row, part));
  return (other < 0 ? part.held : part.held.slice(0, other)).filter(
    (row, index) => row.kind === 'grid' || (index === 0 && isWholeRow(row)),
  );
}

/** The first row of a grid of its own, all words and none of them the form's, is the header of another table. */
function beginsAnother({ kind, blocks, cells }: TableRow, part: Part): boolean {
  const shown = cells.filter(({ is }) => is !== 'blank');
  return (
    kind === 'grid' &&
    blocks.every((block) => !part.blocks.has(block)) &&
    shown.length >= 2 &&
    shown.every(({ is }) => is === 'text')
  );
}

function isWholeRow(row: TableRow): boolean {
  const figures = row.cells.filter(({ is }) => is === 'figure').length;
  const texts = row.cells.filter(({ is }) => is === 'text');
  return figures >= 1 && texts.length >= 1 && texts.every(({ text }) => text.length <= 80 && !/[。；]/.test(text));
}
