import { isPartOfLabel, matchLabel } from './label-match';
import type { Labels } from './labels';
import { cellIs } from './table-row';

const digits = '[+-]?[\\d\\uff10-\\uff19][\\d\\uff10-\\uff19.,]*';
const blanks = '[\\s\\u3000]';
const parted = new RegExp(
  `^([^]*?\\p{Script=Han}[^\\d\\uff10-\\uff19]*?)(${blanks}+|[:：])${blanks}*((?:${digits}${blanks}+)*${digits})${blanks}*$`,
  'u',
);
const glued = new RegExp(`^([^]*?[\\p{Script=Han}）)”"])((?:${digits}${blanks}+)*${digits})$`, 'u');
/** A blank or a sign parts figures: a row of digits can then be read in one way, not in all the ways of cutting it. */
const figures = new RegExp(`^${digits}(?:(?:${blanks}+|(?=[+-]))${digits})*$`);
const twoDigits = /[\d\uff10-\uff19][^\d\uff10-\uff19]*[\d\uff10-\uff19]/;

/** Whether a text ends as figures do, so that some may stand behind a label. */
export const endsInFigure = (text: string): boolean => /[\d\uff10-\uff19.,]/.test(text.slice(-1));

const words = (text: string): string[] => text.split(/[\s\u3000]+/).filter((word) => word !== '');

/**
 * The cells in a text that holds several: a label with its figures (行政许可 716, also without the blank), labels side by
 * side. Null where the text is one cell. Only words that are labels, a piece of one before two figures or more, or what
 * ends in a colon, are parted from figures.
 */
export function cellsWithin(labels: Labels, text: string): string[] | null {
  if (text.length > 300) return null;
  const cleaned = text.trim();
  if (!endsInFigure(cleaned)) return labelsSideBySide(labels, cleaned);
  if (twoDigits.test(cleaned) && figures.test(cleaned)) return words(cleaned);
  const parts = parted.exec(cleaned);
  if (parts !== null) {
    const [, head = '', between = ''] = parts;
    const values = words(parts[3] ?? '');
    if (matchLabel(labels, head) !== null) return [head, ...values];
    const heads = labelsSideBySide(labels, head);
    if (heads !== null) return [...heads, ...values];
    if (/[:：]/.test(between) && values.length === 1 && !/[。；;]/.test(head)) return [head, ...values];
    if (values.length > 1 && isPartOfLabel(labels, head)) return [head, ...values];
  }
  return gluedRow(labels, cleaned) ?? labelsSideBySide(labels, cleaned);
}

/** A label with its first figure directly behind it: 规章0 0 3. */
function gluedRow(labels: Labels, text: string): string[] | null {
  const parts = glued.exec(text);
  if (parts === null) return null;
  const [, head = '', values = ''] = parts;
  const match = matchLabel(labels, head);
  if (match !== null && match.how !== 'near') return [head, ...words(values)];
  const heads = labelsSideBySide(labels, head);
  return heads === null ? null : [...heads, ...words(values)];
}

/** Where the next number begins in a text of several labels: （三）不予公开1.属于国家秘密. */
const innerNumber = /(\p{Script=Han})(?=\d{1,2}[.．、]\p{Script=Han}|[（(][一二三四五六七八][)）])/gu;

const isLabel = (labels: Labels, text: string): boolean => {
  const { is, match } = cellIs(labels, text);
  return is === 'corner' || (match !== null && match.how !== 'near');
};

/** Words that one after another make up labels: `信息内容 本年制发件数`. Null unless all of them do. */
function labelsSideBySide(labels: Labels, text: string): string[] | null {
  const all = words(text.replace(innerNumber, '$1 '));
  if (all.length > 40) return null;
  const found: string[] = [];
  for (let i = 0; i < all.length; ) {
    let taken = 0;
    for (let length = Math.min(4, all.length - i); length > 0 && taken === 0; length -= 1) {
      if (isLabel(labels, all.slice(i, i + length).join(' '))) taken = length;
    }
    const several = taken === 0 ? labelsInWord(labels, all[i] ?? '') : null;
    if (several === null && taken === 0) return null;
    found.push(...(several ?? [all.slice(i, i + taken).join(' ')]));
    i += Math.max(taken, 1);
  }
  return found.length < 2 ? null : found;
}

/** Longest label of the form's columns, 未经复议直接起诉 and 本年收费金额（单位：万元） among them. */
const longestLabel = 14;

/** Labels of columns with nothing between them: 结果维持结果纠正. Null unless the whole word is made of them in one way. */
function labelsInWord(labels: Labels, word: string): string[] | null {
  if (word.length > 150 || word.length < 4) return null;
  const ways: (string[] | null)[] = [[]];
  for (let end = 1; end <= word.length; end += 1) {
    ways[end] = null;
    for (let begin = Math.max(0, end - longestLabel); begin < end - 1; begin += 1) {
      const before = ways[begin];
      if (before == null || !isColumn(labels, word.slice(begin, end))) continue;
      if (ways[end] === null || (ways[end]?.length ?? 0) > before.length + 1)
        ways[end] = [...before, word.slice(begin, end)];
    }
  }
  return ways[word.length] ?? null;
}

function isColumn(labels: Labels, text: string): boolean {
  if (text === '信息内容') return true;
  const match = labels.byKey.get(text.replace(/[（()）:：/／]/g, ''));
  return match?.labels.some(({ axis }) => axis === 'column') === true;
}
