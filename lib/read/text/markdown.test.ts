import { describe, expect, it } from 'vitest';
import type { Block } from '@/lib/read/document';
import { blocksOfMarkdown } from './markdown';
import { isUnreadable } from '@/lib/read/result';

function blocksOf(text: string): readonly Block[] {
  const blocks = blocksOfMarkdown(text);
  if (isUnreadable(blocks)) throw new Error(blocks.error.message);
  return blocks;
}
const shown = (text: string) =>
  blocksOf(text).map((block) =>
    block.is === 'grid'
      ? block.rows.map((row) => row.map((cell) => cell.text))
      : block.is === 'paragraph'
        ? block.text
        : block.cells.join('|'),
  );

describe('Markdown from text recognition', () => {
  it('has headings as paragraphs with their level', () => {
    expect(blocksOf('# 澄湖区水务局2023年政府信息公开工作年度报告\n\n## **一、总体情况**\n')).toEqual([
      { is: 'paragraph', text: '澄湖区水务局2023年政府信息公开工作年度报告', level: 1 },
      { is: 'paragraph', text: '一、总体情况', level: 2 },
    ]);
  });

  it('has pipe tables as grids, the ruled row as their head', () => {
    const [grid] = blocksOf(
      '| 信息内容 | 本年制发件数 |\n| --- | :-: |\n| 规章 | $0$ |\n\n| 行政\\|许可 | \\( 12 \\) |\n',
    );
    expect(grid).toMatchObject({
      is: 'grid',
      rows: [
        [
          { text: '信息内容', header: true },
          { text: '本年制发件数', header: true },
        ],
        [{ text: '规章', header: false }, { text: '0' }],
        [{ text: '行政|许可' }, { text: '12' }],
      ],
    });
  });

  it('keeps empty cells', () => {
    expect(shown('| | 1.属于国家秘密 | |\n| - | - | - |')).toEqual([[['', '1.属于国家秘密', '']]]);
  });

  it('has HTML tables with their spans, also inside html and body', () => {
    const blocks = blocksOf(
      '二、主动公开政府信息情况\n\n<html><body><table><tr><td colspan="2">第二十条第（一）项</td></tr><tr><td>规章</td><td>0</td></tr></table></body></html>\n\n后面的文字。',
    );
    expect(blocks).toMatchObject([
      { is: 'line' },
      { is: 'grid', rows: [[{ text: '第二十条第（一）项', colspan: 2 }], [{ text: '规章' }, { text: '0' }]] },
      { is: 'line', cells: ['后面的文字。'] },
    ]);
  });

  it('keeps what follows a table that was not closed', () => {
    expect(shown('<table><tr><td>规章</td><td>0</td></tr>\n五、存在的主要问题及改进情况')).toEqual([
      [['规章', '0']],
      '五、存在的主要问题及改进情况',
    ]);
  });

  it.each([
    ['全年公开**412**条', '全年公开412条'],
    ['增长 $12.5\\%$', '增长 12.5%'],
    ['1\\. 加强培训', '1. 加强培训'],
    ['公开信息 \\( 412 \\) 条', '公开信息 412 条'],
    ['见[专栏](https://example.test/a)', '见专栏'],
    ['公开$\\text{信息}$3条', '公开信息3条'],
    ['- 一是加强培训。', '一是加强培训。'],
    ['收到____件', '收到____件'],
    ['\\(一\\) 主动公开', '(一) 主动公开'],
    ['A<br>B', 'A'],
    ['a &lt; b &amp; c', 'a < b & c'],
  ])('%s', (line, text) => {
    expect(shown(line)[0]).toBe(text);
  });

  it.each(['![](images/1.jpg)', '---', '```', '<!-- 第1页 -->', '- 1 -'])('leaves out %s', (line) => {
    expect(shown(`一、总体情况\n${line}\n无。`)).toEqual(['一、总体情况', '无。']);
  });
});
