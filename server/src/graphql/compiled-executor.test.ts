import fc from 'fast-check';
import {
  execute,
  type ExecutionResult,
  GraphQLError,
  type GraphQLInterfaceType,
  isAbstractType,
  isObjectType,
  parse,
  specifiedRules,
  validate,
  buildSchema,
} from 'graphql';
import { expect, test } from 'vitest';
import { createCompiledExecutor } from './compiled-executor.ts';

/** Every shape that a schema can have: lists, lists of lists, what may be null and what may not, interfaces, unions. */
const schema = buildSchema(`
  enum Colour { RED GREEN }
  scalar Moment
  interface Named { name: String! other: Named self: Named! }
  type Cat implements Named { name: String! other: Named self: Named! lives: Int! mood: Colour }
  type Dog implements Named { name: String! other: Named self: Named! barks: Boolean friends: [Named!]! }
  union Pet = Cat | Dog
  input Inner { depth: Int! = 4 colour: Colour }
  input Filter { colour: Colour = RED depth: Int! tags: [String!] inner: Inner }
  input Nest { depth: Int! inner: Nest }
  type Query {
    pet: Pet pets: [Pet] allPets: [Pet!] sure: Pet! surely: [Pet!]! grid: [[Int!]!] named: Named
    echo(text: String = "none", count: Int, colour: Colour, filter: Filter, ids: [ID!], nest: Nest): String
    moment(at: Moment): Moment fails: String mayNot: String! later: String laterFails: Int
    number: Int! badNumber: Int badColour: Colour
  }
  type Mutation { first(text: String!): Query second: Query }
`);

/** What each field comes to: by name, whatever it is asked of. */
const values: Record<string, unknown> = {
  pet: () => cat,
  pets: () => [cat, null, dog, new Error('no pet'), Promise.resolve(cat), Promise.reject(new Error('late'))],
  allPets: () => [cat, null],
  sure: () => null,
  surely: () => [dog, new Error('one too many')],
  grid: () => [[1, 2], [3, 'four'], null],
  named: () => Promise.resolve(dog),
  echo: (args: object) => JSON.stringify(args),
  moment: ({ at }: { at?: unknown }) => at ?? 'now',
  fails: () => {
    throw Object.assign(new Error('it fails'), { extensions: { code: 'BROKEN' } });
  },
  mayNot: () => null,
  later: async () => 'later',
  laterFails: async () => Promise.reject(new Error('later it fails')),
  number: () => 7,
  badNumber: () => 'seven',
  badColour: () => 'BLUE',
  first: ({ text }: { text: string }) => ({ ...values, later: async () => text }),
  second: () => values,
};
const cat = { __typename: 'Cat', name: 'Cleo', lives: 9, mood: 'GREEN', other: () => dog, self: () => cat };
const dog = {
  ...{ __typename: 'Dog', name: () => 'Rex', barks: null, other: () => null, self: () => null },
  friends: () => [cat, dog, null],
};

// As type-graphql makes them: each field has a resolver, and each abstract type says what it is.
for (const type of Object.values(schema.getTypeMap())) {
  if (isAbstractType(type)) type.resolveType = ({ __typename }: { __typename: string }) => __typename;
  if (!isObjectType(type) || type.name.startsWith('__')) continue;
  for (const field of Object.values(type.getFields())) {
    field.resolve = (source: Record<string, unknown>, args: object) => {
      const value = source[field.name];
      return typeof value === 'function' ? (value as (given: object) => unknown)(args) : value;
    };
  }
}

const FIELDS: Record<string, string[]> = {
  Query: [
    ...['number', 'later', 'fails', 'laterFails', 'mayNot', 'badNumber', 'badColour', 'grid', '__typename'],
    ...['moment', 'moment(at: $at)', 'echo', 'echo(text: $text)', 'echo(text: $text, count: $count)'],
    ...['echo(colour: $colour)', 'echo(filter: $filter)', 'echo(ids: $ids)', 'echo(ids: "one")'],
    ...['echo(filter: { depth: 1, tags: ["a"], inner: { depth: $count2 } })'],
    ...['pet: Pet', 'pets: Pet', 'allPets: Pet', 'sure: Pet', 'surely: Pet', 'named: Named'],
  ],
  Named: ['name', '__typename', 'other: Named', 'self: Named', '... on Cat: Cat', '... on Dog: Dog'],
  Pet: ['__typename', '... on Cat: Cat', '... on Dog: Dog', '... on Named: Named'],
  Cat: ['name', 'lives', 'mood', 'other: Named', 'self: Named', '...Whiskers'],
  Dog: ['name', 'barks', 'other: Named', 'self: Named', 'friends: Named'],
};

/** A selection, at most so deep. */
function selection(type: string, depth: number): fc.Arbitrary<string> {
  const field = fc.constantFrom(...(FIELDS[type] ?? [])).chain((words) => {
    const [, what = '', of] = /^(.*?)(?:: (\w+))?$/.exec(words) ?? [];
    const leaf = words.includes('(') || of === undefined || !(of in FIELDS);
    if (leaf) return decorated(words);
    if (depth === 0) return fc.constant('__typename');
    return selection(of, depth - 1).chain((inner) => decorated(what, inner));
  });
  return fc.array(field, { minLength: 1, maxLength: 4 }).map((fields) => `{ ${fields.join(' ')} }`);
}

