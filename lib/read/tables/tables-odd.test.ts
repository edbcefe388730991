import { describe, expect, it } from 'vitest';
import { format2019 } from '@/lib/statute/format-2019';
import { format2021 } from '@/lib/statute/format-2021';
import type { Format } from '@/lib/statute/format';
import type { CellId } from '@/lib/statute/table';
import type { Block, Grid, Line } from '@/lib/read/document';
import { readTables } from './tables';
import { asGrid, laidOut, type Laid, type Piece } from '@/lib/read/test/laid-out';

/** Every cell of a format with a number of its own. */
const numbered = (format: Format): Record<CellId, string> =>
  Object.fromEntries(format.cells.map(({ id }, i) => [id, String(i + 1)]));
const grids = (format: Format, cells: Readonly<Record<CellId, string | null>>): Grid[] =>
  laidOut(format, cells).map((laid) => asGrid(laid, 'kept'));
const lines = (text: string): Line[] =>
  text
    .split('\n')
    .filter((row) => row.trim() !== '')
    .map((row) => ({
      is: 'line',
      cells: row
        .trim()
        .split('|')
        .map((cell) => cell.trim()),
      opens: true,
    }));
const grid = (rows: readonly (readonly string[])[]): Grid => ({
  is: 'grid',
  caption: null,
  rows: rows.map((row) => row.map((text) => ({ text, colspan: 1, rowspan: 1, header: false }))),
});

