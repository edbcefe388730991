import { describe, expect, it } from 'vitest';
import { blocksOfPdf } from './pdf';
import { printed, ruled, type Put, type Sheet } from '@/lib/read/test/printed';

async function blocks(file: Uint8Array): Promise<string[]> {
  const found = await blocksOfPdf(file);
  if ('error' in found) throw new Error(found.error.code);
  return found.map((block) =>
    block.is === 'line'
      ? `${block.opens ? '> ' : ''}${block.cells.join(' | ')}`
      : block.is === 'grid'
        ? block.rows
            .map((row) =>
              row
                .map(
                  (cell) =>
                    `${cell.text.replaceAll('\n', '/')}${cell.colspan > 1 ? ` w${cell.colspan}` : ''}${cell.rowspan > 1 ? ` h${cell.rowspan}` : ''}`,
                )
                .join(' | '),
            )
            .join(' || ')
        : block.text,
  );
}
const sheet = (...texts: Put[]): Sheet => ({ texts });
const lines = (texts: readonly string[], y = 100, step = 24): Put[] =>
  texts
    .map((text, index) => ({ text, x: text.startsWith('　') ? 114 : 90, y: y + index * step, size: 12 }))
    .map((put) => ({ ...put, text: put.text.trim() }));
const long = '全年通过门户网站和政务新媒体公开各类政府信息并及时回应社会关切';

describe('lines', () => {
  it('a paragraph begins where a line is indented or the one before ends early', async () => {
    expect(
      await blocks(
        printed([sheet(...lines([`　${long.slice(2)}`, long, '共十二条。', '一、总体情况', `　${long.slice(2)}`]))]),
      ),
    ).toEqual([`> ${long.slice(2)}`, long, '共十二条。', '> 一、总体情况', `> ${long.slice(2)}`]);
  });
  it('are cut at wide gaps; figures stand alone sooner', async () => {
    expect(
      await blocks(
        printed([
          sheet(
            { text: '行政许可', x: 90, y: 100 },
            { text: '12', x: 160, y: 100 },
            { text: '0', x: 182, y: 101 },
            { text: '0', x: 196, y: 100 },
          ),
        ]),
      ),
    ).toEqual(['> 行政许可 | 12 | 0 | 0']);
  });
  it('a narrow gap at a Chinese character is none, between Latin words it is a blank', async () => {
    expect(
      await blocks(
        printed([
          sheet(
            { text: '受理', x: 90, y: 100 },
            { text: '12', x: 116, y: 100 },
            { text: '件', x: 131, y: 100 },
            { text: 'PDF', x: 145, y: 100 },
            { text: 'file', x: 167, y: 100 },
          ),
        ]),
      ),
    ).toEqual(['> 受理12件PDF file']);
  });
  it('page numbers and heads that repeat are left out, also between the lines of a sentence', async () => {
    const page = (number: number, ...words: string[]): Sheet =>
      sheet({ text: '澄湖区水务局文件', x: 240, y: 40, size: 9 }, ...lines(words), {
        text: `— ${number} —`,
        x: 280,
        y: 810,
        size: 10,
      });
    expect(
      await blocks(printed([page(1, `　${long.slice(2)}`, long), page(2, long, long), page(3, '共十二条。')])),
    ).toEqual([`> ${long.slice(2)}`, long, long, long, '共十二条。']);
  });
  it('bold type made by printing twice is read once; radicals are read as characters', async () => {
    expect(
      await blocks(printed([sheet({ text: '⻔⼾⽹站', x: 90, y: 100 }, { text: '⻔⼾⽹站', x: 90.4, y: 100 })])),
    ).toEqual(['> 门户网站']);
  });
  it('a label of two lines with its figures beside the middle is one row', async () => {
    const row = (y: number): Put[] => [
      { text: '5.要求行政机关确认或重新', x: 90, y: y - 8 },
      { text: '出具已获取信息', x: 90, y: y + 8 },
      ...[0, 1, 2].map((index) => ({ text: String(index), x: 300 + index * 40, y })),
    ];
    expect(await blocks(printed([sheet(...row(100), ...row(140))]))).toEqual([
      '> 5.要求行政机关确认或重新出具已获取信息 | 0 | 1 | 2',
      '5.要求行政机关确认或重新出具已获取信息 | 0 | 1 | 2',
    ]);
  });
});

