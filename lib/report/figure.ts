import type { NumberKind } from '@/lib/statute/table';

/** What became of a text that was meant as a figure. */
export type ReadFigure =
  | { readonly is: 'blank' }
  | {
      readonly is: 'figure';
      /** Plain decimal string: no leading zeros, no thousands marks, no trailing zeros after the point. */
      readonly value: string;
      /** True when more than the surrounding blanks had to be cleaned. */
      readonly cleaned: boolean;
    }
  | { readonly is: 'refused'; readonly why: string };

const units = /(?:万元|元|件|条|项|份|个|宗|起|次|人次|人)$/;
const thousands = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;

/** Digits set small or in rings, which NFKC would run together with the number before them: 22①, 22². */
export const ringedDigits =
  /[\u00b2\u00b3\u00b9\u2070-\u2089\u2460-\u24ff\u2776-\u2793\u3220-\u3229\u3248-\u324f\u3251-\u325f\u3280-\u3289\u32b1-\u32bf]|\ud83c[\udd00-\udd0c]/;

/** Full-width forms, spaces of all sorts, signs and quotes brought to one form (NFKC). */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u00a0\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[\u2212\u2010-\u2015]/g, '-');
}

function canonical(digits: string): string {
  const sign = digits.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = digits.replace(/^[+-]/, '').split('.');
  const shortWhole = whole.replace(/^0+(?=\d)/, '');
  const shortFraction = fraction.replace(/0+$/, '');
  const value = shortFraction === '' ? shortWhole : `${shortWhole}.${shortFraction}`;
  return value === '0' ? '0' : sign + value;
}

/**
 * Reads what was typed or pasted into a cell. A number is never guessed: what is not plainly one is refused with
 * the reason (rules CELL-01, CELL-04, FMT-09). An amount is in 万元; a text in 元 is refused rather than converted.
 */
export function readFigure(text: string, kind: NumberKind): ReadFigure {
  const bare = plain(text);
  if (bare === '') return { is: 'blank' };
  if (ringedDigits.test(text)) return { is: 'refused', why: `“${text.trim()}”带有序号或角标，请只填阿拉伯数字` };
  if (kind === 'amount' && /[^万]元$/.test(bare)) {
    return { is: 'refused', why: `“${text.trim()}”的单位是元，本格以万元计，请换算后填写` };
  }
  if (kind !== 'amount' && /元$/.test(bare)) return { is: 'refused', why: `“${text.trim()}”是金额，本格填件数` };
  const unitless = bare.replace(units, '');
  const signed = kind === 'change' ? unitless.replace(/^增(?=\d)/, '').replace(/^减(?=\d)/, '-') : unitless;
  const number = thousands.test(signed) ? signed.replaceAll(',', '') : signed;
  if (!/^[+-]?\d+(?:\.\d+)?$/.test(number)) {
    return { is: 'refused', why: `“${text.trim()}”不是数字，请只填阿拉伯数字` };
  }
  if (number.replace(/\D/g, '').length > 15) return { is: 'refused', why: `“${text.trim()}”位数过多，请核对` };
  const value = canonical(number);
  if (value.startsWith('-') && kind !== 'change')
    return { is: 'refused', why: `“${text.trim()}”是负数，本格不能小于 0` };
  if (value.includes('.') && kind !== 'amount') return { is: 'refused', why: `“${text.trim()}”不是整数，本格填件数` };
  return { is: 'figure', value, cleaned: value !== text.trim() };
}

/** True for a value that the cell may hold as it stands: a canonical figure of its kind. */
export function isFigure(value: string, kind: NumberKind): boolean {
  const read = readFigure(value, kind);
  return read.is === 'figure' && read.value === value;
}

/** The whole number of a cell; null for a blank and for what is not a whole number. */
export function wholeNumber(value: string | null | undefined): number | null {
  return value != null && /^-?\d{1,15}$/.test(value) ? Number(value) : null;
}
