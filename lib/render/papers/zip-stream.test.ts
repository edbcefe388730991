import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { zipped, type ZipEntry } from './zip-stream';

const entries: ZipEntry[] = [
  { path: '目录.txt', bytes: Buffer.from('甲'.repeat(1000)), asIs: false },
  { path: '公布文件/年度报告.docx', bytes: Buffer.from('PK…'), asIs: true },
  { path: '空.txt', bytes: new Uint8Array(), asIs: false },
];

async function* each(list: readonly ZipEntry[]): AsyncGenerator<ZipEntry> {
  for (const entry of list) yield await Promise.resolve(entry);
}

async function archived(list: readonly ZipEntry[], at = '2025-01-10T16:32:00Z'): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of zipped(each(list), at)) pieces.push(piece);
  return Buffer.concat(pieces);
}

it('what goes in comes out, under its Chinese name, compressed where that helps', async () => {
  const archive = await archived(entries);
  const files = unzipSync(archive);
  expect(Object.keys(files)).toEqual(entries.map(({ path }) => path));
  for (const { path, bytes } of entries) expect(Buffer.from(files[path] ?? []).equals(bytes)).toBe(true);
  expect(archive.length).toBeLessThan(700);
  expect(await archived(entries)).toEqual(archive);
});

const unpacker = spawnSync('unzip', ['-v']).error === undefined;

it.skipIf(!unpacker)('an ordinary unpacker finds nothing wrong with it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-zip-'));
  try {
    writeFileSync(join(folder, 'a.zip'), await archived(entries));
    expect(spawnSync('unzip', ['-t', 'a.zip'], { cwd: folder, encoding: 'utf8' }).stdout).toContain(
      'No errors detected',
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it('one entry at a time is asked for', async () => {
  let asked = 0;
  async function* counting(): AsyncGenerator<ZipEntry> {
    for (const entry of entries) {
      asked += 1;
      yield await Promise.resolve(entry);
    }
  }
  const archive = zipped(counting(), '2025-01-10T16:32:00Z');
  await archive.next();
  expect(asked).toBe(1);
  await archive.return(undefined);
});
