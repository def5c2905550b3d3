import type { GraphQLFieldResolver, GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSchema } from '../../src/app/schema.ts';
import type { Context } from '../../src/core/access/context.ts';
import { openAssessmentRound } from '../../src/features/assessment/open-assessment-round.ts';
import { EDITION, questionsOf } from '../../src/features/assessment/questions.ts';
import { submitAssessment } from '../../src/features/assessment/submit-assessment.ts';
import { toGlobalId } from '../../src/platform/graphql/global-id.ts';
import { createTestServices, type TestServices } from '../support/services.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { ask, contextOf } from './look.ts';
import { type Kind, KINDS, makeWorld, type World } from './world.ts';

// Rounds of self-assessment, read by everybody: whoever has a role in the organization reads them, and no coordinator.

let database: TestDatabase;
let services: TestServices;
let schema: GraphQLSchema;
let world: World;
let round: string;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  schema = await createSchema();
  world = await makeWorld(services);
  const organizer = world.people.organizer.viewer!;
  round = await openAssessmentRound(services, organizer, { organizationId: world.ours });
  const answers = questionsOf(EDITION).map(({ question }) => ({ question, choice: 3, note: 'For me alone' }));
  await submitAssessment(services, organizer, { assessmentId: round, answers });
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

const kinds = Object.keys(KINDS) as Kind[];
const isOwn = (kind: Kind) => {
  const { viewer } = world.people[kind];
  return viewer !== null && viewer.standing !== 'SUSPENDED' && viewer.roles.has(world.ours);
};

interface Seen {
  assessment: object | null;
  node: { assessments: object[] | null };
  viewer: { waitingAssessments: object[] } | null;
  assessmentFigures: object | null;
}

async function looksAt(of: GraphQLSchema, kind: Kind): Promise<Seen> {
  const parts = `{ id number answered people mine { answers { choice note } sentAt } comparison { others }
    levels { of areas { area level } } nextSteps { kind } }`;
  const source = `query ($id: ID!, $organization: ID!) {
    assessment(id: $id) ${parts}
    node(id: $organization) { ... on Organization { assessments ${parts} } }
    viewer { waitingAssessments { id } }
    assessmentFigures { locals }
  }`;
  const ids = { id: toGlobalId('Assessment', round), organization: toGlobalId('Organization', world.ours) };
  const { data, errors } = await ask(services, of, world.people[kind], source, ids);
  expect(errors).toBeUndefined();
  return data as unknown as Seen;
}

test.each(kinds)('%s reads a round only with a role in its organization', async (kind) => {
  const { assessment, node, viewer, assessmentFigures } = await looksAt(schema, kind);
  const sent = kind === 'organizer';
  const seen = {
    ...{ number: 1, answered: 1, comparison: sent ? { others: 0 } : null },
    mine: sent ? { sentAt: expect.any(String) } : null,
    levels: sent ? { of: 1 } : null,
    nextSteps: sent ? expect.any(Array) : null,
  };
  if (isOwn(kind)) {
    expect(assessment).toMatchObject(seen);
    expect(node.assessments).toMatchObject([seen]);
    expect(viewer!.waitingAssessments).toHaveLength(sent ? 0 : 1);
  } else {
    expect([assessment, node.assessments]).toEqual([null, null]);
    expect(viewer?.waitingAssessments ?? []).toEqual([]);
  }
  // There are fewer than five organizations in this world.
  expect(assessmentFigures).toBeNull();
  if (!sent) expect(JSON.stringify({ assessment, node, viewer })).not.toContain('For me alone');
});

test.each([
  ['Query', 'assessment'],
  ['Organization', 'assessments'],
])('%s.%s without its rule is found', async (typeName, fieldName) => {
  const mutant = await createSchema();
  const field = (
    mutant.getType(typeName) as never as { getFields(): Record<string, { resolve: unknown }> }
  ).getFields()[fieldName]!;
  const resolve = field.resolve as GraphQLFieldResolver<unknown, Context>;
  field.resolve = (root: unknown, args: never, _context: unknown, info: never) =>
    resolve(root, args, contextOf(services, world.people.organizer), info);
  const seen = await looksAt(mutant, 'coordinator');
  expect(fieldName === 'assessment' ? seen.assessment : seen.node.assessments).not.toBeNull();
});
