import { Inflate } from 'fflate';
import { largestFile } from '@/lib/workflow/checked-file';
import { FaultyFile, type ToSend } from './gathered';

/** Entries of an archive, folders not counted among them; or the reason why it was not opened. */
export type OpenedZip = { readonly entries: readonly ToSend[] } | { readonly sentence: string };

/** What an archive may hold before it is looked at any closer, and how dense an entry of some size may be. */
const most = { entries: 5000, ratio: 250, ratioFrom: 1024 * 1024 };
const notOpened: OpenedZip = { sentence: '已损坏或不是 zip 压缩包，没有打开' };
const piece = 64 * 1024;

interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  /** Offset of the local header. */
  readonly at: number;
}

/**
 * Lists an archive by its central directory (APPNOTE.TXT 6.3.10). Of the file only the directory is read; an entry is
 * inflated when it is asked for, to no more than it claims.
 */
export async function openZip(file: Blob): Promise<OpenedZip> {
  const tailAt = Math.max(0, file.size - 22 - 0xffff);
  const tail = await viewOf(file, tailAt, file.size);
  let end = tail.byteLength - 22;
  while (end >= 0 && tail.getUint32(end, true) !== 0x06054b50) end -= 1;
  if (end < 0) return notOpened;
  const count = tail.getUint16(end + 10, true);
  const from = tail.getUint32(end + 16, true);
  const length = tail.getUint32(end + 12, true);
  if (count > most.entries) return { sentence: `里有 ${count} 个文件，太多了，请分批核对` };
  if (from + length > file.size) return notOpened;
  const directory = await viewOf(file, from, from + length);
  const entries = listed(directory, count);
  return entries === null
    ? notOpened
    : { entries: entries.filter(({ name }) => !name.endsWith('/')).map((entry) => toSend(file, entry)) };
}

function listed(directory: DataView<ArrayBuffer>, count: number): Entry[] | null {
  const entries: Entry[] = [];
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > directory.byteLength || directory.getUint32(at, true) !== 0x02014b50) return null;
    const short = (offset: number): number => directory.getUint16(at + offset, true);
    const long = (offset: number): number => directory.getUint32(at + offset, true);
    const after = at + 46 + short(28);
    if (after > directory.byteLength) return null;
    const name = new Uint8Array(directory.buffer, directory.byteOffset + at + 46, short(28));
    entries.push({
      name: nameIn(name, short(8)),
      flags: short(8),
      method: short(10),
      packed: long(20),
      size: long(24),
      at: long(42),
    });
    at = after + short(30) + short(32);
  }
  return entries;
}

/** A name marked as UTF-8, or that is; else it is in the code page of a Chinese Windows. */
export function nameIn(bytes: Uint8Array<ArrayBuffer>, flags: number): string {
  const text =
    ((flags & 0x800) === 0 ? strictly(bytes) : null) ??
    new TextDecoder((flags & 0x800) === 0 ? 'gb18030' : 'utf-8').decode(bytes);
  return text.replaceAll('\\', '/').replace(/^\/+/, '');
}

function strictly(bytes: Uint8Array<ArrayBuffer>): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function toSend(file: Blob, entry: Entry): ToSend {
  return { name: entry.name, size: entry.size, content: () => content(file, entry) };
}

async function content(file: Blob, { flags, method, packed, size, at }: Entry): Promise<Blob> {
  if ((flags & 1) !== 0) throw new FaultyFile('encrypted');
  if (size > largestFile) throw new FaultyFile('too-large');
  if (size > most.ratioFrom && size > packed * most.ratio) throw new FaultyFile('hostile');
  if (at + 30 > file.size || (method !== 0 && method !== 8)) throw new FaultyFile('damaged');
  const head = await viewOf(file, at, at + 30);
  if (head.getUint32(0, true) !== 0x04034b50) throw new FaultyFile('damaged');
  const start = at + 30 + head.getUint16(26, true) + head.getUint16(28, true);
  const body = file.slice(start, start + packed);
  if (body.size !== packed) throw new FaultyFile('damaged');
  return method === 0 ? body : new Blob(inflated(new Uint8Array(await body.arrayBuffer()), size));
}

/** The pieces of an inflated entry, which are together as long as it claims. */
function inflated(packed: Uint8Array<ArrayBuffer>, size: number): Uint8Array<ArrayBuffer>[] {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const inflate = new Inflate((part) => {
    length += part.byteLength;
    if (length > size) throw new FaultyFile('hostile');
    pieces.push(new Uint8Array(part));
  });
  try {
    for (let at = 0; at < packed.byteLength; at += piece)
      inflate.push(packed.subarray(at, at + piece), at + piece >= packed.byteLength);
  } catch (error) {
    throw error instanceof FaultyFile ? error : new FaultyFile('damaged');
  }
  if (length !== size) throw new FaultyFile('damaged');
  return pieces;
}

const viewOf = async (file: Blob, from: number, to: number): Promise<DataView<ArrayBuffer>> =>
  new DataView(await file.slice(from, to).arrayBuffer());
