import { createHash } from 'node:crypto';
import { insertLimits, longestPicture, type PictureType, type PictureWithData } from '@/lib/report/insert';

/** A picture of a document that stands behind its first `after` blocks. */
export interface PictureFound {
  readonly after: number;
  readonly picture: PictureWithData;
}

/** The pictures of a document that can be taken along, and what is said of the others. */
export interface Pictures {
  readonly found: readonly PictureFound[];
  readonly lost: readonly string[];
}

export const noPictures: Pictures = { found: [], lost: [] };

/** Bytes of one picture, and of all together: they travel with the report as Base64. */
const most = { one: Math.floor(longestPicture / 4) * 3 - 3, all: 16 * 1024 * 1024 } as const;

/** Stands for what the document does not say of a picture; its author is to replace it. */
const unsaid = '（原文件没有写这张图片的替代文字，请补写）';

/** Takes pictures as they come, within bounds; says of each that it does not take why not. */
export class PictureTray {
  private readonly found: PictureFound[] = [];
  private readonly lost: string[] = [];
  private bytes = 0;

  /** Whether a picture of so many bytes may still come; a refusal is noted. */
  admits(bytes: number, alt: string): boolean {
    if (this.found.length < insertLimits.pictures && bytes <= most.one && this.bytes + bytes <= most.all) return true;
    this.lose(alt, '太大或太多');
    return false;
  }

  take(bytes: Uint8Array, alt: string, after: number): void {
    if (!this.admits(bytes.length, alt)) return;
    const picture = pictureOf(bytes, alt);
    if (picture === null) return this.lose(alt, '不是 PNG 或 JPEG');
    this.bytes += bytes.length;
    this.found.push({ after, picture });
  }

  /** Not more of these than a person reads. */
  lose(alt: string, why: string): void {
    if (this.lost.length < 50) this.lost.push(lostPicture(alt, why));
  }

  get pictures(): Pictures {
    return { found: this.found, lost: this.lost };
  }
}

export const lostPicture = (alt: string, why: string): string =>
  `图片${alt.trim() === '' ? '' : `“${alt.trim().slice(0, 40)}”`}没有读入：${why}`;

/** A picture by its bytes, told by their beginning; null for all but PNG and JPEG whose size can be read. */
function pictureOf(bytes: Uint8Array, alt: string): PictureWithData | null {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const contentType = typeOf(data);
  const size = contentType === null ? null : contentType === 'image/png' ? sizeOfPng(data) : sizeOfJpeg(data);
  if (
    contentType === null ||
    size === null ||
    size.width < 1 ||
    size.height < 1 ||
    size.width > 20_000 ||
    size.height > 20_000
  )
    return null;
  const words = alt.replace(/\s+/g, ' ').trim().slice(0, insertLimits.alt).trim();
  return {
    sha256: createHash('sha256').update(data).digest('hex'),
    contentType,
    ...size,
    alt: words === '' ? unsaid : words,
    data: data.toString('base64'),
  };
}

function typeOf(data: Buffer): PictureType | null {
  if (data.length > 24 && data.readUInt32BE(0) === 0x89504e47 && data.readUInt32BE(4) === 0x0d0a1a0a)
    return 'image/png';
  return data.length > 4 && data[0] === 0xff && data[1] === 0xd8 && data[2] === 0xff ? 'image/jpeg' : null;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** PNG (ISO/IEC 15948), 11.2.2: the first chunk is IHDR. */
const sizeOfPng = (data: Buffer): Size | null =>
  data.toString('latin1', 12, 16) === 'IHDR' ? { width: data.readUInt32BE(16), height: data.readUInt32BE(20) } : null;

/** JPEG (ITU-T T.81), B.2.2: the frame header, SOF0 to SOF15 but for DHT, JPG and DAC. */
function sizeOfJpeg(data: Buffer): Size | null {
  for (let at = 2; at + 9 < data.length; ) {
    if (data[at] !== 0xff) return null;
    const marker = data[at + 1] ?? 0;
    if (marker === 0xff) at += 1;
    else if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      return { width: data.readUInt16BE(at + 7), height: data.readUInt16BE(at + 5) };
    } else if (marker >= 0xd0 && marker <= 0xd8) at += 2;
    else at += 2 + data.readUInt16BE(at + 2);
  }
  return null;
}
