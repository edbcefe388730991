import { plain, readFigure } from '../report/figure';
import type { Report } from '../report/report';
import type { Format } from '../statute/format';
import { formatById } from '../statute/formats';
import type { Cell, CellId } from '../statute/table';
import type { CheckContext } from './context';

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
  /** Cells that hold a number. Amounts are here as floating point and only fit for comparing sizes. */
  readonly numbers: ReadonlyMap<CellId, number>;
  readonly blank: ReadonlySet<CellId>;
  readonly odd: readonly OddCell[];
}

/** What the rules look at. */
export interface Subject {
  readonly report: Report;
  readonly format: Format;
  readonly context: CheckContext;
  readonly figures: Figures;
  /** The number of a cell; null when it is blank, unreadable or not of this format. */
  number(id: CellId): number | null;
  /** Last year's report, or why there is none to compare with. */
  readonly last: Last | string;
}

export interface Last {
  readonly report: Report;
  readonly format: Format;
  number(id: CellId): number | null;
}

export function subjectOf(report: Report, format: Format, context: CheckContext): Subject {
  const figures = figuresOf(report, format, context.written?.cells);
  return { report, format, context, figures, number: (id) => figures.numbers.get(id) ?? null, last: lastOf(report, context) };
}

/** Last year's report does not change while this one is typed, so it is read once. */
const lastFigures = new WeakMap<Report, Figures>();

function lastOf(report: Report, { last }: CheckContext): Last | string {
  if (last === null) return '没有上一年度的报告';
  if (last.year !== report.year - 1) return `对照的报告是 ${last.year} 年的，不是上一年度`;
  const format = formatById(last.format);
  if (format === undefined) return '上一年度报告的格式不明';
  const figures = lastFigures.get(last) ?? figuresOf(last, format);
  lastFigures.set(last, figures);
  return { report: last, format, number: (id) => figures.numbers.get(id) ?? null };
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

/** `written`: the text of cells that is more or other than their value; it tells how they depart from a plain figure. */
export function figuresOf(report: Report, format: Format, written: Readonly<Record<CellId, string>> = {}): Figures {
  const numbers = new Map<CellId, number>();
  const blank = new Set<CellId>();
  const odd: OddCell[] = [];
  for (const cell of format.cells) {
    const raw = written[cell.id] ?? report.cells[cell.id] ?? null;
    if (raw === null) blank.add(cell.id);
    else if (isPlain[cell.number](raw)) numbers.set(cell.id, Number(raw));
    else readOdd(cell, raw, numbers, blank, odd);
  }
  return { numbers, blank, odd };
}

const nothing = /^(?:[-/]+|无)$/;
const noted = /^(\d{1,15})\(.+\)$/;
const withUnit = /^([\d.]+)(?:万元|元|件|条|项|份|个|宗|起|次|人次|人)$/;

/** What a converter writes into a cell besides its figure. */
const converterRest = /\[bookmark:[^\]]*\]|FORMTEXT|\\\*\s*MERGEFORMAT/gi;
/** Ordinary blanks around a figure are how tables are set. */
const outerBlanks = /^[ \t\r\n\u00a0]+|[ \t\r\n\u00a0]+$/g;
const fullWidth = /[\u3000\uff01-\uff5e]/;

function readOdd(cell: Cell, raw: string, numbers: Map<CellId, number>, blank: Set<CellId>, odd: OddCell[]): void {
  const text = raw.replace(converterRest, '');
  const bare = plain(text);
  const trimmed = text.replace(outerBlanks, '');
  if (text === raw && isPlain[cell.number](trimmed)) {
    numbers.set(cell.id, Number(trimmed));
    return;
  }
  if (bare === '' || nothing.test(bare)) {
    blank.add(cell.id);
    return;
  }
  const leading = noted.exec(bare)?.[1];
  if (leading !== undefined) {
    numbers.set(cell.id, Number(leading));
    odd.push({ cell, raw, oddity: 'note', why: '' });
    return;
  }
  const read = readFigure(text, cell.number);
  if (withUnit.test(bare)) odd.push({ cell, raw, oddity: 'unit', why: read.is === 'refused' ? read.why : '' });
  else if (read.is === 'refused') odd.push({ cell, raw, oddity: 'unreadable', why: read.why });
  else if (bare.includes(',')) odd.push({ cell, raw, oddity: 'unreadable', why: `“${raw.trim()}”有千位分隔号，请只填阿拉伯数字` });
  else if (cell.number !== 'change' || text !== raw || fullWidth.test(raw)) odd.push({ cell, raw, oddity: 'form', why: '' });
  if (read.is === 'figure' && !bare.includes(',')) numbers.set(cell.id, Number(read.value));
}
