import { describe, expect, it } from 'vitest';
import { countedIn, perRow, rowAfter, type Row } from './rows';

/** Finds what is in capitals, and tells at which pieces it looked. */
function capitals(reach: 0 | 1): { find: (row: Row<string>) => readonly string[]; looked: number[] } {
  const looked: number[] = [];
  const find = perRow({
    find: ({ pieces }: Row<string>, at): readonly string[] => {
      looked.push(at);
      return [pieces[at] ?? '', ...(reach === 1 ? [pieces[at + 1] ?? ''] : [])].filter((piece) => /[A-Z]/.test(piece));
    },
    reach,
  });
  return { find, looked };
}

describe('a row that takes the place of another', () => {
  const first = rowAfter(null, ['a', 'b', 'c', 'd']);

  it('is looked at only where it changed', () => {
    const { find, looked } = capitals(0);
    expect(find(first)).toEqual([]);
    looked.length = 0;
    const second = rowAfter(first, ['a', 'b', 'C', 'd']);
    expect(find(second)).toEqual(['C']);
    expect(find(second)).toEqual(['C']);
    const third = rowAfter(second, ['A', 'b', 'C', 'D']);
    expect(find(third)).toEqual(['A', 'C', 'D']);
    expect(find(rowAfter(third, ['a', 'b', 'C', 'E']))).toEqual(['C', 'E']);
    expect(looked).toEqual([2, 0, 3, 0, 3]);
  });

  it('is looked at beside what changed too, each piece once', () => {
    const { find, looked } = capitals(1);
    find(first);
    looked.length = 0;
    const second = rowAfter(first, ['a', 'X', 'Y', 'd']);
    expect(find(second)).toEqual(['X', 'X', 'Y', 'Y']);
    expect(looked).toEqual([0, 1, 2, 3]);
    looked.length = 0;
    expect(find(rowAfter(second, ['a', 'X', 'Y', 'Z']))).toEqual(['X', 'X', 'Y', 'Y', 'Z', 'Z']);
    expect(looked).toEqual([2, 3]);
  });

  it('is looked at as a whole when it is longer, or when the one before it was not', () => {
    const { find, looked } = capitals(0);
    find(first);
    looked.length = 0;
    const longer = rowAfter(first, ['a', 'b', 'c', 'd', 'E']);
    expect(find(longer)).toEqual(['E']);
    expect(looked).toEqual([0, 1, 2, 3, 4]);
    const [third, fourth] = [
      ['A', 'b'],
      ['A', 'c'],
    ];
    expect(find(rowAfter(rowAfter(longer, third), fourth))).toEqual(['A']);
  });

  it('gives the same object while nothing is found or lost', () => {
    const { find } = capitals(0);
    const second = rowAfter(first, ['A', 'b', 'c', 'd']);
    const found = find(second);
    expect(find(rowAfter(second, ['A', 'b', 'x', 'd']))).toBe(found);
  });

  it('tells anew where what it found stands', () => {
    const find = perRow({
      find: ({ pieces }: Row<string>, at) =>
        /[A-Z]/.test(pieces[at] ?? '') ? [{ letter: pieces[at], after: '' }] : [],
      place: (one, { pieces }, at) => ({ ...one, after: pieces.slice(0, at).join('') }),
    });
    const second = rowAfter(first, ['a', 'b', 'C', 'd']);
    expect(find(second)).toEqual([{ letter: 'C', after: 'ab' }]);
    expect(find(rowAfter(second, ['x', 'b', 'C', 'd']))).toEqual([{ letter: 'C', after: 'xb' }]);
  });

  it('is counted only where it changed', () => {
    const looked: string[] = [];
    const count = countedIn(({ pieces }: Row<string>, at) => {
      looked.push(pieces[at] ?? '');
      return (pieces[at] ?? '').length;
    });
    expect(count(first)).toBe(4);
    looked.length = 0;
    const second = rowAfter(first, ['a', 'bbb', 'c', 'd']);
    expect([count(second), count(second)]).toEqual([6, 6]);
    expect(looked).toEqual(['bbb']);
    expect(count(rowAfter(rowAfter(second, ['a']), ['aa']))).toBe(2);
  });
});
