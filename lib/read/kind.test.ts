import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { sniff } from './kind';

const told = (bytes: Uint8Array): string => {
  const found = sniff(bytes);
  return 'error' in found ? `${found.error.code} ${found.error.message}` : found.kind;
};
const kindOf = (text: string): string => told(strToU8(text));
const zip = (...names: string[]): Uint8Array => zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')])));

/** A compound file in outline: header, then a directory sector with these streams. */
function compound(...streams: string[]): Uint8Array {
  const file = Buffer.alloc(512 + 512 * 4);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(file);
  streams.forEach((name, index) => {
    const at = 1024 + index * 128;
    file.write(name, at, 'utf16le');
    file.writeUInt16LE((name.length + 1) * 2, at + 64);
  });
  return new Uint8Array(file);
}

describe('packages are told by what is in them, never by a name', () => {
  it('Word', () => {
    expect(told(zip('[Content_Types].xml', 'word/document.xml'))).toBe('docx');
    expect(told(compound('Root Entry', 'WordDocument', '1Table'))).toBe('doc');
  });
  it('a password', () => {
    expect(told(compound('Root Entry', 'EncryptionInfo', 'EncryptedPackage'))).toMatch(/^encrypted /);
    const locked = Buffer.from(zip('word/document.xml'));
    locked.writeUInt16LE(
      locked.readUInt16LE(locked.indexOf('PK\x01\x02', 0, 'latin1') + 8) | 1,
      locked.indexOf('PK\x01\x02', 0, 'latin1') + 8,
    );
    expect(told(new Uint8Array(locked))).toMatch(/^encrypted /);
  });
  it.each([
    ['Excel', zip('[Content_Types].xml', 'xl/workbook.xml')],
    ['Excel', compound('Root Entry', 'Workbook')],
    ['PowerPoint', zip('ppt/presentation.xml')],
    ['OFD', zip('OFD.xml', 'Doc_0/Document.xml')],
    ['OpenDocument', zip('mimetype', 'content.xml', 'META-INF/manifest.xml')],
    ['压缩包', zip('甲.docx', '乙.docx')],
    ['RTF', strToU8('{\\rtf1\\ansi 年度报告}')],
    ['程序', new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0])],
    ['图片', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0])],
    ['XML', strToU8('<?xml version="1.0"?><w:wordDocument xmlns:w="x"></w:wordDocument>')],
  ])('what is not read is named: %s', (word, bytes) => {
    expect(told(bytes)).toMatch(/^unknown-kind /);
    expect(told(bytes)).toContain(word);
  });
  it('a zip cut off is damaged', () => {
    expect(told(zip('word/document.xml').subarray(0, 60))).toMatch(/^damaged /);
  });
  it('PDF, also behind a few stray bytes', () => {
    expect(kindOf('%PDF-1.7\n%âãÏÓ')).toBe('pdf');
    expect(kindOf('\r\n\u0000\u0000%PDF-1.4\n')).toBe('pdf');
  });
  it('noise is no text', () => {
    let seed = 7;
    const noise = Uint8Array.from(
      { length: 5_000 },
      () => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) >> 16,
    );
    expect(told(noise)).toMatch(/^unknown-kind /);
  });
  it('blanks alone are an empty file', () => {
    expect(kindOf(' \r\n\t')).toMatch(/^empty /);
  });
});

