import 'reflect-metadata';
import { type GraphQLSchema, parse } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import { createSchema } from '../../app/schema.ts';
import { TokenScope, type TokenPass } from '../../core/access/token-scope.ts';
import { refusalByToken } from './ask-by-token.ts';
import { ACTING, OF_VIEWER, READING } from './token-rights.ts';

let schema: GraphQLSchema;
beforeAll(async () => {
  schema = await createSchema();
});

const token = (scopes: TokenScope[], campaigns: string[] | null = null): TokenPass => ({
  ...{ id: 'a', personId: 'b', organizationId: null },
  ...{ scopes: new Set(scopes), campaigns: campaigns && new Set(campaigns) },
});
const everything = token(Object.values(TokenScope));

/** What a token hears that asks this: what no token may ask, or the scopes it lacks; null where it may. */
function refusal(pass: TokenPass, text: string, operationName?: string) {
  const refused = refusalByToken(pass, { schema, document: parse(text), operationName });
  if (!refused) return null;
  const { field, needs } = refused.extensions;
  return field ?? needs;
}

const fieldsOf = (type: string) => {
  const found = schema.getType(type);
  return found && 'getFields' in found ? Object.keys(found.getFields()) : [];
};

test('the table names nothing that is not there', () => {
  expect(Object.keys(ACTING).filter((name) => !fieldsOf('Mutation').includes(name))).toEqual([]);
  expect(Object.keys(OF_VIEWER).filter((name) => !fieldsOf('Viewer').includes(name))).toEqual([]);
  expect(Object.keys(READING).filter((name) => !schema.getType(name))).toEqual([]);
});

test('every mutation takes the scope of the table, and those it does not name are no token’s', () => {
  for (const name of fieldsOf('Mutation')) {
    const asked = `mutation { ${name} { errors { code } } }`;
    const its = ACTING[name];
    if (!its) {
      expect([name, refusal(everything, asked)]).toEqual([name, `Mutation.${name}`]);
      continue;
    }
    expect([name, refusal(token([its]), asked)]).toEqual([name, null]);
    const others = Object.values(TokenScope).filter((scope) => scope !== its);
    expect([name, refusal(token(others), asked)]).toEqual([name, [its]]);
  }
});

test('a table that is open for what it does not name lets a tool take an account: mutant', () => {
  const openByDefault = (name: string) => ACTING[name] ?? 'READ_PUBLIC';
  const taken = ['renewRecoveryCode', 'eraseMyself', 'createToken', 'setRole', 'setStanding', 'setEmail'];
  for (const name of [...taken, 'approveCard', 'passCraftReview', 'signOut', 'createRoleLink']) {
    expect(fieldsOf('Mutation')).toContain(name);
    expect(everything.scopes.has(openByDefault(name))).toBe(true);
    expect(refusal(everything, `mutation { ${name} { errors { code } } }`)).toBe(`Mutation.${name}`);
  }
});

describe('reading', () => {
  test.each([
    ['{ viewer { contact { __typename } } }', 'Viewer.contact'],
    ['{ viewer { sessions { id } } }', 'Viewer.sessions'],
    ['{ viewer { tokens { id } } }', 'Viewer.tokens'],
    ['{ viewer { notifications { edges { node { id } } } } }', 'Viewer.notifications'],
    ['{ asks { edges { node { id } } } }', 'Query.asks'],
    ['{ desk { __typename } }', 'Query.desk'],
    ['{ approvalByLink(token: "a") { errors { code } } }', 'Query.approvalByLink'],
    ['{ node(id: "a") { ... on Application { id } } }', 'Application.id'],
    [
      '{ campaign(slug: "a") { ...Its } } fragment Its on Campaign { roleLinks { id } }',
      'Campaign.roleLinks',
    ],
    ['{ campaign(slug: "a") { watchLinks { id } } }', 'Campaign.watchLinks'],
    ['{ opening(slug: "a") { applications { pageInfo { hasNextPage } } } }', 'Opening.applications'],
    ['subscription { notificationsChanged { unread } }', 'Subscription.notificationsChanged'],
    ['subscription { deskChanged { __typename } }', 'Subscription.deskChanged'],
    ['subscription { applicationsChanged(openingId: "a") { revision } }', 'Subscription.applicationsChanged'],
  ])('%s is no token’s', (text, field) => {
    expect(refusal(everything, text)).toBe(field);
  });

  test('what is not public takes READ_CAMPAIGN, and what is about a person a token that is not limited', () => {
    const work = '{ card(campaign: "a", number: 1) { id work { __typename } } }';
    expect(refusal(token(['READ_PUBLIC']), work)).toEqual(['READ_CAMPAIGN']);
    expect(refusal(token(['READ_CAMPAIGN']), work)).toBeNull();
    const held = '{ viewer { heldCards { id } } }';
    expect(refusal(token(['READ_PUBLIC', 'ACT_CARDS']), held)).toEqual(['READ_CAMPAIGN']);
    expect(refusal(token(['READ_CAMPAIGN']), held)).toBeNull();
    expect(refusal(token(['READ_CAMPAIGN'], ['c']), held)).toEqual([]);
  });

  test('what partners ask is theirs with READ_PUBLIC, introspection too', () => {
    const open = `{ openCards(first: 5) { epoch edges { cursor node { id title campaign { title organization { name } } } }
      pageInfo { endCursor } } }`;
    const board = `{ campaign(slug: "a") { board { id snapshot { epoch cards { id claim { id } } }
      activity { edges { node { kind tool { name organization { name } } actor { handle } } } } } } }`;
    const stream =
      'subscription { boardChanges(boardId: "a", after: { epoch: "a", revision: 1 }) { kind cards { id } } }';
    for (const text of [open, board, stream, '{ __schema { types { name } } __type(name: "Card") { name } }'])
      expect(refusal(token(['READ_PUBLIC']), text)).toBeNull();
  });

  test('of a document with several operations the one that is asked counts', () => {
    const both = 'query Mine { viewer { person { handle } } } mutation Leave { signOut { signedOut } }';
    expect(refusal(everything, both, 'Mine')).toBeNull();
    expect(refusal(everything, both, 'Leave')).toBe('Mutation.signOut');
  });
});
