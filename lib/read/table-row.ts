import { isBlank, looksLikeFigure } from './cell-text';
import { matchLabel, type Labels, type Match } from './labels';

/** What a cell of a row is by its words. */
export type CellIs = 'blank' | 'figure' | 'label' | 'band' | 'corner' | 'text';

export interface RowCell {
  readonly text: string;
  /** First place it takes, counted from 0, and how many. In a printed line: the how-manieth cell it is. */
  readonly at: number;
  readonly span: number;
  readonly header: boolean;
  readonly is: CellIs;
  readonly match: Match | null;
}

/** A row as a document has it: one of a grid, or put together from printed lines. */
export interface TableRow {
  /** Blocks it takes up, by their index. */
  readonly blocks: readonly number[];
  readonly kind: 'grid' | 'line';
  readonly cells: readonly RowCell[];
  /** Places up to its last cell, those that cells above reach into it included. */
  readonly width: number;
}

const band = /^第?(?:二十|20)条.{0,8}第?\(?(?:[一二三四五六七八九十]|\d)\)?项/;
const relation = /本列数据|勾稽关系|勾稽|钩稽关系/;
const corners = new Set(['信息内容', '序号', '项目', '内容', '类别', '指标', '指标名称', '事项', '名称', '计量单位', '单位件', '单位', '单位件万元', '单位万元']);

const letters = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');

/** The note above the row labels of table three. */
export const isRelation = (text: string): boolean => text.length < 200 && relation.test(text.replace(/\s/g, ''));

const plainFigure = /^\d{1,9}$/;
const figure = { is: 'figure', match: null } as const;
const blank = { is: 'blank', match: null } as const;

/** What a text is; labels are those of one format. */
export function cellIs(labels: Labels, text: string): { is: CellIs; match: Match | null } {
  if (plainFigure.test(text)) return figure;
  if (isBlank(text)) return blank;
  if (text.length > 400) return { is: 'text', match: null };
  const words = /\p{Script=Han}.*\p{Script=Han}/su.test(text);
  const match = words ? matchLabel(labels, text) : null;
  if (match === null && looksLikeFigure(text)) return figure;
  if (match !== null) return { is: 'label', match };
  if (isRelation(text) || corners.has(letters(text))) return { is: 'corner', match: null };
  if (band.test(text.slice(0, 60).normalize('NFKC').replace(/\s/g, ''))) return { is: 'band', match: null };
  return { is: 'text', match: null };
}

export function rowCell(labels: Labels, text: string, at: number, span = 1, header = false): RowCell {
  return { text, at, span, header, ...cellIs(labels, text) };
}

const trailing = /^([^]*?\p{Script=Han}[^\d\uff10-\uff19]*?)([\s\u3000]+|[:：])[\s\u3000]*((?:[+-]?[\d\uff10-\uff19][\d\uff10-\uff19.,]*[\s\u3000]+)*[+-]?[\d\uff10-\uff19][\d\uff10-\uff19.,]*)[\s\u3000]*$/u;
const figures = /^(?:[\s\u3000]*[+-]?[\d\uff10-\uff19][\d\uff10-\uff19.,]*){2,}[\s\u3000]*$/;

/**
 * The cells in a text that holds several: a label with its figures (行政许可 716), labels side by side. Null where the
 * text is one cell. Only words that are labels, or end in a colon, are parted from figures.
 */
export function cellsWithin(labels: Labels, text: string): string[] | null {
  if (text.length > 300) return null;
  const cleaned = text.trim();
  if (figures.test(cleaned)) return cleaned.split(/[\s\u3000]+/);
  const parts = trailing.exec(cleaned);
  if (parts !== null) {
    const head = parts[1] ?? '';
    const values = (parts[3] ?? '').split(/[\s\u3000]+/).filter((value) => value !== '');
    if (matchLabel(labels, head) !== null) return [head, ...values];
    const heads = labelsSideBySide(labels, head);
    if (heads !== null) return [...heads, ...values];
    return /[:：]/.test(parts[2] ?? '') && values.length === 1 && !/[。；;]/.test(head) ? [head, ...values] : null;
  }
  return labelsSideBySide(labels, cleaned);
}

/** Where the next number begins in a text of several labels: （三）不予公开1.属于国家秘密. */
const innerNumber = /(\p{Script=Han})(?=\d{1,2}[.．、]\p{Script=Han}|[（(][一二三四五六七八][)）])/gu;

/** Words that one after another make up labels: `信息内容 本年制发件数`. Null unless all of them do. */
function labelsSideBySide(labels: Labels, text: string): string[] | null {
  const words = text.replace(innerNumber, '$1 ').split(/[\s\u3000]+/).filter((word) => word !== '');
  if (words.length < 2 || words.length > 40) return null;
  const found: string[] = [];
  for (let i = 0; i < words.length; ) {
    let taken = 0;
    for (let length = Math.min(4, words.length - i); length > 0 && taken === 0; length -= 1) {
      const joined = words.slice(i, i + length).join(' ');
      const { is, match } = cellIs(labels, joined);
      if (is === 'corner' || (match !== null && match.how !== 'near')) taken = length;
    }
    if (taken === 0) return null;
    found.push(words.slice(i, i + taken).join(' '));
    i += taken;
  }
  return found;
}
