import { crc32, deflateRawSync } from 'node:zlib';
import { strToU8, zipSync, type Zippable } from 'fflate';

const TYPES = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;

/** A DOCX that says who wrote it, and shows a photo. */
export function aDocx(photo: Uint8Array, more: Zippable = {}): Buffer {
  return Buffer.from(
    zipSync({
      '[Content_Types].xml': strToU8(TYPES),
      '_rels/.rels': strToU8('<Relationships/>'),
      'docProps/core.xml': strToU8(
        '<cp:coreProperties><dc:creator>Dee of Local 41</dc:creator></cp:coreProperties>',
      ),
      'docProps/app.xml': strToU8('<Properties><Company>Bay Transit</Company></Properties>'),
      'word/document.xml': strToU8('<w:document>We strike at dawn</w:document>'),
      'word/media/image1.jpg': photo,
      ...more,
    }),
  );
}

const SLIDE_TYPES = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/ppt/presentation.xml" ContentType="application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"/></Types>`;

/** Slides with a photo, which say who made them. */
export function aPptx(photo: Uint8Array): Buffer {
  return Buffer.from(
    zipSync({
      '[Content_Types].xml': strToU8(SLIDE_TYPES),
      '_rels/.rels': strToU8('<Relationships/>'),
      'docProps/core.xml': strToU8(
        '<cp:coreProperties><dc:creator>Dee of Local 41</dc:creator></cp:coreProperties>',
      ),
      'docProps/app.xml': strToU8('<Properties><Company>Bay Transit</Company></Properties>'),
      'docProps/thumbnail.jpeg': photo,
      'ppt/presentation.xml': strToU8('<p:presentation/>'),
      'ppt/slides/slide1.xml': strToU8('<p:sld>We strike at dawn</p:sld>'),
      'ppt/media/image1.jpg': photo,
    }),
  );
}

/** The same as an ODT, or as slides. */
export function anOdt(kind: 'text' | 'presentation' = 'text'): Buffer {
  return Buffer.from(
    zipSync({
      mimetype: [strToU8(`application/vnd.oasis.opendocument.${kind}`), { level: 0 }],
      'content.xml': strToU8('<office:document-content>We strike at dawn</office:document-content>'),
      'meta.xml': strToU8('<office:meta><dc:creator>Dee of Local 41</dc:creator></office:meta>'),
    }),
  );
}

/** A ZIP of one part that unpacks to `bytes` zeros, and says that it has `declared`. */
export function aBomb(bytes: number, declared = bytes): Buffer {
  const zeros = Buffer.alloc(bytes);
  const packed = deflateRawSync(zeros, { level: 1 });
  const name = Buffer.from('word/document.xml');
  const sizes = Buffer.alloc(14);
  sizes.writeUInt32LE(crc32(zeros), 0);
  sizes.writeUInt32LE(packed.length, 4);
  sizes.writeUInt32LE(declared, 8);
  sizes.writeUInt16LE(name.length, 12);
  // Made by and for 2.0, deflated, without a moment.
  const local = Buffer.concat([
    Buffer.from('504b03041400000008000000210000', 'hex').subarray(0, 14),
    sizes,
    Buffer.alloc(2),
    name,
  ]);
  const entry = Buffer.concat([
    Buffer.from('504b01021400140000000800000021 00'.replace(' ', ''), 'hex'),
    sizes,
    Buffer.alloc(16),
    name,
  ]);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length, 12);
  end.writeUInt32LE(local.length + packed.length, 16);
  return Buffer.concat([local, packed, entry, end]);
}
