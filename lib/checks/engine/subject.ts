import { plain, readFigure, type ReadFigure } from '@/lib/report/figure';
import type { Report } from '@/lib/report/report';
import type { Format } from '@/lib/statute/format';
import { formatById } from '@/lib/statute/formats';
import type { Cell, CellId, TableId } from '@/lib/statute/table';
import type { CheckContext } from '@/lib/checks/context';
import { perFormat } from './per-format';
import { perWords } from './read-before';

/** How a cell departs from a plain figure. */
export type Oddity = 'unreadable' | 'note' | 'unit' | 'form';

export interface OddCell {
  readonly cell: Cell;
  readonly raw: string;
  readonly oddity: Oddity;
  readonly why: string;
}

/** The figures of one report, each cell read once. */
export interface Figures {
  /**
   * The number of a cell; null when it holds none. Amounts are here as floating point and only fit for comparing sizes.
   */
  readonly number: (id: CellId) => number | null;
  /** The same by the place of the cell among those of the format. */
  readonly numberAt: (place: number) => number | null;
  /** In the order of the form. */
  readonly blank: ReadonlySet<CellId>;
  readonly odd: readonly OddCell[];
  /** A table of the same revision as in a report before holds the same. */
  readonly revisions: Readonly<Record<TableId, number>>;
}

/** What the rules look at. */
export interface Subject {
  readonly report: Report;
  readonly format: Format;
  readonly context: CheckContext;
  readonly figures: Figures;
  /** The number of a cell; null when it is blank, unreadable or not of this format. */
  readonly number: (id: CellId) => number | null;
  /** Last year's report, or why there is none to compare with. */
  readonly last: Last | string;
}

export interface Last {
  readonly report: Report;
  readonly format: Format;
  readonly number: (id: CellId) => number | null;
}

/** The cells of the report last checked: at a keystroke one of them changes. */
let typed: CellsRead | null = null;

export function subjectOf(report: Report, format: Format, context: CheckContext): Subject {
  typed = readCells(report, format, context.written?.cells, typed);
  const figures = figuresOf(typed);
  return { report, format, context, figures, number: figures.number, last: lastOf(report, context) };
}

/** Last year's report does not change while this one is typed, so it is read once. */
const lastFigures = new WeakMap<Report, Figures>();

function lastOf(report: Report, { last }: CheckContext): Last | string {
  if (last === null) return '没有上一年度的报告';
  if (last.year !== report.year - 1) return `对照的报告是 ${last.year} 年的，不是上一年度`;
  const format = formatById(last.format);
  if (format === undefined) return '上一年度报告的格式不明';
  const figures = lastFigures.get(last) ?? figuresOf(readCells(last, format, undefined, null));
  lastFigures.set(last, figures);
  return { report: last, format, number: figures.number };
}

/** A test of its own, without a search: nearly all cells are counts, and each is read at every keystroke. */
function isCount(text: string): boolean {
  if (text.length === 0 || text.length > 15) return false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 48 || code > 57) return false;
  }
  return true;
}

const amount = /^\d{1,15}(?:\.\d+)?$/;
const change = /^[+-]?\d{1,15}$/;
const isPlain = {
  count: isCount,
  amount: (text: string) => isCount(text) || amount.test(text),
  change: (text: string) => isCount(text) || change.test(text),
};

/** What one cell holds. */
interface CellRead {
  readonly number: number | null;
  readonly isBlank: boolean;
  readonly odd: OddCell | null;
}

const left: CellRead = { number: null, isBlank: true, odd: null };
/** Most cells of most reports hold the same few counts. */
const counted = perWords((raw): CellRead => ({ number: Number(raw), isBlank: false, odd: null }));

/** What the cells of a report hold, in the order of the form, and as they were written. */
interface CellsRead {
  readonly format: Format;
  readonly texts: readonly (string | null)[];
  readonly cells: readonly CellRead[];
  readonly revisions: Figures['revisions'];
}

let revisions = 0;

/**
 * `written`: the text of cells that is more or other than their value; it tells how they depart from a plain figure.
 * A cell that stands as it stood `before` is not read again.
 */
