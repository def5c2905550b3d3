import { GraphQLError } from 'graphql';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { maskError } from './mask-error.ts';

const lines: string[] = [];
const log = pino({}, { write: (line: string) => void lines.push(line) });

/** As a resolver that failed is told to the door. */
const inResolver = (error: Error) =>
  new GraphQLError(error.message, { path: ['createCard'], originalError: error });

test('a full disk is told in words, with a code, and logged with the id that the person sees', () => {
  const full = Object.assign(new Error('could not extend file "base/5/16384"'), { code: '53100' });
  const told = maskError(inResolver(full), { log, requestId: 'request-1' });
  expect(told.extensions).toEqual({ code: 'STORAGE_FULL', logId: 'request-1' });
  expect(told.message).toContain('Nothing was changed');
  expect(JSON.stringify(told)).not.toContain('base/5');
  expect(lines.at(-1)).toContain('the disk of the database is full');
  expect(lines.at(-1)).toContain('request-1');
});

test('any other fault tells nothing but its id', () => {
  const other = Object.assign(new Error('connection to 10.0.0.3 refused'), { code: 'XX000' });
  const told = maskError(inResolver(other), { log, requestId: 'request-2' });
  expect(told.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR', logId: 'request-2' });
  expect(JSON.stringify(told)).not.toContain('10.0.0.3');
});
