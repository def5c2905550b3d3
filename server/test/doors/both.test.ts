import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery, isNonNullType } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { codesOf, Doors, id } from './doors.ts';
import { refused, repeat } from './refused.ts';

// Whatever is refused at one door has to be refused in the same words at the other.

let doors: Doors;
beforeAll(async () => {
  doors = await Doors.open();
});
afterAll(() => doors.close());
beforeEach(() => {
  doors.lines.length = 0;
});

const eachDoor = [
  ['HTTP', (...asked: Parameters<Doors['overHttp']>) => doors.overHttp(...asked)],
  ['WebSocket', (...asked: Parameters<Doors['overSocket']>) => doors.overSocket(...asked)],
] as const;

const doubling = repeat(40, (i) => `fragment f${i} on Query { ...f${i + 1} ...f${i + 1} }`);

describe.each(eachDoor)('over %s', (_door, ask) => {
  test.each(refused)('%s is refused', async (_what, operation, code) => {
    const result = await ask(operation);
    expect(codesOf(result), JSON.stringify(result)).toEqual([code]);
  });

  test('fragments that double are refused before they are followed', async () => {
    const began = performance.now();
    const result = await ask({ query: `{ ...f0 } ${doubling} fragment f40 on Query { __typename }` });
    expect(result.errors).toBeDefined();
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  test('what is within the limits is answered', async () => {
    const { data, errors } = await ask({ query: '{ campaigns(first: 100) { edges { node { title } } } }' });
    expect(errors).toBeUndefined();
    expect(data).toEqual({ campaigns: { edges: [] } });
  });

  test('the schema tells about itself', async () => {
    const { data } = await ask({ query: getIntrospectionQuery() });
    const schema = buildClientSchema(data as unknown as IntrospectionQuery);
    expect(Object.keys(schema.getMutationType()?.getFields() ?? {})).toContain('claimCard');
  });

  test.each([
    '',
    'x',
    id('Card'),
    id('Session'),
    'Q2FyZDp4',
    Buffer.from('Card:1:2').toString('base64url'),
    '💥',
  ])('nothing is behind the id %j', async (crafted) => {
    const { data, errors } = await ask({
      query: 'query ($id: ID!) { node(id: $id) { id } }',
      variables: { id: crafted },
    });
    expect(errors).toBeUndefined();
    expect(data).toEqual({ node: null });
  });

  test('what breaks on our side is masked, and found in the log by its id', async () => {
    await doors.without('campaign', async () => {
      const { errors } = await ask({ query: '{ campaigns { edges { cursor } } }' });
      expect(errors).toHaveLength(1);
      const { message, extensions } = errors![0]!;
      expect(message).toBe('Something broke on our side. Try again in a moment.');
      expect(extensions?.code).toBe('INTERNAL_SERVER_ERROR');
      const logged = doors.lines.find((line) => line.includes(extensions?.logId ?? 'no id'));
      expect(logged).toContain('does not exist');
    });
  });

  test('a session that ended is nobody, at the next operation', async () => {
    const { cookie } = await doors.join();
    const whoAmI = { query: '{ viewer { person { handle } } }' };
    expect((await ask(whoAmI, { cookie })).data?.['viewer']).toBeTruthy();
    await doors.overHttp({ query: 'mutation { signOut { signedOut } }' }, { cookie });
    expect((await ask(whoAmI, { cookie })).data).toEqual({ viewer: null });
  });
});

test.each(eachDoor)('over %s, a page that cannot be given takes nothing else away', async (_door, ask) => {
  const { data, errors } = await ask({
    query: `{ campaigns(first: 101) { edges { cursor } } openCards(after: "%%%") { edges { cursor } }
      none: openCards(filter: { skills: [] }) { edges { cursor } } cardTemplates { key } programme { finishers } }`,
  });
  expect(data).toMatchObject({ campaigns: null, openCards: null, none: null, programme: null });
  expect(data?.['cardTemplates']).not.toEqual([]);
  expect(errors?.map(({ extensions }) => extensions)).toEqual(
    expect.arrayContaining([
      { code: 'INVALID_INPUT', field: 'first', reason: 'OUT_OF_RANGE', limit: 100 },
      { code: 'INVALID_INPUT', field: 'after', reason: 'UNKNOWN' },
      { code: 'INVALID_INPUT', field: 'filter.skills', reason: 'EMPTY' },
    ]),
  );
});

test('every root that reads may be null: one that fails takes nothing else away', async () => {
  const { data } = await doors.overHttp({ query: getIntrospectionQuery() });
  const fields =
    buildClientSchema(data as unknown as IntrospectionQuery)
      .getQueryType()
      ?.getFields() ?? {};
  const sure = Object.values(fields).filter(({ type }) => isNonNullType(type));
  // These answer what can be expected as data.
  expect(sure.map(({ name }) => name).sort()).toEqual([
    ...['approvalByLink', 'feedbackByLink', 'recapByLink', 'registrationByLink', 'roleByLink'],
    'suggestionByLink',
  ]);
});
