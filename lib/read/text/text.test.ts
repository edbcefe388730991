import { describe, expect, it } from 'vitest';
import { isUnreadable } from '@/lib/read/result';
import { blocksOfText } from './text';

function linesOf(text: string) {
  const blocks = blocksOfText(text);
  if (isUnreadable(blocks)) throw new Error(blocks.error.message);
  return blocks.flatMap((block) => (block.is === 'line' ? [block] : []));
}
const cellsOf = (text: string) => linesOf(text).map(({ cells }) => cells);

describe('rows of tables in plain text', () => {
  it('stand with one cell a line behind a tab, parted by blank lines', () => {
    expect(cellsOf('二、主动公开政府信息情况\n\t信息内容\n\t本年制发件数\n\n\t规章\n\t　0\n\n')).toEqual([
      ['二、主动公开政府信息情况'],
      ['信息内容', '本年制发件数'],
      ['规章', '　0'],
    ]);
  });

  it('keep empty cells, and cells that were broken', () => {
    expect(cellsOf('\t\n\t商业\n企业\n\t科研机构\n\t\n')).toEqual([['', '商业\n企业', '科研机构', '']]);
  });

  it('end before a heading without a blank line', () => {
    expect(cellsOf('\t行政强制\n\t0\n四、政府信息公开行政复议、行政诉讼情况')).toEqual([
      ['行政强制', '0'],
      ['四、政府信息公开行政复议、行政诉讼情况'],
    ]);
  });

  it('are cut at tabs, bars and wide gaps', () => {
    expect(cellsOf('规章\t0\t\t1')).toEqual([['规章', '0', '', '1']]);
    expect(cellsOf('| 规章 | 0 | 1 |\n|---|---|---|\n规章｜0｜1')).toEqual([
      ['规章', '0', '1'],
      ['规章', '0', '1'],
    ]);
    expect(cellsOf('行政许可        550   3')).toEqual([['行政许可', '550', '3']]);
  });

  it('are not paragraphs that a tab indents', () => {
    expect(cellsOf('\t一是加强培训。\n\t二是完善制度。')).toEqual([['一是加强培训。'], ['二是完善制度。']]);
  });
});

const wrapped = [
  '　　2023年，我局围绕供水保障、防汛抗旱和河湖管护，全年在门户',
  '网站发布信息412条，其中工作动态236条、水质公报52条、项目信',
  '息124条。',
  '　　本年新收申请15件，其中自然人12件、商业企业3件，上年结转1',
  '件；办结15件。',
];

describe('paragraphs of plain text', () => {
  it('open with each line of a text that was not broken', () => {
    expect(
      linesOf('一、总体情况\n2023年，公开信息412条。\n（一）主动公开\n围绕供水保障公开信息。').map(
        ({ opens }) => opens,
      ),
    ).toEqual([true, true, true, true]);
  });

  it('run over lines that were broken at a width', () => {
    expect(linesOf(wrapped.join('\r\n')).map(({ opens }) => opens)).toEqual([true, false, false, true, false]);
  });

  it.each(['- 1 -', '-1-', '— 1 —', '第 1 页 共 5 页', '－１－'])('run over a page: %s', (mark) => {
    const lines = [
      ...wrapped.slice(0, 1),
      '',
      `                 ${mark}`,
      `\f${wrapped[1] ?? ''}`,
      ...wrapped.slice(2),
    ];
    expect(linesOf(lines.join('\n')).map(({ opens }) => opens)).toEqual([true, false, false, true, false]);
  });

  it('lose heads that stand on every page, but not the first', () => {
    const page = (n: number) => `澄湖区水务局年度报告\n${wrapped.join('\n')}\n${n}\n`;
    const texts = cellsOf([1, 2, 3, 4].map(page).join('\f')).flat();
    expect(texts.filter((text) => text === '澄湖区水务局年度报告')).toHaveLength(1);
    expect(texts.filter((text) => /^\d$/.test(text))).toEqual([]);
    expect(texts).toHaveLength(21);
  });

  it('keep a figure that stands alone on a page', () => {
    expect(cellsOf('行政许可\n550\n行政处罚\n43')).toEqual([['行政许可'], ['550'], ['行政处罚'], ['43']]);
  });
});