function readCells(
  report: Report,
  format: Format,
  written: Readonly<Record<CellId, string>> | undefined,
  before: CellsRead | null,
): CellsRead {
  const old = before?.format === format ? before : null;
  const revision = (revisions += 1);
  const changed: Record<TableId, number> =
    old === null ? { disclosure: revision, applications: revision, remedies: revision } : { ...old.revisions };
  const [texts, cells]: [(string | null)[], CellRead[]] = [[], []];
  const ids = idsOf(format);
  for (let at = 0; at < ids.length; at += 1) {
    const id = ids[at] ?? '';
    const text = written?.[id] ?? report.cells[id] ?? null;
    texts.push(text);
    const same = old?.texts[at] === text ? old.cells[at] : undefined;
    const cell = same === undefined ? format.cells[at] : undefined;
    if (cell !== undefined) changed[cell.table] = revision;
    cells.push(same ?? (cell === undefined ? left : readCell(cell, text)));
  }
  return { format, texts, cells, revisions: changed };
}

function readCell(cell: Cell, raw: string | null): CellRead {
  if (raw === null) return left;
  return isPlain[cell.number](raw) ? counted(raw) : readOdd(cell, raw);
}

const idsOf = perFormat((format) => format.cells.map(({ id }) => id));
const placesOf = perFormat((format) => new Map(format.cells.map(({ id }, at) => [id, at])));

function figuresOf({ format, cells, revisions }: CellsRead): Figures {
  const places = placesOf(format);
  const blank = new Set<CellId>();
  const odd: OddCell[] = [];
  for (let at = 0; at < cells.length; at += 1) {
    const cell = cells[at] ?? left;
    if (cell.isBlank) blank.add(format.cells[at]?.id ?? '');
    if (cell.odd !== null) odd.push(cell.odd);
  }
  const numberAt = (place: number): number | null => cells[place]?.number ?? null;
  return { number: (id) => numberAt(places.get(id) ?? cells.length), numberAt, blank, odd, revisions };
}

const nothing = /^(?:[-/]+|无)$/;
const noted = /^(\d{1,15})\(.+\)$/;
const withUnit = /^([\d.]+)(?:万元|元|件|条|项|份|个|宗|起|次|人次|人)$/;

/** What a converter writes into a cell besides its figure. */
const converterRest = /\[bookmark:[^\]]*\]|FORMTEXT|\\\*\s*MERGEFORMAT/gi;
/** Ordinary blanks around a figure are how tables are set. */
const outerBlanks = /^[ \t\r\n\u00a0]+|[ \t\r\n\u00a0]+$/g;
const fullWidth = /[\u3000\uff01-\uff5e]/;

function readOdd(cell: Cell, raw: string): CellRead {
  const text = raw.replace(converterRest, '');
  const bare = plain(text);
  const trimmed = text.replace(outerBlanks, '');
  if (text === raw && isPlain[cell.number](trimmed)) return counted(trimmed);
  if (bare === '' || nothing.test(bare)) return left;
  const leading = noted.exec(bare)?.[1];
  if (leading !== undefined)
    return { number: Number(leading), isBlank: false, odd: { cell, raw, oddity: 'note', why: '' } };
  const read = readFigure(text, cell.number);
  return {
    number: read.is === 'figure' && !bare.includes(',') ? Number(read.value) : null,
    isBlank: false,
    odd: oddityOf(cell, raw, text, read),
  };
}

/** Null for a change that is written with its sign and nothing else. */
function oddityOf(cell: Cell, raw: string, text: string, read: ReadFigure): OddCell | null {
  const bare = plain(text);
  if (withUnit.test(bare)) return { cell, raw, oddity: 'unit', why: read.is === 'refused' ? read.why : '' };
  if (read.is === 'refused') return { cell, raw, oddity: 'unreadable', why: read.why };
  if (bare.includes(','))
    return { cell, raw, oddity: 'unreadable', why: `“${raw.trim()}”有千位分隔号，请只填阿拉伯数字` };
  return cell.number !== 'change' || text !== raw || fullWidth.test(raw)
    ? { cell, raw, oddity: 'form', why: '' }
    : null;
}
