import { crc32, inflateRawSync } from 'node:zlib';
import { unreadable, type Unreadable } from '@/lib/read/result';

/** What a package may hold. A report with the pictures of a whole year stays far below. */
const most = {
  entries: 4096,
  packageBytes: 512 * 1024 * 1024,
  partBytes: 48 * 1024 * 1024,
  ratio: 250,
  ratioFrom: 1024 * 1024,
};

interface Entry {
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly crc: number;
  /** Offset of the local header. */
  readonly at: number;
}

/** The files in a zip archive, each inflated when it is asked for. */
export interface Package {
  has(name: string): boolean;
  /** Bytes of a part as the directory claims them, which is as many as are ever given; 0 where there is none. */
  size(name: string): number;
  /** The bytes of a part; null where there is none. Codes: damaged, hostile. */
  part(name: string): Uint8Array | null | Unreadable;
}

/**
 * Opens a zip archive (APPNOTE.TXT 6.3.10) by its central directory. What the directory claims is judged before
 * anything is inflated, and no more is inflated than it claims. Codes: damaged, encrypted, hostile.
 */
export function openPackage(bytes: Uint8Array): Package | Unreadable {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(data);
  if (end === null) return unreadable('damaged');
  if (end.entries > most.entries) return unreadable('hostile');
  const entries = new Map<string, Entry>();
  let claimed = 0;
  let at = end.directory;
  for (let index = 0; index < end.entries; index += 1) {
    if (at + 46 > data.length || data.readUInt32LE(at) !== 0x02014b50) return unreadable('damaged');
    const encrypted = (data.readUInt16LE(at + 8) & 1) !== 0;
    const name = data.toString('utf8', at + 46, at + 46 + data.readUInt16LE(at + 28)).replaceAll('\\', '/');
    const entry = entryAt(data, at);
    claimed += entry.size;
    if (encrypted) return unreadable('encrypted');
    if (claimed > most.packageBytes || tooDense(entry)) return unreadable('hostile');
    if (entries.has(name)) return unreadable('damaged');
    entries.set(name, entry);
    at += 46 + data.readUInt16LE(at + 28) + data.readUInt16LE(at + 30) + data.readUInt16LE(at + 32);
  }
  return {
    has: (name) => entries.has(name),
    size: (name) => entries.get(name)?.size ?? 0,
    part: (name) => {
      const entry = entries.get(name);
      return entry === undefined ? null : inflated(data, entry);
    },
  };
}

/** The record at the end of the archive; a comment of at most 65,535 bytes may follow it. */
function endOf(data: Buffer): { entries: number; directory: number } | null {
  for (let at = data.length - 22; at >= Math.max(0, data.length - 22 - 0xffff); at -= 1) {
    if (data[at] !== 0x50 || data.readUInt32LE(at) !== 0x06054b50) continue;
    if (at + 22 + data.readUInt16LE(at + 20) > data.length) continue;
    return zip64End(data, at) ?? { entries: data.readUInt16LE(at + 10), directory: data.readUInt32LE(at + 16) };
  }
  return null;
}

function zip64End(data: Buffer, end: number): { entries: number; directory: number } | null {
  if (end < 20 || data.readUInt32LE(end - 20) !== 0x07064b50) return null;
  const at = Number(data.readBigUInt64LE(end - 12));
  if (at + 56 > data.length || data.readUInt32LE(at) !== 0x06064b50) return null;
  return { entries: Number(data.readBigUInt64LE(at + 32)), directory: Number(data.readBigUInt64LE(at + 48)) };
}

function entryAt(data: Buffer, at: number): Entry {
  let packed = data.readUInt32LE(at + 20);
  let size = data.readUInt32LE(at + 24);
  let local = data.readUInt32LE(at + 42);
  const extra = at + 46 + data.readUInt16LE(at + 28);
  const stop = Math.min(data.length, extra + data.readUInt16LE(at + 30));
  for (let field = extra; field + 4 <= stop; field += 4 + data.readUInt16LE(field + 2)) {
    if (data.readUInt16LE(field) !== 1) continue;
    let value = field + 4;
    const next = (given: number): number => {
      if (given !== 0xffffffff || value + 8 > stop) return given;
      value += 8;
      return Number(data.readBigUInt64LE(value - 8));
    };
    size = next(size);
    packed = next(packed);
    local = next(local);
  }
  return { method: data.readUInt16LE(at + 10), packed, size, crc: data.readUInt32LE(at + 16), at: local };
}

const tooDense = ({ packed, size }: Entry): boolean => size > most.ratioFrom && size > packed * most.ratio;

function inflated(data: Buffer, entry: Entry): Uint8Array | Unreadable {
  if (entry.size > most.partBytes) return unreadable('hostile');
  if (entry.at + 30 > data.length || data.readUInt32LE(entry.at) !== 0x04034b50) return unreadable('damaged');
  const start = entry.at + 30 + data.readUInt16LE(entry.at + 26) + data.readUInt16LE(entry.at + 28);
  const packed = data.subarray(start, start + entry.packed);
  if (packed.length !== entry.packed) return unreadable('damaged');
  const whole = entry.method === 0 ? packed : entry.method === 8 ? unpacked(packed, entry.size) : null;
  return whole !== null && whole.length === entry.size && crc32(whole) === entry.crc ? whole : unreadable('damaged');
}

function unpacked(packed: Buffer, size: number): Buffer | null {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch {
    return null;
  }
}
