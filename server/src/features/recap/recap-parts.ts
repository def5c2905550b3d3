import type { Em } from '../../platform/db/orm.ts';

/** What other nouns add to a recap, in the order in which it is read. */
export const RecapPartKind = { QUESTIONS: 'QUESTIONS', NOTES: 'NOTES' } as const;
export type RecapPartKind = keyof typeof RecapPartKind;

/** A line of a part: a question with its answer, or a note. */
export interface RecapItem {
  text: string;
  /** Null for what is no question, and for one that is still open. */
  answer: string | null;
}

/** Lines of one part that a recap takes. */
export const MOST_ITEMS = 100;

/**
 * What a noun adds to the recap of an event: no more than whoever may read the event could read in its time, and no
 * names. It is read when hosts prepare the recap, and kept as it was then: later changes need another yes.
 */
export interface RecapSource {
  readonly kind: RecapPartKind;
  /** In the order in which it is shown; the first hundred are taken. */
  read(em: Em, eventId: string): Promise<readonly RecapItem[]>;
}

declare module '../../platform/feature.ts' {
  interface Feature {
    readonly recapParts?: readonly RecapSource[];
  }
}
declare module '../../platform/services.ts' {
  interface Services {
    /** Of every noun. */
    recapParts: readonly RecapSource[];
  }
}
