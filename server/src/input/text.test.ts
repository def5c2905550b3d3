import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InvalidInput } from '../refusal.ts';
import { languageTags, numberBetween, plainText, textList, textOrNull } from './text.ts';

const line = { field: 'title', max: 20 };
const lines = { ...line, multiline: true };

/** What a text is refused for; fails when it is taken. */
function reasonAgainst(take: () => unknown): string {
  try {
    take();
  } catch (error) {
    if (error instanceof InvalidInput) return error.reason;
    throw error;
  }
  throw new Error('This should have been refused.');
}

/** Any code units at all: lone surrogates, controls, marks. */
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        'a',
        ' ',
        '\n',
        '\t',
        '\0',
        '\u202e',
        '\u200b',
        '\ud800',
        '\ufeff',
        'e\u0301',
        '\u2028',
      ),
    )
    .map((parts) => parts.join('')),
);

test('whatever is typed is refused for a reason, or taken in a form that is taken again unchanged', () => {
  fc.assert(
    fc.property(anything, fc.constantFrom(line, lines), (typed, rules) => {
      let taken: string;
      try {
        taken = plainText(typed, rules);
      } catch (error) {
        expect(error).toBeInstanceOf(InvalidInput);
        return;
      }
      expect(plainText(taken, rules)).toBe(taken);
      expect(taken).toBe(taken.normalize('NFC').trim());
      expect(taken.isWellFormed()).toBe(true);
      expect([...taken].length).toBeLessThanOrEqual(rules.max);
      expect(taken).toMatch(/[^\s\p{Default_Ignorable_Code_Point}]/u);
      expect(taken).not.toMatch(rules === line ? /\p{Cc}/u : /(?![\n\t])\p{Cc}/u);
      expect(taken).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C\u2028\u2029]/u);
    }),
    { numRuns: 2000 },
  );
});

describe('plain text', () => {
  test.each([
    ['nothing', '', 'EMPTY'],
    ['spaces', ' \t\n ', 'EMPTY'],
    ['marks of no width', '\u200b\u200d\u2060', 'EMPTY'],
    ['Hangul fillers', '\u3164\u115f', 'EMPTY'],
    ['a NUL', 'a\0b', 'CONTROL_CHARACTERS'],
    ['an escape', 'a\u001b[31mb', 'CONTROL_CHARACTERS'],
    ['a turn of direction', 'cod\u202efdp', 'CONTROL_CHARACTERS'],
    ['an isolate', 'a\u2066b', 'CONTROL_CHARACTERS'],
    ['half a character', 'a\ud83d', 'CONTROL_CHARACTERS'],
    ['a line break in one line', 'a\nb', 'CONTROL_CHARACTERS'],
    ['a line separator in one line', 'a\u2028b', 'CONTROL_CHARACTERS'],
    ['one too many', 'x'.repeat(21), 'TOO_LONG'],
  ])('refuses %s', (_name, typed, reason) => {
    expect(reasonAgainst(() => plainText(typed, line))).toBe(reason);
  });

  test('counts characters, not code units, and trims before it counts', () => {
    expect(plainText(`  ${'🚌'.repeat(20)}  `, line)).toBe('🚌'.repeat(20));
    expect(reasonAgainst(() => plainText('🚌'.repeat(21), line))).toBe('TOO_LONG');
  });

  test('keeps what languages and people need', () => {
    for (const text of ['¡Huelga!', 'नमस्ते', '👩‍👧', 'עברית', 'العربية'])
      expect(plainText(text, line)).toBe(text);
  });

  test('makes one line break of every kind, where there may be several lines', () => {
    expect(plainText('a\r\nb\rc\u2028d\u0085e', lines)).toBe('a\nb\nc\nd\ne');
  });

  test('takes nothing for null where nothing is fine', () => {
    expect(plainText(null, { ...line, optional: true })).toBe('');
    expect(textOrNull(' \u200b ', line)).toBeNull();
  });
});

test('lists drop what is empty, and have a limit', () => {
  const rules = { ...line, maxItems: 2 };
  expect(textList(['a', ' ', 'b'], rules)).toEqual(['a', 'b']);
  expect(reasonAgainst(() => textList(['a', 'b', 'c'], rules))).toBe('TOO_MANY');
});

test('languages come out in canonical form, once', () => {
  expect(languageTags(['EN', 'en', 'es-mx'], 'languages')).toEqual(['en', 'es-MX']);
  expect(reasonAgainst(() => languageTags(['english!'], 'languages'))).toBe('UNKNOWN');
});

test.each([Number.NaN, Infinity, -1, 41])('hours of %s are refused', (hours) => {
  expect(reasonAgainst(() => numberBetween(hours, 'hours', 0.25, 40))).toBe('OUT_OF_RANGE');
});
