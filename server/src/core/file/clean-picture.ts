import sharp, { type Sharp } from 'sharp';
import type { Thumbnail } from './file.entity.ts';
import { FileRefused } from './file-problem.ts';

/** What a phone makes, and a poster: unpacked it takes some 200 MB, once. */
const MOST_PIXELS = 64_000_000;
/** Longer edge of the smaller pictures, in pixels. */
const EDGES = { LARGE: 1600, SMALL: 320 } as const;

export interface CleanPicture {
  whole: Buffer;
  thumbnails: (Thumbnail & { bytes: Buffer })[];
}

/**
 * Makes a picture anew from its pixels, turned as it is to be seen: of place, time, camera, comments, and of whatever
 * else was in the file beside them, nothing comes along. Refuses what cannot be decoded and what is very large.
 */
export async function cleanPicture(bytes: Buffer, mediaType: string): Promise<CleanPicture> {
  try {
    const isAnimated = mediaType === 'image/webp';
    const source = () =>
      sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', animated: isAnimated });
    // An animation is one tall picture to it, and cannot be turned.
    const { pages = 1 } = await source().metadata();
    const picture = pages > 1 ? source() : source().autoOrient();
    const whole = await encode(picture, mediaType).toBuffer();
    const thumbnails: CleanPicture['thumbnails'] = [];
    for (const part of ['LARGE', 'SMALL'] as const) {
      const { data, info } = await sharp(whole, { limitInputPixels: MOST_PIXELS })
        .resize({ width: EDGES[part], height: EDGES[part], fit: 'inside', withoutEnlargement: true })
        .webp({ quality: 78 })
        .toBuffer({ resolveWithObject: true });
      thumbnails.push({ part, width: info.width, height: info.height, bytes: data });
    }
    return { whole, thumbnails };
  } catch (error) {
    throw new FileRefused(/pixel limit/i.test(String(error)) ? 'TOO_LARGE' : 'BROKEN');
  }
}

/** Work is not to look worse for having passed here: what loses nothing stays so, the rest is kept at high quality. */
function encode(picture: Sharp, mediaType: string): Sharp {
  if (mediaType === 'image/png') return picture.png({ compressionLevel: 9 });
  if (mediaType === 'image/webp') return picture.webp({ quality: 92 });
  return picture.jpeg({ quality: 92, chromaSubsampling: '4:4:4' });
}
