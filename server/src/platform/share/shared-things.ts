import type { Text } from '../mail/carriers.ts';
import type { Services } from '../services.ts';

/** What stands on a picture for sharing. All of it is drawn for strangers. */
export interface PictureWords {
  /** Above: whose it is. */
  over: string;
  /** On the sign. */
  title: string;
  /** On the sign instead of a title in signs that our fonts lack: a word of ours. */
  instead: string;
  /** Below: what sort of thing it is. */
  under: string;
}

/** The words for the thing with that key, read as a stranger; null for what a stranger may not read, or is not there. */
export type PictureOf = (services: Services, key: string, t: Text) => Promise<PictureWords | null>;

/** A page that machines may list. */
export interface ListedPage {
  /** Begins with a slash. */
  path: string;
  changedAt?: Date;
}

declare module '../feature.ts' {
  interface Feature {
    /** What is drawn of its things, by the word in the address: `/pictures/en/<word>/<key>.png`. */
    readonly pictures?: Readonly<Record<string, PictureOf>>;
    /** Its pages for the sitemap, at most `limit`: those of which strangers may know, and which nobody's name is in. */
    readonly listedPages?: (services: Services, limit: number) => Promise<ListedPage[]>;
  }
}
