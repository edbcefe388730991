import { describe, expect, it } from 'vitest';
import { blocksOfDocx } from './docx';
import { listNumber } from '@/lib/read/text/list-number';
import { isUnreadable } from '@/lib/read/result';
import { cell, docxOfBody, paragraph, row, table } from '@/lib/read/test/docx-file';

const level = (at: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const abstract = (id: number, ...levels: string[]): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`;
const list = (id: number, of: number, more = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`;
const item = (text: string, numId: number, at = 0): string =>
  paragraph(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${numId}"/></w:numPr>`);

async function texts(body: string, parts: { numbering: string; styles?: string }): Promise<string[]> {
  const read = await blocksOfDocx(docxOfBody(body, parts));
  if (isUnreadable(read)) throw new Error(read.error.message);
  return read.map((block) =>
    block.is === 'paragraph'
      ? block.text
      : block.is === 'grid'
        ? block.rows.map((cells) => cells.map(({ text }) => text).join('|')).join('/')
        : '',
  );
}

describe('automatic numbers of a .docx', () => {
  const outline = abstract(
    0,
    level(0, 'chineseCounting', '%1、'),
    level(1, 'chineseCountingThousand', '（%2）'),
    level(2, 'decimal', '%3.'),
  );

  it('are put before the text, each level counting by itself under the one above', async () => {
    const body =
      item('总体情况', 1) +
      item('主动公开', 1, 1) +
      item('5件', 1, 2) +
      item('依申请公开', 1, 1) +
      item('主动公开政府信息情况', 1) +
      item('其一', 1, 1);
    expect(await texts(body, { numbering: outline + list(1, 0) })).toEqual([
      '一、总体情况',
      '（一）主动公开',
      '1. 5件',
      '（二）依申请公开',
      '二、主动公开政府信息情况',
      '（一）其一',
    ]);
  });

  it('go on in another list of the same definition, and begin anew where it says so', async () => {
    const numbering =
      outline +
      list(1, 0) +
      list(2, 0) +
      list(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>');
    expect(await texts(item('甲', 1) + item('乙', 2) + item('丙', 3) + item('丁', 3), { numbering })).toEqual([
      '一、甲',
      '二、乙',
      '五、丙',
      '六、丁',
    ]);
  });

  it('come from the paragraph style, and numId 0 takes them away', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const body =
      paragraph('总体情况', '<w:pStyle w:val="a"/>') +
      paragraph('无号', '<w:pStyle w:val="a"/><w:numPr><w:numId w:val="0"/></w:numPr>');
    expect(await texts(body, { numbering: outline + list(1, 0), styles })).toEqual(['一、总体情况', '无号']);
  });

  it('find the level that belongs to a style', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="item"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const numbering =
      abstract(0, level(0, 'chineseCounting', '%1、'), level(1, 'decimal', '（%2）', '<w:pStyle w:val="b"/>')) +
      list(1, 0);
    expect(await texts(paragraph('项', '<w:pStyle w:val="b"/>'), { numbering, styles })).toEqual(['（1）项']);
  });

  it('say nothing for bullets and for paragraphs without text, which count all the same', async () => {
    const numbering = outline + abstract(1, level(0, 'bullet', '●')) + list(1, 0) + list(2, 1);
    expect(await texts(item('点', 2) + item('甲', 1) + item('', 1) + item('丙', 1), { numbering })).toEqual([
      '点',
      '一、甲',
      '三、丙',
    ]);
  });

  it('stand in cells of a table too', async () => {
    const body = table(row([cell(item('予以公开', 1, 1)), cell('3')]), row([cell(item('部分公开', 1, 1)), cell('4')]));
    expect(await texts(body, { numbering: outline + list(1, 0) })).toEqual(['（一）予以公开|3/（二）部分公开|4']);
  });

  it.each([
    [
      'chineseCounting',
      [1, 10, 11, 20, 21, 105, 110, 1001],
      ['一', '十', '十一', '二十', '二十一', '一百零五', '一百一十', '一千零一'],
    ],
    ['ideographDigital', [10, 2024], ['一〇', '二〇二四']],
    ['chineseLegalSimplified', [3, 12], ['叁', '壹拾贰']],
    ['decimalEnclosedCircle', [1, 20, 21], ['①', '⑳', '21']],
    ['decimalFullWidth', [12], ['１２']],
    ['upperRoman', [4, 19], ['IV', 'XIX']],
    ['lowerLetter', [1, 27], ['a', 'aa']],
    ['ideographTraditional', [1, 10], ['甲', '癸']],
    ['whatever', [7], ['7']],
  ])('%s', (format, values, expected) => {
    expect(values.map((value) => listNumber(value, format))).toEqual(expected);
  });
});
