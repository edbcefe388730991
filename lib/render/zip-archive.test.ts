import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { storedEntry, zipArchive, zipEntry, zipStream } from './zip-archive';

const text = (words: string): Uint8Array => new TextEncoder().encode(words);
const entries = [
  zipEntry('word/文档.xml', text('年报'.repeat(500))),
  storedEntry('报告.docx', text('packed already')),
  zipEntry('empty', new Uint8Array()),
];

describe('a zip archive', () => {
  it('gives its entries back, names in Chinese included', () => {
    const found = Object.entries(unzipSync(zipArchive(entries))).map(([name, bytes]) => [name, strFromU8(bytes)]);
    expect(found).toEqual([
      ['word/文档.xml', '年报'.repeat(500)],
      ['报告.docx', 'packed already'],
      ['empty', ''],
    ]);
  });

  it('is the same written piece by piece', async () => {
    const pieces: Uint8Array[] = [];
    for await (const piece of zipStream(entries)) pieces.push(piece);
    expect(Buffer.concat(pieces).equals(Buffer.from(zipArchive(entries)))).toBe(true);
  });
});
