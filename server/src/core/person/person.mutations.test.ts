import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import {
  buildSchema as parseSchema,
  graphql,
  GraphQLObjectType,
  type GraphQLSchema,
  isInputObjectType,
} from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anExchange, cookiesOf } from '../../../test/support/an-exchange.ts';
import { asNow, coordinator, newcomer } from '../../../test/support/people.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { createSchema } from '../../app/schema.ts';
import { createContext } from '../access/context.ts';
import { toGlobalId } from '../../platform/graphql/global-id.ts';
import { createEntryLimits } from '../../platform/entries/entry-limit.ts';
import { readSession } from '../access/session-cookie.ts';
import type { Viewer } from '../access/viewer.ts';

let database: TestDatabase;
let services: TestServices;
let schema: GraphQLSchema;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  schema = await createSchema();
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

/** Runs one operation as a browser would, and tells which cookie it got. */
async function run<Data = Record<string, unknown>>(
  viewer: Viewer | null,
  source: string,
  variables: object = {},
) {
  const http = anExchange('203.0.113.7', { 'user-agent': 'Firefox/1 Android' });
  const contextValue = createContext(services, { viewer, http, requestId: 'test' });
  const { data, errors } = await graphql({ schema, source, contextValue, variableValues: { ...variables } });
  expect(errors).toBeUndefined();
  return { data: JSON.parse(JSON.stringify(data)) as Data, cookie: cookiesOf(http)[0] };
}

const JOIN = `mutation ($handle: String!) {
  join(input: { handle: $handle, skills: [WRITING], languages: ["en"] }) {
    recoveryCode
    viewer {
      isCoordinator
      person { handle skills languages standing joinedAt }
      memberships { role }
      sessions { device current lastSeenAt }
    }
    errors { __typename code message ... on InvalidInput { field reason limit } }
  }
}`;

test('joining over GraphQL signs in by cookie, and the answer is read as the new person', async () => {
  const { data, cookie } = await run(null, JOIN, { handle: 'Ana' });
  expect(data.join).toMatchObject({
    recoveryCode: expect.stringMatching(/^[0-9A-Z-]{34}$/) as string,
    errors: [],
    viewer: {
      isCoordinator: false,
      person: { handle: 'Ana', skills: ['WRITING'], languages: ['en'], standing: 'NEW' },
      memberships: [],
      sessions: [{ device: 'Firefox on Android', current: true }],
    },
  });
  const request = { headers: { cookie: cookie!.split(';')[0] } } as IncomingMessage;
  expect(await readSession(services, request)).toMatchObject({ handle: 'Ana' });
});

test('a refusal comes as data, without a cookie', async () => {
  const { data, cookie } = await run(null, JOIN, { handle: 'x'.repeat(30) });
  expect(data.join).toEqual({
    viewer: null,
    recoveryCode: null,
    errors: [
      {
        __typename: 'InvalidInput',
        code: 'INVALID_INPUT',
        message: expect.any(String) as string,
        field: 'handle',
        reason: 'TOO_LONG',
        limit: 24,
      },
    ],
  });
  expect(cookie).toBeUndefined();
});

test('nobody joins on a socket, which cannot take a cookie', async () => {
  const contextValue = createContext(services, { viewer: null, requestId: 'test' });
  const { data } = await graphql({
    schema,
    source: JOIN,
    contextValue,
    variableValues: { handle: 'Socket' },
  });
  expect(data?.join).toMatchObject({ viewer: null, errors: [{ code: 'NOT_ALLOWED' }] });
});

test('after thirty joins from one address the next is refused', async () => {
  const fresh = await createTestServices(database.url);
  try {
    for (let i = 0; i < 30; i++) await fresh.entryLimits.join.count('203.0.113.7');
    services.entryLimits = fresh.entryLimits;
    const { data } = await run(null, JOIN, { handle: 'Crowd' });
    expect(data.join).toMatchObject({
      viewer: null,
      errors: [{ __typename: 'Refusal', code: 'TOO_MANY_REQUESTS' }],
    });
  } finally {
    await fresh.close();
    services.entryLimits = createEntryLimits();
  }
});

test('signing out clears the cookie, whether or not somebody was in', async () => {
  const berta = await newcomer(services, 'Berta');
  for (const viewer of [berta, null]) {
    const { data, cookie } = await run(viewer, 'mutation { signOut { signedOut errors { code } } }');
    expect(data.signOut).toEqual({ signedOut: true, errors: [] });
    expect(cookie).toMatch(/^strikeboard=; .*Max-Age=0/);
  }
});