describe('tables without rulings', () => {
  const figures = (y: number): Put[] =>
    [0, 1, 2, 3, 4].map((column) => ({ text: String(column), x: 300 + column * 40, y }));
  const head = (y: number): Put[] =>
    ['自然人', '商业', '科研', '其他', '总计'].map((text, column) => ({
      text,
      x: 297 + column * 40 - (text.length > 2 ? 6 : 0),
      y,
    }));
  const items = ['1.信访', '2.重复', '3.出版物', '4.反复', '5.确认'];
  it('words stacked above the figures are the heads of their columns', async () => {
    const texts = [
      ...head(100),
      ...['企业', '机构'].map((text, index) => ({ text, x: 337 + index * 40, y: 114 })),
      { text: '本年新收', x: 90, y: 140 },
      ...figures(140),
    ];
    expect(await blocks(printed([sheet(...texts)]))).toEqual([
      '> 自然人 | 商业企业 | 科研机构 | 其他 | 总计',
      '本年新收 | 0 | 1 | 2 | 3 | 4',
    ]);
  });
  it('a label beside several rows stands before the first of them, in one piece', async () => {
    const texts = [
      ...items.flatMap((text, index) => [{ text, x: 180, y: 140 + index * 20 }, ...figures(140 + index * 20)]),
      { text: '（五）', x: 100, y: 171 },
      { text: '不予处理', x: 100, y: 187 },
    ];
    const found = await blocks(printed([sheet(...texts)]));
    expect(found.map((line) => line.replace(/^> /, ''))).toEqual([
      '（五）不予处理',
      ...items.map((text) => `${text} | 0 | 1 | 2 | 3 | 4`),
    ]);
  });
  it('words that were set in several moves are put together', async () => {
    expect(
      await blocks(
        printed([
          sheet(
            { text: '行', x: 90, y: 100 },
            { text: '政许', x: 102, y: 100 },
            { text: '可', x: 126, y: 100 },
            { text: '1', x: 200, y: 100 },
            { text: '302', x: 206, y: 100 },
          ),
        ]),
      ),
    ).toEqual(['> 行政许可 | 1302']);
  });
});

describe('fonts of the system in Chinese encodings, without a table to Unicode', () => {
  it('GBK', async () => {
    const gbk: Record<string, string> = { 规章: 'b9e6d5c2', '12': '3132' };
    expect(
      await blocks(
        printed([sheet({ text: '规章', x: 90, y: 100 }, { text: '12', x: 160, y: 100 })], {
          encoding: 'GBK-EUC-H',
          bytes: (text) => gbk[text] ?? '',
        }),
      ),
    ).toEqual(['> 规章 | 12']);
  });
  it('UCS-2', async () => {
    expect(
      await blocks(
        printed([sheet({ text: '行政许可', x: 90, y: 100 }, { text: '12', x: 160, y: 100 })], {
          encoding: 'UniGB-UCS2-H',
        }),
      ),
    ).toEqual(['> 行政许可 | 12']);
  });
});

