import sharp, { type Sharp } from 'sharp';
import { sha256 } from '@/lib/proof/digest';
import type { PictureType } from '@/lib/report/insert';
import type { StoredPicture } from '@/lib/store/reports/pictures';

/** Pixels of the largest picture that is opened: a camera has that many, a picture made to fill the memory has more. */
const mostPixels = 40_000_000;
/** Pixels of what is kept: 156 mm of text at nearly 300 to the inch. */
const kept = { width: 1800, height: 2400 } as const;
/** A drawing of lines and areas is smaller than this as PNG; what is larger is a photograph or a scan. */
const drawing = 300_000;
const largestKept = 2_000_000;

sharp.cache(false);
sharp.concurrency(1);

const signatures: readonly { type: PictureType; bytes: readonly number[] }[] = [
  { type: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
];

/** What kind of picture these bytes are, by their beginning and not by any name; null for all but PNG and JPEG. */
function pictureTypeOf(bytes: Uint8Array): PictureType | null {
  return signatures.find((signature) => signature.bytes.every((byte, index) => bytes[index] === byte))?.type ?? null;
}

/** One after the other: each may take a few hundred megabytes while it is open. */
let last: Promise<unknown> = Promise.resolve();

/**
 * A picture as it is stored: opened and written anew, so that nothing of the file itself stays (place, camera, names,
 * whatever was hidden in it), upright, on white, at most 1800 pixels wide. The same bytes give the same bytes.
 * Null for what is no PNG or JPEG, is damaged or has too many pixels.
 */
export function reencoded(bytes: Uint8Array): Promise<StoredPicture | null> {
  const turn = last.then(() => encoded(bytes).catch(() => null));
  last = turn;
  return turn;
}

async function encoded(bytes: Uint8Array): Promise<StoredPicture | null> {
  const type = pictureTypeOf(bytes);
  if (type === null) return null;
  const opened = (): Sharp =>
    sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', sequentialRead: true })
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .resize({ ...kept, fit: 'inside', withoutEnlargement: true })
      .timeout({ seconds: 20 });
  if (type === 'image/png') {
    const png = await opened().png({ compressionLevel: 9, effort: 10 }).toBuffer({ resolveWithObject: true });
    if (png.data.length <= drawing) return kind('image/png', png);
    const jpeg = await opened().jpeg({ quality: 85 }).toBuffer({ resolveWithObject: true });
    if (png.data.length <= largestKept && png.data.length < 2 * jpeg.data.length) return kind('image/png', png);
  }
  let jpeg = await opened().jpeg({ quality: 85 }).toBuffer({ resolveWithObject: true });
  for (const quality of [70, 50]) {
    if (jpeg.data.length <= largestKept) break;
    jpeg = await opened().jpeg({ quality }).toBuffer({ resolveWithObject: true });
  }
  return kind('image/jpeg', jpeg);
}

function kind(
  contentType: PictureType,
  { data, info }: { data: Buffer; info: { width: number; height: number } },
): StoredPicture {
  return { sha256: sha256(data), contentType, width: info.width, height: info.height, bytes: data };
}
