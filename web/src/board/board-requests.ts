import { ApiUnreachable, type Api } from '#web/api/api.ts';
import type { ErrorWordsFragment, TypedDocumentString } from '#web/gql/graphql.ts';

/** A document of one mutation whose input may carry a request id. */
export type Mutation<Data, Input> = TypedDocumentString<Data, { input: Input }>;

/** What came of an action, in words where it was refused. Nothing that was typed is thrown away on `false`. */
export type Outcome<Value = unknown> =
  | {
      readonly ok: true;
      readonly value: Value;
      /** Where it can be undone for a while: the revision it made, and until when (ms). */
      readonly undo?: { readonly revision: number; readonly until: number };
    }
  | { readonly ok: false; readonly words: string; readonly errors: readonly ErrorWordsFragment[] };

const pause = 900;

/**
 * Sends a mutation, and once more when the line broke. Both carry the same `requestId`, by which the server
 * knows the second for the first: nothing is done twice. Rejects with `ApiUnreachable` when neither came back.
 */
export async function sendOnceOrTwice<Data, Input extends object>(
  api: Api,
  document: Mutation<Data, Input>,
  input: Input,
): Promise<Data> {
  try {
    return await api.ask(document, { input });
  } catch (failure) {
    if (!(failure instanceof ApiUnreachable)) throw failure;
    await new Promise((resolve) => setTimeout(resolve, pause));
    return api.ask(document, { input });
  }
}
