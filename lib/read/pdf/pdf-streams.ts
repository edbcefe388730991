import { inflateSync } from 'node:zlib';

/** Bytes. Text and fonts of a report unpack to a few megabytes. */
const largestStream = 96 * 1024 * 1024;
const largestSum = 256 * 1024 * 1024;

/**
 * Whether the compressed streams of a PDF unpack to more than any report holds: pdf.js unpacks without a limit.
 * Pictures are left out, they are never unpacked here.
 */
export function expandsTooFar(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let sum = 0;
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    if (file.subarray(at - 3, at).toString('latin1') === 'end') continue;
    const dictionary = file.subarray(Math.max(0, at - 1_024), at).toString('latin1');
    const own = dictionary.slice(dictionary.lastIndexOf(' obj'));
    if (/\/Subtype\s*\/Image/.test(own)) continue;
    const filters = own.match(/\/(?:FlateDecode|Fl|LZWDecode|RunLengthDecode)\b/g)?.length ?? 0;
    // One packed in another is how a bomb is built; no writer does it.
    if (filters > 2) return true;
    const start = at + (file[at + 6] === 0x0d ? 8 : 7);
    const size =
      filters === 0
        ? 0
        : unpackedSize(file.subarray(start, file.indexOf('endstream', start) < 0 ? file.length : undefined));
    sum += size;
    if (size > largestStream || sum > largestSum) return true;
  }
  return false;
}

function unpackedSize(stream: Uint8Array): number {
  if (((stream[0] ?? 0) & 0x0f) !== 8) return 0;
  try {
    return inflateSync(stream, { maxOutputLength: largestStream }).length;
  } catch (error) {
    return error instanceof RangeError ? Infinity : 0;
  }
}
