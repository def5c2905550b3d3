import fc from 'fast-check';
import {
  execute,
  type ExecutionResult,
  GraphQLError,
  type GraphQLInterfaceType,
  isAbstractType,
  isObjectType,
  parse,
  validate,
  buildSchema,
} from 'graphql';
import { expect, test } from 'vitest';
import { createCompiledExecutor, type Execute } from './compiled-executor.ts';

/** Every shape that a schema can have: lists, lists of lists, what may be null and what may not, interfaces, unions. */
const schema = buildSchema(`
  enum Colour { RED GREEN }
  scalar Moment
  interface Named { name: String! other: Named self: Named! }
  type Cat implements Named { name: String! other: Named self: Named! lives: Int! mood: Colour }
  type Dog implements Named { name: String! other: Named self: Named! barks: Boolean friends: [Named!]! }
  union Pet = Cat | Dog
  input Inner { depth: Int! = 4 colour: Colour }
  input Filter { colour: Colour = RED depth: Int! tags: [String!] inner: Inner deep: Deep many: [Deep!] }
  input Deep {
    colour: Colour! = GREEN yes: Boolean! = false word: String! = "none" part: Float = 0.5 at: Moment! = "now"
    ids: [ID!]! = ["a", "b"] grid: [[Int!]!]! = [[1], [2]] inner: Inner! = { colour: RED } free: Int
  }
  input Nest { depth: Int! inner: Nest }
  type Query {
    pet: Pet pets: [Pet] allPets: [Pet!] sure: Pet! surely: [Pet!]! grid: [[Int!]!] named: Named
    echo(text: String = "none", count: Int, colour: Colour, filter: Filter, ids: [ID!], nest: Nest, deep: Deep): String
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
    ...['echo(colour: $colour)', 'echo(ids: $ids)', 'echo(ids: "one")'],
    ...['echo(filter: { depth: 1, tags: ["a"], inner: { depth: $count2 } })'],
    ...['pet: Pet', 'pets: Pet', 'allPets: Pet', 'sure: Pet', 'surely: Pet', 'named: Named'],
  ],
  Named: ['name', '__typename', 'other: Named', 'self: Named', '... on Cat: Cat', '... on Dog: Dog'],
  Pet: ['__typename', '... on Cat: Cat', '... on Dog: Dog', '... on Named: Named'],
  Cat: ['name', 'lives', 'mood', 'other: Named', 'self: Named', '...Whiskers'],
  Dog: ['name', 'barks', 'other: Named', 'self: Named', 'friends: Named'],
};

/** Fields whose arguments are objects, with variables for them or in them. */
const INPUTS = [
  ...['echo(deep: $deep)', 'echo(deep: {})', 'echo(filter: $filter)'],
  'echo(filter: { depth: 2, deep: $deep, many: [{}, { yes: true }] })',
  'echo(filter: { depth: 3, inner: { colour: $colour }, deep: { ids: $ids, at: $at } })',
  ...[
    'echo(deep: { inner: { depth: $count }, free: $count })',
    'echo(deep: { word: $text, colour: $colour })',
  ],
  ...['echo(ids: ["a", $text])', 'echo(deep: { grid: [[$count]], ids: [$text, "b"] })'],
];

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

/** Objects of inputs, each field given, null, wrong, or left to its default. */
const inner = fc.record(
  { depth: fc.constantFrom(1, 2, null), colour: fc.constantFrom('RED', null) },
  { requiredKeys: [] },
);
const deep = fc.record(
  {
    colour: fc.constantFrom('RED', 'GREEN', null, 'BLUE'),
    yes: fc.constantFrom(true, false),
    word: fc.constantFrom('a', ''),
    part: fc.constantFrom(1, 0.25, null),
    at: fc.constantFrom('then', { deep: [1] }),
    ids: fc.constantFrom(['x'], 'one', [1], []),
    grid: fc.constantFrom([[3]], 4, [5], [[]]),
    inner,
    free: fc.constantFrom(1, null),
  },
  { requiredKeys: [] },
);
const filter = fc.record(
  {
    depth: fc.constant(7),
    colour: fc.constantFrom('GREEN', null),
    inner,
    deep,
    many: fc.oneof(deep, fc.array(deep)),
  },
  { requiredKeys: ['depth'] },
);

const variables = fc.record(
  {
    yes: fc.constantFrom(true, false, 'yes'),
    no: fc.boolean(),
    text: fc.constantFrom('a', null, 3),
    count: fc.constantFrom(1, null, 2 ** 40, '4'),
    count2: fc.constantFrom(5, 6),
    colour: fc.constantFrom('RED', 'GREEN', 'BLUE', null),
    at: fc.constantFrom('then', { deep: [1] }, null),
    filter: fc.oneof(
      fc.constantFrom(null, { depth: 1 }, { depth: 2, inner: { depth: 3, colour: 'GREEN' } }, {}),
      filter,
    ),
    deep: fc.option(deep, { freq: 5 }),
    ids: fc.constantFrom('one', ['one', 2], [], null),
  },
  { requiredKeys: ['count2'] },
);

const DEFINITIONS: Record<string, string> = {
  yes: 'Boolean! = true',
  no: 'Boolean = false',
  text: 'String',
  count: 'Int',
  count2: 'Int!',
  colour: 'Colour = GREEN',
  at: 'Moment',
  filter: 'Filter',
  ids: '[ID!]',
  deep: 'Deep = { yes: true }',
};

/** The definitions of those variables that stand in a text. */
function headOf(body: string): string {
  const used = Object.entries(DEFINITIONS).filter(([name]) => new RegExp(`\\$${name}\\b`).test(body));
  return used.length === 0 ? '' : `(${used.map(([name, type]) => `$${name}: ${type}`).join(', ')})`;
}

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

/** Carries an operation out both ways, where it is one; says whether it was. */
async function compare(carryOut: Execute, text: string, given: Record<string, unknown>): Promise<boolean> {
  const document = parse(text);
  if (validate(schema, document).length > 0) return false;
  const args = { schema, document, rootValue: values, variableValues: given };
  expect(asAnswered(await carryOut(args)), text).toEqual(asAnswered(await execute(args)));
  return true;
}

test('compiled or not, an operation comes to the same', { timeout: 60_000 }, async () => {
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
        const text = `${kind} Any${headOf(body)} ${body}${body.includes('Whiskers') ? ` ${FRAGMENT}` : ''}`;
        if (await compare(carryOut, text, given)) compared += 1;
      },
    ),
    { numRuns: 600 },
  );
  expect(compared).toBeGreaterThan(200);
});

test.each([
  '{ pets { ... on Cat { ...Whiskers @include(if: $yes) ...Whiskers } } }',
  '{ pets { ... on Cat { ...Whiskers @skip(if: $no) ...Whiskers @include(if: $yes) } } }',
  '{ pets { ... on Cat @include(if: $yes) { ...Whiskers } ... on Cat { ...Whiskers } } }',
  '{ pets { ... on Cat { ...Whiskers } } } ',
  '{ pets { ... on Cat { ...Whiskers ...Whiskers } } }',
])('a fragment spread twice, once on a condition, is told: %s', async (body) => {
  const carryOut = createCompiledExecutor(schema, { compileAt: 1 });
  for (const yes of [true, false]) {
    const text = `query Any${headOf(body)} ${body} ${FRAGMENT}`;
    expect(await compare(carryOut, text, { yes, no: !yes })).toBe(true);
  }
});

test('compiled or not, what an input leaves out is its default, at whatever depth', async () => {
  const carryOut = createCompiledExecutor(schema, { compileAt: 1 });
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...INPUTS), variables, async (field, given) => {
      if (await compare(carryOut, `query Any${headOf(field)} { ${field} }`, given)) compared += 1;
    }),
    { numRuns: 400 },
  );
  expect(compared).toBeGreaterThan(200);
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
