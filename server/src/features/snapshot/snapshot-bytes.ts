import { encodingsTaken } from '../../platform/http/accept-encoding.ts';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** How bytes may travel. */
export type Encoding = 'br' | 'gzip' | 'identity';

const compress = {
  gzip: (bytes: Buffer) => promisify(gzip)(bytes, { level: 6 }),
  // The highest levels take seconds for what they save.
  br: (bytes: Buffer) =>
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
};

/** One snapshot, plain and, once somebody took it so, compressed. */
export class SnapshotBytes {
  /** Names the content, whatever way it travels. */
  readonly tag: string;
  /** Called when a compressed form was added. */
  onGrown: (() => void) | undefined;
  readonly #plain: Buffer;
  readonly #compressed = new Map<Encoding, Promise<Buffer>>();
  #size: number;

  constructor(text: string) {
    this.#plain = Buffer.from(text);
    this.#size = this.#plain.length;
    this.tag = `W/"${createHash('sha256').update(this.#plain).digest('base64url').slice(0, 22)}"`;
  }

  /** Bytes of all its forms. */
  get size(): number {
    return this.#size;
  }

  /** As it travels; compressed once, for all who take it so. */
  as(encoding: Encoding): Buffer | Promise<Buffer> {
    if (encoding === 'identity') return this.#plain;
    const known = this.#compressed.get(encoding);
    if (known) return known;
    const making = compress[encoding](this.#plain).then((bytes) => {
      this.#size += bytes.length;
      this.onGrown?.();
      return bytes;
    });
    this.#compressed.set(encoding, making);
    making.catch(() => this.#compressed.delete(encoding));
    return making;
  }
}

/** The best way that a reader takes, by its `Accept-Encoding`. */
export function encodingFor(accepts: string | undefined): Encoding {
  const taken = encodingsTaken(accepts);
  if (taken.has('br')) return 'br';
  return taken.has('gzip') ? 'gzip' : 'identity';
}
