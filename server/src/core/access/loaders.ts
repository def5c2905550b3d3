import type DataLoader from 'dataloader';
import type { Em } from '../../platform/db/orm.ts';
import type { Reader } from './viewer.ts';

/** For whom an operation reads. */
export interface Reading {
  /** Made when it is first asked for. */
  readonly em: Em;
  reader: Reader;
  /** Row id of who is signed in; null for nobody, and in the live stream. */
  viewerId: string | null;
}

/** A batched read: however many rows of one operation ask, it costs one query. Stands beside what it reads. */
export type Loader<Key, Row, Cached = Key> = (reading: Reading) => DataLoader<Key, Row, Cached>;

export const defineLoader = <Key, Row, Cached = Key>(
  make: Loader<Key, Row, Cached>,
): Loader<Key, Row, Cached> => make;

/** The batched reads of one operation, each made when it is first asked for: `loaders.of(cardLoader).load(id)`. */
export class Loaders {
  readonly #made = new Map<unknown, unknown>();
  readonly #reading: Reading;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  of<Key, Row, Cached>(loader: Loader<Key, Row, Cached>): DataLoader<Key, Row, Cached> {
    let made = this.#made.get(loader) as DataLoader<Key, Row, Cached> | undefined;
    if (!made) {
      made = loader(this.#reading);
      this.#made.set(loader, made);
    }
    return made;
  }
}
