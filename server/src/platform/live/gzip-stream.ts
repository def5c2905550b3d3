import { crc32 } from 'node:zlib';
import { compress, TAIL } from '../socket/frames.ts';

/** Bytes that are written to many, and what they are compressed, made once for all of them. */
export interface Shared {
  plain: Buffer;
  /** Undefined until somebody wants it, null where it is not worth it. */
  packed?: Buffer | null;
}

/** No name, no time, an unknown system. */
const HEAD = Buffer.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff);
/** The last block, which is empty. */
const LAST = Buffer.of(3, 0);
/** The most that a block holds as it is. */
const MOST_OF_BLOCK = 0xffff;

/**
 * One response as gzip (RFC 1952) that never looks back, so that what many get is compressed once for all, and nothing is
 * kept for a reader but a sum. What is one reader's goes as it is: its length would tell of it, and of what stands beside.
 */
export class GzipStream {
  #crc = 0;
  #length = 0;

  head(): Buffer {
    return HEAD;
  }

  own(plain: Buffer): Buffer {
    this.#count(plain);
    const blocks: Buffer[] = [];
    for (let at = 0; at < plain.length; at += MOST_OF_BLOCK) {
      const part = plain.subarray(at, at + MOST_OF_BLOCK);
      const { length } = part;
      blocks.push(Buffer.of(0, length & 0xff, length >> 8, ~length & 0xff, (~length >> 8) & 0xff), part);
    }
    return Buffer.concat(blocks);
  }

  shared(shared: Shared): Buffer {
    if (shared.packed === undefined) shared.packed = packed(shared.plain);
    if (shared.packed === null) return this.own(shared.plain);
    this.#count(shared.plain);
    return shared.packed;
  }

  end(): Buffer {
    const sums = Buffer.alloc(8);
    sums.writeUInt32LE(this.#crc, 0);
    sums.writeUInt32LE(this.#length, 4);
    return Buffer.concat([LAST, sums]);
  }

  #count(plain: Buffer): void {
    this.#crc = crc32(plain, this.#crc);
    this.#length = (this.#length + plain.length) >>> 0;
  }
}

/** Whole blocks, up to the flush at their end. */
function packed(plain: Buffer): Buffer | null {
  const compressed = compress(plain);
  return compressed && Buffer.concat([compressed, TAIL]);
}
