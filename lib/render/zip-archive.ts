import { crc32, deflateRawSync } from 'node:zlib';

/** A file of an archive, ready to be written as often as wanted. */
export interface ZipEntry {
  readonly name: Buffer;
  readonly crc: number;
  /** Length before packing. */
  readonly size: number;
  readonly packed: Uint8Array;
}

const signature = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 } as const;
const length = { local: 30, central: 46, end: 22 } as const;
const version = 20;
/** Names in UTF-8. */
const flags = 0x0800;
const deflated = 8;
/** 1980-01-01, the first that a zip can hold. */
const firstDay = 0x0021;

/** Deflates what stands in an archive; level 3 takes a third of the time of level 6 for a sixth more bytes. */
export function zipEntry(name: string, content: Uint8Array, level = 3): ZipEntry {
  return { name: Buffer.from(name), crc: crc32(content), size: content.length, packed: deflateRawSync(content, { level }) };
}

/** An archive of up to 65,535 entries and 4 GB, all dated the first day that a zip can hold: same entries, same bytes. */
export function zipArchive(entries: readonly ZipEntry[]): Uint8Array<ArrayBuffer> {
  let total: number = length.end;
  for (const { name, packed } of entries) total += length.local + length.central + 2 * name.length + packed.length;
  const archive = Buffer.alloc(total);
  let at = 0;
  const starts = entries.map((entry) => {
    const start = at;
    archive.writeUInt32LE(signature.local, at);
    common(archive, at + 4, entry);
    archive.set(entry.name, at + length.local);
    archive.set(entry.packed, at + length.local + entry.name.length);
    at += length.local + entry.name.length + entry.packed.length;
    return start;
  });
  const directory = at;
  entries.forEach((entry, index) => {
    archive.writeUInt32LE(signature.central, at);
    archive.writeUInt16LE(version, at + 4);
    common(archive, at + 6, entry);
    archive.writeUInt32LE(starts[index] ?? 0, at + 42);
    archive.set(entry.name, at + length.central);
    at += length.central + entry.name.length;
  });
  archive.writeUInt32LE(signature.end, at);
  archive.writeUInt16LE(entries.length, at + 8);
  archive.writeUInt16LE(entries.length, at + 10);
  archive.writeUInt32LE(at - directory, at + 12);
  archive.writeUInt32LE(directory, at + 16);
  return new Uint8Array(archive.buffer, archive.byteOffset, archive.length);
}

/** The fields that a file's own header and its line in the directory share. */
function common(archive: Buffer, at: number, { name, crc, size, packed }: ZipEntry): void {
  archive.writeUInt16LE(version, at);
  archive.writeUInt16LE(flags, at + 2);
  archive.writeUInt16LE(deflated, at + 4);
  archive.writeUInt16LE(firstDay, at + 8);
  archive.writeUInt32LE(crc, at + 10);
  archive.writeUInt32LE(packed.length, at + 14);
  archive.writeUInt32LE(size, at + 18);
  archive.writeUInt16LE(name.length, at + 22);
}
