import { describe, expect, it } from 'vitest';
import type { Paragraph } from '@/lib/report/draft';
import { Ledger } from './ledger';
import type { Line } from './runs';

const paragraph = (id: string, text: string, order = 'a0'): Paragraph => ({
  id,
  place: 'overview',
  order,
  runs: [{ text }],
});
const line = (id: string, text: string, order = 'a0'): Line => ({ id, order, runs: text === '' ? [] : [{ text }] });
const value = (text: string, order = 'a0') => ({ place: 'overview', order, runs: [{ text }] });

describe('what leaves the editor', () => {
  it('only what differs, once', () => {
    const ledger = new Ledger('overview', [paragraph('a', '甲'), paragraph('b', '乙', 'a1')]);
    const lines = [line('a', '甲'), line('b', '乙丙', 'a1'), line('c', '丁', 'a2')];
    expect(ledger.changesOf(lines)).toEqual([
      { path: 'b', value: value('乙丙', 'a1') },
      { path: 'c', value: value('丁', 'a2') },
    ]);
    expect(ledger.changesOf(lines)).toEqual([]);
  });

  it('a removed paragraph and one that was emptied are null; an empty one never written is nothing', () => {
    const ledger = new Ledger('overview', [paragraph('a', '甲'), paragraph('b', '乙', 'a1')]);
    expect(ledger.changesOf([line('b', '', 'a1'), line('c', '', 'a2')])).toEqual([
      { path: 'a', value: null },
      { path: 'b', value: null },
    ]);
  });

  it('an empty paragraph that the draft has stays as it is', () => {
    const ledger = new Ledger('overview', [{ ...paragraph('a', ''), runs: [] }]);
    expect(ledger.changesOf([line('a', '')])).toEqual([]);
  });

  it('runs that say the same in other pieces are no change', () => {
    const ledger = new Ledger('overview', [
      { ...paragraph('a', ''), runs: [{ text: '甲' }, { text: '' }, { text: '乙' }] },
    ]);
    expect(ledger.changesOf([line('a', '甲乙')])).toEqual([]);
  });

  it('paragraphs of other places are none of its business', () => {
    const ledger = new Ledger('overview', [paragraph('a', '甲'), { ...paragraph('x', '别处'), place: 'other' }]);
    expect(ledger.changesOf([line('a', '甲')])).toEqual([]);
  });

  it('a held paragraph waits, also when it is gone from the text', () => {
    const ledger = new Ledger('overview', [paragraph('a', '甲'), paragraph('b', '乙', 'a1')]);
    expect(ledger.changesOf([line('a', '甲甲')], new Set(['a', 'b']))).toEqual([]);
  });
});

describe('what comes in', () => {
  it('what others wrote, with what stood before', () => {
    const ledger = new Ledger('overview', [paragraph('a', '甲')]);
    expect(ledger.arrivalsOf([paragraph('a', '乙'), paragraph('b', '丙', 'a1')])).toEqual([
      { id: 'a', before: { order: 'a0', runs: [{ text: '甲' }] }, after: { order: 'a0', runs: [{ text: '乙' }] } },
      { id: 'b', before: null, after: { order: 'a1', runs: [{ text: '丙' }] } },
    ]);
    expect(ledger.arrivalsOf([])).toHaveLength(2);
  });

  it('never what was said here, however late it comes back', () => {
    const ledger = new Ledger('overview', [paragraph('a', '甲')]);
    ledger.changesOf([line('a', '甲一')]);
    ledger.changesOf([line('a', '甲一二')]);
    expect(ledger.arrivalsOf([paragraph('a', '甲')])).toEqual([]);
    expect(ledger.arrivalsOf([paragraph('a', '甲一')])).toEqual([]);
    expect(ledger.arrivalsOf([paragraph('a', '甲一二')])).toEqual([]);
    expect(ledger.changesOf([line('a', '甲一二')])).toEqual([]);
  });

  it('what came in is not sent back', () => {
    const ledger = new Ledger('overview', [paragraph('a', '甲')]);
    ledger.arrivalsOf([paragraph('a', '乙')]);
    expect(ledger.changesOf([line('a', '乙')])).toEqual([]);
  });
});
