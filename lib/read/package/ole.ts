import { unreadable, type Unreadable } from '@/lib/read/result';

/** The streams of an OLE container, by their names in the root and below. */
export type Streams = ReadonlyMap<string, () => Buffer>;

const endOfChain = 0xfffffffe;
const most = { directory: 4096 };

/** What a container holds against its own rules; the reader of it says damaged. */
export class Damaged extends Error {}

/**
 * Opens an OLE container ([MS-CFB] 10.0): Word 97 to 2003, WPS, and the wrapping of encrypted Office files. Streams are
 * copied when they are asked for; they may throw `Damaged`. Code: damaged.
 */
export function openOle(bytes: Uint8Array): Streams | Unreadable {
  try {
    return streamsOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (error) {
    if (error instanceof Damaged || error instanceof RangeError) return unreadable('damaged');
    throw error;
  }
}

function streamsOf(file: Buffer): Streams {
  const shift = file.readUInt16LE(30);
  const miniShift = file.readUInt16LE(32);
  if ((shift !== 9 && shift !== 12) || miniShift !== 6) throw new Damaged();
  const size = 1 << shift;
  const sector = (index: number): Buffer => file.subarray((index + 1) * size, (index + 2) * size);
  const table = allocation(file, size, sector);
  const whole = (start: number): Buffer => Buffer.concat(chain(start, table).map(sector));
  const entries = directory(whole(file.readUInt32LE(48)));
  const root = entries.find((entry) => entry.type === 5);
  if (root === undefined) throw new Damaged();
  const smallest = file.readUInt32LE(56);
  let mini: { data: Buffer; table: number[] } | null = null;
  const stream = (entry: Entry): Buffer => {
    if (entry.size >= smallest) return whole(entry.start).subarray(0, entry.size);
    mini ??= { data: whole(root.start), table: numbers(whole(file.readUInt32LE(60))) };
    const { data } = mini;
    return Buffer.concat(
      chain(entry.start, mini.table).map((index) => data.subarray(index * 64, (index + 1) * 64)),
    ).subarray(0, entry.size);
  };
  return new Map(entries.filter((entry) => entry.type === 2).map((entry) => [entry.name, () => stream(entry)]));
}

/** The sectors that hold the allocation table are listed in the header, and beyond 109 of them in a chain. */
function allocation(file: Buffer, size: number, sector: (index: number) => Buffer): number[] {
  const sectors = numbers(file.subarray(76, 512));
  const limit = Math.ceil(file.length / size);
  let next = file.readUInt32LE(68);
  for (let read = 0; next < limit; read += 1) {
    if (read > limit) throw new Damaged();
    const listed = numbers(sector(next));
    next = listed.pop() ?? endOfChain;
    if (sectors.length <= limit) for (const index of listed) sectors.push(index);
  }
  const needed = Math.ceil(limit / (size / 4));
  return sectors
    .filter((index) => index < limit)
    .slice(0, needed)
    .flatMap((index) => numbers(sector(index)));
}

function numbers(data: Buffer): number[] {
  return Array.from({ length: Math.floor(data.length / 4) }, (_, index) => data.readUInt32LE(index * 4));
}

function chain(start: number, table: readonly number[]): number[] {
  const links: number[] = [];
  for (let at = start; at < endOfChain; at = table[at] ?? endOfChain) {
    // A chain that comes back on itself has no end.
    if (at >= table.length || links.length > table.length) throw new Damaged();
    links.push(at);
  }
  return links;
}

interface Entry {
  readonly name: string;
  /** 2 a stream, 5 the root. */
  readonly type: number;
  readonly start: number;
  readonly size: number;
}

function directory(data: Buffer): Entry[] {
  const count = Math.floor(data.length / 128);
  if (count > most.directory) throw new Damaged();
  return Array.from({ length: count }, (_, index): Entry => {
    const entry = data.subarray(index * 128, (index + 1) * 128);
    const length = Math.min(64, entry.readUInt16LE(64));
    return {
      name: entry.toString('utf16le', 0, Math.max(0, length - 2)),
      type: entry.readUInt8(66),
      start: entry.readUInt32LE(116),
      size: entry.readUInt32LE(120),
    };
  });
}
