import { expect, test } from 'vitest';
import { Hashes } from './hashes.ts';
import { LateTexts } from './late-texts.ts';

const document = { toString: () => 'query Landing { viewer { id } }', __meta__: { hash: 'sha256:abc' } };
const body = JSON.stringify({ query: String(document), operationName: 'Landing', variables: { a: 1 } });

/** A server that answers with these, one after the other, and keeps what it was asked. */
function server(...answers: number[]) {
  const asked: unknown[] = [];
  const fetch: typeof globalThis.fetch = async (_input, init) => {
    asked.push(JSON.parse(String(init?.body)));
    const status = answers.shift() ?? 200;
    const code = status === 404 ? 'PERSISTED_QUERY_NOT_FOUND' : 'none';
    return new Response(JSON.stringify({ errors: [{ extensions: { code } }] }), { status });
  };
  return { asked, fetch };
}

test('a document of ours goes as its hash, without its text', async () => {
  const hashes = new Hashes();
  hashes.note(document);
  const { asked, fetch } = server();
  await hashes.sending(fetch)('/graphql', { method: 'POST', body });
  expect(asked).toEqual([{ operationName: 'Landing', variables: { a: 1 }, documentId: 'sha256:abc' }]);
});

test('a server that does not know it gets the text', async () => {
  const hashes = new Hashes();
  hashes.note(document);
  const { asked, fetch } = server(404, 200);
  const answer = await hashes.sending(fetch)('/graphql', { method: 'POST', body });
  expect(answer.status).toBe(200);
  expect(asked).toHaveLength(2);
  expect(asked[1]).toEqual(JSON.parse(body));
});

test('the browser, which has only the first words, gets the text that it kept', async () => {
  const short = { toString: () => 'query Landing', __meta__: document.__meta__ };
  let loads = 0;
  const texts = new LateTexts(async () => {
    loads += 1;
    return new Blob([JSON.stringify({ 'sha256:abc': String(document) })]);
  });
  const hashes = new Hashes(texts);
  hashes.note(short);
  await texts.fetch();
  const { asked, fetch } = server(404, 200);
  const said = JSON.stringify({ query: String(short), operationName: 'Landing', variables: { a: 1 } });
  expect((await hashes.sending(fetch)('/graphql', { method: 'POST', body: said })).status).toBe(200);
  expect(asked[1]).toEqual(JSON.parse(body));
  expect(loads).toBe(1);
});

test('texts that did not come are asked for again', async () => {
  let isAway = true;
  const texts = new LateTexts(async () => {
    if (isAway) throw new TypeError('Failed to fetch');
    return new Blob(['{"sha256:abc":"query Landing { id }"}']);
  });
  await texts.fetch();
  await expect(texts.of('sha256:abc')).rejects.toThrow('Failed to fetch');
  isAway = false;
  expect(await texts.of('sha256:abc')).toBe('query Landing { id }');
  expect(await texts.of('sha256:def')).toBeUndefined();
});

test('what has no hash goes as it is', async () => {
  const hashes = new Hashes();
  const { asked, fetch } = server();
  await hashes.sending(fetch)('/graphql', { method: 'POST', body });
  expect(asked).toEqual([JSON.parse(body)]);
});

test('a 404 of something else is passed on, and nothing is sent twice', async () => {
  const hashes = new Hashes();
  hashes.note(document);
  let times = 0;
  const fetch: typeof globalThis.fetch = async () => {
    times += 1;
    return new Response('not here', { status: 404 });
  };
  expect((await hashes.sending(fetch)('/graphql', { method: 'POST', body })).status).toBe(404);
  expect(times).toBe(1);
});
