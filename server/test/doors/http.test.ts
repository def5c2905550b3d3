import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { BODY_LIMIT_BYTES } from '../../src/platform/http/graphql-door.ts';
import { codesOf, Doors, id, type Result } from './doors.ts';

// What only the HTTP door has to refuse.

let doors: Doors;
beforeAll(async () => {
  doors = await Doors.open();
});
afterAll(() => doors.close());
beforeEach(() => {
  doors.lines.length = 0;
});

describe('over HTTP only', () => {
  test.each<
    [what: string, body: string | undefined, headers: Record<string, string>, status: number, code: string]
  >([
    ['GET', undefined, { method: 'GET', path: '/graphql?query={__typename}' }, 405, 'METHOD_NOT_ALLOWED'],
    ['PUT', '{"query":"{__typename}"}', { method: 'PUT' }, 405, 'METHOD_NOT_ALLOWED'],
    ['OPTIONS', undefined, { method: 'OPTIONS' }, 405, 'METHOD_NOT_ALLOWED'],
    ['a batch', '[{"query":"{__typename}"},{"query":"{__typename}"}]', {}, 400, 'BAD_REQUEST'],
    ['no JSON', 'query=%7B__typename%7D', {}, 400, 'BAD_REQUEST'],
    ['JSON that is no object', '"{__typename}"', {}, 400, 'BAD_REQUEST'],
    ['deep JSON', '['.repeat(30_000), {}, 400, 'BAD_REQUEST'],
    ['an empty body', '', {}, 400, 'BAD_REQUEST'],
    [
      'a form',
      '{"query":"{__typename}"}',
      { 'content-type': 'application/x-www-form-urlencoded' },
      400,
      'BAD_REQUEST',
    ],
    ['plain text', '{"query":"{__typename}"}', { 'content-type': 'text/plain' }, 400, 'BAD_REQUEST'],
    [
      'another JSON',
      '{"query":"{__typename}"}',
      { 'content-type': 'application/json-patch+json' },
      400,
      'BAD_REQUEST',
    ],
    ['a query that is no text', '{"query":{"a":1}}', {}, 400, 'BAD_REQUEST'],
    ['variables that are a list', '{"query":"{__typename}","variables":[1]}', {}, 400, 'BAD_REQUEST'],
  ])('%s is refused', async (_what, body, headers, status, code) => {
    const answer = await doors.send(body, headers);
    expect([answer.status, answer.text]).toEqual([status, expect.stringContaining(`"code":"${code}"`)]);
    expect(answer.headers['content-type']).toContain('application/json');
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    expect(answer.text).not.toContain('node_modules');
  });

  test('a body past the limit is refused, with and without its length said', async () => {
    const body = JSON.stringify({ query: '{ __typename }', pad: 'x'.repeat(BODY_LIMIT_BYTES) });
    for (const headers of [{}, { 'transfer-encoding': 'chunked' }]) {
      const answer = await doors.send(body, headers as Record<string, string>);
      expect([answer.status, answer.text]).toEqual([413, expect.stringContaining('"code":"BODY_TOO_LARGE"')]);
    }
  });

  test('a subscription is refused in words', async () => {
    const query = `subscription { boardPresence(boardId: "${id('Board')}") { count } }`;
    const result = await doors.overHttp({ query });
    expect(codesOf(result)).toEqual(['BAD_REQUEST']);
    expect(result.errors?.[0]?.message).toMatch(/WebSocket.*text\/event-stream/);
  });

  test('a session that cannot be read is masked too', async () => {
    const { cookie } = await doors.join();
    await doors.without('session', async () => {
      const { status, text } = await doors.send('{"query":"{ __typename }"}', { cookie });
      expect(status).toBe(500);
      const [error] = (JSON.parse(text) as Result).errors ?? [];
      expect(error?.message).toBe('Something broke on our side.');
      expect(error?.extensions?.code).toBe('INTERNAL_SERVER_ERROR');
      expect(doors.lines.some((line) => line.includes(error?.extensions?.logId ?? 'no id'))).toBe(true);
    });
  });

  test('no answer is kept by anybody on the way', async () => {
    const { headers } = await doors.send('{"query":"{ __typename }"}');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['x-content-type-options']).toBe('nosniff');
  });
});
