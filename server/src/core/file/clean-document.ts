import { buffer } from 'node:stream/consumers';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { cleanPicture } from './clean-picture.ts';
import { FileRefused } from './file-problem.ts';

/** What a document unpacks to at most, and into how many parts. Declared and real sizes are both held against it. */
const MOST_UNPACKED_BYTES = 120_000_000;
const MOST_PARTS = 4_000;

/** Parts that say who wrote it, when, and with what; put in their place, they say nothing. */
const SAYS_NOTHING: Readonly<Record<string, string>> = {
  'docProps/core.xml':
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>',
  'docProps/app.xml':
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>',
  'docProps/custom.xml':
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>',
  'meta.xml':
    '<?xml version="1.0" encoding="UTF-8"?><office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.3"><office:meta/></office:document-meta>',
};

/** The oldest moment that a ZIP can say. */
const NO_TIME = new Date(1980, 0, 1);

/**
 * A DOCX, ODT, PPTX or ODP packed anew, without what it says of its author, its times and its program, and with its pictures made
 * anew. What is written in it stays, names beside comments and changes among it. Refuses what unpacks to very much,
 * whatever it declares, what is locked, and macros.
 */
export async function cleanDocument(bytes: Buffer): Promise<Buffer> {
  const parts = Object.create(null) as Zippable;
  let unpacked = 0;
  const zip = await open(bytes);
  if (zip.entryCount > MOST_PARTS) throw new FileRefused('UNPACKS');
  try {
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName;
      if (name.endsWith('/')) continue;
      if (/vbaProject|^Basic\/|\.(exe|dll|js|vbs)$/i.test(name)) throw new FileRefused('TYPE');
      if (entry.isEncrypted()) throw new FileRefused('BROKEN');
      unpacked += entry.uncompressedSize;
      if (unpacked > MOST_UNPACKED_BYTES) throw new FileRefused('UNPACKS');
      const part = await unpack(zip, entry);
      // Known to programs by its place: first, and as it is.
      const options = { mtime: NO_TIME, level: name === 'mimetype' ? 0 : 6 } as const;
      parts[name] = [await clean(name, part), options];
    }
  } catch (error) {
    if (error instanceof FileRefused) throw error;
    throw new FileRefused('BROKEN');
  }
  return Buffer.from(zipSync(parts));
}

/** Whether a file begins as a ZIP does. */
export const isZip = (head: Buffer) => head.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1'));

async function open(bytes: Buffer): Promise<ZipFile> {
  try {
    return await fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true });
  } catch {
    throw new FileRefused('BROKEN');
  }
}

/** It ends with an error as soon as there is more than was declared. */
async function unpack(zip: ZipFile, entry: Entry): Promise<Buffer> {
  return buffer(await zip.openReadStreamPromise(entry));
}

async function clean(name: string, part: Buffer): Promise<Uint8Array> {
  const said = SAYS_NOTHING[name];
  if (said !== undefined) return strToU8(said);
  const mediaType = /\.jpe?g$/i.test(name) ? 'image/jpeg' : /\.png$/i.test(name) ? 'image/png' : undefined;
  if (!mediaType) return part;
  // What is no picture shows as none in the document either.
  return cleanPicture(part, mediaType).then(
    ({ whole }) => whole,
    () => part,
  );
}
