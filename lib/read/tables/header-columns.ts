import type { TableId } from '@/lib/statute/table';
import { keyOf } from './label-key';
import type { FormLabel, Labels } from './labels';
import type { RowCell, TableRow } from './table-row';

/** A column of a document: one of the form's, or another by its words. */
export type Column = FormLabel | string;

/** The columns that header rows lay down for one block of a table. */
export interface Columns {
  /** From left to right. */
  readonly order: readonly Column[];
  /** Place of a cell -> index in `order`; null where the header does not tell places. */
  readonly at: ReadonlyMap<number, number> | null;
  /** Labels found, with their words. */
  readonly labels: readonly { readonly label: FormLabel; readonly text: string }[];
  /** True where the words stood in pieces, and only their order could be held against the form. */
  readonly torn: boolean;
}

/** Part of the form's column headers that a document must have before their order is held against the form's. */
const enough = 0.8;

interface Head {
  readonly cell: RowCell;
  readonly row: number;
  /** Labels of this block it can be. */
  readonly labels: readonly FormLabel[];
  /** Places it stands above. */
  readonly from: number;
  readonly to: number;
}

/**
 * What the header rows above a block say of its columns. Spans are followed where there are any; where they were lost,
 * labels are taken in the order in which the form's headings would be read. Null where that is not certain. `ragged` is
 * a grid that lacks cells.
 */
export function columnsOfHeader(
  labels: Labels,
  stack: readonly TableRow[],
  table: TableId,
  block: number,
  ragged = false,
): Columns | null {
  const form = labels.columns[table][block] ?? [];
  const heads = stack.flatMap((row, index) => headsOf(row, index, table, block));
  if (heads.every(({ labels: own }) => own.length === 0)) return inPieces(form, stack);
  if (
    stack.some(
      (row) => row.kind === 'line' && row.cells.some((cell) => cell.is === 'text' && isInPieces(form, cell.text)),
    )
  )
    return inPieces(form, stack);
  return (ragged ? null : byPlace(heads)) ?? byOrder(form, heads) ?? inPieces(form, stack);
}

function headsOf(row: TableRow, index: number, table: TableId, block: number): Head[] {
  const shown = row.cells.filter(({ is }) => is !== 'blank' && is !== 'corner' && is !== 'figure');
  return shown.map((cell, i): Head => {
    const own =
      cell.match?.labels.filter((label) => label.table === table && label.block === block && label.axis === 'column') ??
      [];
    const open = own.some(({ leaf }) => leaf === null) && cell.span === 1;
    const next = shown[i + 1]?.at ?? Math.max(cell.at + cell.span, ...row.cells.map((other) => other.at + other.span));
    return {
      cell,
      row: index,
      labels: own,
      from: cell.at,
      to: open ? Math.max(next, cell.at + 1) : cell.at + cell.span,
    };
  });
}

function byPlace(heads: readonly Head[]): Columns | null {
  const found: { label: FormLabel; text: string }[] = [];
  const places: { column: Column; from: number; to: number; row: number }[] = [];
  const groups = heads.filter(({ labels }) => labels.some(({ leaf }) => leaf === null));
  for (const head of heads) {
    if (head.labels.length === 0) continue;
    const fits =
      head.labels.length === 1
        ? head.labels
        : head.labels.filter((label) => label.above.every((group) => coveredBy(group, head, groups)));
    const [label] = fits;
    if (label === undefined || fits.length > 1) return null;
    found.push({ label, text: head.cell.text });
    if (label.leaf === null) continue;
    const same = places.find(({ column }) => column === label);
    if (same === undefined) places.push({ column: label, from: head.from, to: head.to, row: head.row });
    else if (head.from === same.to && head.row === same.row) same.to = head.to;
    else if (head.from < same.from || head.to > same.to) return null;
  }
  const first = Math.min(...places.map(({ from }) => from));
  for (const head of heads) {
    if (head.labels.length > 0 || head.from < first || head.cell.is !== 'text') continue;
    if (places.some(({ from, to }) => from < head.to && head.from < to)) continue;
    places.push({ column: head.cell.text, from: head.from, to: head.to, row: head.row });
  }
  places.sort((a, b) => a.from - b.from);
  const at = new Map<number, number>();
  for (const [index, { from, to }] of places.entries()) {
    for (let place = from; place < to; place += 1) {
      if (at.has(place)) return null;
      at.set(place, index);
    }
  }
  return places.length === 0 ? null : { order: places.map(({ column }) => column), at, labels: found, torn: false };
}

