import sharp from 'sharp';

/** Where the picture was taken: the picket line, to a few metres. */
export const PLACE = { lat: '41/1 52/1 4130/100', lon: '87/1 37/1 2730/100' };
export const CAMERA = 'Strike Phone 12';
export const MOMENT = '2026:11:29 06:00:00';

/** A photo as a phone makes it: taken on its side, with place, moment and camera in its EXIF. */
export async function aPicture({
  width = 640,
  height = 480,
  type = 'jpeg',
}: { width?: number; height?: number; type?: 'jpeg' | 'png' | 'webp' } = {}): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#c8102e' } })
    .withExif({
      IFD0: { Make: 'Strike', Model: CAMERA, Artist: 'Dee of Local 41' },
      IFD2: { DateTimeOriginal: MOMENT },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: PLACE.lat, GPSLongitudeRef: 'W', GPSLongitude: PLACE.lon },
    })
    .withMetadata({ orientation: 6 })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><place>41.8781,-87.6243 picket</place></x:xmpmeta>')
    .toFormat(type)
    .toBuffer();
}
