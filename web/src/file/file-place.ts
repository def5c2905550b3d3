import type { Api } from '#web/api/api.ts';
import type { ErrorWordsFragment, FileLineFragment } from '#web/gql/graphql.ts';

/** Where files of one person go: a card, the work on it, an event. */
export interface FilePlace {
  /** What the door for files is told of it. */
  readonly sentFor: Readonly<Record<string, string>>;
  /** Whether what came is there for others at once, and no upload any more. */
  readonly isThereAtOnce: boolean;
  /** What this person sent there and what is not there yet. */
  uploads(api: Api): Promise<readonly FileLineFragment[]>;
  /** Removes one; answers why not. */
  remove(api: Api, fileId: string): Promise<readonly ErrorWordsFragment[]>;
}
