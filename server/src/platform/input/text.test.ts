import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InvalidInput } from '../refusal/refusal.ts';
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
        '\v',
        '\u00a0',
        '\u2069',
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
    ['a bell', 'a\u0007b', 'CONTROL_CHARACTERS'],
    ['a control of the second hundred', 'a\u0081b', 'CONTROL_CHARACTERS'],
    ['half a character', 'a\ud83d', 'CONTROL_CHARACTERS'],
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

  test.each([
    ['marks of direction round a number', '\u202a+1 312 555\u202c', '+1 312 555'],
    ['isolates', '\u2068ana\u2069', 'ana'],
    ['marks inside a text of two directions', 'שלום\u200f!\u200e', 'שלום!'],
    ['an override', 'cod\u202efdp', 'codfdp'],
    ['a byte order mark', '\ufeffLocal 41', 'Local 41'],
    ['the place of a picture', 'see \ufffc here', 'see  here'],
    ['tabs', 'a\tb', 'a b'],
    ['line breaks in one line', 'a\r\n\r\nb', 'a b'],
    ["Word's soft break", 'a\vb', 'a b'],
    ['separators of lines and paragraphs', 'a\u2028b\u2029c', 'a b c'],
    ['spaces that do not break', 'Local\u00a041\u202f!', 'Local 41 !'],
    ['spaces of other widths', 'a\u2003b\u3000c', 'a b\u3000c'],
  ])('takes pasted %s', (_name, pasted, taken) => expect(plainText(pasted, line)).toBe(taken));

  test('says after which words a control character stands', () => {
    const refusal = (typed: string) => {
      try {
        plainText(typed, { ...lines, max: 500 });
      } catch (error) {
        return error as InvalidInput;
      }
      throw new Error('This should have been refused.');
    };
    expect(refusal('We walk out.\nMeet at gate 4\u0000 tomorrow')).toMatchObject({
      about: 'Meet at gate 4',
      message: expect.stringContaining('after “Meet at gate 4”'),
    });
    expect(refusal(`${'🚌'.repeat(30)}\u0007`).about).toBe('🚌'.repeat(24));
    expect(refusal('first\n\u0007second').about).toBeNull();
  });

  test('makes one line break of every kind, where there may be several lines', () => {
    expect(plainText('a\r\nb\rc\u2028d\u0085e\vf', lines)).toBe('a\nb\nc\nd\ne\nf');
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