test('a session is ended by its global id, and other ids are refused in words', async () => {
  const carla = await newcomer(services, 'Carla');
  const END = `mutation ($id: ID!) { endSession(input: { sessionId: $id }) { sessions { id } errors { code } } }`;
  for (const id of [
    '',
    'nonsense',
    toGlobalId('Person', carla.personId),
    toGlobalId('Session', carla.personId),
  ]) {
    const { data } = await run(carla, END, { id });
    expect(data.endSession).toEqual({ sessions: null, errors: [{ code: 'NOT_FOUND' }] });
  }
  const { data, cookie } = await run(carla, END, { id: toGlobalId('Session', carla.sessionId) });
  expect(data.endSession).toEqual({ sessions: [], errors: [] });
  expect(cookie).toMatch(/Max-Age=0/);
});

test('who is in an organization shows to its own people and to coordinators alone, and who they are in one query', async () => {
  const carmen = await coordinator(services, 'Carmen');
  const created = await run<{ createOrganization: { organization: { id: string } } }>(
    carmen,
    'mutation { createOrganization(input: { name: "Local 7", kind: UNION_LOCAL }) { organization { id name kind members { role } } errors { code } } }',
  );
  expect(created.data.createOrganization).toMatchObject({
    organization: { name: 'Local 7', kind: 'UNION_LOCAL', members: [] },
    errors: [],
  });
  const { id } = created.data.createOrganization.organization;
  const GIVE = `mutation ($id: ID!, $handle: String!, $role: Role) {
    setRole(input: { organizationId: $id, handle: $handle, role: $role }) {
      membership { role person { handle } organization { name members { role person { handle } } } }
      errors { code }
    }
  }`;
  const dora = await newcomer(services, 'Dora');
  await newcomer(services, 'Elena');
  await run(carmen, GIVE, { id, handle: 'Elena', role: 'MEMBER' });
  const given = await run(carmen, GIVE, { id, handle: 'Dora', role: 'ORGANIZER' });
  const members = [
    { role: 'ORGANIZER', person: { handle: 'Dora' } },
    { role: 'MEMBER', person: { handle: 'Elena' } },
  ];
  expect(given.data.setRole).toEqual({
    membership: { role: 'ORGANIZER', person: { handle: 'Dora' }, organization: { name: 'Local 7', members } },
    errors: [],
  });

  const ROLES = '{ viewer { memberships { role organization { members { role person { handle } } } } } }';
  const asMember = await run(await asNow(services, dora), ROLES);
  expect(asMember.data).toEqual({
    viewer: { memberships: [{ role: 'ORGANIZER', organization: { members } }] },
  });

  // A suspended organizer keeps the role and reads nothing by it.
  await run(
    carmen,
    'mutation { setStanding(input: { handle: "Dora", standing: SUSPENDED, note: "We look into it" }) { errors { code } } }',
  );
  const suspended = await run(await asNow(services, dora), ROLES);
  expect(suspended.data).toEqual({
    viewer: { memberships: [{ role: 'ORGANIZER', organization: { members: [] } }] },
  });

  const taken = await run(carmen, GIVE, { id, handle: 'Elena', role: null });
  expect(taken.data.setRole).toEqual({ membership: null, errors: [] });
});

test('every mutation but coming in and going out is refused to nobody', async () => {
  const operations = [
    'endSession(input: { sessionId: "x" })',
    'renewRecoveryCode',
    'updateProfile(input: {})',
    'setStanding(input: { handle: "Ana", standing: LEAD })',
    'vouchForPerson(input: { handle: "Ana" })',
    'createOrganization(input: { name: "Local 1", kind: UNION_LOCAL })',
    `setRole(input: { organizationId: "${toGlobalId('Organization', randomUUID())}", handle: "Ana", role: MEMBER })`,
  ];
  for (const operation of operations) {
    const { data } = await run(null, `mutation { answer: ${operation} { errors { code } } }`);
    expect(data, operation).toEqual({ answer: { errors: [{ code: 'NOT_SIGNED_IN' }] } });
  }
});

