import { describe, expect, it } from 'vitest';
import { perParagraph, perPiece, perPieceAround, Standing, type Piece } from './read-before';

const pieceOf = (memory: Standing<{ words: string }>, words: string): { words: string } =>
  memory.piece(words, () => ({ words }));

describe('what was read before', () => {
  it('is met again where it stands, and two pieces of the same words stay two', () => {
    const memory = new Standing<{ words: string }>();
    memory.begin();
    const [first, second] = [pieceOf(memory, '无。'), pieceOf(memory, '无。')];
    expect(second).not.toBe(first);
    memory.begin();
    expect(pieceOf(memory, '无。')).toBe(first);
    expect(pieceOf(memory, '无。')).toBe(second);
  });

  it('is forgotten in the end, but never while it stands', () => {
    const memory = new Standing<{ words: string }>();
    memory.begin();
    const [stays, goes] = [pieceOf(memory, '未收到申请。'), pieceOf(memory, '办结8件。')];
    for (let typed = 0; typed < 300; typed += 1) {
      memory.begin();
      expect(pieceOf(memory, '未收到申请。')).toBe(stays);
      pieceOf(memory, `办结${1000 + typed}件。`);
    }
    memory.begin();
    expect(pieceOf(memory, '办结8件。')).not.toBe(goes);
  });

  it('is derived once from each piece', () => {
    const derived: string[] = [];
    const read = perPiece(({ words }: { words: string } & Piece) => derived.push(words));
    const [a, b, c] = ['甲', '乙', '乙'].map((words) => ({ words, derived: [] }));
    if (a === undefined || b === undefined || c === undefined) throw new Error('three pieces');
    expect([a, b, c, a, c].map(read)).toEqual([1, 2, 3, 1, 3]);
    expect(derived).toEqual(['甲', '乙', '乙']);
  });

  it('is derived again when a piece next to it changes', () => {
    const derived: string[] = [];
    const read = perPieceAround(({ words }: { words: string } & Piece) => derived.push(words));
    const [a, b, c] = ['甲', '乙', '丙'].map((words) => ({ words, derived: [] }));
    if (a === undefined || b === undefined || c === undefined) throw new Error('three pieces');
    expect([read(b, a, c), read(b, a, c), read(b, undefined, c), read(b, undefined, a)]).toEqual([1, 1, 2, 3]);
  });

  it('stands where its paragraph has moved to', () => {
    const find = perParagraph(({ section, text }) => [{ section, text, at: text.indexOf('8') }]);
    find({ section: 'overview', text: '收到8件' });
    expect(find({ section: 'overview', text: '一段\n\n收到8件\n收到8件' })).toMatchObject([
      { at: -1 },
      { at: 6 },
      { at: 11 },
    ]);
  });
});
