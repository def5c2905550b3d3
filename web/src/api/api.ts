import type { TypedDocumentString } from '#web/gql/graphql.ts';
import { Client, fetchExchange, type AnyVariables } from '@urql/core';
import { Hashes } from './hashes.ts';
import { ApiUnreachable, reaching } from './reaching.ts';
import { createContext } from 'svelte';

export { ApiUnreachable } from './reaching.ts';

/** The server was reached, and its database was not: the board is restarting. Nothing is known about the outcome here either. */
export class ApiUnavailable extends ApiUnreachable {}

/** The server answered with something it did not expect itself. `requestId` finds it in the log; `code` says what, if known. */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure';
  readonly requestId: string | null;
  readonly code: string | null;
  constructor(message: string, requestId: string | null, code: string | null = null) {
    super(message);
    this.requestId = requestId;
    this.code = code;
  }
}

/** GraphQL over HTTP for one person: a query in `load`, a mutation from a form. */
export interface Api {
  /**
   * Runs one query or mutation and returns its data. Expected refusals are in the payload's `errors`;
   * rejects with `ApiUnreachable` or `ApiFailure` for the rest.
   */
  ask<TData, TVariables extends AnyVariables>(
    document: TypedDocumentString<TData, TVariables>,
    ...variables: {} extends TVariables ? [variables?: TVariables] : [variables: TVariables]
  ): Promise<TData>;
}

/**
 * One client per request on the server and per page in the browser, never shared.
 * `fetch` is the one of `load`, or the browser's.
 */
export function createApi(fetch: typeof globalThis.fetch): Api {
  const hashes = new Hashes();
  const client = new Client({
    url: '/graphql',
    fetch: hashes.sending(reaching(fetch)),
    // No cache: pages reload through `load`, and the board keeps its own state.
    exchanges: [fetchExchange],
    preferGetMethod: false,
    fetchOptions: { credentials: 'same-origin' },
  });
  return {
    async ask<TData, TVariables extends AnyVariables>(
      document: TypedDocumentString<TData, TVariables>,
      ...[given]: [variables?: TVariables]
    ): Promise<TData> {
      const text = document.toString();
      const variables: AnyVariables = given ?? {};
      hashes.note(document);
      // Equal queries under way share one request; two equal mutations are two wishes.
      const source = text.trimStart().startsWith('mutation')
        ? client.mutation<TData>(text, variables)
        : client.query<TData>(text, variables);
      const { data, error } = await source.toPromise();
      if (error?.networkError) throw notAnswered(error.networkError, error.response as unknown);
      const failure = error?.graphQLErrors[0];
      if (failure) {
        const { extensions, message } = failure;
        if (textOf(extensions, 'code') === 'UNAVAILABLE') throw new ApiUnavailable(message);
        throw new ApiFailure(message, textOf(extensions, 'requestId'), textOf(extensions, 'code'));
      }
      if (data === undefined) throw new ApiFailure('The answer was empty', null);
      return data;
    },
  };
}

/**
 * Why there is no answer of the API. Only what never reached the server is told as "no connection"; a mistake of our
 * own, on the way there or back, is thrown as it is.
 */
function notAnswered(failure: Error, response: unknown): Error {
  if (failure instanceof ApiUnreachable || !(response instanceof Response)) return failure;
  return new ApiFailure(failure.message, response.headers.get('x-request-id'));
}

function textOf(extensions: Record<string, unknown> | undefined, name: string): string | null {
  const text = extensions?.[name];
  return typeof text === 'string' ? text : null;
}

/** `useApi()` gives a component the browser's client; the root layout sets it. */
export const [useApi, setApi] = createContext<Api>();
