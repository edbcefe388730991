import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { differences, isSame, type TextDifference } from './differences';
import type { Report } from './report';

const report = (overview: readonly string[], cells: Report['cells'] = {}): Report => ({
  format: '2021',
  year: 2024,
  agency: '某局',
  title: '某局2024年政府信息公开工作年度报告',
  preamble: '根据条例编制。',
  sections: { overview: overview.join('\n') },
  cells,
  signature: { agency: '某局', date: '2025-01-17' },
});
const told = (texts: readonly TextDifference[]) =>
  texts.map(({ place, paragraph, is, pieces }) => [
    place,
    paragraph,
    is,
    pieces.map((piece) => ({ same: '', gone: '-', new: '+' })[piece.is] + piece.text).join('|'),
  ]);

describe('what differs between two versions', () => {
  it('is every cell, in the order of the form, a blank told from a 0', () => {
    const before = report([], {
      'applications.received.total': '7',
      'disclosure.regulations.issued': '0',
      'remedies.reconsideration.upheld': '1',
    });
    const after = report([], {
      'applications.received.total': '8',
      'disclosure.regulations.issued': null,
      'remedies.reconsideration.upheld': '1',
    });
    expect(differences(before, after).cells).toEqual([
      { cell: 'disclosure.regulations.issued', before: '0', after: null },
      { cell: 'applications.received.total', before: '7', after: '8' },
    ]);
  });

  it('is the words within a paragraph, and whole paragraphs that came or went', () => {
    const before = report([
      '（一）主动公开情况',
      '全年公开信息716条，均由办公室审核。',
      '依申请公开按登记、审查、办理的次序进行。',
      '监督保障纳入考核。',
    ]);
    const after = report([
      '（一）主动公开情况',
      '举办新闻发布会三场。',
      '全年公开信息717条，均由办公室审核。',
      '监督保障纳入考核。',
    ]);
    expect(told(differences(before, after).texts)).toEqual([
      ['overview', 2, 'added', '+举办新闻发布会三场。'],
      ['overview', 3, 'changed', '全年公开信息|-716|+717|条，均由办公室审核。'],
      ['overview', 3, 'removed', '-依申请公开按登记、审查、办理的次序进行。'],
    ]);
  });

  it('is the title too, and never the day of signature', () => {
    const one = report(['甲']);
    expect(isSame(differences(one, { ...one, signature: { agency: '某局', date: '2025-03-01' } }))).toBe(true);
    expect(told(differences(one, { ...one, title: '某局2024年年度报告' }).texts)[0]?.slice(0, 3)).toEqual([
      'title',
      1,
      'changed',
    ]);
  });

  it('is pictures and tables among the paragraphs, a picture told from another with the same description', () => {
    const picture = (sha256: string) => ({
      place: 'overview' as const,
      at: 1,
      picture: { sha256, contentType: 'image/png' as const, width: 1, height: 1, alt: '流程图' },
    });
    const table = (count: string) => ({
      place: 'overview' as const,
      at: 2,
      table: {
        caption: '各镇',
        rows: [
          ['镇', '件数'],
          ['甲镇', count],
        ],
      },
    });
    const before = { ...report(['甲。', '乙。']), inserts: [picture('a'.repeat(64)), table('3')] };
    const after = { ...report(['甲。', '乙。']), inserts: [picture('b'.repeat(64)), table('4')] };
    expect(told(differences(before, after).texts)).toEqual([
      ['overview', 2, 'changed', '〔图片：流程图，校验值 |-aaaaaaaa|+bbbbbbbb|〕'],
      ['overview', 4, 'changed', '〔表格：各镇〕镇，件数；甲镇，|-3|+4'],
    ]);
    expect(isSame(differences(before, before))).toBe(true);
  });

  it('leads from any text to any other: what stayed and went spells the earlier, what stayed and came the later', () => {
    const lines = fc.array(fc.stringMatching(/^[甲乙丙丁0-9，。]{1,12}$/), { maxLength: 7 });
    fc.assert(
      fc.property(lines, lines, (was, is) => {
        const { texts } = differences(report(was), report(is));
        const spelt = (keep: 'gone' | 'new', skip: TextDifference['is']) =>
          texts
            .filter((text) => text.is !== skip)
            .map(({ pieces }) =>
              pieces
                .filter((piece) => piece.is === 'same' || piece.is === keep)
                .map((piece) => piece.text)
                .join(''),
            );
        const rest = (all: readonly string[], changed: readonly string[]) =>
          changed.reduce((left, text) => left.toSpliced(left.indexOf(text), left.includes(text) ? 1 : 0), [...all]);
        expect(spelt('gone', 'added').every((text) => was.includes(text))).toBe(true);
        expect(spelt('new', 'removed').every((text) => is.includes(text))).toBe(true);
        expect(rest(was, spelt('gone', 'added')).sort()).toEqual(rest(is, spelt('new', 'removed')).sort());
        expect(isSame(differences(report(was), report(was)))).toBe(true);
      }),
    );
  });

  it('does not stall on a text of a thousand paragraphs', () => {
    const many = (word: string) =>
      Array.from({ length: 1000 }, (_, index) => `第${index}项工作${word}按计划完成，群众反映良好。`);
    const start = performance.now();
    expect(differences(report(many('已')), report(many('均'))).texts.length).toBeGreaterThan(0);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
