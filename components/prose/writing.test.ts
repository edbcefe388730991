import { describe, expect, it } from 'vitest';
import { format2019 } from '@/lib/statute/format-2019';
import { format2021 } from '@/lib/statute/format-2021';
import { matches, quotableFigures } from '@/components/prose/figures/figures';
import { lengthOf, nextNumeral, numeralBefore, topicStates } from './writing';

describe('numerals of headings', () => {
  it('the next one follows the last heading above, a lead in the text does not count', () => {
    expect(nextNumeral([])).toBe('（一）');
    expect(nextNumeral(['（一）主动公开情况', '正文。', '（二）是句子，不是标题。'])).toBe('（二）');
    expect(nextNumeral(['（九）甲', '（十）乙'])).toBe('（十一）');
    expect(numeralBefore('（三）政府信息管理')).toBe('（三）');
    expect(numeralBefore('(三)政府信息管理')).toBe('');
  });
});

describe('length as word processors count', () => {
  it('a Han character or mark is one, a number or foreign word is one', () => {
    expect(lengthOf('全年公开314条，其中 WPS 12%。')).toBe(12);
    expect(lengthOf('')).toBe(0);
  });
});

describe('the five subjects', () => {
  it('written under a heading or after its own lead, a heading alone is not enough', () => {
    const text =
      '（一）主动公开情况\n全年公开。\n（二）依申请公开情况\n（三）政府信息管理情况\n平台建设方面，开设专栏。';
    expect(topicStates(format2021.topics, text)).toEqual({
      proactive: 'written',
      onRequest: 'heading',
      management: 'written',
      platform: 'written',
      supervision: 'missing',
    });
  });

  it('a word in the middle of a sentence is no subject', () => {
    expect(topicStates(format2021.topics, '本局认真做好监督保障等各项工作。').supervision).toBe('missing');
  });
});

describe('figures that can be quoted', () => {
  it.each([format2019, format2021])('every cell of format $id once, the new applications first', (format) => {
    const figures = quotableFigures(format);
    expect(new Set(figures.map((figure) => figure.cell)).size).toBe(format.cells.length);
    expect(figures).toHaveLength(format.cells.length);
    expect(figures[0]?.cell).toBe('applications.received.total');
  });

  it('are found by words of row and column in any order, and by their value', () => {
    const found = (query: string): string[] =>
      quotableFigures(format2021)
        .filter((figure) => matches(figure, figure.cell === 'disclosure.licensing.decisions' ? '716' : null, query))
        .map((figure) => figure.cell);
    expect(found('新收 总计')).toEqual(['applications.received.total']);
    expect(found('总计　新收')).toEqual(['applications.received.total']);
    expect(found('716')).toEqual(['disclosure.licensing.decisions']);
    expect(found('没有的')).toEqual([]);
  });
});
