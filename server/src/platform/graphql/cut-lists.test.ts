import 'reflect-metadata';
import { type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask } from '../../../test/rights/look.ts';
import { coordinator } from '../../../test/support/people.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { createOrganization } from '../../core/organization/create-organization.ts';
import type { Viewer } from '../../core/access/viewer.ts';
import { toGlobalId } from './global-id.ts';
import { boundsOf } from './list-bounds.ts';
import { createSchema } from '../../app/schema.ts';

let database: TestDatabase;
let services: TestServices;
let schema: GraphQLSchema;
let cora: Viewer;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  schema = await createSchema();
  cora = await coordinator(services, 'Cora');
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

test('an organization of more people than the bound says answers as many as it says, organizers first', async () => {
  const { most } = boundsOf(schema)['Organization.members']!;
  const id = await createOrganization(services, cora, { name: 'Local 1', kind: 'UNION_LOCAL' });
  await sql`
    with people as (
      insert into person (id, handle, handle_key) select gen_random_uuid(), 'Member ' || n, 'member' || n
      from generate_series(1, ${most + 1}) as n returning id, handle)
    insert into membership (organization_id, person_id, role)
    select ${id}, id, case handle when ${`Member ${most + 1}`} then 'ORGANIZER' else 'MEMBER' end from people`.execute(
    services.orm.em.fork().getKysely(),
  );
  const source = `{ node(id: "${toGlobalId('Organization', id)}") { ... on Organization { members { role person { handle } } } } }`;
  const { data, errors } = await ask(services, schema, { viewer: cora }, source);
  expect(errors).toBeUndefined();
  const { members } = (data as { node: object }).node as {
    members: { role: string; person: { handle: string } }[];
  };
  expect(members).toHaveLength(most);
  expect(members[0]).toEqual({ role: 'ORGANIZER', person: { handle: `Member ${most + 1}` } });
});

test('a list that is a plain property is cut too, and a shorter one is left as it is', () => {
  const drafts = (schema.getType('CardWork') as GraphQLObjectType).getFields()['drafts']!;
  const answered = (length: number) =>
    (drafts.resolve!({ drafts: Array.from({ length }, () => ({})) }, {}, {}, {} as never) as unknown[])
      .length;
  const { most } = boundsOf(schema)['CardWork.drafts']!;
  expect([0, most, most + 1, 1000].map(answered)).toEqual([0, most, most, most]);
});