/** A heading the document lacks does not count; one it has must stand above. */
function coveredBy(group: FormLabel, head: Head, groups: readonly Head[]): boolean {
  const own = groups.filter(({ labels }) => labels.includes(group));
  return (
    own.length === 0 || own.some((above) => above.row < head.row && above.from <= head.from && head.from < above.to)
  );
}

/** Level by level, each heading's children together, as a table is read whose spans were lost. */
function byOrder(form: readonly FormLabel[], heads: readonly Head[]): Columns | null {
  const found: { label: FormLabel; text: string }[] = [];
  const started = new Set<number>();
  const tokens = heads.filter((head) => {
    if (head.labels.length > 0) started.add(head.row);
    return started.has(head.row);
  });
  const shown = new Set(tokens.flatMap(({ labels }) => labels));
  const parentOf = (label: FormLabel): FormLabel | null => label.above.findLast((group) => shown.has(group)) ?? null;
  const children = new Map<FormLabel | null, Column[]>();
  const flat = new Set(tokens.map(({ row }) => row)).size === tokens.length;
  const rowOf = new Map<FormLabel, number>();
  let next = 0;
  const queue: (FormLabel | null)[] = [null];
  for (let parent = queue.shift(); parent !== undefined; parent = queue.shift()) {
    const own: Column[] = [];
    for (; next < tokens.length; next += 1) {
      const token = tokens[next];
      if (token === undefined) break;
      const child = token.labels.find((label) => parentOf(label) === parent && !own.includes(label));
      if (child === undefined && token.labels.length > 0) break;
      if (child === undefined && form.some(({ leaf }) => leaf === null)) return null;
      own.push(child ?? token.cell.text);
      if (child === undefined) continue;
      if (!flat && parent !== null && token.row <= (rowOf.get(parent) ?? -1)) return null;
      rowOf.set(child, token.row);
      found.push({ label: child, text: token.cell.text });
      if (child.leaf === null) queue.push(child);
    }
    children.set(parent, own);
  }
  if (next < tokens.length || new Set(found.map(({ label }) => label)).size !== found.length) return null;
  if (found.length < enough * form.length) return null;
  const below = (column: Column): Column[] =>
    typeof column !== 'string' && column.leaf === null ? (children.get(column) ?? []).flatMap(below) : [column];
  return { order: (children.get(null) ?? []).flatMap(below), at: null, labels: found, torn: false };
}

/** Whether a text is made up of parts of labels, as narrow columns break them over lines. */
function isInPieces(form: readonly FormLabel[], text: string): boolean {
  const keys = wordsIn(text)
    .map((word) => keyOf(word).key)
    .filter((key) => key !== '');
  return (
    keys.length > 0 &&
    keys.every((key) => form.some((label) => label.key.length > key.length && label.key.includes(key)))
  );
}

const wordsIn = (text: string): string[] => text.slice(0, 200).trim().split(/\s+/);

/**
 * Headers broken over lines, pieces of several columns in each: the columns are the form's, in its order, if nearly all
 * their characters are there and no line has them in another order.
 */
function inPieces(form: readonly FormLabel[], stack: readonly TableRow[]): Columns | null {
  const leaves = form.filter(({ leaf }) => leaf !== null);
  const lines = stack.map((row) =>
    row.cells
      .flatMap((cell) => (cell.is === 'label' ? [cell.text] : cell.is === 'text' ? wordsIn(cell.text) : []))
      .map((word) => keyOf(word).key),
  );
  const words = lines.flat().join('');
  const has = new Set(words);
  const all = leaves.flatMap(({ key }) => [...key]);
  if (all.length === 0 || all.filter((character) => has.has(character)).length < enough * all.length) return null;
  if (!lines.every((line) => inFormOrder(leaves, line))) return null;
  const labels = form.filter(
    ({ key }) => [...key].filter((character) => has.has(character)).length >= enough * key.length,
  );
  return { order: leaves, at: null, labels: labels.map((label) => ({ label, text: label.form })), torn: true };
}

function inFormOrder(leaves: readonly FormLabel[], line: readonly string[]): boolean {
  let last = -1;
  let words = '';
  for (const key of line) {
    if (key === '' || !leaves.some((leaf) => leaf.key.includes(key))) continue;
    words += key;
    if (leaves[last]?.key.includes(words) === true) continue;
    words = key;
    last = leaves.findIndex((leaf, index) => index > last && leaf.key.includes(key));
    if (last < 0) return false;
  }
  return true;
}
