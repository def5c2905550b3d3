import type { GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSchema } from '../../src/app/schema.ts';
import { QUESTION } from '../support/a-bench.ts';
import { createTestServices, type TestServices } from '../support/services.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { ask } from './look.ts';
import { type Kind, KINDS, makeWorld, type World } from './world.ts';

// Of a talk its two know, each with what is theirs; of hours, as they were said, their adviser alone.

let database: TestDatabase;
let services: TestServices;
let schema: GraphQLSchema;
let world: World;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  schema = await createSchema();
  world = await makeWorld(services);
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

interface Seen {
  viewer: {
    bookings: { question: string; meetAt: string; asAdviser: boolean }[];
    advising: { mayOffer: boolean; hours: object[]; exceptions: object[]; meetAt: string | null };
  } | null;
  advisers: { edges: { node: { person: { handle: string }; slots: object[] | null } }[] };
}

test.each(Object.keys(KINDS) as Kind[])(
  '%s sees of the bench what is theirs, and what is everybody’s',
  async (kind) => {
    const who = world.people[kind];
    const { data, errors } = await ask(
      services,
      schema,
      who,
      `{ viewer { bookings { question meetAt asAdviser }
        advising { mayOffer meetAt hours { id } exceptions { id } } }
      advisers { edges { node { person { handle } slots { startsAt } } } } }`,
    );
    expect(errors).toBeUndefined();
    const { viewer, advisers } = data as unknown as Seen;
    expect(advisers.edges.map(({ node }) => node.person.handle)).toEqual(['Lena']);
    expect(advisers.edges[0]!.node.slots !== null).toBe(who.viewer !== null);
    if (!who.viewer) return expect(viewer).toBeNull();
    const talk = { question: QUESTION, meetAt: 'https://meet.example.org/lena', asAdviser: kind === 'lead' };
    expect(viewer!.bookings).toEqual(kind === 'lead' || kind === 'vetted' ? [talk] : []);
    const { hours, exceptions, meetAt, mayOffer } = viewer!.advising;
    expect([hours.length, exceptions.length, meetAt !== null]).toEqual(
      kind === 'lead' ? [1, 1, true] : [0, 0, false],
    );
    const { standing, coordinator } = who.viewer;
    expect(mayOffer).toBe(coordinator || standing === 'VETTED' || standing === 'LEAD');
  },
);
