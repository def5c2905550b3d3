import { afterEach, expect, test, vi } from 'vitest';
import { describeFailure } from '#web/errors/describe-error.ts';
import type { Translate } from '#web/words/words.ts';
import { FrameDocument } from '#web/gql/graphql.ts';
import { ApiFailure, ApiUnreachable, createApi } from './api.ts';

const json = { 'content-type': 'application/json' };
const t = ((key: string) => key) as Translate;
const ask = (fetch: () => Promise<Response>) => createApi(fetch).ask(FrameDocument);
afterEach(() => vi.unstubAllGlobals());

test.each<[string, () => Promise<Response>]>([
  ['a network that failed', () => Promise.reject(new TypeError('Failed to fetch'))],
  [
    'an answer that broke off',
    async () =>
      new Response(new ReadableStream({ pull: (stream) => stream.error(new TypeError('network error')) }), {
        headers: json,
      }),
  ],
  ['a proxy without a server', async () => new Response('<h1>Bad gateway</h1>', { status: 502 })],
  ['a proxy with nothing to say', async () => new Response(null, { status: 503 })],
  [
    'the login page of a hotel',
    async () => new Response('<form>', { headers: { 'content-type': 'text/html' } }),
  ],
])('%s is told as no connection', async (_, fetch) => {
  await expect(ask(fetch)).rejects.toBeInstanceOf(ApiUnreachable);
  expect(describeFailure(await ask(fetch).catch((failure: unknown) => failure), t)).toBe(
    'errors:unreachable',
  );
});

test('an answer that is none of ours, or broken, is our failure, with its number', async () => {
  const headers = { ...json, 'x-request-id': 'abc-123' };
  const broken = await ask(async () => new Response('{"data":', { headers })).catch((e: unknown) => e);
  expect(broken).toBeInstanceOf(ApiFailure);
  expect(broken).toMatchObject({ requestId: 'abc-123' });
  const refused = await ask(async () => new Response('Not here', { status: 404 })).catch((e: unknown) => e);
  expect(refused).toBeInstanceOf(ApiFailure);
});

test('a mistake of our own on the way is thrown as it is, told as ours, and logged', async () => {
  const reported = vi.fn<(error: unknown) => void>();
  vi.stubGlobal('reportError', reported);
  const mistake = new TypeError('crypto.randomUUID is not a function');
  const api = createApi(async () => new Response('{}', { headers: json }));
  vi.spyOn(JSON, 'parse').mockImplementationOnce(() => {
    throw mistake;
  });
  const failure = await api.ask(FrameDocument).catch((e: unknown) => e);
  expect(failure).toBe(mistake);
  expect(describeFailure(failure, t)).toBe('errors:unexpected');
  expect(reported).toHaveBeenCalledExactlyOnceWith(mistake);
});
