/** One thing that a feed tells. Holds nothing that not everybody may read: feeds are kept by others. */
export interface FeedEntry {
  /** Stays the same whatever becomes of it (a URI). */
  id: string;
  url: string;
  title: string;
  /** In plain text, a paragraph each. */
  paragraphs: string[];
  /** Of its words, as a BCP 47 tag. */
  language: string;
  published: Date;
  updated: Date;
  tags: string[];
  /** Of those who chose to be named to everybody, and nobody else. */
  authors: { name: string; url: string }[];
}

export interface Feed {
  id: string;
  title: string;
  subtitle: string;
  /** The page of which it tells. */
  home: string;
  /** Of the words that are ours. */
  language: string;
  /** Since when it is as it is. */
  updated: Date;
  entries: FeedEntry[];
}

/** Where a feed itself is, in each of its forms. */
export interface FeedAddress {
  self: string;
  other: string;
}

/** A feed without entries has not changed since it could have had one. */
export const NEVER = new Date('2026-01-01T00:00:00Z');

export const newestOf = (entries: readonly FeedEntry[], since: Date): Date =>
  new Date(Math.max(since.getTime(), ...entries.map(({ updated }) => updated.getTime())));
