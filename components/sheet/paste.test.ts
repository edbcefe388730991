import { describe, expect, it } from 'vitest';
import { format2021 } from '@/lib/statute/format-2021';
import type { CellId } from '@/lib/statute/table';
import { slotsOf, slotsOfText } from './clipboard';
import { cellName, gridOf } from './grid';
import { paste, pasteSentence, type Pasted } from './paste';

const three = gridOf(format2021, format2021.tables.applications);
const two = gridOf(format2021, format2021.tables.disclosure);
const four = gridOf(format2021, format2021.tables.remedies);
const first = 'applications.received.naturalPerson';

const valuesOf = (pasted: Pasted): Record<CellId, string | null> =>
  Object.fromEntries(pasted.changes.map((one) => [one.path, one.value]));
const text = (content: string): { html: string; text: string } => ({ html: '', text: content });
const html = (content: string): { html: string; text: string } => ({ html: content, text: '' });

/** Table three as Excel copies it: three header rows, merged labels, every figure `f(row, column)`. */
function wholeTableThree(open: string, close: string, f: (row: number, column: number) => string): string {
  const td = (content: string, spans = ''): string =>
    `<td class=xl65 ${spans} style='border-top:none;width:54pt'>${open}${content}${close}</td>`;
  const heads =
    `<tr height=19>${td('（本列数据的勾稽关系为：第一项加第二项之和，<br>\n  等于第三项加第四项之和）', 'colspan=3 rowspan=3')}${td('申请人情况', 'colspan=7')}</tr>` +
    `<tr>${td('自然人', 'rowspan=2')}${td('法人或其他组织', 'colspan=5')}${td('总计', 'rowspan=2')}</tr>` +
    `<tr>${['商业<br>\n  企业', '科研机构', '社会公益组织', '法律服务机构', '其他'].map((label) => td(label)).join('')}</tr>`;
  const rows = three.blocks[0]?.rows.map((row, at) => {
    const labels = row.headers.map((head) =>
      td(
        head.label,
        `${head.rowSpan > 1 ? `rowspan="${head.rowSpan}"` : ''} ${head.colSpan > 1 ? `colspan="${head.colSpan}"` : ''}`,
      ),
    );
    return `<tr height=19 style='height:14.4pt'>${labels.join('')}${row.cells.map((_, column) => td(f(at, column))).join('')}</tr>`;
  });
  return `<table border=0 cellpadding=0 width=747>\n <col width=36 span=3>${heads}${rows?.join('\n') ?? ''}</table>`;
}

const page = (body: string): string =>
  `<html xmlns:v="urn:schemas-microsoft-com:vml"><head><style>\n<!--table {mso-displayed-decimal-separator:"\\.";} td{color:black}-->\n</style></head><body>\n<!--StartFragment-->${body}<!--EndFragment-->\n</body></html>`;

describe('reading the clipboard', () => {
  it('reads tab-separated text with \\r\\n, quoted cells, and blanks that stay blanks', () => {
    expect(slotsOfText('1\t\t0\r\n"a\n""b"""\t2\t3\r\n')).toEqual([
      ['1', '', '0'],
      ['a\n"b"', '2', '3'],
    ]);
  });

  it('knows the place a merged cell covers from a blank', () => {
    expect(slotsOf(html('<table><tr><td rowspan=2>甲</td><td>1</td></tr><tr><td></td></tr></table>'))).toEqual([
      ['甲', '1'],
      [null, ''],
    ]);
  });

  it('takes the table of the HTML before the text, and the largest where there are several', () => {
    const two = '<table><tr><td>x</td></tr></table><table><tr><td>1</td><td>2</td></tr></table>';
    expect(slotsOf({ html: two, text: '9' })).toEqual([['1', '2']]);
  });

  it('reads paragraphs, line breaks, conditional comments, entities and office tags in a cell', () => {
    const word = `<table class=MsoTableGrid><![if !supportMisalignedColumns]><tr><![endif]><td title="a>b"><p class=MsoNormal align=center><span lang=EN-US>12<o:p></o:p></span></p></td><td><p>&nbsp;<o:p>&nbsp;</o:p></p></td><td>&#65299;</td></tr></table>`;
    expect(slotsOf(html(word))).toEqual([['12', '', '３']]);
  });

  it('falls back to the text where the HTML has no table', () => {
    expect(slotsOf({ html: '<p>你好</p>', text: '1\t2' })).toEqual([['1', '2']]);
  });
});

