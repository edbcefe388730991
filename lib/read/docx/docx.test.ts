import { describe, expect, it } from 'vitest';
import type { Block, Grid } from '@/lib/read/document';
import { blocksOfDocx } from './docx';
import { isUnreadable } from '@/lib/read/result';
import { cell, docxOfBody, packageOf, paragraph, part, row, run, table } from '@/lib/read/test/docx-file';

async function blocks(body: string, parts: { styles?: string; numbering?: string } = {}): Promise<readonly Block[]> {
  const read = await blocksOfDocx(docxOfBody(body, parts));
  if (isUnreadable(read)) throw new Error(read.error.message);
  return read;
}

const texts = async (body: string, parts = {}): Promise<string[]> =>
  (await blocks(body, parts)).map((block) => (block.is === 'paragraph' ? block.text : block.is));

async function grid(body: string): Promise<Grid> {
  const found = (await blocks(body)).filter((block) => block.is === 'grid');
  if (found[0] === undefined || found.length > 1) throw new Error(`${found.length} grids`);
  return found[0];
}

/** Each cell as text×colspan×rowspan. */
const cells = (read: Grid): string[][] =>
  read.rows.map((cellsOfRow) => cellsOfRow.map(({ text, colspan, rowspan }) => `${text}×${colspan}×${rowspan}`));

