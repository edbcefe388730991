import { describe, expect, it } from 'vitest';
import { difference } from '@/lib/report/difference';
import type { CommentView } from '@/lib/workflow/view';
import { sentencesOf, stretchesOf } from './stretches';

const comment = (number: number, quote: string): CommentView => ({
  number,
  id: `c${number}`,
  path: 'p-1',
  quote,
  anchored: true,
  by: '李建国',
  at: '2024-01-18T02:12:00Z',
  text: '核对',
  submission: 1,
  settled: null,
  replies: [],
});

describe('pins in a paragraph', () => {
  it('stand where the quoted words end, also across a change', () => {
    const now = '全年发布 624 条，增长 12%。';
    const stretches = stretchesOf(difference('全年发布 557 条，增长 12%。', now), now, [comment(1, '发布 624 条')]);
    expect(stretches.map(({ is, text, quoted }) => ({ is, text, quoted }))).toEqual([
      { is: 'same', text: '全年', quoted: false },
      { is: 'same', text: '发布 ', quoted: true },
      { is: 'gone', text: '557', quoted: false },
      { is: 'new', text: '624', quoted: true },
      { is: 'same', text: ' 条', quoted: true },
      { is: 'same', text: '，增长 12%。', quoted: false },
    ]);
    expect(stretches.findIndex((stretch) => stretch.pins.length > 0)).toBe(4);
  });

  it('keeps two overlapping quotes apart', () => {
    const now = '甲乙丙丁';
    const stretches = stretchesOf(difference(now, now), now, [comment(1, '甲乙丙'), comment(2, '乙丙丁')]);
    expect(stretches.map((stretch) => [stretch.text, stretch.pins.map((pin) => pin.number)])).toEqual([
      ['甲', []],
      ['乙丙', [1]],
      ['丁', [2]],
    ]);
  });

  it('puts a pin at the end when the words are gone or the paragraph was taken out', () => {
    const now = '只剩这句。';
    expect(
      stretchesOf(difference('原来那句。', now), now, [comment(1, '原来')])
        .at(-1)
        ?.pins.map((pin) => pin.number),
    ).toEqual([1]);
    expect(
      stretchesOf([{ is: 'gone', text: '整段' }], '', [comment(3, '')])
        .at(-1)
        ?.pins.map((pin) => pin.number),
    ).toEqual([3]);
  });

  it('offers the sentences one by one', () => {
    expect(sentencesOf('第一句。第二句；第三')).toEqual(['第一句。', '第二句；', '第三']);
  });
});