describe('kinds of text', () => {
  it.each([
    ['html', '<!DOCTYPE html><html><body><p>年度报告</p></body></html>'],
    ['html', '\ufeff<!-- 保存自 -->\n<?xml version="1.0"?>\n<HTML xmlns:o="x"><body>年度报告'],
    ['html', '<table><tr><td>规章</td><td>0</td></tr></table>'],
    ['html', '<p>一、总体情况</p>\n<table><tr><td>规章</td></tr></table>\n<p>二、</p>'],
    ['html', '<div class="article"># 号开头的话</div>'],
    ['html', '澄湖区年度报告<br>一、总体情况<br>全年发布信息。<br>二、主动公开政府信息情况<br>'],
    ['markdown', '# 年度报告\n\n一、总体情况\n'],
    ['markdown', '一、总体情况\n\n| 信息内容 | 本年制发件数 |\n|---|---:|\n| 规章 | 0 |\n'],
    ['markdown', '一、总体情况\n\n<table><tr><td>规章</td><td>0</td></tr></table>\n\n二、主动公开\n'],
    ['markdown', '年度报告\n\n<html><body><table><tr><td>规章</td></tr></table></body></html>\n\n二、主动公开\n'],
    ['markdown', '**一、总体情况**\n\n全年发布信息。\n'],
    ['text', '年度报告\n一、总体情况\n规章\t0\t0\n'],
    ['text', '来件数<10件，#2 楼\n'],
    ['text', 'MZ 开头的一行\n'],
    ['json', ' {\n "format": "2021" }'],
    ['json', '[{"year": 2024}]'],
    ['text', '[bookmark: _GoBack]一、总体情况\n'],
  ])('%s: %s', (kind, text) => {
    expect(kindOf(text)).toBe(kind);
  });
});

describe('encodings are told by what is valid', () => {
  const text = '<html><head><meta charset="gb2312"></head><body><p>云泽市澄湖区水务局年度报告</p></body></html>';
  // 云泽市年度报告，一、总体情况 in GBK
  const gbk = Buffer.from('d4c6d4f3cad0c4eab6c8b1a8b8e6a3acd2bba1a2d7dccce5c7e9bff6', 'hex');
  const textFrom = (bytes: Uint8Array): string => {
    const found = sniff(bytes);
    return 'error' in found ? found.error.code : found.text;
  };
  it('UTF-8 with and without a mark, whatever the page names', () => {
    expect(textFrom(Buffer.from(text, 'utf8'))).toBe(text);
    expect(textFrom(Buffer.from(`\ufeff${text}`, 'utf8'))).toBe(text);
  });
  it('GBK', () => {
    expect(textFrom(gbk)).toBe('云泽市年度报告，一、总体情况');
    const page = Buffer.concat([Buffer.from('<html><meta charset=gb2312><body><p>'), gbk, Buffer.from('</p>')]);
    expect(sniff(page)).toEqual({
      kind: 'html',
      text: '<html><meta charset=gb2312><body><p>云泽市年度报告，一、总体情况</p>',
    });
  });
  it('UTF-16 of either order, with and without a mark', () => {
    const little = Buffer.from(`\ufeff${text}`, 'utf16le');
    expect(textFrom(little)).toBe(text);
    expect(textFrom(Buffer.from(little).swap16())).toBe(text);
    expect(textFrom(little.subarray(2))).toBe(text);
    expect(textFrom(Buffer.from(little.subarray(2)).swap16())).toBe(text);
    const chinese = '云泽市澄湖区水务局年度报告一、总体情况全年发布信息。';
    expect(textFrom(Buffer.from(chinese, 'utf16le'))).toBe(chinese);
  });
  it('a text torn within a character is still read', () => {
    const torn = Buffer.from('云泽市澄湖区水务局年度报告。'.repeat(40), 'utf8').subarray(0, -1);
    expect(textFrom(torn)).toContain('云泽市澄湖区水务局年度报告。云泽市');
  });
});

describe('saved web archives', () => {
  const page = '<html><head><meta charset="utf-8"></head><body><p>澄湖区年度报告 = 一</p></body></html>';
  const quoted = [...Buffer.from(page)]
    .map((byte) =>
      byte === 61 || byte > 126 ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(byte),
    )
    .join('');
  const archive = (encoding: string, body: string) =>
    `From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----Part"\r\n\r\n\r\n------Part\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: ${encoding}\r\nContent-Location: https://example.gov.cn/\r\n\r\n${body}\r\n------Part\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n------Part--\r\n`;
  it('quoted-printable, lines broken anywhere', () => {
    const folded = quoted.replace(/(.{60}(?!=|.=|.{2}$))/g, '$1=\r\n');
    const found = sniff(strToU8(archive('quoted-printable', folded)));
    expect(found).toMatchObject({ kind: 'html' });
    expect('text' in found && found.text.trim()).toBe(page);
  });
  it('base64', () => {
    expect(sniff(strToU8(archive('base64', Buffer.from(page).toString('base64'))))).toEqual({
      kind: 'html',
      text: page,
    });
  });
});
