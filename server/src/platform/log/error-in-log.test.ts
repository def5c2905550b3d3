import fc from 'fast-check';
import { expect, test } from 'vitest';
import { errorInLog, withoutValues } from './error-in-log.ts';

test.each([
  ['no recipient <ana@picket.example> here', 'ana@picket.example'],
  ['connect ECONNREFUSED 203.0.113.9:5432', '203.0.113.9'],
  ['connect ECONNREFUSED 2001:db8::8a2e:370:7334', '2001:db8::8a2e:370:7334'],
  ['invalid input syntax for type uuid: "Ana"', 'Ana'],
  ['nobody is called “Ana”', 'Ana'],
  ['Unexpected token \'A\', "Ana of 41" is not valid JSON', 'Ana'],
  ['cannot reach https://bot:secret@hooks.example/in?who=Ana', 'Ana'],
  ['session 9sOaM3sVcXKJ0aTtVnB1yTqkq0m2h9p4 is unknown', '9sOaM3sVcXKJ0aTtVnB1yTqkq0m2h9p4'],
])('%s', (words, secret) => {
  expect(withoutValues(words)).not.toContain(secret);
});

test('what helps to find a fault stays', () => {
  const fault = Object.assign(new TypeError('Cannot read properties of undefined (reading length)'), {
    code: 'E1',
  });
  const { type, message, code, stack } = errorInLog(fault);
  expect({ type, message, code }).toEqual({
    type: 'TypeError',
    message: 'Cannot read properties of undefined (reading length)',
    code: 'E1',
  });
  expect(stack[0]).toMatch(/error-in-log\.test\.ts:\d+:\d+/);
});

test('a copy of an error is one too, and several together are told by the first', () => {
  const copy = {
    message: 'terminating connection',
    code: '57P01',
    stack: 'x\n    at a (b.ts:1:2)',
    queue: 'Ana',
  };
  expect(errorInLog(copy)).toEqual({
    type: 'Error',
    message: 'the database refused a statement',
    stack: ['at a (b.ts:1:2)'],
    code: '57P01',
  });
  const both = new AggregateError([new Error('connect ECONNREFUSED'), new Error('another')]);
  expect(errorInLog(both)).toMatchObject({
    message: 'without words',
    cause: { message: 'connect ECONNREFUSED' },
  });
  expect(errorInLog('words')).toMatchObject({ type: 'string', message: '' });
});

test('whatever hangs on an error of the database, code and rule are all that is kept of it', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 4 }), (typed) => {
      const secret = `Rosa${typed}`;
      const refused = Object.assign(new Error(`insert into person values (${secret}) - duplicate key`), {
        code: '23505',
        detail: `Key (handle)=(${secret}) already exists.`,
        where: secret,
        query: secret,
        parameters: [secret],
        constraint: 'person_handle_unique',
        table: 'person',
      });
      const outer = new Error('it could not be kept', { cause: refused });
      outer.stack = `Error: ${secret}\n    ${secret}\n    at join (/srv/join.js:1:2)`;
      const kept = errorInLog(outer);
      expect(JSON.stringify(kept)).not.toContain('Rosa');
      expect(kept.cause).toMatchObject({
        code: '23505',
        constraint: 'person_handle_unique',
        table: 'person',
      });
    }),
  );
});

test('a loop of causes ends', () => {
  const one = new Error('one');
  const other = new Error('other', { cause: one });
  one.cause = other;
  expect(JSON.stringify(errorInLog(one)).length).toBeLessThan(20_000);
});
