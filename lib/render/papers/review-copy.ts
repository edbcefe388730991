import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { withoutTimes } from '@/lib/render/docx/docx-package';
import { shanghaiDay, shanghaiTime } from '@/lib/render/frame';
import { headerStyle, watermarkHeader } from './watermark';

/** What the head of a copy for review says: which submission, and whose. */
export interface CopyStamp {
  /** 第 2 次提交; 尚未提交. */
  readonly standing: string;
  readonly by: string;
  /** 提交; 下载: what was done at that time. */
  readonly did: string;
  /** ISO time. */
  readonly at: string;
}

const headers = [
  { type: 'default', id: 'rIdReviewOdd', path: 'header-review-odd.xml' },
  { type: 'even', id: 'rIdReviewEven', path: 'header-review-even.xml' },
] as const;

/**
 * 送审稿: the very document that would be published, under a head and over a watermark. Takes the .docx of `docxOf` and
 * changes nothing in its text; the same document and stamp give the same bytes. Throws for what is no such document.
 */
export function reviewCopyOf(docx: Uint8Array, stamp: CopyStamp): Uint8Array {
  const parts = unzipSync(docx);
  const change = (path: string, made: (xml: string) => string): void => {
    const part = parts[path];
    if (part === undefined) throw new Error(`no ${path} in the document`);
    const before = strFromU8(part);
    const after = made(before);
    if (after === before) throw new Error(`${path} is not as docx writes it`);
    parts[path] = strToU8(after);
  };
  const left = `送审稿（${stamp.standing}）`;
  const right = `${stamp.by}　${shanghaiDay(stamp.at)} ${shanghaiTime(stamp.at).slice(11)} ${stamp.did}`;
  headers.forEach(({ path }, index) => {
    parts[`word/${path}`] = strToU8(watermarkHeader('送审稿', left, right, index + 1));
  });
  change('[Content_Types].xml', (xml) =>
    xml.replace(
      '</Types>',
      `${headers.map(({ path }) => `<Override PartName="/word/${path}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/>`).join('')}</Types>`,
    ),
  );
  change('word/_rels/document.xml.rels', (xml) =>
    xml.replace(
      '</Relationships>',
      `${headers.map(({ id, path }) => `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="${path}"/>`).join('')}</Relationships>`,
    ),
  );
  const references = headers.map(({ type, id }) => `<w:headerReference w:type="${type}" r:id="${id}"/>`).join('');
  change('word/document.xml', (xml) => xml.replace(/<w:sectPr\b[^>]*>/g, (start) => start + references));
  change('word/styles.xml', (xml) => xml.replace('</w:styles>', `${headerStyle}</w:styles>`));
  return withoutTimes(zipSync(parts, { level: 6, mtime: new Date(1980, 0, 1) }));
}
