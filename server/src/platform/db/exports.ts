import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream, type ReadStream, type WriteStream } from 'node:fs';
import { unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { NoAnswer } from './no-answer.ts';
import type { Em, Orm } from './orm.ts';

/** As many connections has the pool that exports have for themselves. */
export const EXPORTS_AT_ONCE = 2;
/** Who come then hear that they should come again. */
const MOST_WAITING = 200;
/** Made files that wait for readers to take them. */
const MOST_FILES = 20;

/**
 * What people take away: read from the database two at a time over connections of its own, and out of the database
 * before anybody takes the first byte, so that no reader holds a connection or an open transaction.
 */
export interface Exports {
  /** What `read` finds at one moment of the database. Throws NoAnswer when too many wait. */
  atOneMoment<T>(read: (em: Em) => Promise<T>): Promise<T>;
  /** The same, written to a file first, for what may be large. */
  toFile(write: (em: Em, out: Writable) => Promise<void>): Promise<MadeFile>;
  close(): Promise<void>;
}

/** A file that has no name any more: it is gone when it was read, or when this process ends. */
export interface MadeFile {
  size: number;
  reader: Readable;
  /** Gives it up. To be called also after reading. */
  drop(): void;
}

/** Exports over an ORM of their own, whose pool has `EXPORTS_AT_ONCE` connections. */
export function createExports(orm: Orm): Exports {
  const waiting: (() => void)[] = [];
  let busy = 0;
  let files = 0;

  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    if (busy < EXPORTS_AT_ONCE) busy += 1;
    else if (waiting.length >= MOST_WAITING) throw new NoAnswer('Too many exports wait.');
    else await new Promise<void>((begin) => waiting.push(begin));
    try {
      return await work();
    } finally {
      // Whoever is next takes the place over.
      const next = waiting.shift();
      if (next) next();
      else busy -= 1;
    }
  };

  const atOneMoment = <T>(read: (em: Em) => Promise<T>) =>
    inTurn(() => orm.em.fork().transactional(read, { isolationLevel: 'repeatable read', readOnly: true }));

  return {
    atOneMoment,
    toFile: async (write) => {
      if (files >= MOST_FILES) throw new NoAnswer('Too many exports wait for their readers.');
      files += 1;
      let file: NamelessFile | undefined;
      let isHeld = true;
      const drop = () => {
        if (isHeld) files -= 1;
        isHeld = false;
        file?.out.destroy();
        file?.reader.destroy();
      };
      try {
        const { out, reader } = (file = await openNameless());
        await atOneMoment(async (em) => {
          const written = once(out, 'close');
          // Told again where it is waited for.
          written.catch(() => undefined);
          await write(em, out);
          await written;
        });
        return { size: out.bytesWritten, reader, drop };
      } catch (error) {
        drop();
        throw error;
      }
    },
    close: () => orm.close(),
  };
}

interface NamelessFile {
  out: WriteStream;
  reader: ReadStream;
}

/** Opened at both ends and without a name: gone with this process, since it holds what only a team may read. */
async function openNameless(): Promise<NamelessFile> {
  const path = join(tmpdir(), `strikeboard-${randomUUID()}`);
  const out = createWriteStream(path, { flags: 'wx', mode: 0o600 });
  await once(out, 'open');
  const reader = createReadStream(path);
  await once(reader, 'open');
  await unlink(path);
  return { out, reader };
}
