import 'reflect-metadata';
import {
  type DocumentNode,
  getNamedType,
  GraphQLError,
  type GraphQLSchema,
  isEnumType,
  isInterfaceType,
  type GraphQLInputType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredInputField,
  Kind,
  type NamedTypeNode,
  parse,
  specifiedRules,
  typeFromAST,
  validate,
} from 'graphql';
import { beforeAll, expect, test } from 'vitest';
import { MAX_PAGE } from './connection.ts';
import { costOf, reckon, validationRules } from './limits.ts';
import { boundsOf, CARDS_OF_BOARD } from './list-bounds.ts';
import { createSchema } from '../../app/schema.ts';
import { readTrustedDocuments } from './trusted-documents.ts';

let schema: GraphQLSchema;
beforeAll(async () => {
  schema = await createSchema();
});

const reckoned = (text: string, variables: Record<string, unknown> = {}) => {
  const document: DocumentNode = parse(text);
  expect(validate(schema, document, [...specifiedRules, ...validationRules]), text).toEqual([]);
  return reckon(schema, document, { variables });
};

const fieldsOf = (text: string, variables?: Record<string, unknown>) => {
  const result = reckoned(text, variables);
  if (result instanceof GraphQLError) throw result;
  return result;
};

test('every list of the contract has pages or a bound, and every bound is of a list', () => {
  const lists = Object.values(schema.getTypeMap()).flatMap((type) => {
    if (type.name.startsWith('__') || !(isObjectType(type) || isInterfaceType(type))) return [];
    return Object.values(type.getFields()).flatMap((field) =>
      isListType(isNonNullType(field.type) ? field.type.ofType : field.type)
        ? [{ where: `${type.name}.${field.name}`, of: getNamedType(field.type) }]
        : [],
    );
  });
  const bounded = lists.filter(
    ({ where, of }) =>
      !/Connection\.(edges|nodes)$/.test(where) && of.name !== 'Error' && where !== CARDS_OF_BOARD,
  );
  expect(bounded.map(({ where }) => where).sort()).toEqual(Object.keys(boundsOf(schema)).sort());
  for (const { where, of } of bounded) {
    // An enum's list holds each of its values once.
    if (isEnumType(of))
      expect(boundsOf(schema)[where]?.most, where).toBeGreaterThanOrEqual(of.getValues().length);
  }
  // The errors of a payload are one at most.
  expect(lists.filter(({ of }) => of.name === 'Error').every(({ where }) => where.endsWith('.errors'))).toBe(
    true,
  );
});

/** Values that fit: pages as large as they may be, and whatever else is needed in its smallest form. */
function sampleFor(document: DocumentNode): Record<string, unknown> {
  const operation = document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
  return Object.fromEntries(
    (operation?.variableDefinitions ?? []).map(({ variable, type }) => [
      variable.name.value,
      sampleOf(typeFromAST(schema, type as NamedTypeNode) as GraphQLInputType, variable.name.value),
    ]),
  );
}

function sampleOf(type: GraphQLInputType, name: string): unknown {
  if (isNonNullType(type)) {
    const of: GraphQLInputType = type.ofType;
    if (isListType(of)) return [];
    if (isEnumType(of)) return of.getValues()[0]?.name;
    if (isInputObjectType(of)) {
      const needed = Object.values(of.getFields()).filter((field) => isRequiredInputField(field));
      return Object.fromEntries(needed.map((field) => [field.name, sampleOf(field.type, field.name)]));
    }
    return { Int: 1, Float: 1, Boolean: true, DateTimeISO: '2026-11-28T12:00:00Z' }[of.toString()] ?? 'x';
  }
  return name === 'first' ? MAX_PAGE : null;
}

test('all our pages ask stays within, whatever the size of the board', () => {
  const documents = [...readTrustedDocuments().values()];
  expect(documents.length).toBeGreaterThan(80);
  for (const text of documents) {
    const document = parse(text);
    const result = reckon(schema, document, { variables: sampleFor(document) });
    expect(result instanceof GraphQLError ? result.message : null, text.slice(0, 3000)).toBeNull();
  }
});

test.each([
  ['a field', '{ programme { finishers } }', 2],
  ['a page', '{ campaigns(first: 100) { edges { node { title } } pageInfo { endCursor } } }', 204],
  ['a page of which nobody said how large it is', '{ campaigns { edges { node { title } } } }', 102],
  ['a page of nothing', '{ campaigns(first: 0) { edges { cursor } } }', 3],
  ['a list without pages', '{ viewer { heldCards { id title } } }', 202],
  ['a list in a list', '{ viewer { heldCards { links { url } } } }', 1302],
  [
    'a list by its own size, with what the look costs',
    '{ viewer { cardsForYou(first: 3) { isGood } } }',
    205,
  ],
  [
    'the dearest of several types',
    '{ node(id: "x") { id ... on Card { title links { url } } ... on Board { id } } }',
    16,
  ],
  [
    'fields that merge',
    '{ viewer { ...A ...B } } fragment A on Viewer { hoursGiven } fragment B on Viewer { hoursGiven }',
    2,
  ],
  ['what is skipped', '{ viewer { hoursGiven @skip(if: true) isCoordinator } }', 2],
])('%s counts as what comes of it', (_what, text, fields) => {
  expect(fieldsOf(text)).toEqual({ fields, ofEachCard: 0, ofSchema: 0 });
});

test('the size of a page is read from variables, and from their defaults', () => {
  const text = 'query ($n: Int = 5) { campaigns(first: $n) { edges { cursor } } }';
  expect(fieldsOf(text, { n: 7 }).fields).toBe(9);
  expect(fieldsOf(text).fields).toBe(7);
});

test('a snapshot counts by the cards of its board, also where only its revision is asked', () => {
  const whole = fieldsOf('{ campaign(slug: "x") { board { snapshot { cards { id title languages } } } } }');
  expect(whole).toEqual({ fields: 4, ofEachCard: 15, ofSchema: 0 });
  expect(costOf(whole, 5_000)).toBe(75_004);
  expect(costOf(fieldsOf('{ campaign(slug: "x") { board { snapshot { revision } } } }'), 10)).toBe(14);
});

test('parts of a list that are asked for apart cost what the dearest does, and the same part twice costs twice', () => {
  const ask = (cards: string) =>
    fieldsOf(
      `subscription ($b: ID!, $a: BoardCursor!) { boardChanges(boardId: $b, after: $a) { ${cards} } }`,
      {
        ...{ b: 'b', a: { epoch: 'e', revision: 0 } },
      },
    ).fields;
  const whole = ask('w: cards(extent: WHOLE) { id title status }');
  expect(ask('w: cards(extent: WHOLE) { id title status } s: cards(extent: STATE) { id status }')).toBe(
    whole,
  );
  expect(ask('w: cards(extent: WHOLE) { id title status } t: cards(extent: WHOLE) { id title status }')).toBe(
    2 * whole - 1,
  );
  expect(ask('w: cards(extent: WHOLE) { id title status } all: cards { id title status }')).toBe(
    2 * whole - 1,
  );
});

test('what was reckoned once is reckoned anew for another size', () => {
  const document = parse(
    'query ($n: Int!, $t: String) { openCards(first: $n, filter: { text: $t }) { nodes { id } } }',
  );
  const of = (n: number, t: string) => reckon(schema, document, { variables: { n, t } });
  expect(of(10, 'a')).toBe(of(10, 'b'));
  expect(of(20, 'a')).not.toEqual(of(10, 'a'));
});