describe('pasting into table three', () => {
  it('fills a block of figures from the focused cell on', () => {
    const pasted = paste(three, slotsOf(text('1\t2\r\n3\t4\r\n')), 'applications.granted.business');
    expect(valuesOf(pasted)).toEqual({
      'applications.granted.business': '1',
      'applications.granted.research': '2',
      'applications.partlyGranted.business': '3',
      'applications.partlyGranted.research': '4',
    });
    expect(pasteSentence(pasted, () => '')).toBe('粘贴了 4 格。');
  });

  for (const [program, open, close] of [
    ['Excel', '', ''],
    ['WPS', '<font class="font6">', '</font>'],
    [
      'Word',
      "<p class=MsoNormal align=center style='text-align:center'><span lang=EN-US style='font-family:宋体'>",
      '<o:p></o:p></span></p>',
    ],
  ] as const) {
    it(`puts a whole table copied from ${program}, headings and labels included, where its labels say, wherever the focus is`, () => {
      const copied = page(wholeTableThree(open, close, (row, column) => String(row * 7 + column)));
      const pasted = paste(three, slotsOf(html(copied)), 'applications.declined.repeated.research');
      expect(pasted.filled).toBe(three.matrix.flat().length);
      expect(pasted.stated).toBe(three.matrix.flat().filter((cell) => cell.isTotal).length);
      expect(pasted.refused).toEqual([]);
      expect(pasted.outside).toEqual([]);
      const values = valuesOf(pasted);
      three.matrix.forEach((line, row) =>
        line.forEach((cell, column) => expect(values[cell.id]).toBe(String(row * 7 + column))),
      );
    });
  }

  it('keeps totals that came with the block beside what is computed', () => {
    const pasted = paste(three, slotsOf(text('1\t0\t0\t0\t0\t0\t9')), first);
    expect(valuesOf(pasted)['applications.received.total']).toBe('9');
    expect(pasteSentence(pasted, () => '')).toContain('1 个合计只作对照');
  });

  it('puts rows with labels at their rows, though some are left out and the order differs', () => {
    const pasted = paste(three, slotsOf(text('四、结转下年度继续办理\t5\n（一）予以公开\t7')), first);
    expect(valuesOf(pasted)).toEqual({
      'applications.carriedOut.naturalPerson': '5',
      'applications.granted.naturalPerson': '7',
    });
  });

  it('finds no row for the one row of 其他处理 of the older format, and says so', () => {
    const pasted = paste(
      three,
      slotsOf(text('（五）不予处理\t5.要求行政机关确认或重新出具已获取信息\t1\n（六）其他处理\t\t2\n\t（七）总计\t3')),
      first,
    );
    expect(valuesOf(pasted)).toEqual({
      'applications.declined.confirmation.naturalPerson': '1',
      'applications.handled.naturalPerson': '3',
    });
    expect(pasted.outside).toEqual(['2']);
  });

  it('cleans full-width digits, blanks, thousands marks and units, and says how many', () => {
    const pasted = paste(three, slotsOf(text('８\t1,234\t　5\t6件\t7')), first);
    expect(Object.values(valuesOf(pasted))).toEqual(['8', '1234', '5', '6', '7']);
    expect(pasteSentence(pasted, () => '')).toContain('整理了 3 格');
  });

  it('leaves a cell as it was where the text is no number, and lists it with the reason', () => {
    const pasted = paste(three, slotsOf(text('1\t约30\t-\t1.5')), first);
    expect(Object.keys(valuesOf(pasted))).toEqual([first]);
    expect(pasted.refused).toHaveLength(3);
    const nameOf = (cell: CellId): string =>
      cellName(
        format2021.cell(cell) ??
          (() => {
            throw new Error(cell);
          })(),
      );
    expect(pasteSentence(pasted, nameOf)).toContain(
      '3 格不是数字，没有填入：一、本年新收政府信息公开申请数量，法人或其他组织，商业企业：“约30”不是数字',
    );
  });

  it('keeps a blank a blank and a 0 a 0', () => {
    expect(Object.values(valuesOf(paste(three, slotsOf(text('1\t\t0')), first)))).toEqual(['1', null, '0']);
  });

  it('says what is larger than the table', () => {
    const pasted = paste(three, slotsOf(text('1\t2\n3\t4')), 'applications.carriedOut.otherOrganisation');
    expect(valuesOf(pasted)).toEqual({
      'applications.carriedOut.otherOrganisation': '1',
      'applications.carriedOut.total': '2',
    });
    expect(pasteSentence(pasted, () => '')).toContain('2 处超出本表，没有填入：“3”、“4”');
  });

  it('changes nothing for a paste of rubbish', () => {
    const pasted = paste(three, slotsOf(text('关于召开会议的通知\n各科室：\n\n请准时参加。')), first);
    expect(pasted.changes).toEqual([]);
    expect(pasteSentence(pasted, () => '某格')).toContain('没有可以填入的数字，原有数字未动');
  });
});

