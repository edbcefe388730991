import { describe, expect, it } from 'vitest';
import { perRow, rowAfter, type Row } from '../rows';

/** Finds what is in capitals, and tells at which pieces it looked. */
function capitals(reach: 0 | 1): { find: (row: Row<string>) => readonly string[]; looked: number[] } {
  const looked: number[] = [];
  const find = perRow(({ pieces }: Row<string>, at): readonly string[] => {
    looked.push(at);
    return [pieces[at] ?? '', ...(reach === 1 ? [pieces[at + 1] ?? ''] : [])].filter((piece) => /[A-Z]/.test(piece));
  }, reach);
  return { find, looked };
}

describe('a row that takes the place of another', () => {
  const first = rowAfter(null, ['a', 'b', 'c', 'd']);

  it('is looked at only where it changed, as long as nothing was found', () => {
    const { find, looked } = capitals(0);
    expect(find(first)).toEqual([]);
    looked.length = 0;
    const second = rowAfter(first, ['a', 'b', 'C', 'd']);
    expect(find(second)).toEqual(['C']);
    expect(find(second)).toEqual(['C']);
    expect(looked).toEqual([2]);
    expect(find(rowAfter(second, ['a', 'B', 'C', 'd']))).toEqual(['B', 'C']);
  });

  it('is looked at beside what changed too, each piece once', () => {
    const { find, looked } = capitals(1);
    find(first);
    looked.length = 0;
    expect(find(rowAfter(first, ['a', 'X', 'Y', 'd']))).toEqual(['X', 'X', 'Y', 'Y']);
    expect(looked).toEqual([0, 1, 2, 3]);
  });

  it('is looked at as a whole when it is longer, or when the one before it was not', () => {
    const { find, looked } = capitals(0);
    find(first);
    looked.length = 0;
    const longer = rowAfter(first, ['a', 'b', 'c', 'd', 'E']);
    expect(find(longer)).toEqual(['E']);
    expect(looked).toEqual([0, 1, 2, 3, 4]);
    const [third, fourth] = [['A', 'b'], ['A', 'c']];
    expect(find(rowAfter(rowAfter(longer, third), fourth))).toEqual(['A']);
  });
});
