import { describe, expect, it } from 'vitest';
import type { Finding } from '@/lib/checks/finding';
import { cellMarks, faultsIn, paragraphsWithOffsets, segmentsOf, wholeFaults } from './marks';

const finding = (more: Partial<Finding>): Finding => ({
  rule: 'T3-03',
  severity: 'error',
  title: '不平',
  message: '不平。',
  cells: [],
  ...more,
});
const inText = (start: number, end: number, severity: Finding['severity'] = 'error'): Finding =>
  finding({ severity, where: { section: 'overview', start, end } });

describe('marks of cells', () => {
  it('put the number at the cell most likely wrong, and colour the others that take part', () => {
    const marks = cellMarks([finding({ cells: ['a', 'b'], culprits: ['b'] })]);
    expect(marks.get('a')).toEqual({ severity: 'error', numbers: [], why: '不平' });
    expect(marks.get('b')?.numbers).toEqual([{ number: 1, severity: 'error' }]);
  });
  it('show the worst of several findings and say them all', () => {
    const marks = cellMarks([
      finding({ severity: 'notice', cells: ['a'], title: '甲' }),
      finding({ cells: ['a'], title: '乙' }),
    ]);
    expect(marks.get('a')).toMatchObject({ severity: 'error', why: '甲；乙' });
    expect(marks.get('a')?.numbers.map(({ number }) => number)).toEqual([1, 2]);
  });
  it('point to the first cell only where a whole table is meant', () => {
    const cells = Array.from({ length: 40 }, (_, index) => `c${index}`);
    expect([...cellMarks([finding({ cells })]).keys()]).toEqual(['c0']);
  });
  it('leave cells alone whose sentence is meant', () => {
    expect(cellMarks([finding({ cells: ['a'], where: { section: 'overview', start: 0, end: 2 } })]).size).toBe(0);
  });
});

describe('marks in the text', () => {
  const text = '第一段有8件。\n\n第二段有9件。';
  const [first, second] = paragraphsWithOffsets(text);
  it('count from the beginning of the place, blank paragraphs included', () => {
    expect([first?.start, second?.start]).toEqual([0, 9]);
  });
  it('cut the words where findings begin and end, also where they overlap', () => {
    const faults = faultsIn([inText(2, 6, 'warning'), inText(4, 6)], 'overview');
    const segments = segmentsOf(first?.text ?? '', 0, faults);
    expect(segments.map(({ text: words, severity }) => [words, severity])).toEqual([
      ['第一', null],
      ['段有', 'warning'],
      ['8件', 'error'],
      ['。', null],
    ]);
    expect(segments.map(({ ends }) => ends.map(({ number }) => number))).toEqual([[], [], [1, 2], []]);
  });
  it('number a finding over two paragraphs once, at its end', () => {
    const faults = faultsIn([inText(2, 12)], 'overview');
    const numbers = [first, second].map(
      (paragraph) =>
        segmentsOf(paragraph?.text ?? '', paragraph?.start ?? 0, faults).flatMap(({ ends }) => ends).length,
    );
    expect(numbers).toEqual([0, 1]);
  });
  it('lose no words', () => {
    for (let start = 0; start < text.length; start += 1) {
      for (let end = start + 1; end <= text.length + 3; end += 1) {
        const words = paragraphsWithOffsets(text).map((paragraph) =>
          segmentsOf(paragraph.text, paragraph.start, faultsIn([inText(start, end)], 'overview'))
            .map((one) => one.text)
            .join(''),
        );
        expect(words).toEqual([first?.text, second?.text]);
      }
    }
  });
  it('stand at the part itself where a heading or an absence is meant', () => {
    const findings = [inText(0, 2), finding({ where: { section: 'overview' } })];
    expect(wholeFaults(findings, 'overview').map(({ number }) => number)).toEqual([2]);
    expect(faultsIn(findings, 'overview').map(({ number }) => number)).toEqual([1]);
  });
});
