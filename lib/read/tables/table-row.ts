import { isBlank, looksLikeFigure } from './cell-text';
import { matchLabel } from './label-match';
import type { Labels, Match } from './labels';

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
const corners = new Set([
  '信息内容',
  '序号',
  '项目',
  '内容',
  '类别',
  '指标',
  '指标名称',
  '事项',
  '名称',
  '计量单位',
  '单位件',
  '单位',
  '单位件万元',
  '单位万元',
]);

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

/** A cell with what its words are: label, figure, text or nothing. */
export function rowCell(labels: Labels, text: string, at: number, span = 1, header = false): RowCell {
  return { text, at, span, header, ...cellIs(labels, text) };
}
