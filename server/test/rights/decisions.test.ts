import { type GraphQLSchema, isIntrospectionType, isObjectType } from 'graphql';
import { expect, test } from 'vitest';
import { createSchema } from '../../src/app/schema.ts';
import {
  ANSWERS,
  CHANGING,
  CHANGING_RULES,
  READING,
  READING_RULES,
  STREAMING,
  STREAMING_RULES,
} from './decisions.ts';

const decided = () => [
  ...Object.keys(READING),
  ...Object.keys(CHANGING),
  ...ANSWERS,
  ...Object.keys(STREAMING),
];

/** Every field of every object type, as `Type.field`. */
function fieldsOf(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter((type) => !isIntrospectionType(type))
    .flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`));
}

test('every field of the schema has a decision, and every decision a field', async () => {
  const fields = fieldsOf(await createSchema());
  expect(
    fields.filter((field) => !decided().includes(field)),
    'fields without a decision',
  ).toEqual([]);
  expect(
    decided().filter((field) => !fields.includes(field)),
    'decisions without a field',
  ).toEqual([]);
  expect(new Set(decided()).size, 'one decision for each').toBe(decided().length);
});

test('every rule is used', () => {
  const unused = (rules: object, decisions: Record<string, string>) =>
    Object.keys(rules).filter((rule) => !Object.values(decisions).includes(rule));
  expect(unused(READING_RULES, READING)).toEqual([]);
  expect(unused(CHANGING_RULES, CHANGING)).toEqual([]);
  expect(unused(STREAMING_RULES, STREAMING)).toEqual([]);
});

test('a new field without a decision is found', async () => {
  const schema = await createSchema();
  const card = schema.getType('Card');
  if (!isObjectType(card)) throw new Error('There is no Card.');
  const { title } = card.getFields();
  card.getFields()['secret'] = { ...title!, name: 'secret' };
  expect(fieldsOf(schema).filter((field) => !decided().includes(field))).toEqual(['Card.secret']);
});
