import 'reflect-metadata';
import type { GraphQLObjectType, GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSchema } from '../src/app/schema.ts';
import { createContext } from '../src/core/access/context.ts';
import type { Viewer } from '../src/core/access/viewer.ts';
import type { Counted } from '../src/platform/graphql/connection.ts';
import { toGlobalId } from '../src/platform/graphql/global-id.ts';
import { countStatements } from './support/count-statements.ts';
import { answerTo, askForPage, expectOneList, type Place, readPage } from './support/list-walk.ts';
import { LONG, longLists, type LongLists, WAITING_QUESTIONS } from './support/long-lists.ts';
import { createTestServices, type TestServices } from './support/services.ts';
import { createTestDatabase, type TestDatabase } from './support/test-database.ts';

// How long a list is depends on who asks: nothing is counted that they may not read. And it is one list for each of
// them, however it is read.

let database: TestDatabase;
let services: TestServices;
let schema: GraphQLSchema;
let world: LongLists;

beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  schema = await createSchema();
  world = await longLists(services, schema);
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

type Who = (of: LongLists) => Viewer | null;
const nobody: Who = () => null;
const organizer: Who = ({ organizer: who }) => who;
const host: Who = ({ hosts }) => hosts.organizer;
const cora: Who = ({ hosts }) => hosts.coordinator;
const stranger: Who = ({ hosts }) => hosts.stranger;
const first: Who = ({ people }) => people[0]!;
const second: Who = ({ people }) => people[1]!;
const volunteer: Who = ({ volunteer: who }) => who;

interface Case {
  where: (of: LongLists) => Place;
  /** Who reads it, and how long it is for them. */
  as: Who;
  long: number;
  /** How long it is for others; null for those to whom it is no list. */
  others: readonly (readonly [Who, number | null])[];
}

const node = (type: 'Opening' | 'PracticeCard' | 'Event', id: string, fields: string) =>
  `node(id: "${toGlobalId(type, id)}") { ... on ${type} { ${fields} } }`;
const onBoard = ({ strike }: LongLists) => `campaign(slug: "${strike.slug}") { board { activity* } }`;
const onCard = ({ strike, card }: LongLists, fields: string) =>
  `card(campaign: "${strike.slug}", number: ${card.number}) { ${fields} }`;
const onOpening = ({ openingId }: LongLists, fields: string) => node('Opening', openingId, fields);
const atDoor = ({ training }: LongLists) => node('Event', training.eventId, 'door { registrations* }');

