import { readFileSync } from 'node:fs';
import { buildSchema, isInputObjectType } from 'graphql';
import { expect, test } from 'vitest';
import { most } from './most-characters.ts';

const schema = buildSchema(readFileSync(new URL('../../../schema/schema.graphql', import.meta.url), 'utf8'));

test.each(Object.entries(most))('%s holds %i characters, as the contract says', (place, count) => {
  const [typeName = '', fieldName = ''] = place.split('.');
  const type = schema.getType(typeName);
  const field = isInputObjectType(type) ? type.getFields()[fieldName] : undefined;
  expect(/(\d+) characters/.exec(field?.description ?? '')?.[1]).toBe(String(count));
});