describe('ruled tables', () => {
  const xs = [80, 200, 300, 400];
  const cells = (rows: readonly (readonly string[])[], top = 100): Put[] =>
    rows.flatMap((row, index) =>
      row
        .map((text, column) => ({ text, x: (xs[column] ?? 0) + 8, y: top + 20 + index * 30 }))
        .filter((put) => put.text !== ''),
    );
  it('are grids: cells that no rule parts are one, blank ones stay', async () => {
    const rulings = [
      ...ruled(xs, [100, 130, 160]),
      [80, 190, 400, 190],
      [80, 160, 80, 190],
      [400, 160, 400, 190],
      [200, 160, 200, 190],
    ] as const;
    const texts = [
      ...cells([
        ['信息内容', '制发', '废止'],
        ['规章', '3', ''],
      ]),
      { text: '行政许可', x: 88, y: 180 },
      { text: '15', x: 290, y: 180 },
    ];
    expect(await blocks(printed([{ texts, rulings }]))).toEqual([
      '信息内容 | 制发 | 废止 || 规章 | 3 |  || 行政许可 | 15 w2',
    ]);
  });
  it('a table that a page cuts is one; its head printed again goes, a label that goes on is one cell', async () => {
    const ys = [700, 730, 760];
    const head = ['信息内容', '', '件数'];
    const first = { texts: cells([head, ['办理结果', '予以公开', '1']], 700), rulings: ruled(xs, ys) };
    const second = {
      texts: [...cells([head, ['', '不予公开', '2'], ['总计', '', '3']], 60), { text: '以上。', x: 90, y: 300 }],
      rulings: ruled(xs, [60, 90, 120, 150]),
    };
    expect(await blocks(printed([first, second]))).toEqual([
      '信息内容 |  | 件数 || 办理结果 h2 | 予以公开 | 1 || 不予公开 | 2 || 总计 |  | 3',
      '> 以上。',
    ]);
  });
  it('open sides are borders too; figures in one wide cell are parted where other rows are', async () => {
    const rulings = [
      ...[100, 130, 160].map((y) => [80, y, 400, y] as const),
      [200, 100, 200, 160] as const,
      [300, 100, 300, 130] as const,
    ];
    expect(
      await blocks(
        printed([
          {
            texts: cells([
              ['信息内容', '制发', '废止'],
              ['规章', '3', '4'],
            ]),
            rulings,
          },
        ]),
      ),
    ).toEqual(['信息内容 | 制发 | 废止 || 规章 | 3 | 4']);
  });
  it('a heading does not end above the middle of another', async () => {
    const rulings = [
      ...ruled([80, 200, 300, 400], [100, 130]),
      [80, 160, 400, 160],
      [80, 130, 80, 190],
      [400, 130, 400, 190],
      [200, 130, 200, 190],
      [300, 160, 300, 190],
      [80, 190, 400, 190],
    ] as const;
    const texts = [
      ...cells([['行政复议', '', '行政诉讼']]),
      { text: '结果', x: 88, y: 150 },
      { text: '未经复议直接起诉', x: 250, y: 150 },
      ...cells([['1', '2', '3']], 160),
    ];
    expect(await blocks(printed([{ texts, rulings }]))).toEqual([
      '行政复议 | 行政诉讼 w2 || 结果 | 未经复议直接起诉 w2 || 1 | 2 | 3',
    ]);
  });
  it('a page set across is turned', async () => {
    const turned = (text: string, x: number, y: number): Put => ({ text, x: y, y: 842 - x, turned: true });
    const rulings = [
      [100, 742, 100, 442],
      [130, 742, 130, 442],
      [160, 742, 160, 442],
      [100, 742, 160, 742],
      [100, 592, 160, 592],
      [100, 442, 160, 442],
    ] as const;
    expect(
      await blocks(
        printed([
          {
            texts: [
              turned('信息内容', 110, 120),
              turned('件数', 270, 120),
              turned('规章', 110, 150),
              turned('7', 270, 150),
            ],
            rulings,
          },
        ]),
      ),
    ).toEqual(['信息内容 | 件数 || 规章 | 7']);
  });
  it('a frame around text is no table, nor is a line below a word', async () => {
    expect(
      await blocks(
        printed([
          { texts: lines(['一、总体情况', long]), rulings: [...ruled([60, 540], [60, 300]), [90, 103, 160, 103]] },
        ]),
      ),
    ).toEqual(['> 一、总体情况', `> ${long}`]);
  });
});

describe('what cannot be read is said', () => {
  const codeOf = async (file: Uint8Array): Promise<string> => {
    const found = await blocksOfPdf(file);
    return 'error' in found ? found.error.code : 'read';
  };
  const plain = printed([sheet({ text: '年度报告', x: 90, y: 100 })]);
  it('a password', async () => {
    const key = 'ab'.repeat(32);
    expect(
      await codeOf(
        printed([sheet({ text: '年度报告', x: 90, y: 100 })], {
          trailer: `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${key}> /U <${key}> /P -4 >> /ID [<00> <00>]`,
        }),
      ),
    ).toBe('encrypted');
  });
  it('pages without text, as from a scanner', async () => {
    expect(await codeOf(printed([{ texts: [], rulings: ruled([80, 200], [100, 200]) }]))).toBe('no-text');
  });
  it('a file that is cut off or garbled', async () => {
    expect(await codeOf(new Uint8Array(Buffer.from('%PDF-1.7\n%garbage')))).toBe('damaged');
    expect(await codeOf(plain.slice(0, 300))).toBe('damaged');
    // What has lost only its table of contents can be put together again.
    expect(
      await codeOf(
        Buffer.from(
          Buffer.from(plain)
            .toString('latin1')
            .replace(/xref\n0[^]*?trailer/, 'trailer'),
          'latin1',
        ),
      ),
    ).toBe('read');
  });
  it('more pages than a report has, streams that unpack to hundreds of megabytes', async () => {
    expect(await codeOf(printed(Array.from({ length: 300 }, () => sheet({ text: '页', x: 90, y: 100 }))))).toBe(
      'too-large',
    );
    const bomb = printed([{ texts: [{ text: '0'.repeat(100), x: 1, y: 1 }] }], {
      bytes: () => '00'.repeat(60_000_000),
    });
    expect(bomb.length).toBeLessThan(2_000_000);
    const begin = performance.now();
    expect(await codeOf(bomb)).toBe('hostile');
    expect(performance.now() - begin).toBeLessThan(3_000);
  });
  it('the bytes given stay with their owner', async () => {
    expect(await codeOf(plain)).toBe('read');
    expect(plain.length).toBeGreaterThan(500);
  });
});