const LISTS: Record<string, Case> = {
  // Three cards for everybody; and of the card for the team, that it was made and what was said of it.
  'Board.activity': {
    where: (of) => ({ at: onBoard(of), of: 'id kind cardTitle' }),
    ...{ as: organizer, long: LONG + 6, others: [[nobody, LONG + 3]] },
  },
  'Board.activity of some kinds': {
    where: (of) => ({ at: onBoard(of), of: 'id', only: 'kinds: [COMMENT_ADDED]' }),
    ...{ as: organizer, long: LONG + 2, others: [[nobody, LONG]] },
  },
  'Card.activity': {
    where: (of) => ({ at: onCard(of, 'activity*'), of: 'id kind' }),
    ...{ as: nobody, long: LONG + 1, others: [[organizer, LONG + 1]] },
  },
  'Card.comments': {
    where: (of) => ({ at: onCard(of, 'comments*'), of: 'text' }),
    ...{ as: organizer, long: LONG },
    others: [
      [stranger, LONG],
      [nobody, null],
    ],
  },
  'Query.advisers': {
    where: () => ({ at: 'advisers*', of: 'person { handle }' }),
    ...{ as: nobody, long: LONG, others: [[cora, LONG]] },
  },
  'Query.advisers who are looked for': {
    where: () => ({ at: 'advisers*', of: 'id', only: 'topic: "picket"' }),
    ...{ as: nobody, long: LONG - 1, others: [] },
  },
  'Opening.applications': {
    where: (of) => ({ at: onOpening(of, 'applications*'), of: 'id state' }),
    ...{ as: host, long: LONG },
    others: [
      [cora, LONG],
      [first, null],
      [nobody, null],
    ],
  },
  'Opening.applications that stand somewhere': {
    where: (of) => ({ at: onOpening(of, 'applications*'), of: 'id', only: 'state: SENT' }),
    ...{ as: host, long: 3, others: [[stranger, null]] },
  },
  'Viewer.applications': {
    where: () => ({ at: 'viewer { applications* }', of: 'id opening { title }' }),
    ...{ as: first, long: 3 },
    others: [
      [second, 1],
      [stranger, 0],
    ],
  },
  'Query.asks': {
    where: () => ({ at: 'asks*', of: 'id status' }),
    ...{ as: cora, long: LONG },
    others: [
      [host, 0],
      [nobody, 0],
    ],
  },
  // What was never sent is not read, whatever status is asked for.
  'Query.asks of some statuses': {
    where: () => ({ at: 'asks*', of: 'id', only: 'statuses: [DRAFT, SUBMITTED, HELD]' }),
    ...{ as: cora, long: LONG + 1, others: [[host, 0]] },
  },
  'Viewer.notifications': {
    where: () => ({ at: 'viewer { notifications* }', of: 'id kind' }),
    ...{ as: volunteer, long: LONG + 1, others: [[second, 1]] },
  },
  'Viewer.notifications of a lane': {
    where: () => ({ at: 'viewer { notifications* }', of: 'id', only: 'lane: PEOPLE' }),
    ...{ as: volunteer, long: LONG, others: [[stranger, 0]] },
  },
  // Whoever answers does not read what they did themselves.
  'PracticeCard.waiting': {
    where: ({ training }) => ({
      at: node('PracticeCard', training.cardId, 'waiting*'),
      of: 'id person { handle }',
    }),
    ...{ as: host, long: LONG },
    others: [
      [cora, LONG + 1],
      [first, null],
      [nobody, null],
    ],
  },
  'Opening.questions': {
    where: (of) => ({ at: onOpening(of, 'questions*'), of: 'text votes' }),
    ...{ as: nobody, long: LONG, others: [[host, LONG]] },
  },
  'Query.questionsAbout': {
    where: ({ openingId }) => ({
      ...{ at: 'questionsAbout*', of: 'text' },
      only: `subjectId: "${toGlobalId('Opening', openingId)}", orderBy: NEW`,
    }),
    ...{ as: nobody, long: LONG, others: [[first, LONG]] },
  },
  // Of what waits one reads one’s own.
  'Opening.questions that wait': {
    where: (of) => ({ at: onOpening(of, 'questions*'), of: 'text', only: 'state: WAITING' }),
    ...{ as: host, long: WAITING_QUESTIONS },
    others: [
      [first, 1],
      [nobody, 0],
    ],
  },
  'EventDoor.registrations': {
    where: (of) => ({ at: atDoor(of), of: 'name code' }),
    ...{ as: host, long: LONG },
    others: [
      [stranger, null],
      [nobody, null],
    ],
  },
  'EventDoor.registrations of a name': {
    where: (of) => ({ at: atDoor(of), of: 'name code', only: 'search: "guest"' }),
    ...{ as: host, long: LONG, others: [] },
  },
  'Webhook.deliveries': {
    where: () => ({ at: 'viewer { webhooks { deliveries* } }', of: 'id revision' }),
    ...{ as: organizer, long: LONG, others: [[stranger, null]] },
  },
};

