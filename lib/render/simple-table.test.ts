import { describe, expect, it } from 'vitest';
import { layoutOf } from '@/lib/render/docx/docx-layout';
import { cellMargin, columnWidths } from './simple-table';
import { reportWithInsertsEverywhere } from '@/lib/render/test/with-inserts';

/** 156 mm in twips, and the twips of a digit of 五号. */
const room = 8845;
const digit = 105;

describe('the columns of a simple table', () => {
  it.each<[string, string[][]]>([
    [
      'two of words',
      [
        ['类别', '说明'],
        ['工作动态', '每周一期，由水质监测中心编写，次日公开'],
      ],
    ],
    [
      'twelve months, a long word among them',
      [
        Array.from({ length: 12 }, (_, month) => `${month + 1}月`),
        Array.from({ length: 12 }, (_, month) => (month === 3 ? 'waterworks' : String(12_345 * (month + 1)))),
      ],
    ],
    [
      'a long text beside seven digits',
      [
        ['事项', '数量'],
        ['很长的一段说明文字'.repeat(20), '1234567'],
      ],
    ],
  ])('fill the width of the text and break no figure: %s', (_, rows) => {
    const table = { caption: '', rows };
    const widths = columnWidths(table, room);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(room);
    rows.forEach((row) =>
      row.forEach((text, column) => {
        const figure = /^\d+$/.test(text) ? text.length * digit : 0;
        expect(widths[column]).toBeGreaterThanOrEqual(figure + 2 * cellMargin(table));
      }),
    );
  });

  it('are cut where there is no room for all: never to nothing', () => {
    const rows = [Array.from({ length: 12 }, () => '类'), Array.from({ length: 12 }, () => '1234567890123456')];
    const widths = columnWidths({ caption: '', rows }, room);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(room);
    expect(Math.min(...widths)).toBeGreaterThan(700);
  });
});

describe('what stands around a simple table', () => {
  it('keeps a distance: a line above one without a name, the heading below one', async () => {
    const { pieces } = layoutOf(await reportWithInsertsEverywhere());
    const spaced = pieces.flatMap((piece) =>
      piece.is === 'paragraph' && (piece.aboveTable === true || piece.belowTable === true)
        ? [[piece.lines[0]?.slice(0, 8), piece.belowTable === true, piece.aboveTable === true]]
        : [],
    );
    expect(spaced).toEqual([
      ['一、总体情况', true, true],
      ['（一）主动公开情', true, false],
      ['围绕供水保障、防', false, true],
      ['（二）依申请公开', true, false],
      ['局长办公会听取专', false, true],
      ['二、主动公开政府', true, true],
      ['三、收到和处理政', false, true],
      ['收费情况见第六部', true, false],
      ['其余没有说明。', true, true],
      ['四、政府信息公开', true, true],
      ['五、存在的主要问', true, false],
      ['问题如下', false, true],
      ['六、其他需要报告', true, false],
      ['本年度没有收取政', true, false],
    ]);
  });

  it('the signature is not parted from a table at the end', async () => {
    const { pieces } = layoutOf(await reportWithInsertsEverywhere());
    expect(pieces.at(-3)).toMatchObject({ is: 'insert', at: { keepNext: true } });
  });
});
