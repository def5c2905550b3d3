import sharp from 'sharp';
import { expect, test } from 'vitest';
import { aPicture, CAMERA } from '../../../test/support/a-picture.ts';
import { cleanPicture } from './clean-picture.ts';

test.each(['jpeg', 'png', 'webp'] as const)(
  'of a %s its pixels stay, turned as it was held, and nothing else',
  async (type) => {
    const photo = await aPicture({ type });
    const before = await sharp(photo).metadata();
    expect(before.exif?.includes(CAMERA)).toBe(true);
    expect(before.xmpAsString).toContain('41.8781');
    const { whole, thumbnails } = await cleanPicture(photo, `image/${type}`);
    const after = await sharp(whole).metadata();
    expect([after.exif, after.xmp, after.iptc, after.icc, after.orientation]).toEqual(
      Array(5).fill(undefined),
    );
    expect(whole.includes(CAMERA)).toBe(false);
    expect(whole.includes('41.8781')).toBe(false);
    expect([after.format, after.width, after.height]).toEqual([type, 480, 640]);
    expect(thumbnails.map(({ part, width, height }) => [part, width, height])).toEqual([
      ['LARGE', 480, 640],
      ['SMALL', 240, 320],
    ]);
  },
);

test('a page of HTML behind a picture, or in its comment, does not come along', async () => {
  const photo = await aPicture();
  const page = '<html><script>alert(document.cookie)</script></html>';
  const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, page.length + 2]), Buffer.from(page)]);
  const both = Buffer.concat([photo.subarray(0, 2), comment, photo.subarray(2), Buffer.from(page)]);
  const { whole } = await cleanPicture(both, 'image/jpeg');
  expect(whole.includes('script')).toBe(false);
  expect((await sharp(whole).metadata()).format).toBe('jpeg');
});

test('what unpacks to too many pixels is refused before it is unpacked, what is broken as broken', async () => {
  const flat = await sharp({ create: { width: 9_000, height: 8_000, channels: 3, background: '#fff' } })
    .png({ compressionLevel: 1 })
    .toBuffer();
  expect(flat.length).toBeLessThan(4_000_000);
  await expect(cleanPicture(flat, 'image/png')).rejects.toMatchObject({ problem: 'TOO_LARGE' });
  const cut = (await aPicture()).subarray(0, 300);
  await expect(cleanPicture(cut, 'image/jpeg')).rejects.toMatchObject({ problem: 'BROKEN' });
});
