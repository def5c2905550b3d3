import { readFileSync } from 'node:fs';
import { buildSchema, type GraphQLEnumType } from 'graphql';
import { describe, expect, test } from 'vitest';
import { ApiFailure, ApiUnavailable, ApiUnreachable } from '#web/api/api.ts';
import type {
  CardStatus,
  ErrorCode,
  ErrorWordsFragment,
  InvalidReason,
  RefusalWhy,
} from '#web/gql/graphql.ts';
import type { Language } from '#web/words/languages.ts';
import { allLanguages } from '#web/words/load-messages.server.ts';
import type { Messages } from '#web/words/messages.ts';
import { createWords } from '#web/words/words.ts';
import { describeError, describeFailure, describeFieldError } from './describe-error.ts';

const schema = buildSchema(readFileSync(new URL('../../../schema/schema.graphql', import.meta.url), 'utf8'));
const valuesOf = (name: string) => (schema.getType(name) as GraphQLEnumType).getValues().map((v) => v.name);

function translator(language: Language) {
  const url = new URL(`../messages/${language}/errors.json`, import.meta.url);
  const errors = JSON.parse(readFileSync(url, 'utf8')) as Messages['errors'];
  return createWords(language, { errors }).t;
}
const serverSentence = 'said by the server';
const refusal = (code: ErrorCode): ErrorWordsFragment => ({
  __typename: 'Refusal',
  code,
  why: null,
  message: serverSentence,
});
const invalid = (
  field: string,
  reason: InvalidReason,
  limit: number | null = null,
  about: string | null = null,
): ErrorWordsFragment => ({
  __typename: 'InvalidInput',
  code: 'INVALID_INPUT',
  why: null,
  message: serverSentence,
  field,
  reason,
  limit,
  about,
});

describe.each(allLanguages())('in %s', (language) => {
  const t = translator(language);

  test.each(valuesOf('ErrorCode'))('there are words for %s', (code) => {
    const words = describeError(refusal(code as ErrorCode), t);
    expect(words).not.toContain(serverSentence);
    expect(words).not.toContain(code);
  });

  test.each(valuesOf('RefusalWhy'))('there are words for %s, whatever its code', (why) => {
    for (const error of [
      { ...refusal('NOT_ALLOWED'), why: why as RefusalWhy },
      {
        ...refusal('WRONG_STATUS'),
        __typename: 'WrongStatus',
        status: 'CLAIMED',
        why: why as RefusalWhy,
      } as const,
    ]) {
      const words = describeError(error, t);
      expect(words).not.toContain(serverSentence);
      expect(words).not.toBe(describeError({ ...error, why: null }, t));
    }
  });

  test.each(valuesOf('CardStatus'))('there are words for a card that is %s', (status) => {
    const words = describeError(
      {
        __typename: 'WrongStatus',
        code: 'WRONG_STATUS',
        why: null,
        message: serverSentence,
        status: status as CardStatus,
      },
      t,
    );
    expect(words).not.toContain(status);
  });

  test('a reason says which part of a text is meant, where the server says it', () => {
    for (const reason of ['CONTROL_CHARACTERS', 'CONFUSABLE'] as const) {
      const words = describeError(invalid('title', reason, null, 'Meet at gate 4'), t);
      expect(words).toContain('Meet at gate 4');
      expect(describeError(invalid('title', reason), t)).not.toBe(words);
    }
  });

  test.each(valuesOf('InvalidReason'))('there are words for %s', (reason) => {
    const words = describeError(invalid('title', reason as InvalidReason, 3), t);
    expect(words).not.toContain(serverSentence);
    expect(words).not.toContain('{{');
  });
});

test('a lost race names who was first and how many others fit', () => {
  const t = translator('en');
  const lost = (count: number): ErrorWordsFragment => ({
    __typename: 'CardAlreadyClaimed',
    code: 'CARD_ALREADY_CLAIMED',
    why: null,
    message: serverSentence,
    holder: { id: '1', handle: 'ana' },
    alternatives: Array.from({ length: count }, (_, i) => ({
      id: `${i}`,
      number: i,
      title: 'x',
      skill: 'WRITING' as const,
      hours: 2,
    })),
  });
  expect(describeError(lost(0), t)).toBe('ana was first.');
  expect(describeError(lost(1), t)).toBe('ana was first. One other fits you.');
  expect(describeError(lost(3), t)).toBe('ana was first. 3 others fit you.');
});

test('a code from a newer server falls back to its sentence', () => {
  const t = translator('es');
  expect(describeError(refusal('SOMETHING_NEW' as ErrorCode), t)).toBe(serverSentence);
  expect(describeError(invalid('title', 'SOMETHING_NEW' as InvalidReason), t)).toBe(serverSentence);
});

test('a field finds its own refusal, nested or not', () => {
  const t = translator('en');
  const errors = [invalid('settings.leaseHours', 'OUT_OF_RANGE', 336), invalid('title', 'EMPTY')];
  expect(describeFieldError(errors, 'leaseHours', t)).toBe('That is out of range.');
  expect(describeFieldError(errors, 'title', t)).toBe('Write something here.');
  expect(describeFieldError(errors, 'hours', t)).toBeUndefined();
});

test('what was thrown is told apart: no connection, our failure with its number, our failure', () => {
  const t = translator('en');
  expect(describeFailure(new ApiUnreachable('x'), t)).toMatch(/^No connection/);
  expect(describeFailure(new ApiUnavailable('x'), t)).toMatch(/^The board is restarting/);
  expect(describeFailure(new ApiFailure('x', 'abc-123'), t)).toContain('abc-123');
  expect(describeFailure(new ApiFailure('x', 'abc-123', 'STORAGE_FULL'), t)).toContain('disk is full');
  expect(describeFailure(new ApiFailure('x', 'abc-123', 'BODY_TOO_LARGE'), t)).toContain('shorten');
  expect(describeFailure(new Error('x'), t)).toBe('Something broke on our side. Try again.');
});