describe('the text of a .docx', () => {
  it('is that of its runs, with tabs, breaks and hyphens that do not break', async () => {
    const inner = `<w:r><w:tab/><w:t>甲</w:t><w:br/><w:t> 乙 </w:t><w:noBreakHyphen/><w:t xml:space="preserve"> 丙 </w:t><w:softHyphen/><w:sym w:font="Wingdings" w:char="F081"/></w:r>`;
    expect(await texts(paragraph(inner))).toEqual(['\t甲\n乙- 丙 ①']);
  });

  it('leaves out what is deleted, moved away or hidden, and keeps what is inserted', async () => {
    const body = paragraph(
      `${run('收到')}<w:del><w:r><w:delText>11</w:delText></w:r></w:del><w:ins>${run('12')}</w:ins><w:moveFrom>${run('条')}</w:moveFrom><w:moveTo>${run('件')}</w:moveTo>${run('密', '<w:vanish/>')}${run('。', '<w:vanish w:val="0"/>')}`,
    );
    expect(await texts(body)).toEqual(['收到12件。']);
  });

  it('does not take the properties of before a change for those of now', async () => {
    const styles = '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>';
    const body = paragraph(
      '一、总体情况',
      '<w:outlineLvl w:val="9"/><w:pPrChange><w:pPr><w:pStyle w:val="1"/></w:pPr></w:pPrChange>',
    );
    expect(await blocks(body, { styles })).toEqual([{ is: 'paragraph', text: '一、总体情况', level: null }]);
  });

  it('goes on with the next paragraph where the mark between them is deleted', async () => {
    const body =
      paragraph('全年收到', '<w:rPr><w:del/></w:rPr>') +
      paragraph('12件。') +
      paragraph('末段', '<w:rPr><w:del/></w:rPr>');
    expect(await texts(body)).toEqual(['全年收到12件。', '末段']);
  });

  it('keeps the result of a field, not its instruction', async () => {
    const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const instruction = '<w:r><w:instrText>REF a</w:instrText></w:r>';
    const nested = `${mark('begin')}${instruction}${mark('begin')}${instruction}${mark('separate')}${run('内')}${mark('end')}${mark('separate')}${run('32')}${mark('end')}`;
    expect(await texts(paragraph(`${run('共')}${nested}${run('件')}`))).toEqual(['共32件']);
    expect(
      await texts(
        paragraph(`<w:fldSimple w:instr="PAGE">${run('7')}</w:fldSimple>`) +
          paragraph(`${mark('begin')}${run('失')}`) +
          paragraph('仍在'),
      ),
    ).toEqual(['7', '仍在']);
  });

  it('takes one of the alternatives of a text box, after the paragraph it is anchored to', async () => {
    const box = `<w:txbxContent>${paragraph('框内')}</w:txbxContent>`;
    const body = paragraph(
      `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent>${run('框外')}`,
    );
    expect(
      await texts(
        body.replace('<w:p><mc', '<w:p><w:r><mc').replace('</mc:AlternateContent>', '</mc:AlternateContent></w:r>'),
      ),
    ).toEqual(['框外', '框内']);
  });

  it('reads content controls and hyperlinks, but no prompt and no table of contents', async () => {
    const control = (properties: string, content: string): string =>
      `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    const styles = '<w:style w:type="paragraph" w:styleId="11"><w:name w:val="toc 1"/></w:style>';
    const body =
      control(
        '',
        paragraph(`<w:hyperlink>${run('甲')}</w:hyperlink>${control('<w:showingPlcHdr/>', run('单击输入'))}`),
      ) +
      control(
        '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>',
        paragraph('一、总体情况 1'),
      ) +
      paragraph('二、目录 2', '<w:pStyle w:val="11"/>');
    expect(await texts(body, { styles })).toEqual(['甲']);
  });

  it('is read whatever prefix the names have, in UTF-8 and UTF-16', async () => {
    const document = part('document', `<w:body>${paragraph('甲', '<w:outlineLvl w:val="0"/>')}</w:body>`);
    const expected = [{ is: 'paragraph', text: '甲', level: 1 }];
    expect(await blocksOfDocx(packageOf(document.replace('xmlns:w=', 'xmlns:ns0=').replaceAll('w:', 'ns0:')))).toEqual(
      expected,
    );
    expect(await blocksOfDocx(packageOf(Buffer.from(`\ufeff${document.replace(/<\?.*?\?>/, '')}`, 'utf16le')))).toEqual(
      expected,
    );
  });
});

describe('a table of a .docx', () => {
  it('has its spans across and down, and its header rows', async () => {
    const read = await grid(
      table(
        row([cell('甲', '<w:vMerge w:val="restart"/>'), cell('乙', '<w:gridSpan w:val="2"/>')], '<w:tblHeader/>'),
        row(
          [cell('', '<w:vMerge/>'), cell('丙'), cell(paragraph('丁') + paragraph('') + paragraph('戊'))],
          '<w:tblHeader w:val="0"/>',
        ),
      ),
    );
    expect(cells(read)).toEqual([
      ['甲×1×2', '乙×2×1'],
      ['丙×1×1', '丁\n戊×1×1'],
    ]);
    expect(read.rows.map((cellsOfRow) => cellsOfRow.map(({ header }) => header))).toEqual([
      [true, true],
      [false, false],
    ]);
  });

  it('keeps a cell that continues nothing, and columns left free in front', async () => {
    const read = await grid(
      table(row([cell('1', '<w:vMerge/>'), cell('2')]), row([cell('3')], '<w:gridBefore w:val="1"/>')),
    );
    expect(cells(read)).toEqual([
      ['1×1×1', '2×1×1'],
      ['×1×1', '3×1×1'],
    ]);
  });

  it('leaves out rows that are deleted or hidden', async () => {
    const read = await grid(
      table(
        row([cell('1'), cell('2')]),
        row([cell('3'), cell('4')], '<w:del/>'),
        row([cell('5'), cell('6')], '<w:hidden/>'),
      ),
    );
    expect(cells(read)).toEqual([['1×1×1', '2×1×1']]);
  });

  it('is found within a table that only lays it out', async () => {
    const inner = table(row([cell('1'), cell('2')]), row([cell('3'), cell('4')]));
    expect(await texts(table(row([cell(paragraph('上文') + inner + paragraph('')), cell('侧栏')])))).toEqual([
      '上文',
      'grid',
      '侧栏',
    ]);
    expect(await texts(table(row([cell(paragraph('一框') + paragraph('两段'))])))).toEqual(['一框', '两段']);
  });

  it('holds a smaller table of one of its cells as text', async () => {
    const inner = table(row([cell('a'), cell('b')]));
    expect(cells(await grid(table(row([cell(inner), cell('2')]), row([cell('3'), cell('4')]))))).toEqual([
      ['a b×1×1', '2×1×1'],
      ['3×1×1', '4×1×1'],
    ]);
  });
});
