import type { TypedDocumentString } from '#web/gql/graphql.ts';
import { Hashes } from './hashes.ts';
import type { LateTexts } from './late-texts.ts';
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
  ask<TData, TVariables>(
    document: TypedDocumentString<TData, TVariables>,
    ...variables: {} extends TVariables ? [variables?: TVariables] : [variables: TVariables]
  ): Promise<TData>;
}

interface GraphQLFailure {
  readonly message: string;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/**
 * One client per request on the server and per page in the browser, never shared.
 * `fetch` is the one of `load`, or the browser's. Keeps nothing: pages reload through `load`, and the board keeps its
 * own state.
 */
export function createApi(fetch: typeof globalThis.fetch, texts?: LateTexts): Api {
  const hashes = new Hashes(texts);
  const send = hashes.sending(reaching(fetch));
  const underWay = new Map<string, Promise<unknown>>();

  async function post(text: string, variables: unknown): Promise<unknown> {
    const operationName = /^\s*(?:query|mutation)\s+(\w+)/.exec(text)?.[1];
    const response = await send('/graphql', {
      method: 'POST',
      credentials: 'same-origin',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json',
      },
      body: JSON.stringify({ operationName, query: text, variables }),
    });
    return dataOf(response);
  }

  return {
    ask<TData, TVariables>(
      document: TypedDocumentString<TData, TVariables>,
      ...[given]: [variables?: TVariables]
    ): Promise<TData> {
      const text = document.toString();
      const variables = given ?? {};
      hashes.note(document);
      // Two equal mutations are two wishes; equal queries under way share one request.
      if (text.trimStart().startsWith('mutation')) return post(text, variables) as Promise<TData>;
      const key = `${text} ${JSON.stringify(variables)}`;
      const asked = underWay.get(key) ?? post(text, variables).finally(() => underWay.delete(key));
      underWay.set(key, asked);
      return asked as Promise<TData>;
    },
  };
}

/** The data of an answer. Only what never reached the server is told as "no connection". */
async function dataOf(response: Response): Promise<unknown> {
  const requestId = response.headers.get('x-request-id');
  let answer: { readonly data?: unknown; readonly errors?: readonly GraphQLFailure[] };
  try {
    answer = (await response.json()) as typeof answer;
  } catch {
    throw new ApiFailure(`The answer was none of ours: ${response.status}`, requestId);
  }
  const [failure] = answer.errors ?? [];
  if (failure) {
    const { extensions, message } = failure;
    if (textOf(extensions, 'code') === 'UNAVAILABLE') throw new ApiUnavailable(message);
    throw new ApiFailure(message, textOf(extensions, 'requestId') ?? requestId, textOf(extensions, 'code'));
  }
  if (answer.data == null) throw new ApiFailure('The answer was empty', requestId);
  return answer.data;
}

function textOf(extensions: Readonly<Record<string, unknown>> | undefined, name: string): string | null {
  const text = extensions?.[name];
  return typeof text === 'string' ? text : null;
}

/** `useApi()` gives a component the browser's client; the root layout sets it. */
export const [useApi, setApi] = createContext<Api>();
