import { escaped } from './xml-text';
import { fonts } from './docx-styles';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** docProps/core.xml with a date that follows from the report, so that the same report gives the same bytes. */
export function coreProperties(about: { title: string; agency: string; year: number; date: string }): string {
  const time = `${about.date}T00:00:00Z`;
  return (
    declaration +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escaped(about.title)}</dc:title><dc:subject>政府信息公开工作年度报告</dc:subject><dc:creator>${escaped(about.agency)}</dc:creator>` +
    `<cp:keywords>政府信息公开;年度报告;${about.year}</cp:keywords><dc:language>zh-CN</dc:language>` +
    `<cp:lastModifiedBy>${escaped(about.agency)}</cp:lastModifiedBy><cp:revision>1</cp:revision>` +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${time}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${time}</dcterms:modified></cp:coreProperties>`
  );
}

/** Where a font of the standard is not installed, its nearest relative on ordinary office machines. */
const relatives: Readonly<Record<string, { alias: string; pitch: string }>> = {
  [fonts.title]: { alias: '华文中宋', pitch: 'roman' },
  [fonts.hei]: { alias: 'SimHei', pitch: 'modern' },
  [fonts.kai]: { alias: '楷体', pitch: 'modern' },
  [fonts.fang]: { alias: '仿宋', pitch: 'modern' },
  [fonts.song]: { alias: 'SimSun', pitch: 'auto' },
};

/** word/fontTable.xml. */
export function fontTable(): string {
  const entries = Object.entries(relatives).map(
    ([name, { alias, pitch }]) =>
      `<w:font w:name="${name}"><w:altName w:val="${alias}"/><w:charset w:val="86"/><w:family w:val="${pitch}"/><w:pitch w:val="default"/></w:font>`,
  );
  return `${declaration}<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${entries.join('')}</w:fonts>`;
}

/**
 * word/settings.xml: different pages left and right, full-width punctuation closed up at line ends as Chinese Word
 * does, the layout rules of Word 2013 and later.
 */
export function settings(): string {
  const layout = (name: string, value: number) =>
    `<w:compatSetting w:name="${name}" w:uri="http://schemas.microsoft.com/office/word" w:val="${value}"/>`;
  return (
    `${declaration}<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/>` +
    '<w:evenAndOddHeaders/><w:characterSpacingControl w:val="compressPunctuation"/>' +
    `<w:compat>${layout('compatibilityMode', 15)}${layout('overrideTableStyleFontSizeAndJustification', 1)}${layout('enableOpenTypeFeatures', 1)}${layout('doNotFlipMirrorIndents', 1)}</w:compat>` +
    '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
  );
}

const localHeader = 0x04034b50;
const centralHeader = 0x02014b50;
const endOfDirectory = 0x06054b50;
/** 1980-01-01 00:00, the first that a zip can hold. */
const firstDay = 0x0021;

/** The same archive with every entry's time set to the same constant; throws for what is no zip archive. */
export function withoutTimes(archive: Uint8Array): Uint8Array {
  const bytes = archive.slice();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== endOfDirectory) end -= 1;
  if (end < 0) throw new Error('Not a zip archive');
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (view.getUint32(at, true) !== centralHeader) throw new Error('Damaged zip directory');
    view.setUint16(at + 12, 0, true);
    view.setUint16(at + 14, firstDay, true);
    const local = view.getUint32(at + 42, true);
    if (view.getUint32(local, true) !== localHeader) throw new Error('Damaged zip entry');
    view.setUint16(local + 10, 0, true);
    view.setUint16(local + 12, firstDay, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return bytes;
}
