import { describe, expect, it } from 'vitest';
import { mergeStandings, type Standing } from './merge';

const says = (text: string, order = 'a0'): Standing => ({ order, runs: [{ text }] });

describe('two changes of one paragraph', () => {
  const base = says('全年发布信息三百条，答复留言三件。');

  it('stand together where they touch different words', () => {
    const met = mergeStandings(
      base,
      says('全年主动发布信息三百条，答复留言三件。'),
      says('全年发布信息三百条，答复留言四件。'),
    );
    expect(met).toEqual({ is: 'merged', value: says('全年主动发布信息三百条，答复留言四件。') });
  });

  it('conflict in the same words', () => {
    expect(
      mergeStandings(base, says('全年发布信息四百条，答复留言三件。'), says('全年发布信息五百条，答复留言三件。')),
    ).toEqual({ is: 'conflict' });
  });

  it('conflict where both insert at the same spot', () => {
    expect(mergeStandings(says('甲乙'), says('甲一乙'), says('甲二乙'))).toEqual({ is: 'conflict' });
  });

  it('conflict when one removed what the other changed', () => {
    expect(mergeStandings(base, says('改了。'), null)).toEqual({ is: 'conflict' });
    expect(mergeStandings(base, null, says('改了。'))).toEqual({ is: 'conflict' });
  });

  it('are one when both did the same, or one did nothing', () => {
    expect(mergeStandings(base, says('甲'), says('甲'))).toEqual({ is: 'merged', value: says('甲') });
    expect(mergeStandings(base, base, null)).toEqual({ is: 'merged', value: null });
    expect(mergeStandings(base, says('甲'), base)).toEqual({ is: 'merged', value: says('甲') });
  });

  it('one moved, the other rewrote: both hold', () => {
    expect(mergeStandings(base, { ...base, order: 'a5' }, says('新写。'))).toEqual({
      is: 'merged',
      value: says('新写。', 'a5'),
    });
  });

  it('a linked figure is one thing: it is not cut in two', () => {
    const linked: Standing = { order: 'a0', runs: [{ text: '新收' }, { figure: 'x' }, { text: '件。' }] };
    const mine: Standing = { order: 'a0', runs: [{ text: '新收' }, { figure: 'y' }, { text: '件。' }] };
    const theirs: Standing = { order: 'a0', runs: [{ text: '本年新收' }, { figure: 'x' }, { text: '件。' }] };
    expect(mergeStandings(linked, mine, theirs)).toEqual({
      is: 'merged',
      value: { order: 'a0', runs: [{ text: '本年新收' }, { figure: 'y' }, { text: '件。' }] },
    });
  });
});
