import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { difference, type Piece } from './difference';

const before = (pieces: Piece[]) =>
  pieces
    .filter((piece) => piece.is !== 'new')
    .map((piece) => piece.text)
    .join('');
const after = (pieces: Piece[]) =>
  pieces
    .filter((piece) => piece.is !== 'gone')
    .map((piece) => piece.text)
    .join('');

describe('what changed in a paragraph', () => {
  it('strikes a figure as a whole, not digit by digit', () => {
    expect(difference('答复网上留言 127 件。', '答复网上留言 137 件。')).toEqual([
      { is: 'same', text: '答复网上留言 ' },
      { is: 'gone', text: '127' },
      { is: 'new', text: '137' },
      { is: 'same', text: ' 件。' },
    ]);
  });

  it('shows an added sentence as one piece', () => {
    expect(difference('按季回访。', '按季回访。年底前完成目录修订。')).toEqual([
      { is: 'same', text: '按季回访。' },
      { is: 'new', text: '年底前完成目录修订。' },
    ]);
  });

  it('does not keep a single common character inside a rewritten phrase', () => {
    const pieces = difference('由办公室的同志负责', '由政策法规科的人员承办');
    expect(pieces.filter((piece) => piece.is === 'same').map((piece) => piece.text)).toEqual(['由']);
  });

  it('keeps one character between two small changes', () => {
    expect(
      difference('3月4日', '5月6日')
        .filter((piece) => piece.is === 'same')
        .map((piece) => piece.text),
    ).toEqual(['月', '日']);
  });

  it('has nothing for two empty texts and one piece for equal ones', () => {
    expect(difference('', '')).toEqual([]);
    expect(difference('不变', '不变')).toEqual([{ is: 'same', text: '不变' }]);
    expect(difference('', '新写')).toEqual([{ is: 'new', text: '新写' }]);
    expect(difference('删去', '')).toEqual([{ is: 'gone', text: '删去' }]);
  });

  it('spells both versions whatever they are', () => {
    const text = fc.string({ unit: fc.constantFrom('公', '开', '3', '7', '。', '，', ' ', '𠮷', 'a'), maxLength: 60 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const pieces = difference(a, b);
        expect(before(pieces)).toBe(a);
        expect(after(pieces)).toBe(b);
      }),
    );
  });

  it('answers at once for chapters that were exchanged', () => {
    const a = Array.from({ length: 9000 }, (_, n) => String.fromCharCode(0x4e00 + (n % 700))).join('');
    const b = Array.from({ length: 9000 }, (_, n) => String.fromCharCode(0x5e00 + (n % 700))).join('');
    const start = performance.now();
    const pieces = difference(a, b);
    expect(performance.now() - start).toBeLessThan(1000);
    expect(after(pieces)).toBe(b);
  });
});
