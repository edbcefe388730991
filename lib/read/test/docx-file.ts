import { strToU8, zipSync, type Zippable } from 'fflate';

const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const mc = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

export const part = (root: string, content: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${root} xmlns:w="${w}" xmlns:mc="${mc}">${content}</w:${root}>`;

/** A package with this document.xml and whatever other parts. */
export function packageOf(document: string | Uint8Array, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const files: Zippable = {
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': typeof document === 'string' ? strToU8(document) : document,
  };
  for (const [name, text] of Object.entries(parts)) files[name] = strToU8(text);
  return zipSync(files);
}

/** A .docx with this body. */
export const docxOfBody = (body: string, parts: { styles?: string; numbering?: string } = {}): Uint8Array =>
  packageOf(part('document', `<w:body>${body}</w:body>`), {
    ...(parts.styles === undefined ? {} : { 'word/styles.xml': part('styles', parts.styles) }),
    ...(parts.numbering === undefined ? {} : { 'word/numbering.xml': part('numbering', parts.numbering) }),
  });

export const run = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;

export const paragraph = (content: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content.startsWith('<') || content === '' ? content : run(content)}</w:p>`;

export const cell = (content: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<') ? content : paragraph(content)}</w:tc>`;

export const row = (cells: readonly string[], properties = ''): string =>
  `<w:tr>${properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`}${cells.join('')}</w:tr>`;

export const table = (...rows: string[]): string => `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`;
