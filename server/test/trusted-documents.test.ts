import 'reflect-metadata';
import { createHash } from 'node:crypto';
import { type GraphQLSchema, parse, specifiedRules, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Documents } from '../src/platform/graphql/documents.ts';
import { validationRules } from '../src/platform/graphql/limits.ts';
import { createSchema } from '../src/app/schema.ts';
import { readTrustedDocuments } from '../src/platform/graphql/trusted-documents.ts';
import { startApp, type TestApp } from './support/start-app.ts';
import { createTestDatabase, type TestDatabase } from './support/test-database.ts';

const trusted = readTrustedDocuments();
const hashOf = (name: string) => {
  const found = [...trusted].find(([, text]) => new RegExp(`(query|mutation) ${name}\\b`).test(text));
  if (!found) throw new Error(`Our pages have no ${name}.`);
  return found[0];
};

let database: TestDatabase;
let app: TestApp;
let schema: GraphQLSchema;
beforeAll(async () => {
  database = await createTestDatabase();
  app = await startApp(database.url);
  schema = await createSchema();
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

async function post(body: object, headers: Record<string, string> = {}) {
  const answer = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  const { data, errors } = (await answer.json()) as {
    data?: unknown;
    errors?: { message: string; extensions: { code: string } }[];
  };
  return {
    status: answer.status,
    type: answer.headers.get('content-type'),
    data,
    code: errors?.[0]?.extensions.code,
  };
}

test('all documents of our pages are right, and within the limits: nobody checks them again', () => {
  expect(trusted.size).toBeGreaterThan(80);
  for (const [hash, text] of trusted) {
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(validate(schema, parse(text), [...specifiedRules, ...validationRules]), text.slice(0, 80)).toEqual(
      [],
    );
  }
});

test('a trusted document is never checked, any other once', () => {
  const documents = new Documents(schema, trusted);
  for (const hash of trusted.keys()) expect(documents.byHash(hash)).toHaveProperty('document');
  expect(documents.byHash('0'.repeat(64))).toBeUndefined();
  expect(documents.checks).toBe(0);
  const one = documents.check('{ __typename }');
  expect(documents.check('{ __typename }')).toBe(one);
  expect(documents.checks).toBe(1);
});

describe('by hash', () => {
  test('it is answered as by its text, in both ways to name it', async () => {
    const hash = hashOf('AskToResume');
    const variables = { token: 'no such link' };
    const byText = await post({ query: trusted.get(hash), variables });
    expect(byText).toMatchObject({ status: 200, data: { askByLink: null } });
    expect(await post({ documentId: `sha256:${hash}`, variables })).toEqual(byText);
    const persistedQuery = { version: 1, sha256Hash: hash };
    expect(await post({ extensions: { persistedQuery }, variables })).toEqual(byText);
  });

  test('what is wrong with its variables is told as by its text', async () => {
    const hash = hashOf('AskToResume');
    const byText = await post({ query: trusted.get(hash), variables: { token: 7 } });
    expect(byText).toMatchObject({ status: 400, code: 'BAD_USER_INPUT' });
    expect(await post({ documentId: hash, variables: { token: 7 } })).toEqual(byText);
    expect(await post({ documentId: hash, variables: [] })).toMatchObject({ status: 400 });
  });

  test('one that is not known here is asked for as text', async () => {
    const unknown = '0'.repeat(64);
    expect(await post({ documentId: unknown })).toMatchObject({
      status: 404,
      code: 'PERSISTED_QUERY_NOT_FOUND',
    });
    const persistedQuery = { version: 1, sha256Hash: unknown };
    expect(await post({ extensions: { persistedQuery } })).toMatchObject({
      code: 'PERSISTED_QUERY_NOT_FOUND',
    });
  });
});

test('who registers documents of their own by hash finds them again, and a wrong hash is refused', async () => {
  const query = '{ viewer { isCoordinator } }';
  const sha256Hash = createHash('sha256').update(query).digest('hex');
  const byHash = { extensions: { persistedQuery: { version: 1, sha256Hash } } };
  expect(await post(byHash)).toMatchObject({ code: 'PERSISTED_QUERY_NOT_FOUND' });
  const both = await post({ query, ...byHash });
  expect(both).toMatchObject({ status: 200, data: { viewer: null } });
  expect(await post(byHash)).toEqual(both);
  expect((await post({ query: '{ __typename }', ...byHash })).status).toBe(400);
});

const json = 'application/json; charset=utf-8';
const response = 'application/graphql-response+json; charset=utf-8';
test.each([
  ['*/*', json],
  ['application/json', json],
  ['application/graphql-response+json, application/json', response],
  [
    'application/graphql-response+json, application/graphql+json, application/json, text/event-stream',
    response,
  ],
  ['text/html, application/json', json],
  ['application/json;q=0.5, application/graphql-response+json', response],
])('who accepts %s gets %s, however the operation is carried out', async (accept, type) => {
  expect((await post({ query: '{ __typename }' }, { accept })).type).toBe(type);
  // Refused before it runs, so by the other way.
  expect((await post({ query: '{ nothing }' }, { accept })).type).toBe(type);
});
