import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';
import { shanghaiTime } from '@/lib/render/frame';

export interface ZipEntry {
  /** Path within the archive, parted by `/`; written as UTF-8. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** True for what is compressed already: a scan, a PDF, a .docx. */
  readonly asIs: boolean;
}

const deflated = promisify(deflateRaw);
const largest = 0xffffffff;

/**
 * A zip archive piece by piece (APPNOTE.TXT 6.3.10): one entry at a time is in memory. Names bear the UTF-8 flag, sizes
 * stand before the content, which every unpacker reads; all entries bear the time `at` (ISO) by the clock of Shanghai.
 * The same entries and time give the same bytes. Throws beyond 4 GB.
 */
export async function* zipped(entries: AsyncIterable<ZipEntry>, at: string): AsyncGenerator<Uint8Array> {
  const central: Buffer[] = [];
  let offset = 0;
  for await (const { path, bytes, asIs } of entries) {
    const name = Buffer.from(path, 'utf8');
    const content = asIs ? bytes : await deflated(bytes, { level: 9 });
    const common = describe(bytes, content, asIs, name, at);
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 0x03, 0x04]), common, Buffer.alloc(2), name]);
    // Length of extra field and comment, disk, attributes: none; then where the entry begins.
    const place = Buffer.alloc(16);
    place.writeUInt32LE(offset, 12);
    central.push(Buffer.concat([Buffer.from([0x50, 0x4b, 0x01, 0x02, 20, 0]), common, place, name]));
    offset += local.length + content.length;
    if (offset > largest) throw new Error('the archive is larger than 4 GB');
    yield local;
    yield content;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(central.length, 8);
  end.writeUInt16LE(central.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  yield Buffer.concat([directory, end]);
}

const utf8 = 0x0800;

/** What the local and the central header have in common, from the version needed to the length of the name. */
function describe(bytes: Uint8Array, content: Uint8Array, asIs: boolean, name: Buffer, at: string): Buffer {
  const [year = 1980, month = 1, day = 1, hour = 0, minute = 0] = shanghaiTime(at).split(/[- :]/).map(Number);
  const header = Buffer.alloc(24);
  header.writeUInt16LE(20, 0);
  header.writeUInt16LE(utf8, 2);
  header.writeUInt16LE(asIs ? 0 : 8, 4);
  header.writeUInt16LE((hour << 11) | (minute << 5), 6);
  header.writeUInt16LE(((year - 1980) << 9) | (month << 5) | day, 8);
  header.writeUInt32LE(crc32(bytes), 10);
  header.writeUInt32LE(content.byteLength, 14);
  header.writeUInt32LE(bytes.byteLength, 18);
  header.writeUInt16LE(name.length, 22);
  return header;
}