describe.each(Object.entries(LISTS))('%s', (_name, { where, as, long, others }) => {
  const reading = (who: Who) => ({ services, schema, viewer: who(world) });

  test('is one list, as long as it says, and counts for each what they may read', async () => {
    const place = where(world);
    const whole = await expectOneList(reading(as), place);
    expect(whole.nodes).toHaveLength(long);
    for (const [who, count] of others) {
      const page = await readPage(reading(who), place, 'first: 100');
      expect(page && [page.totalCount, page.nodes.length]).toEqual(count === null ? null : [count, count]);
    }
  });

  test('refuses both ends at once, what is no cursor, and cursors of other lists', async () => {
    const refusal = async (args: string) => {
      const { errors } = await askForPage(reading(as), where(world), args);
      return errors?.[0]?.originalError;
    };
    expect(await refusal('first: 1, last: 1')).toMatchObject({ code: 'INVALID_INPUT', field: 'last' });
    expect(await refusal('last: 0')).toMatchObject({ field: 'last', reason: 'OUT_OF_RANGE' });
    for (const keys of [[], ['a'], ['a', 'b'], ['1', '2', '3'], ['infinity']]) {
      const cursor = Buffer.from(JSON.stringify(keys)).toString('base64url');
      for (const end of ['after', 'before']) {
        const refused = await refusal(`${end}: "${cursor}"`);
        // Handles and names are texts: any is a place among them.
        if (refused || !/advisers/.test(where(world).at))
          expect(refused, `${end} ${keys.join()}`).toMatchObject({ code: 'INVALID_INPUT', field: end });
      }
    }
  });
});

test('mutant: a list that is counted with the rights of its organizers tells what a stranger may not know', async () => {
  const mutant = await createSchema();
  const field = (mutant.getType('Board') as GraphQLObjectType).getFields()['activity']!;
  const { resolve } = field;
  const asOrganizer = createContext(services, { viewer: world.organizer, requestId: 'mutant' });
  field.resolve = async (root, args, context, info) => ({
    ...((await resolve!(root, args, context, info)) as object),
    count: ((await resolve!(root, args, asOrganizer, info)) as Counted<object>).count,
  });
  const place = LISTS['Board.activity']!.where(world);
  const page = await readPage({ services, schema: mutant, viewer: null }, place, 'first: 100');
  expect(page!.totalCount).toBeGreaterThan(page!.nodes.length);
});

describe('what it costs', () => {
  const statements = (viewer: Viewer, source: string) =>
    countStatements(async () => {
      const { errors } = await answerTo({ services, schema, viewer }, source);
      expect(errors).toBeUndefined();
    });

  test.each(Object.entries(LISTS))(
    '%s: a total is one statement, and none where nobody asks',
    async (name) => {
      const { where, as } = LISTS[name]!;
      const { at, of, only = '' } = where(world);
      const asked = (fields: string) =>
        `{ ${at.replace('*', `(${only} first: 2) { ${fields} nodes { ${of} } }`)} }`;
      const count = (fields: string) =>
        countStatements(async () => {
          const { errors } = await answerTo({ services, schema, viewer: as(world) }, asked(fields));
          expect(errors).toBeUndefined();
        });
      // What is read for the first time reads more.
      await count('totalCount');
      expect((await count('totalCount')) - (await count(''))).toBe(1);
    },
  );

  const PAGE = '{ totalCount nodes { id } }';
  const below: [list: string, viewer: Who, of: (size: number) => string][] = [
    [
      'cards',
      organizer,
      (size) => `openCards(first: ${size}) { nodes { comments(last: 2) ${PAGE} activity(last: 2) ${PAGE} } }`,
    ],
    [
      'boards',
      organizer,
      (size) => `campaigns(first: ${size}) { nodes { board { activity(last: 2) ${PAGE} } } }`,
    ],
    [
      'openings',
      host,
      (size) =>
        `openings(first: ${size}) { nodes { applications(last: 2) ${PAGE} questions(last: 2) ${PAGE} } }`,
    ],
    [
      'events',
      host,
      (size) => `events(first: ${size}) { nodes { door { registrations(last: 2) ${PAGE} }
      practiceCards { waiting(last: 2) ${PAGE} } } }`,
    ],
  ];
  test.each(below)('below many %s it is as much as below one', async (_list, who, of) => {
    const viewer = who(world)!;
    await statements(viewer, `{ ${of(1)} }`);
    const forOne = await statements(viewer, `{ ${of(1)} }`);
    expect(await statements(viewer, `{ ${of(3)} }`)).toBeLessThanOrEqual(forOne);
  });
});
