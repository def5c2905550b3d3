import { GraphQLError } from 'graphql';
import { expect, test } from 'vitest';
import { isNoAnswer, NoAnswer } from './no-answer.ts';

const coded = (code: string, more: object = {}) => Object.assign(new Error('words'), { code, ...more });

test.each([
  ['a lock that is not given up', coded('55P03')],
  ['a statement that took too long', coded('57014')],
  ['a database that stops', coded('57P01')],
  ['one that starts', coded('57P03')],
  ['too many connections', coded('53300')],
  ['a connection that broke', coded('08006')],
  ['another password than the one we know', coded('28P01')],
  ['a transaction that was idle', coded('25P03')],
  ['nobody listens', coded('ECONNREFUSED')],
  ['nobody listens, at any address', new AggregateError([coded('ECONNREFUSED')])],
  ['our own socket is not there', coded('ENOENT', { syscall: 'connect' })],
  ['a line that broke', new Error('Connection terminated unexpectedly')],
  ['a line that fell silent', new Error('Query read timeout')],
  ['all connections are taken', new Error('timeout exceeded when trying to connect')],
  ['somebody gave up before', new NoAnswer('busy')],
  ['inside of another', new Error('outer', { cause: coded('57P01') })],
  ['as GraphQL wraps it', new GraphQLError('outer', { originalError: coded('55P03') })],
])('no answer: %s', (_what, error) => expect(isNoAnswer(error)).toBe(true));

test.each([
  ['a rule that was broken', coded('23505')],
  ['a statement that cannot be read', coded('42601')],
  ['a full disk', coded('53100')],
  ['a deadlock, which is tried again elsewhere', coded('40P01')],
  ['a file that is not there', coded('ENOENT', { syscall: 'open' })],
  ['a fault of ours', new TypeError('x is not a function')],
  ['nothing', undefined],
  ['words', 'Connection terminated'],
])('an answer, or nothing of the database: %s', (_what, error) => expect(isNoAnswer(error)).toBe(false));

test('an error that is its own cause comes to an end', () => {
  const error = new Error('round');
  error.cause = error;
  expect(isNoAnswer(error)).toBe(false);
});
