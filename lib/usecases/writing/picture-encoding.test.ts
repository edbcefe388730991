import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { reencoded } from './picture-encoding';

const drawn = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 4, background: { r: 29, g: 86, b: 115, alpha: 0.5 } } });
const noise = (width: number, height: number) =>
  sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } });

describe('a picture that is taken in', () => {
  it('is at most 1800 pixels wide, on white, without anything but the picture', async () => {
    const given = await drawn(2400, 1200)
      .withExif({ IFD0: { Copyright: '机密', Artist: '张三' } })
      .png()
      .toBuffer();
    const kept = await reencoded(given);
    expect(kept).toMatchObject({ contentType: 'image/png', width: 1800, height: 900 });
    const about = await sharp(kept?.bytes).metadata();
    expect([about.exif, about.icc, about.xmp, about.hasAlpha]).toEqual([undefined, undefined, undefined, false]);
    expect(Buffer.from(kept?.bytes ?? []).includes('张三')).toBe(false);
  });

  it('stands upright as its camera says, and keeps neither place nor day', async () => {
    const given = await drawn(600, 300).removeAlpha().jpeg().withMetadata({ orientation: 6 }).toBuffer();
    const kept = await reencoded(given);
    expect(kept).toMatchObject({ contentType: 'image/jpeg', width: 300, height: 600 });
    expect((await sharp(kept?.bytes).metadata()).exif).toBeUndefined();
  });

  it('stays PNG as a drawing and becomes JPEG as a photograph', async () => {
    expect((await reencoded(await drawn(900, 600).png().toBuffer()))?.contentType).toBe('image/png');
    const photo = await noise(900, 600).blur(3).png().toBuffer();
    expect((await reencoded(photo))?.contentType).toBe('image/jpeg');
  });

  it('is the same bytes each time', async () => {
    const given = await noise(500, 400).jpeg().toBuffer();
    expect(await reencoded(given)).toEqual(await reencoded(given));
  });

  it.each<[string, () => Promise<Uint8Array>]>([
    ['a text', () => Promise.resolve(new TextEncoder().encode('<svg onload="alert(1)"/>'))],
    [
      'a drawing in SVG that begins like a PNG',
      () =>
        Promise.resolve(
          Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.from('<svg/>')]),
        ),
    ],
    ['another kind of picture', () => drawn(40, 40).webp().toBuffer()],
    ['half a picture', async () => (await noise(300, 300).jpeg().toBuffer()).subarray(0, 20_000)],
    [
      'more pixels than memory is kept for',
      () =>
        sharp({ create: { width: 9000, height: 9000, channels: 3, background: '#fff' } })
          .png({ compressionLevel: 9 })
          .toBuffer(),
    ],
  ])('is not %s', async (_, given) => {
    expect(await reencoded(await given())).toBeNull();
  });
});
