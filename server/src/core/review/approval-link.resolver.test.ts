import 'reflect-metadata';
import { graphql, type GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anExchange } from '../../../test/support/an-exchange.ts';
import { aCard, type LocalOnStrike, localOnStrike } from '../../../test/support/local-on-strike.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { createContext } from '../access/context.ts';
import { toGlobalId } from '../../platform/graphql/global-id.ts';
import { createSchema } from '../../app/schema.ts';
import type { Viewer } from '../access/viewer.ts';
import { passCraftReview } from './review-card.ts';

let database: TestDatabase;
let services: TestServices;
let schema: GraphQLSchema;
let strike: LocalOnStrike;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  schema = await createSchema();
  strike = await localOnStrike(services);
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

/** Asks from an address of the open net, as the HTTP door does. */
async function ask(source: string, variableValues: object, viewer: Viewer | null = null) {
  const http = anExchange('203.0.113.7', {
    ...{ 'x-forwarded-proto': 'https', 'x-forwarded-host': 'board.example.org' },
  });
  const contextValue = createContext(services, { viewer, http, requestId: 'test' });
  const { data, errors } = await graphql({
    schema,
    source,
    variableValues: variableValues as Record<string, unknown>,
    contextValue,
  });
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data)) as Record<string, Record<string, unknown>>;
}

const OPEN = `query ($token: String!) { approvalByLink(token: $token) {
  approval { label cardTitle links { url } } errors { code ... on ApprovalLinkInvalid { problem } } } }`;

test('the address is given once, and what it opens needs no account', async () => {
  const { id: cardId } = await aCard(services, strike, 'IN_REVIEW');
  await passCraftReview(services, strike.vetted, { cardId });
  const { createApprovalLink: made } = await ask(
    `mutation ($input: CreateApprovalLinkInput!) { createApprovalLink(input: $input) {
      address card { approvalLinks { id label openedAt usedAt } } errors { code } } }`,
    { input: { cardId: toGlobalId('Card', cardId), label: 'Lou, president' } },
    strike.carmen,
  );
  expect(made!['errors']).toEqual([]);
  const address = new URL(String(made!['address']));
  expect(`${address.origin}${address.pathname}${address.search}`).toBe('https://board.example.org/approve');
  const token = address.hash.slice(1);
  expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  expect(JSON.stringify(made!['card'])).not.toContain(token);

  const { approvalByLink: opened } = await ask(OPEN, { token });
  expect(opened).toEqual({
    approval: { label: 'Lou, president', cardTitle: 'Write the leaflet', links: [] },
    errors: [],
  });
  const { approveByLink: approved } = await ask(
    'mutation ($input: ApproveByLinkInput!) { approveByLink(input: $input) { outcome errors { code } } }',
    { input: { token, thanks: 'Thank you' } },
  );
  expect(approved).toEqual({ outcome: 'APPROVED', errors: [] });
  const { approvalByLink: used } = await ask(OPEN, { token });
  expect(used).toEqual({ approval: null, errors: [{ code: 'LINK_INVALID', problem: 'DECIDED' }] });
});

test('whoever tries many links from one address is slowed down', async () => {
  const codes: unknown[] = [];
  for (let guess = 0; guess < 40; guess += 1) {
    const { approvalByLink } = await ask(OPEN, { token: `guess-${guess}` });
    codes.push((approvalByLink!['errors'] as { code: string }[])[0]?.code);
  }
  expect(codes[0]).toBe('LINK_INVALID');
  expect(codes.at(-1)).toBe('TOO_MANY_REQUESTS');
});
