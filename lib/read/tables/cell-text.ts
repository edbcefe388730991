import { plain, readFigure, ringedDigits } from '@/lib/report/figure';
import type { NumberKind } from '@/lib/statute/table';

/** What a cell of figures holds. */
export interface CellText {
  /** Plain decimal string; null for a blank, for what stands for one, and for what is not plainly a number. */
  readonly value: string | null;
  /** The text as written where it is more or other than the value; null where it is not. */
  readonly raw: string | null;
  /** Words beside the number, brackets taken off: 其中修订16件. */
  readonly note: string | null;
  /** False for a text that is neither a number nor a blank. */
  readonly understood: boolean;
}

const converterRest = /\[bookmark:[^\]]*\]/g;
/** Blanks of a text file or a page; an ideographic one is padding somebody typed (CELL-04). */
const edges = /^[ \t\r\n\u00a0\u200b\ufeff]+|[ \t\r\n\u00a0\u200b\ufeff]+$/g;
const standIn = /^(?:[-/\\_~*]+|无|空白?)$/;
const number = /^[+-]?\d{1,15}(?:\.\d{1,15})?$/;
const noted =
  /^([\d\uff10-\uff19]{1,15})\s*(?:件|条|项|份|个|宗|起|次|人)?\s*(?:[（(﹙〔【[]\s*([^]*?)\s*[）)﹚〕】\]]|[，,；;:：、\s]\s*(\p{Script=Han}[^]*)|(\*+|[\u00b2\u00b3\u00b9\u2070-\u2089\u2460-\u24ff\u2776-\u2793]+))$/u;

const blank: CellText = { value: null, raw: null, note: null, understood: true };

/**
 * Reads one cell. A number is never guessed: 约12, 12O and l3 keep their text and have no value (CELL-01); a number
 * that its kind does not allow (a negative count) is read as it stands.
 */
export function readCell(text: string, kind: NumberKind): CellText {
  if (simple.test(text))
    return text.length === 1 ? digit(text) : { value: text, raw: null, note: null, understood: true };
  const written = text.slice(0, 400).replace(edges, '');
  const rest = written.replace(converterRest, '');
  const bare = plain(rest);
  if (bare === '') return blank;
  const raw = (value: string | null): string | null => (value === written ? null : written);
  if (standIn.test(bare)) return { value: null, raw: written, note: null, understood: true };
  const note = noted.exec(rest.replace(/^[\s\u3000]+|[\s\u3000]+$/g, ''));
  if (note !== null) {
    const words = note[2] ?? note[3] ?? note[4] ?? note[5] ?? '';
    return {
      value: withoutZeros(plain(note[1] ?? '')),
      raw: written,
      note: words === '' ? null : words,
      understood: true,
    };
  }
  if (ringedDigits.test(rest)) return { value: null, raw: written, note: null, understood: false };
  const figure = readFigure(rest, kind);
  if (figure.is === 'figure') return { value: figure.value, raw: raw(figure.value), note: null, understood: true };
  if (number.test(bare)) {
    const value = withoutZeros(bare.replace(/^\+/, ''));
    return { value, raw: raw(value), note: null, understood: true };
  }
  return { value: null, raw: written, note: null, understood: false };
}

const simple = /^(?:0|[1-9]\d{0,14})$/;
const digits = new Map<string, CellText>();

function digit(text: string): CellText {
  const known = digits.get(text);
  if (known !== undefined) return known;
  const cell: CellText = { value: text, raw: null, note: null, understood: true };
  digits.set(text, cell);
  return cell;
}

const withoutZeros = (text: string): string => text.replace(/^(-?)0+(?=\d)/, '$1');

const figureLike =
  /^(?:[+-]?\d[\d.,]*(?:万元|元|件|条|项|份|个|宗|起|次|人次|人)?|[约近超逾][\d.,]+[余多]?\p{Script=Han}{0,2}|\d+[余多]\p{Script=Han}{0,2}|[增减][加少]?[\d.,]+|[零〇○Oo](?:\.[0Oo]+)?|[lI|O\do]{1,6}|-?\d+(?:\.\d+)?%)$/u;

/** Whether a text stands where a figure may stand: a number, something meant as one, or a sign for none (－、/、无). */
export function looksLikeFigure(text: string): boolean {
  if (simple.test(text)) return true;
  if (text.length > 120) return false;
  const rest = text.replace(converterRest, '');
  const bare = plain(rest);
  return bare !== '' && (figureLike.test(bare) || standIn.test(bare) || noted.test(rest.trim()));
}

/** A letter or digit that does not stand in the remains of a converter. */
const shown = /^[^[]*?[\p{Script=Han}A-Za-z\d]/u;

/** Whether nothing but blanks and the remains of a converter stand here. */
export const isBlank = (text: string): boolean =>
  text === '' || (!shown.test(text) && text.length < 200 && plain(text.replace(converterRest, '')) === '');