describe('pasting into tables two and four', () => {
  it('puts all blocks of table two in place, bands and headings between them included', () => {
    const rows = [
      ['第二十条第（一）项', '', '', ''],
      ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
      ['规章', '0', '0', '0'],
      ['行政规范性文件', '2', '1', '11'],
      ['第二十条第（五）项', '', '', ''],
      ['信息内容', '本年处理决定数量', '', ''],
      ['行政许可', '716', '', ''],
      ['第二十条第（六）项', '', '', ''],
      ['信息内容', '本年处理决定数量', '', ''],
      ['行政处罚', '59', '', ''],
      ['行政强制', '3', '', ''],
      ['第二十条第（八）项', '', '', ''],
      ['信息内容', '本年收费金额（单位：万元）', '', ''],
      ['行政事业性收费', '727.08万元', '', ''],
    ];
    const pasted = paste(
      two,
      slotsOf(text(rows.map((row) => row.join('\t')).join('\r\n'))),
      'disclosure.penalties.decisions',
    );
    expect(valuesOf(pasted)).toMatchObject({
      'disclosure.normativeDocuments.issued': '2',
      'disclosure.normativeDocuments.inForce': '11',
      'disclosure.licensing.decisions': '716',
      'disclosure.coercion.decisions': '3',
      'disclosure.fees.amount': '727.08',
    });
    expect(pasted.outside).toEqual([]);
    expect(pasted.refused).toEqual([]);
  });

  it('puts the fifteen figures of table four in place, with or without its headings', () => {
    const line = Array.from({ length: 15 }, (_, column) => String(column)).join('\t');
    const five = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
    const headed = [
      ['行政复议', '', '', '', '', '行政诉讼', ...Array<string>(9).fill('')],
      ['', '', '', '', '', '未经复议直接起诉', '', '', '', '', '复议后起诉', '', '', '', ''],
      [...five, ...five, ...five],
    ];
    for (const copied of [line, `${headed.map((row) => row.join('\t')).join('\n')}\n${line}`]) {
      const pasted = paste(four, slotsOf(text(copied)), 'remedies.litigationDirect.upheld');
      expect(Object.values(valuesOf(pasted))).toEqual(Array.from({ length: 15 }, (_, column) => String(column)));
      expect(pasted.outside).toEqual([]);
    }
  });
});
