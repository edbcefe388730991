import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { FaultyFile, gathered, nameOf, tooMuch } from './gathered';
import { nameIn, openZip } from './zip';

const zipOf = (files: Record<string, Uint8Array>): Blob => new Blob([new Uint8Array(zipSync(files))]);
/** 年报.txt as a Chinese Windows writes it. */
const gbk = new Uint8Array([0xc4, 0xea, 0xb1, 0xa8, 0x2e, 0x74, 0x78, 0x74]);

/** The same archive with the name of its only entry, `12345678`, in other bytes and unmarked. */
async function renamed(file: Blob, name: Uint8Array): Promise<Blob> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  for (let at = 0; at + 8 <= bytes.length; at += 1) {
    if (new TextDecoder().decode(bytes.subarray(at, at + 8)) === '12345678') bytes.set(name, at);
  }
  return new Blob([bytes]);
}

describe('an archive', () => {
  it('gives its files with their folders, without those of systems', async () => {
    const file = zipOf({
      '2023/水务局.txt': strToU8('水'),
      '__MACOSX/2023/._水务局.txt': strToU8('x'),
      '2023/.DS_Store': strToU8('x'),
      '2023/Thumbs.db': strToU8('x'),
      '2023/~$水务局.docx': strToU8('x'),
    });
    const all = await gathered([{ path: '各单位.zip', file }]);
    expect(all.files.map(({ name }) => name)).toEqual(['2023/水务局.txt']);
    expect(all.leftOut).toBe(4);
    expect(await (await all.files[0]?.content())?.text()).toBe('水');
    expect(nameOf([{ path: '各单位.zip' }], 1)).toBe('各单位');
  });
  it('is read when its names are in the code page of a Chinese Windows', async () => {
    const opened = await openZip(await renamed(zipOf({ '12345678': strToU8('a') }), gbk));
    expect('entries' in opened && opened.entries.map(({ name }) => name)).toEqual(['年报.txt']);
    expect(nameIn(new Uint8Array(strToU8('年报.txt')), 0)).toBe('年报.txt');
    expect(nameIn(new Uint8Array(strToU8('年报.txt')), 0x800)).toBe('年报.txt');
  });
  it('that is damaged or none is told in a sentence', async () => {
    const all = await gathered([
      { path: 'a.zip', file: new Blob(['none']) },
      { path: 'b.rar', file: new Blob(['none']) },
    ]);
    expect(all.refused).toEqual([
      '“a.zip”已损坏或不是 zip 压缩包，没有打开。',
      '“b.rar”是打不开的压缩包，请解压后选文件夹，或改用 zip。',
    ]);
    expect(tooMuch(all)).toBe('没有可以核对的文件。');
  });
  it('does not unfold without measure', async () => {
    const opened = await openZip(zipOf({ 'bomb.txt': new Uint8Array(20 * 1024 * 1024) }));
    if (!('entries' in opened)) throw new Error(opened.sentence);
    await expect(opened.entries[0]?.content()).rejects.toEqual(new FaultyFile('hostile'));
  });
  it('holds at most a thousand files for a batch', async () => {
    const all = await gathered(
      Array.from({ length: 1001 }, (_, index) => ({ path: `${index}.txt`, file: new Blob(['a']) })),
    );
    expect(tooMuch(all)).toBe('一共 1001 个文件，一批最多 1000 个，请分批核对。');
  });
});
