import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  getNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import { beforeAll, expect, test } from 'vitest';
import { projectDir } from '../platform/startup/project-dir.ts';
import { createSchema } from './schema.ts';
import type { NodeName } from '../platform/graphql/global-id.ts';

let schema: GraphQLSchema;
beforeAll(async () => {
  schema = await createSchema();
});

/** As the nouns have added them to `NodeNames`. */
const NODE_NAMES: NodeName[] = [
  ...([
    'Card',
    'Board',
    'BoardEvent',
    'Campaign',
    'Organization',
    'Person',
    'Comment',
    'Session',
    'Ask',
    'Plan',
  ] as const),
  ...(['LeadRequest', 'Invitation', 'ApprovalLink', 'WatchLink', 'Notification', 'File'] as const),
  ...(['PracticeCard', 'Practice', 'Certificate'] as const),
  ...([
    'RoleLink',
    'Token',
    'RoleRemoval',
    'Assessment',
    'Event',
    'EventSession',
    'Registration',
    'Question',
    'Takeaway',
    'RecapLink',
    'Opening',
    'Application',
    'Suggestion',
    'Poll',
    'RoomNote',
  ] as const),
  ...(['Adviser', 'OfficeHours', 'HoursException', 'Booking'] as const),
  ...(['Webhook', 'WebhookDelivery'] as const),
  // What shows the thing of another type.
  ...(['WaitingAsk', 'CampaignPulse', 'QuietCard', 'QuietPerson', 'NewcomerToVet'] as const),
  ...(['DeskPerson', 'WaitingForYou'] as const),
];

test('an id is of one type alone', () => {
  const withId = Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && 'id' in type.getFields())
    .map(({ name }) => name);
  // Parts of a card, known within it by the ids of their own rows.
  const parts = ['ChecklistItem', 'Claim', 'HandIn'];
  expect(withId.filter((name) => !parts.includes(name)).sort()).toEqual([...NODE_NAMES].sort());
});

test('every list with pages is turned both ways, says how long it is, and is of nodes', () => {
  const objects = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type));
  const lists = objects.flatMap((type) =>
    Object.values(type.getFields())
      .filter(({ type: of }) => getNamedType(of).name.endsWith('Connection'))
      .map((field) => ({ where: `${type.name}.${field.name}`, field })),
  );
  expect(lists.length).toBeGreaterThan(30);
  for (const { where, field } of lists) {
    const names = field.args.map(({ name }) => name);
    expect(names, where).toEqual(expect.arrayContaining(['first', 'after', 'last', 'before']));
    const page = getNamedType(field.type) as GraphQLObjectType;
    const { edges, nodes, totalCount } = page.getFields();
    expect(String(totalCount?.type), where).toBe('Int!');
    const edge = getNamedType(edges!.type) as GraphQLObjectType;
    const node = getNamedType(nodes!.type) as GraphQLObjectType;
    expect(getNamedType(edge.getFields()['node']!.type), where).toBe(node);
    expect(
      node.getInterfaces().map(({ name }) => name),
      where,
    ).toContain('Node');
  }
});

interface Described {
  place: string;
  description: string | null | undefined;
}

/** Everything outsiders can name, with what we say about it. */
function everything(of: GraphQLSchema): Described[] {
  return Object.values(of.getTypeMap())
    .filter((type) => !isIntrospectionType(type) && !/^(String|Int|Float|Boolean|ID)$/.test(type.name))
    .flatMap((type): Described[] => {
      const self = { place: type.name, description: type.description };
      // The roots are described by the language itself.
      const own = [of.getQueryType(), of.getMutationType(), of.getSubscriptionType()].includes(type as never)
        ? []
        : [self];
      if (isEnumType(type)) {
        const values = type.getValues().map(({ name, description }) => ({
          place: `${type.name}.${name}`,
          description,
        }));
        return [...own, ...values];
      }
      if (isInputObjectType(type)) {
        const fields = Object.values(type.getFields()).map(({ name, description }) => ({
          place: `${type.name}.${name}`,
          description,
        }));
        return [...own, ...fields];
      }
      if (isObjectType(type) || isInterfaceType(type)) {
        const fields = Object.values(type.getFields()).flatMap(({ name, description, args }) => [
          { place: `${type.name}.${name}`, description },
          ...args.map((arg) => ({
            place: `${type.name}.${name}(${arg.name})`,
            description: arg.description,
          })),
        ]);
        return [...own, ...fields];
      }
      return own;
    });
}

test('every type, field, argument, input field and enum value says what it is', () => {
  const all = everything(schema);
  expect(all.length).toBeGreaterThan(400);
  expect(all.filter(({ description }) => !description?.trim()).map(({ place }) => place)).toEqual([]);
});

test('the committed contract is the schema that the server speaks', async () => {
  const committed = await readFile(join(projectDir(), 'schema/schema.graphql'), 'utf8');
  expect(`${printSchema(lexicographicSortSchema(schema))}\n`).toBe(committed);
});
