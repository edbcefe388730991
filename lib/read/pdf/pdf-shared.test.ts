import { describe, expect, it } from 'vitest';
import type { Block, Grid } from '@/lib/read/document';
import { blocksOfPdf } from './pdf';
import { sharedPdf, sharedPdfsAtHand } from '@/lib/read/test/shared-pdfs';

async function blocks(name: string): Promise<readonly Block[]> {
  const found = await blocksOfPdf(sharedPdf(name));
  if ('error' in found) throw new Error(found.error.code);
  return found;
}

/** Every place of a grid with the text of the cell that covers it. */
function places(grid: Grid): string[][] {
  const places: string[][] = grid.rows.map(() => []);
  grid.rows.forEach((row, index) => {
    let at = 0;
    for (const cell of row) {
      while (places[index]?.[at] !== undefined) at += 1;
      for (let down = 0; down < cell.rowspan; down += 1)
        for (let across = 0; across < cell.colspan; across += 1)
          (places[index + down] ?? [])[at + across] = cell.text.replace(/\s/g, '');
    }
  });
  return places;
}

const row = (first: number) => [first, 0, 0, 0, 0, 0, first].map(String);

/** Read off the printed pages: the first column and the total of table three, all others being 0. */
const figures = {
  'hongze-2023.pdf': {
    disclosure: ['0 0 0', '0 5 5', '550', '4119', '195', '7730.28'],
    applications: [21, 0, 0, 4, 1, 0, 0, 0, 0, 1, 1, 0, 10, 3, 0, 1, 0, 0, 0, 0, 0, 21, 0],
    remedies: '10 1 0 0 0 0 0 0 0 0 5 0 0 0 0',
  },
  'hongze-2024.pdf': {
    disclosure: ['0 0 0', '3 0 8', '9487', '2776', '84', '7545'],
    applications: [95, 0, 50, 9, 0, 0, 1, 0, 0, 1, 1, 0, 31, 1, 0, 1, 0, 0, 0, 0, 0, 95, 0],
    remedies: '1 1 0 0 2 1 0 0 0 1 2 0 1 0 3',
  },
};

const labels = [
  ['一、本年新收政府信息公开申请数量'],
  ['二、上年结转政府信息公开申请数量'],
  ['（一）予以公开'],
  ['（二）部分公开（区分处理的，只计这一情形，不计其他情形）'],
  ...[
    '1.属于国家秘密',
    '2.其他法律行政止公开',
    '3.危及“三安全一稳定”',
    '4.保护第三方合法权益',
    '5.属于三类内部事务信息',
    '6.属于四类过程性信息',
    '7.属于行政执法案卷',
    '8.属于行政查询事项',
  ].map((label) => ['（三）不予公开', label]),
  ...['1.本机关不掌握相关政府信息', '2.没有现成信息需要另行制作', '3.补正后申请内容仍不明确'].map((label) => [
    '（四）无法提供',
    label,
  ]),
  ...[
    '1.信访举报投诉类申请',
    '2.重复申请',
    '3.要求提供公开出版物',
    '4.无正当理由大量反复申请',
    '5.要求行政机关确认或重新出具已获取信息',
  ].map((label) => ['（五）不予处理', label]),
  ['（六）其他处理'],
  ['（七）总计'],
  ['四、结转下年度继续办理'],
];

describe.skipIf(!sharedPdfsAtHand()).each(Object.entries(figures))('%s', (name, expected) => {
  it('is three tables, each whole although pages cut two of them, with every figure in its place', async () => {
    const [two, three, four, ...others] = (await blocks(name)).filter((block) => block.is === 'grid').map(places);
    expect(others).toEqual([]);
    const filled = two?.filter((line) => line.some((text) => /^\d[\d.]*$/.test(text)));
    expect(filled?.map((line) => line[0])).toEqual([
      '规章',
      '行政规范性文件',
      '行政许可',
      '行政处罚',
      '行政强制',
      '行政事业性收费',
    ]);
    expect(filled?.map((line) => line.slice(1).join(' '))).toEqual(
      expected.disclosure.map((text, index) => (index < 2 ? text : `${text} ${text} ${text}`)),
    );
    expect(three?.slice(3).map((line) => line.slice(-7))).toEqual(expected.applications.map(row));
    expect(
      three
        ?.slice(3)
        .map((line) => [...new Set(line.slice(0, -7))].filter((text) => text !== '三、本年度办理结果' && text !== '')),
    ).toEqual(labels);
    expect(three?.slice(5, 25).map((line) => line[0])).toEqual(Array.from({ length: 20 }, () => '三、本年度办理结果'));
    expect(four?.[0]).toEqual([
      ...Array.from({ length: 5 }, () => '行政复议'),
      ...Array.from({ length: 10 }, () => '行政诉讼'),
    ]);
    expect(four?.[1]?.slice(5)).toEqual([
      ...Array.from({ length: 5 }, () => '未经复议直接起诉'),
      ...Array.from({ length: 5 }, () => '复议后起诉'),
    ]);
    expect(four?.[3]?.join(' ')).toBe(expected.remedies);
  });
  it('has its headings at the beginning of paragraphs, no page number, no torn sentence', async () => {
    const lines = (await blocks(name)).filter((block) => block.is === 'line');
    expect(lines.filter((line) => /^[一二三四五六]、/.test(line.cells[0] ?? '') && line.opens)).toHaveLength(6);
    expect(lines.filter((line) => line.cells.length > 1 || /^[-\d\s]*$/.test(line.cells.join('')))).toEqual([]);
    const last = lines.findIndex((line) => line.cells[0]?.startsWith('六、其他'));
    expect(lines.slice(last + 1).map((line) => line.opens)).toEqual([true, false]);
  });
});