/** With an alias or a directive, now and then. */
function decorated(what: string, inner = ''): fc.Arbitrary<string> {
  const isField = !what.startsWith('...');
  return fc
    .record({
      alias: fc.option(fc.constantFrom('a', 'b', 'c'), { freq: 4 }),
      directive: fc.option(
        fc.constantFrom('@include(if: $yes)', '@skip(if: $yes)', '@include(if: false)', '@skip(if: $no)'),
        { freq: 3 },
      ),
    })
    .map(
      ({ alias, directive }) =>
        `${isField && alias !== null && what !== '__typename' ? `${alias}: ` : ''}${what} ${directive ?? ''} ${inner}`,
    );
}

const variables = fc.record(
  {
    yes: fc.constantFrom(true, false, 'yes'),
    no: fc.boolean(),
    text: fc.constantFrom('a', null, 3),
    count: fc.constantFrom(1, null, 2 ** 40, '4'),
    count2: fc.constantFrom(5, 6),
    colour: fc.constantFrom('RED', 'GREEN', 'BLUE', null),
    at: fc.constantFrom('then', { deep: [1] }, null),
    filter: fc.constantFrom(null, { depth: 1 }, { depth: 2, inner: { depth: 3, colour: 'GREEN' } }, {}),
    ids: fc.constantFrom('one', ['one', 2], [], null),
  },
  { requiredKeys: ['count2'] },
);

const HEAD = `($yes: Boolean! = true, $no: Boolean = false, $text: String, $count: Int, $count2: Int!, $colour: Colour = GREEN,
  $at: Moment, $filter: Filter, $ids: [ID!])`;
const FRAGMENT = 'fragment Whiskers on Cat { lives purrs: name self { name } }';

/**
 * As outsiders get it. Of several faults that take away the same value, graphql-js may tell one and the compiler all,
 * which the specification leaves open: they count as one. Every other fault has to be the same to the letter, but for
 * places in the text: where a field is asked twice and once skipped, the compiler names both.
 */
function asAnswered({ data, errors = [] }: ExecutionResult): unknown {
  const told = errors.map((error) => {
    expect(error instanceof GraphQLError).toBe(true);
    const where = takenAway(data, error.path ?? []);
    if (where.length < (error.path ?? []).length) return JSON.stringify({ takenAway: where });
    const { locations, ...rest } = error.toJSON();
    return JSON.stringify({ ...rest, isPlaced: locations !== undefined });
  });
  return JSON.parse(JSON.stringify({ data, told: [...new Set(told)].sort() }));
}

/** The part of a path that is still there, with the null in which it ends. */
function takenAway(data: unknown, path: readonly (string | number)[]): readonly (string | number)[] {
  let value = data;
  for (const [depth, key] of path.entries()) {
    if (value == null) return path.slice(0, depth);
    value = (value as Record<string | number, unknown>)[key];
  }
  return path;
}

test('compiled or not, an operation comes to the same', async () => {
  const carryOut = createCompiledExecutor(schema, { compileAt: 1 });
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(
      selection('Query', 3),
      variables,
      fc.constantFrom('query', 'mutation'),
      async (fields, given, kind) => {
        const body =
          kind === 'query'
            ? fields
            : `{ first(text: "x") ${fields} second { number } third: first(text: "y") { later } }`;
        const text = `${kind} Any${HEAD} ${body}${body.includes('Whiskers') ? ` ${FRAGMENT}` : ''}`;
        const document = parse(text);
        // Not every variable is used; that rule is no matter of carrying out.
        const rules = specifiedRules.filter(({ name }) => name !== 'NoUnusedVariablesRule');
        if (validate(schema, document, rules).length > 0) return;
        compared += 1;
        const args = { schema, document, rootValue: values, variableValues: given };
        expect(asAnswered(await carryOut(args)), text).toEqual(asAnswered(await execute(args)));
      },
    ),
    { numRuns: 1_500 },
  );
  expect(compared).toBeGreaterThan(500);
});

test('a variable whose type holds itself is left to graphql-js', async () => {
  const carryOut = createCompiledExecutor(schema, { compileAt: 1 });
  const document = parse('query ($nest: Nest) { echo(nest: $nest) }');
  const args = {
    schema,
    document,
    rootValue: values,
    variableValues: { nest: { depth: 1, inner: { depth: 2 } } },
  };
  expect(asAnswered(await carryOut(args))).toEqual(asAnswered(await execute(args)));
});

test('a schema whose abstract types have to be waited for is left to graphql-js', async () => {
  const waits = buildSchema(
    'interface Node { id: ID } type Card implements Node { id: ID } type Query { node: Node }',
  );
  const node = waits.getType('Node') as GraphQLInterfaceType;
  node.resolveType = async () => 'Card';
  const carryOut = createCompiledExecutor(waits, { compileAt: 1 });
  const args = {
    schema: waits,
    document: parse('{ node { ... on Card { id } } }'),
    rootValue: { node: { id: 7 } },
  };
  expect(asAnswered(await carryOut(args))).toEqual({ data: { node: { id: '7' } }, told: [] });
});
