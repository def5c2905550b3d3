/** What an ordinary camera writes along, to be found nowhere afterwards. */
export const TELLTALES = [
  '+41.8781-087.6243/',
  'Strike Cam 12',
  'GPSU',
  'made by Dee',
  'Strike Handler',
  'at the gate',
];

function box(type: string, ...content: (Buffer | string)[]): Buffer {
  const body = Buffer.concat(
    content.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)),
  );
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
}

const words = (...numbers: number[]) => {
  const bytes = Buffer.alloc(numbers.length * 4);
  numbers.forEach((number, index) => bytes.writeUInt32BE(number, index * 4));
  return bytes;
};

/** A moment in seconds since 1904, as they count. */
export const SHOT_AT = 3_900_000_000;

function track(handler: string, name: string, chunkAt: number, sizes: number[], description: Buffer): Buffer {
  return box(
    'trak',
    box('tkhd', words(7, SHOT_AT, SHOT_AT, 1, 0, 1_000), Buffer.alloc(60)),
    box('udta', box('name', 'at the gate')),
    box(
      'mdia',
      box('mdhd', words(0, SHOT_AT, SHOT_AT, 1_000, 1_000, 0)),
      box('hdlr', words(0, 0), handler, 'appl', Buffer.alloc(8), name),
      box(
        'minf',
        box('dinf', box('dref', words(0, 1), box('url ', words(1)))),
        box(
          'stbl',
          box('stsd', words(0, 1), description),
          box('stts', words(0, 1, sizes.length, 1)),
          box('stsc', words(0, 1, 1, sizes.length, 1)),
          box('stsz', words(0, 0, sizes.length, ...sizes)),
          box('stco', words(0, 1, chunkAt)),
        ),
      ),
    ),
  );
}

/**
 * An MP4 or MOV as a camera makes it: a track of pictures (filler of `filler` bytes), one of places that machines read,
 * and boxes that say where, when and with what. The description stands at the end, as phones write it.
 */
export function aVideo({ filler = 2_000, brand = 'mp42' }: { filler?: number; brand?: string } = {}): {
  bytes: Buffer;
  /** Where the pictures lie. */
  pictures: { from: number; to: number };
} {
  const ftyp = box('ftyp', brand, words(0), brand, 'isom');
  const serial = box('uuid', Buffer.alloc(16, 7), 'Strike Cam 12 serial 4711');
  const pictures = Buffer.alloc(filler, 'picture ');
  const places = ['GPSU 41.8781,-87.6243 @1', 'GPSU 41.8781,-87.6243 @2'];
  const samples = Buffer.from(places.join(''), 'latin1');
  const mdat = box('mdat', pictures, samples);
  const from = ftyp.length + serial.length + 8;
  const to = from + pictures.length;
  const picture = box(
    'avc1',
    Buffer.alloc(6),
    Buffer.from([0, 1]),
    Buffer.alloc(34),
    Buffer.from('\u000dStrike Cam 12'.padEnd(32, '\0'), 'latin1'),
    Buffer.from([0, 24, 255, 255]),
  );
  const moov = box(
    'moov',
    box('mvhd', words(0, SHOT_AT, SHOT_AT, 1_000, 1_000), Buffer.alloc(80)),
    track('vide', 'Strike Handler', from, [pictures.length], picture),
    track(
      'meta',
      'Strike Handler',
      to,
      places.map((place) => place.length),
      box('gpmd', Buffer.alloc(8)),
    ),
    box(
      'udta',
      box('\u00a9xyz', '\u0000\u0012\u0015\u00c7+41.8781-087.6243/'),
      box('\u00a9mod', 'Strike Cam 12'),
    ),
    box('meta', box('keys', 'com.apple.quicktime.location.ISO6709'), box('ilst', 'made by Dee')),
    box('frea', 'Strike Cam 12'),
  );
  return { bytes: Buffer.concat([ftyp, serial, mdat, moov]), pictures: { from, to } };
}
