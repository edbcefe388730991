import { unreadable, type FileKind, type Unreadable } from './result';

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  new TextDecoder('latin1').decode(bytes.subarray(from, to));
const starts = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

const signatures: readonly (readonly [readonly number[], string])[] = [
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], '这是 RTF 文件，请在 Word 或 WPS 里另存为 .docx'],
  [[0x4d, 0x5a], '这是程序'],
  [[0x7f, 0x45, 0x4c, 0x46], '这是程序'],
  [[0x89, 0x50, 0x4e, 0x47], '这是图片'],
  [[0xff, 0xd8, 0xff], '这是图片'],
  [[0x47, 0x49, 0x46, 0x38], '这是图片'],
  [[0x42, 0x4d], '这是图片'],
  [[0x49, 0x49, 0x2a, 0x00], '这是图片'],
  [[0x4d, 0x4d, 0x00, 0x2a], '这是图片'],
  [[0x52, 0x49, 0x46, 0x46], '这是图片或音视频'],
  [[0x52, 0x61, 0x72, 0x21], '这是 RAR 压缩包，请解开后给出其中的报告'],
  [[0x37, 0x7a, 0xbc, 0xaf], '这是 7z 压缩包，请解开后给出其中的报告'],
  [[0x1f, 0x8b], '这是 gzip 压缩包，请解开后给出其中的报告'],
];

/** What a binary file is by its first bytes and its table of contents; null for what may be text. */
export function binaryKind(bytes: Uint8Array): FileKind | Unreadable | null {
  if (starts(bytes, [0x50, 0x4b, 3, 4]) || starts(bytes, [0x50, 0x4b, 5, 6])) return zipKind(bytes);
  if (starts(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return compoundKind(bytes);
  // ISO 32000-1, annex H.3: readers accept the header within the first 1024 bytes.
  const head = ascii(bytes, 0, 1024);
  const mark = head.search(/%PDF-\d/);
  if (mark >= 0 && !/[<#]/.test(head.slice(0, mark))) return 'pdf';
  const known = signatures.find(([signature]) => starts(bytes, signature));
  // Two letters alone may begin a text.
  if (known === undefined || (known[0].length === 2 && !bytes.subarray(0, 512).includes(0))) return null;
  return unreadable('unknown-kind', known[1]);
}

interface Entry {
  readonly name: string;
  readonly encrypted: boolean;
}

/**
 * Entries of a zip by its central directory (APPNOTE 4.3.12, 4.3.16), null where it has none; as many as tell the kind.
 */
function entriesOf(bytes: Uint8Array): Entry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  const first = Math.max(0, end - 0xffff);
  while (end >= first && view.getUint32(end, true) !== 0x06054b50) end -= 1;
  if (end < first) return null;
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  while (entries.length < 5_000 && at + 46 <= bytes.length && view.getUint32(at, true) === 0x02014b50) {
    const length = view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    });
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

const packages: readonly (readonly [RegExp, string])[] = [
  [/^xl\/workbook\.(xml|bin)$/, '这是 Excel 表格，请给出报告全文'],
  [/^ppt\/presentation\.xml$/, '这是 PowerPoint 演示文稿'],
  [/^OFD\.xml$/i, '这是 OFD 版式文件，请给出 Word 或 PDF'],
  [/^META-INF\/manifest\.xml$/, '这是 OpenDocument（.odt 等）文件，请另存为 .docx'],
  [/^META-INF\/container\.xml$/, '这是 EPUB 电子书'],
  [/^Index\/Document\.iwa$/, '这是 Pages 文稿，请导出为 .docx'],
];

function zipKind(bytes: Uint8Array): FileKind | Unreadable {
  const entries = entriesOf(bytes);
  if (entries === null || entries.length === 0) return unreadable('damaged');
  const document = entries.find((entry) => /^\/?word[/\\]document\d*\.xml$/i.test(entry.name));
  if (document !== undefined) return document.encrypted ? unreadable('encrypted') : 'docx';
  const known = packages.find(([name]) => entries.some((entry) => name.test(entry.name)));
  if (known !== undefined) return unreadable('unknown-kind', known[1]);
  if (entries.some((entry) => entry.encrypted)) return unreadable('encrypted');
  return unreadable('unknown-kind', '这是压缩包，请解开后给出其中的报告');
}

/** Streams of a compound file ([MS-CFB] 2.6): names in UTF-16 at the beginning of entries of 128 bytes. */
function compoundKind(bytes: Uint8Array): FileKind | Unreadable {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const holds = (name: string): boolean => {
    const sought = Buffer.from(`${name}\0`, 'utf16le');
    for (let at = file.indexOf(sought, 512); at >= 0; at = file.indexOf(sought, at + 1)) {
      if (at % 128 === 0 && file.readUInt16LE(Math.min(at + 64, file.length - 2)) === sought.length) return true;
    }
    return false;
  };
  if (holds('EncryptedPackage')) return unreadable('encrypted');
  if (holds('WordDocument')) return 'doc';
  if (holds('Workbook') || holds('Book')) return unreadable('unknown-kind', '这是 Excel 表格，请给出报告全文');
  if (holds('PowerPoint Document')) return unreadable('unknown-kind', '这是 PowerPoint 演示文稿');
  return bytes.length < 1536 ? unreadable('damaged') : unreadable('unknown-kind');
}
