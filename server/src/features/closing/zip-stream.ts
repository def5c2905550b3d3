import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** How long a disk may take nothing (ms): until then a transaction and its connection wait for it. */
const PATIENCE_MS = 30_000;

/** A ZIP that is written while it is made: however much goes in, little of it is held at a time. */
export class ZipStream {
  readonly #out: Writable;
  readonly #zip: Zip;
  #full = false;

  constructor(out: Writable) {
    this.#out = out;
    this.#zip = new Zip((error, part, final) => {
      if (error) return void out.destroy(error);
      this.#full = !out.write(part);
      if (final) out.end();
    });
  }

  /** Adds a file, part after part, at the speed of what takes them. Rejects when that has ended. */
  async add(name: string, parts: AsyncIterable<string> | Iterable<string>): Promise<void> {
    const file = new ZipDeflate(name, { level: 6 });
    this.#zip.add(file);
    for await (const part of parts) {
      file.push(strToU8(part));
      await this.#drained();
    }
    file.push(new Uint8Array(0), true);
    await this.#drained();
  }

  /** The same of bytes that are packed already, such as pictures: they go in as they are. */
  async addPacked(name: string, parts: AsyncIterable<Uint8Array>): Promise<void> {
    const file = new ZipPassThrough(name);
    this.#zip.add(file);
    for await (const part of parts) {
      file.push(part);
      await this.#drained();
    }
    file.push(new Uint8Array(0), true);
    await this.#drained();
  }

  end(): void {
    this.#zip.end();
  }

  async #drained(): Promise<void> {
    if (this.#out.destroyed) throw new Error('What the ZIP was written to has ended.');
    if (!this.#full) return;
    this.#full = false;
    const gone = new AbortController();
    const signal = AbortSignal.any([gone.signal, AbortSignal.timeout(PATIENCE_MS)]);
    try {
      await Promise.race([once(this.#out, 'drain', { signal }), once(this.#out, 'close', { signal })]);
    } finally {
      gone.abort();
    }
    if (this.#out.destroyed) throw new Error('What the ZIP was written to has ended.');
  }
}
