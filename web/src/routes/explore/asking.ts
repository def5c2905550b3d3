import { getOperationAST, Kind, parse } from 'graphql';
import { createClient } from 'graphql-ws';

/** How the explorer asks, as whoever uses it chose. */
export interface Asking {
  /** A token; without one the browser's own session counts. */
  token: string;
  /** What subscriptions go over. */
  over: 'socket' | 'events';
}

export interface Operation {
  query: string;
  variables?: Record<string, unknown> | null;
  operationName?: string | null;
}

type Answer = Record<string, unknown>;

/** Asks our own API as `asking` says at that moment: one answer, or one message after the other. */
export function createAsker(asking: () => Asking) {
  return (asked: Operation): Promise<Answer> | AsyncIterable<Answer> => {
    const chosen = asking();
    const { kind, operation } = readOperation(asked);
    if (kind !== 'subscription') return ask(operation, chosen);
    return chosen.over === 'socket' ? overSocket(operation, chosen) : overEvents(operation, chosen);
  };
}

/** The editor may still name the operation that stood there before: where there is one alone, it needs no name. */
function readOperation(asked: Operation) {
  try {
    const document = parse(asked.query);
    const many = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).length;
    const operation = { ...asked, operationName: many > 1 ? asked.operationName : undefined };
    return { kind: getOperationAST(document, operation.operationName)?.operation, operation };
  } catch {
    // The server says what is wrong with it.
    return { kind: undefined, operation: asked };
  }
}

/** A token acts by itself: the session of whoever tries it must not help along. */
function send(
  operation: Operation,
  { token }: Asking,
  accept: string,
  signal?: AbortSignal,
): Promise<Response> {
  return fetch('/graphql', {
    method: 'POST',
    credentials: token ? 'omit' : 'same-origin',
    headers: {
      'content-type': 'application/json',
      accept,
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(operation),
    ...(signal && { signal }),
  });
}

async function ask(operation: Operation, asking: Asking): Promise<Answer> {
  const response = await send(operation, asking, 'application/graphql-response+json, application/json');
  return (await response.json()) as Answer;
}

async function* overSocket(operation: Operation, { token }: Asking): AsyncGenerator<Answer> {
  const client = createClient({
    url: `${location.origin.replace(/^http/, 'ws')}/graphql`,
    retryAttempts: 0,
    ...(token && { connectionParams: { authorization: `Bearer ${token}` } }),
  });
  try {
    yield* client.iterate({
      query: operation.query,
      variables: operation.variables ?? null,
      operationName: operation.operationName ?? null,
    }) as AsyncIterable<Answer>;
  } finally {
    await client.dispose();
  }
}

async function* overEvents(operation: Operation, asking: Asking): AsyncGenerator<Answer> {
  const stopping = new AbortController();
  try {
    const response = await send(operation, asking, 'text/event-stream', stopping.signal);
    // A refusal before the stream begins comes as JSON.
    if (!response.headers.get('content-type')?.startsWith('text/event-stream') || !response.body) {
      yield (await response.json()) as Answer;
      return;
    }
    yield* messagesOf(response.body);
  } finally {
    stopping.abort();
  }
}

/** The messages of a stream by the protocol of graphql-sse: `event: next`, one `data:` line, an empty line. */
export async function* messagesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Answer> {
  const reader = body.pipeThrough(new TextDecoderStream() as TransformStream<Uint8Array, string>).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const events = (rest + value).split('\n\n');
    rest = events.pop() ?? '';
    for (const event of events) {
      const lines = event.split('\n');
      if (lines.includes('event: complete')) return;
      const data = lines.find((line) => line.startsWith('data: '))?.slice('data: '.length);
      if (lines.includes('event: next') && data) yield JSON.parse(data) as Answer;
    }
  }
}
