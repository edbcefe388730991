import { matchLabel } from './label-match';
import type { Labels } from './labels';
import { cellsWithin } from './cells-within';
import { rowCell, type RowCell } from './table-row';

/** A printed line, or several put together, seen as a label with figures behind it. */
export interface PrintedRow {
  readonly blocks: readonly number[];
  /** The label: the last text before the figures; null where there is none. */
  readonly own: RowCell | null;
  /** Cells before the label. */
  readonly before: readonly RowCell[];
  /** Cells behind the label, blank ones among them. */
  readonly behind: readonly RowCell[];
}

/** Cells of a printed line; one that holds several is parted. */
export function cellsOfLine(labels: Labels, texts: readonly string[]): RowCell[] {
  const cells: RowCell[] = [];
  for (const text of texts.slice(0, 200)) {
    const cell = rowCell(labels, text, cells.length);
    const parts =
      cell.is === 'text' || (cell.is === 'figure' && severalFigures.test(text)) ? cellsWithin(labels, text) : null;
    if (parts === null) cells.push(cell);
    else for (const part of parts) cells.push(rowCell(labels, part, cells.length));
  }
  return cells;
}

/** Blanks part figures in a printed line, where they may be no more than blanks within a cell. */
const severalFigures = /[\d\uff10-\uff19][\s\u3000]+[+-]?[\d\uff10-\uff19]/;

/** One printed line of cells as a row: its label, what stands before and behind it. */
export function printedRow(block: number, cells: readonly RowCell[]): PrintedRow {
  const text = cells.findIndex(isText);
  const figure = cells.findIndex((cell, i) => cell.is === 'figure' && i > text);
  const end = figure < 0 ? cells.length : figure;
  const at = text < 0 ? -1 : cells.findLastIndex((cell, i) => i < end && isText(cell));
  return {
    blocks: [block],
    own: cells[at] ?? null,
    before: cells.slice(0, Math.max(at, 0)),
    behind: cells.slice(at + 1),
  };
}

const isText = ({ is }: RowCell): boolean => is === 'text' || is === 'label' || is === 'band' || is === 'corner';

export const hasFigures = ({ behind }: PrintedRow): boolean => behind.some(({ is }) => is === 'figure');

/** The cells of a row put together again, places counted anew. */
export function cellsOfRow({ own, before, behind }: PrintedRow): RowCell[] {
  return [...before, ...(own === null ? [] : [own]), ...behind].map((cell, at) =>
    cell.at === at ? cell : { ...cell, at },
  );
}

/** Lines a label is broken over at most, and lines between its first and its last. */
const most = { pieces: 5, lines: 8 } as const;

/**
 * Labels broken over lines are put together: pieces of one label one below the other, its figures beside or between
 * them. A label that is whole by itself is left alone unless more words make it the form's own.
 */
export function mended(labels: Labels, rows: readonly PrintedRow[]): PrintedRow[] {
  const whole: PrintedRow[] = [];
  for (let i = 0; i < rows.length; ) {
    const row = rows[i];
    if (row === undefined) break;
    const found = isOpen(row) ? bestJoin(labels, rows, i) : null;
    whole.push(found?.row ?? row);
    i = found?.next ?? i + 1;
  }
  return whole;
}

/** Whether a row's label may be the beginning of a longer one. */
const isOpen = ({ own }: PrintedRow): boolean =>
  own !== null && own.text.length <= 60 && (own.is === 'text' || (own.is === 'label' && own.match?.how !== 'exact'));

const isPiece = ({ own }: PrintedRow): boolean =>
  own !== null &&
  own.text.length <= 60 &&
  (own.is === 'text' || own.match?.how === 'near' || (own.is === 'corner' && own.text.length <= 4));

interface Joined {
  readonly row: PrintedRow;
  readonly next: number;
  readonly exact: boolean;
}

/** A join that is nearly a label gives way to one from the next line on that is a label word for word. */
function bestJoin(labels: Labels, rows: readonly PrintedRow[], first: number): Joined | null {
  const found = joinedFrom(labels, rows, first);
  const after = rows[first + 1];
  if (found === null || found.exact || after === undefined || !isOpen(after)) return found;
  return after.own?.match?.how === 'exact' || joinedFrom(labels, rows, first + 1)?.exact === true ? null : found;
}

function joinedFrom(labels: Labels, rows: readonly PrintedRow[], first: number): Joined | null {
  const taken: PrintedRow[] = [];
  let pieces = 0;
  let near: Joined | null = null;
  for (let i = first; i < rows.length && i < first + most.lines && pieces < most.pieces; i += 1) {
    const row = rows[i];
    if (row === undefined) break;
    if (row.own !== null && i > first && !isPiece(row)) break;
    taken.push(row);
    if (row.own === null) continue;
    pieces += 1;
    if (i === first) continue;
    if (taken.filter(hasFigures).length > 1) break;
    const text = taken
      .map(({ own }) => own?.text ?? '')
      .filter((part) => part !== '')
      .join('\n');
    const match = matchLabel(labels, text);
    if (match === null || !match.labels.some((label) => label.axis === 'row' || taken.every(isAlone))) continue;
    const exact = match.how === 'exact';
    const joined = { row: join(labels, taken, text), next: i + 1, exact };
    if (exact) return joined;
    if (near === null && rows[first]?.own?.is === 'text') near = joined;
  }
  return near;
}

const isAlone = ({ before, behind }: PrintedRow): boolean =>
  before.every(({ is }) => is === 'blank') && behind.every(({ is }) => is === 'blank');

function join(labels: Labels, rows: readonly PrintedRow[], text: string): PrintedRow {
  const figures = rows.find(hasFigures);
  return {
    blocks: rows.flatMap(({ blocks }) => blocks),
    own: rowCell(labels, text, 0),
    before: rows.flatMap(({ before }) => before.filter(({ is }) => is !== 'blank')),
    behind: figures?.behind ?? [],
  };
}