test('of two devices that change one profile, the second hears what the first one said', async () => {
  const hana = await newcomer(services, 'Hana');
  await run(
    hana,
    `mutation { updateProfile(input: { skills: [TRAINING], languages: ["en"] }) { errors { code } } }`,
  );
  const save = (input: string) => `mutation { updateProfile(input: { ${input} }) {
    errors { code ... on StaleFields { fields { field now } } } viewer { person { skills languages } } } }`;
  const asRead = 'asRead: { skills: [TRAINING], languages: ["en"] }';
  await run(hana, save(`skills: [WRITING], ${asRead}`));
  const { data: other } = await run(hana, save(`languages: ["es"], ${asRead}`));
  expect(other.updateProfile).toEqual({
    errors: [],
    viewer: { person: { skills: ['WRITING'], languages: ['es'] } },
  });
  const { data: same } = await run(hana, save(`skills: [GRAPHIC_DESIGN], ${asRead}`));
  expect(same.updateProfile).toEqual({
    errors: [{ code: 'STALE_FIELDS', fields: [{ field: 'skills', now: '["WRITING"]' }] }],
    viewer: null,
  });
});

test('the profile and standing that a mutation answers are those after it', async () => {
  const frida = await newcomer(services, 'Frida');
  const { data } = await run(
    frida,
    `mutation {
      one: updateProfile(input: { skills: [TRAINING] }) { viewer { person { skills } } }
      two: updateProfile(input: { languages: ["es"] }) { viewer { person { skills languages } } }
    }`,
  );
  expect(data).toEqual({
    one: { viewer: { person: { skills: ['TRAINING'] } } },
    two: { viewer: { person: { skills: ['TRAINING'], languages: ['es'] } } },
  });
  const gina = await coordinator(services, 'Gina');
  const vouched = await run(
    gina,
    `mutation {
      one: setStanding(input: { handle: "Frida", standing: VETTED }) { person { standing } }
      two: setStanding(input: { handle: "Frida", standing: LEAD }) { person { standing } }
    }`,
  );
  expect(vouched.data).toEqual({
    one: { person: { standing: 'VETTED' } },
    two: { person: { standing: 'LEAD' } },
  });
});

test('the demo can be tried without a code, and only its people show', async () => {
  const hilda = await newcomer(services, 'Hilda');
  const db = services.orm.em.fork().getKysely();
  expect((await run(null, '{ demoPeople { part } }')).data.demoPeople).toEqual([]);
  await db.updateTable('person').set({ demo_part: 'ORGANIZER' }).where('id', '=', hilda.personId).execute();
  const { data } = await run<{ demoPeople: { person: { id: string } }[] }>(
    null,
    '{ demoPeople { part person { id handle } } }',
  );
  expect(data.demoPeople).toMatchObject([{ part: 'ORGANIZER', person: { handle: 'Hilda' } }]);
  const tried = await run(
    null,
    'mutation ($id: ID!) { tryAs(input: { personId: $id }) { viewer { person { handle } } errors { code } } }',
    { id: data.demoPeople[0]!.person.id },
  );
  expect(tried.data.tryAs).toEqual({ viewer: { person: { handle: 'Hilda' } }, errors: [] });
  expect(tried.cookie).toMatch(/^strikeboard=[\w-]{43};/);
});

/** The parts of these types that are about cards, campaigns and trust live with those. */
const ADDED_TO_ELSEWHERE = [
  ...['Query', 'Mutation', 'Viewer', 'Organization', 'Person'],
  ...['CardAlreadyClaimed', 'ClaimLimitReached', 'WrongStatus', 'StaleCard'],
];

test('every field and argument is described, and none of the agreed ones is missing', async () => {
  const agreed = parseSchema(await readFile('schema/schema.graphql', 'utf8'));
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
  for (const type of types) {
    if (!(type instanceof GraphQLObjectType || isInputObjectType(type))) continue;
    for (const field of Object.values(type.getFields())) {
      expect(field.description, `${type.name}.${field.name}`).toBeTruthy();
      for (const argument of 'args' in field ? field.args : []) expect(argument.description).toBeTruthy();
    }
    if (ADDED_TO_ELSEWHERE.includes(type.name)) continue;
    const same = agreed.getType(type.name);
    expect(same, type.name).toBeDefined();
    const fields = (one: typeof type) =>
      Object.values(one.getFields())
        .map(({ name }) => name)
        .sort();
    expect(fields(type), type.name).toEqual(fields(same as typeof type));
  }
});