const columns = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
const applicationsHead = [
  ['', '申请人情况', '', '', '', '', '', ''],
  ['', '自然人', '法人或其他组织', '', '', '', '', '总计'],
  ['', '', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', ''],
];

function moved(laid: Laid, swap: (piece: Piece) => number): Laid {
  return { ...laid, pieces: laid.pieces.map((piece) => ({ ...piece, column: swap(piece) })) };
}

describe('forms mixed and changed', () => {
  it('table two of 2021 with one row of （六）其他处理: the row is kept beside', () => {
    const cells = numbered(format2021);
    const [two, , four] = grids(format2021, cells);
    const [, three] = grids(format2019, numbered(format2019));
    const tables = readTables(
      [two, three, four].filter((block) => block !== undefined),
      2023,
    );
    expect(tables.format.id).toBe('2021');
    expect(tables.unplaced).toEqual([]);
    const own = format2019.cells
      .filter(({ row }) => row.id === 'otherHandling')
      .map(({ id }) => numbered(format2019)[id]);
    expect(tables.extra).toEqual(
      columns.map((column, i) => ({ table: 'applications', label: `（六）其他处理 · ${column}`, value: own[i] })),
    );
    expect(format2021.cells.filter(({ id }) => tables.cells[id] === null).map(({ row }) => row.id)).toEqual(
      ['notSupplemented', 'feeUnpaid', 'other'].flatMap((row) => columns.map(() => `otherHandling.${row}`)),
    );
    expect(tables.labels.filter(({ line }) => line === 'otherHandling').map(({ text }) => text)).toEqual([
      '（六）其他处理',
    ]);
  });

  it('the last line of the 2019 table two is no row of the form', () => {
    const [two, ...rest] = grids(format2019, numbered(format2019));
    const last = {
      text: '2019年云泽市政府信息公开发布总数量（非新闻类、消息类）：128',
      colspan: 7,
      rowspan: 1,
      header: false,
    };
    const tables = readTables([{ ...(two as Grid), rows: [...(two?.rows ?? []), [last]] }, ...rest], 2019);
    expect(tables.cells).toEqual(numbered(format2019));
    expect(tables.extra).toEqual([
      { table: 'disclosure', label: '2019年云泽市政府信息公开发布总数量（非新闻类、消息类）', value: '128' },
    ]);
    expect(tables.unplaced).toEqual([]);
  });

  it('the form of the other year is read as that form', () => {
    expect(readTables(grids(format2019, numbered(format2019)), 2023).format.id).toBe('2019');
    expect(readTables(grids(format2021, numbered(format2021)), 2020).format.id).toBe('2021');
    expect(readTables(grids(format2019, numbered(format2019)), null).cells).toEqual(numbered(format2019));
    expect(readTables([], 2020).format.id).toBe('2019');
  });

  it('columns in another order are read by their headers', () => {
    for (const format of [format2019, format2021]) {
      const [two, three, four] = laidOut(format, numbered(format));
      const turned = [
        two,
        three && moved(three, ({ column, across }) => (column < 3 ? column : 3 + 10 - (column + across))),
        four && moved(four, ({ column, across }) => 15 - (column + across)),
      ];
      const tables = readTables(
        turned.flatMap((laid) => (laid === undefined ? [] : [asGrid(laid, 'kept')])),
        format.from,
      );
      expect(tables.cells).toEqual(numbered(format));
    }
  });

  it('a column the form does not have goes beside, with its words', () => {
    const rows = [
      ['', ...columns, '占比'],
      ['一、本年新收政府信息公开申请数量', '4', '1', '0', '0', '0', '0', '5', '83%'],
      ['二、上年结转政府信息公开申请数量', '1', '0', '0', '0', '0', '0', '1', '17%'],
      ['四、结转下年度继续办理', '0', '0', '0', '0', '0', '0', '0', ''],
    ];
    const tables = readTables([grid(rows)], 2023);
    expect(tables.cells['applications.received.total']).toBe('5');
    expect(tables.extra.map(({ label, value }) => `${label}=${value}`)).toEqual([
      '一、本年新收政府信息公开申请数量 · 占比=83%',
      '二、上年结转政府信息公开申请数量 · 占比=17%',
    ]);
    expect(tables.unplaced).toEqual([]);
  });
});

describe('what cannot be placed', () => {
  const three = (row: readonly string[]): Grid =>
    grid([
      ...applicationsHead,
      ['一、本年新收政府信息公开申请数量', '4', '1', '0', '0', '0', '0', '5'],
      row,
      ['四、结转下年度继续办理', '0', '0', '0', '0', '0', '0', '0'],
      ['（七）总计', '0', '0', '0', '0', '0', '0', '0'],
    ]);

  it('a row with fewer numbers than columns is left blank and told', () => {
    const tables = readTables(
      lines(`自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计
      一、本年新收政府信息公开申请数量|4|1|0|0|0|0|5
      二、上年结转政府信息公开申请数量|1|0|0|0|0|1
      （一）予以公开|4|1|0|0|0|0|5
      四、结转下年度继续办理|1|0|0|0|0|0|1`),
      2023,
    );
    expect(tables.cells['applications.carriedIn.naturalPerson']).toBeNull();
    expect(tables.cells['applications.carriedOut.total']).toBe('1');
    expect(tables.unplaced).toEqual(['二、上年结转政府信息公开申请数量 1 0 0 0 0 1']);
  });

  it('a blank cell stays blank', () => {
    const tables = readTables(
      [three(['二、上年结转政府信息公开申请数量', '1', '', '0', '0', '\u00a0', '0', '1'])],
      2023,
    );
    expect(
      columns.map((_, i) => tables.cells[format2021.cells.filter(({ row }) => row.id === 'carriedIn')[i]?.id ?? '']),
    ).toEqual(['1', null, '0', '0', null, '0', '1']);
    expect(tables.unplaced).toEqual([]);
  });

  it('a row the form does not know is kept with its label', () => {
    const tables = readTables([three(['本年撤回政府信息公开申请数量', '2', '0', '0', '0', '0', '0', '2'])], 2023);
    expect(tables.extra).toHaveLength(7);
    expect(tables.extra[0]).toEqual({
      table: 'applications',
      label: '本年撤回政府信息公开申请数量 · 自然人',
      value: '2',
    });
    expect(tables.cells['applications.received.total']).toBe('5');
  });

  it('what is no number keeps its text and has no value', () => {
    const tables = readTables(
      [three(['二、上年结转政府信息公开申请数量', '约12', 'O', '－', '1,234', '２', '22（其中修订16件）', '3件'])],
      2023,
    );
    const row = format2021.cells.filter(({ row: { id } }) => id === 'carriedIn').map(({ id }) => id);
    expect(row.map((id) => tables.cells[id])).toEqual([null, null, null, '1234', '2', '22', '3']);
    expect(row.map((id) => tables.raw[id])).toEqual(['约12', 'O', '－', '1,234', '２', '22（其中修订16件）', '3件']);
    expect(tables.notes).toEqual({ [row[5] ?? '']: '其中修订16件' });
    expect(tables.unplaced).toHaveLength(2);
  });

  it('of a table that stands twice the first counts, and a difference is told', () => {
    const cells = numbered(format2021);
    const again = { ...cells, 'remedies.reconsideration.total': '9999' };
    const same = readTables([...grids(format2021, cells), ...grids(format2021, cells)], 2023);
    expect([same.cells, same.unplaced]).toEqual([cells, []]);
    const tables = readTables([...grids(format2021, cells), ...grids(format2021, again)], 2023);
    expect(tables.cells).toEqual(cells);
    expect(tables.unplaced).toEqual([expect.stringContaining('9999')]);
  });
});

describe('printed lines', () => {
  it('rows torn over lines are put together', () => {
    const tables = readTables(
      lines(`三、收到和处理政府信息公开申请情况
      申请人情况
      法人或其他组织
      （本列数据的勾稽关系为：第一项加第二项之和，等
      于第三项加第四项之和）
      自然人|社会|法律|总计
      商业|科研
      公益|服务|其他
      企业|机构
      组织|机构
      一、本年新收政府信息公开申请数量|9|1|0|0|0|0|10
      二、上年结转政府信息公开申请数|0|0|0|0|0|0|0
      量
      （二）部分公开（区分处理的，只计这一情
      2|1|0|0|0|0|3
      形，不计其他情形）
      三、本年度办
      （三）不予公开
      2.其他法律行政法规禁止公开
      1|0|0|0|0|0|1
      理结果
      - 3 -
      5.要求行政机关确认或重新出具|1|0|0|0|0|0|1
      已获取信息
      1.申请人无正当理由逾期不补正、行政机关不再处理
      其政府信息公开申请
      3|0|0|0|0|0|3
      3.其他|2|0|0|0|0|0|2
      （七）总计|9|1|0|0|0|0|10
      四、结转下年度继续办理|0|0|0|0|0|0|0`),
      2023,
    );
    const totals = Object.fromEntries(
      Object.entries(tables.cells)
        .filter(([id, value]) => value !== null && id.endsWith('.total'))
        .map(([id, value]) => [id.split('.').slice(1, -1).join('.'), value]),
    );
    expect(totals).toEqual({
      received: '10',
      carriedIn: '0',
      partlyGranted: '3',
      'refused.otherLaw': '1',
      'declined.confirmation': '1',
      'otherHandling.notSupplemented': '3',
      'otherHandling.other': '2',
      handled: '10',
      carriedOut: '0',
    });
    expect(tables.corner).toBe('（本列数据的勾稽关系为：第一项加第二项之和，等\n于第三项加第四项之和）');
    expect(tables.unplaced).toEqual([]);
    expect(tables.labels.find(({ line }) => line === 'declined.confirmation')?.text).toBe(
      '5.要求行政机关确认或重新出具\n已获取信息',
    );
  });

  it('a label and its figures in one cell are parted', () => {
    const tables = readTables(
      lines(`第二十条第（一）项
      信息内容 本年制发件数 本年废止件数 现行有效件数
      规章 0 0 0
      行政规范性文件 3 1 12
      第二十条第（五）项
      信息内容 本年处理决定数量
      行政许可 716
      第二十条第（八）项
      信息内容 本年收费金额（单位：万元）
      行政事业性收费 59.2`),
      2023,
    );
    expect(tables.cells['disclosure.normativeDocuments.inForce']).toBe('12');
    expect(tables.cells['disclosure.licensing.decisions']).toBe('716');
    expect(tables.cells['disclosure.fees.amount']).toBe('59.2');
    expect(tables.cells['disclosure.penalties.decisions']).toBeNull();
  });

  it('a row torn into a paragraph is taken where it stands in the table', () => {
    const three = grid([
      ...applicationsHead,
      ['一、本年新收政府信息公开申请数量', '4', '1', '0', '0', '0', '0', '5'],
      ['（一）予以公开', '4', '0', '0', '0', '0', '0', '4'],
      ['（七）总计', '4', '1', '0', '0', '0', '0', '5'],
    ]);
    const tables = readTables(
      [three, { is: 'paragraph', text: '四、结转下年度继续办理 0 0 0 0 0 0 0', level: null }],
      2023,
    );
    expect(tables.cells['applications.carriedOut.total']).toBe('0');
  });
});

describe('what is no table', () => {
  it('prose with the words of the tables is left alone', () => {
    const prose = [
      '一、总体情况',
      '行政许可 716 件',
      '全年办理行政许可 716',
      '行政处罚：59',
      '规章',
      '（一）予以公开 3 件。',
      '本年新收政府信息公开申请 8',
      '结果维持 2 件，结果纠正 0 件',
      '总计 8',
      '2024',
      '行政复议 1 件，行政诉讼 0 件',
    ];
    const written: Block[][] = [
      prose.map((text) => ({ is: 'line', cells: [text], opens: true })),
      prose.map((text) => ({ is: 'paragraph', text, level: null })),
    ];
    for (const blocks of written) {
      const tables = readTables(blocks, 2023);
      expect([tables.found, tables.unplaced, tables.extra, tables.labels]).toEqual([[], [], [], []]);
      expect(Object.values(tables.cells).every((value) => value === null)).toBe(true);
    }
  });

  it('a table of the agency’s own with some of the words is left alone', () => {
    const own = grid([
      ['事项', '2022年', '2023年'],
      ['行政许可', '650', '716'],
      ['行政处罚', '61', '59'],
      ['合计', '711', '775'],
    ]);
    const tables = readTables([own, ...grids(format2021, numbered(format2021))], 2023);
    expect(tables.cells).toEqual(numbered(format2021));
    expect(tables.found.flatMap(({ blocks }) => blocks)).toEqual([1, 2, 3]);
    expect([tables.unplaced, tables.extra]).toEqual([[], []]);
  });
});

describe('hostile input', () => {
  it('is read in time in proportion', () => {
    const began = performance.now();
    const wide: Block[] = [
      grid(Array.from({ length: 100_000 }, (_, i) => [`行政许${i}可`, String(i), '第三方合法权益'.repeat(3)])),
    ];
    readTables(wide, 2023);
    readTables(
      [
        grid([
          ['规'.repeat(1_000_000), '1'],
          ['（'.repeat(500_000), '2'],
        ]),
      ],
      2023,
    );
    readTables(
      [
        {
          is: 'grid',
          caption: null,
          rows: [
            [
              { text: '规章', colspan: 1e9, rowspan: 1e9, header: false },
              { text: '1', colspan: -5, rowspan: NaN, header: false },
            ],
          ],
        },
      ],
      2023,
    );
    readTables(
      Array.from(
        { length: 60_000 },
        (_, i): Line => ({ is: 'line', cells: [`${i}行政机关不再处理其政府信`, '0 '.repeat(40)], opens: true }),
      ),
      2023,
    );
    readTables(
      Array.from({ length: 60_000 }, (): Line => ({ is: 'line', cells: ['规章'], opens: true })),
      2023,
    );
    expect(performance.now() - began).toBeLessThan(20_000);
  }, 60_000);
});

describe('row labels in one column', () => {
  const figures = (first: number): string[] =>
    ['0', '0', '0', '0', '0', '0'].map((zero, i) => (i === 0 ? String(first) : zero));
  const row = (label: string, first: number): string[] => [label, ...figures(first), String(first)];

  it('headings on rows of their own, or before the label in the same cell', () => {
    const below = [
      row('一、本年新收政府信息公开申请数量', 3),
      ['三、本年度办理结果', '', '', '', '', '', '', ''],
      row('（一）予以公开', 1),
      ['（三）不予公开', '', '', '', '', '', '', ''],
      row('1.属于国家秘密', 2),
      row('（七）总计', 3),
      row('四、结转下年度继续办理', 0),
    ];
    const beside = [
      row('一、本年新收政府信息公开申请数量', 3),
      row('三、本年度办理结果 （一）予以公开', 1),
      row('（三）不予公开1.属于国家秘密', 2),
      row('（七）总计', 3),
      row('四、结转下年度继续办理', 0),
    ];
    for (const rows of [below, beside]) {
      const tables = readTables([grid([...applicationsHead, ...rows])], 2023);
      expect(
        ['received', 'granted', 'refused.stateSecret', 'handled', 'carriedOut'].map(
          (id) => tables.cells[`applications.${id}.naturalPerson`],
        ),
      ).toEqual(['3', '1', '2', '3', '0']);
      expect(tables.labels.filter(({ line }) => ['outcome', 'refused'].includes(line)).map(({ line }) => line)).toEqual(
        ['outcome', 'refused'],
      );
      expect([tables.unplaced, tables.extra]).toEqual([[], []]);
    }
  });
});
