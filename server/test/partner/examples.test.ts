import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  type DocumentNode,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  print,
  validate,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectDir } from '../../src/platform/startup/project-dir.ts';
import { type DemoServer, openDemoServer } from './demo-server.ts';
import { operationsIn, type Shown, shownOperations } from './shown-operations.ts';

// What we show to outsiders is what they paste: each of it is carried out here, on the demo.

const schema = buildSchema(readFileSync(join(projectDir(), 'schema/schema.graphql'), 'utf8'));
const shown = shownOperations();

let server: DemoServer;
let values: Record<string, unknown>;
beforeAll(async () => {
  server = await openDemoServer();
  values = await server.values();
});
afterAll(() => server.close());

interface One extends Shown {
  what: string;
  document: DocumentNode;
  operation: OperationDefinitionNode;
}

/** Each operation by itself, with the fragments beside it. */
const operations: One[] = shown.flatMap(({ place, text }) => {
  const document = parse(text);
  const found = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  const fragments = document.definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION);
  return found.map((operation) => ({
    ...{ place, text, operation },
    document: { ...document, definitions: [operation, ...fragments] },
    what: `${operation.operation} ${operation.name?.value ?? text.replaceAll(/\s+/g, ' ').slice(0, 60)}`,
  }));
});

/** What the demo has for its variables; one that is not needed and not known is left out. */
function valuesFor({ operation }: One): Record<string, unknown> {
  const names = (operation.variableDefinitions ?? []).map(({ variable, type, defaultValue }) => ({
    name: variable.name.value,
    isNeeded: type.kind === Kind.NON_NULL_TYPE && !defaultValue,
    isCursor: !print(type).startsWith('OpenCards'),
  }));
  return Object.fromEntries(
    names
      .filter(({ name, isNeeded, isCursor }) => isNeeded || (isCursor && name in values))
      .map(({ name }) => [name, values[name]]),
  );
}

test('there is something to carry out in each place', () => {
  const places = new Set(operations.map(({ place }) => place));
  for (const place of ['README.md', 'start/start.sh', 'start/start.ts', 'start/start.py', 'start/start.php'])
    expect([...places]).toContain(place);
  expect(operations.length).toBeGreaterThan(25);
});

test('mutant: a program that names what there is not is found', () => {
  const [query = ''] = operationsIn("ask('{ openCards(first: 3) { edges { node { titel } } } }')");
  expect(validate(schema, parse(query))).toHaveLength(1);
});

test.each(operations)('$place fits the schema: $what', ({ document }) => {
  expect(validate(schema, document)).toEqual([]);
});

const queries = operations.filter(({ operation }) => operation.operation === OperationTypeNode.QUERY);
const streams = operations.filter(({ operation }) => operation.operation === OperationTypeNode.SUBSCRIPTION);
const changes = operations.filter(({ operation }) => operation.operation === OperationTypeNode.MUTATION);

describe('what is asked is answered', () => {
  test.each(queries)('$place: $what', async (one) => {
    const { data, errors } = await server.answer(print(one.document), valuesFor(one));
    expect(errors).toBeUndefined();
    expect(data).toBeTruthy();
  });
});

describe('what is followed begins', () => {
  test.each(streams)('$place: $what', async (one) => {
    const { data, errors } = await server.firstMessage(print(one.document), valuesFor(one));
    expect(errors).toBeUndefined();
    expect(data).toBeTruthy();
  });
});

describe('what is done is done', () => {
  test.each(changes)('$place: $what', async (one) => {
    const cookie = await server.cookieOf('VOLUNTEER');
    const { data, errors } = await server.answer<Record<string, { errors: unknown[] }>>(
      print(one.document),
      valuesFor(one),
      { cookie },
    );
    expect(errors).toBeUndefined();
    expect(Object.values(data!).map((payload) => payload.errors)).toEqual([[]]);
  });
});
