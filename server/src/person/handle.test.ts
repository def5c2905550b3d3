import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InvalidInput } from '../refusal.ts';
import { checkHandle, handleKey, handlesNear } from './handle.ts';

/** Why a handle is refused, or undefined when it is taken as it is. */
function refusalOf(handle: string): string | undefined {
  try {
    checkHandle(handle);
    return undefined;
  } catch (error) {
    if (error instanceof InvalidInput) return error.reason;
    throw error;
  }
}

describe('a handle is taken', () => {
  test.each([
    ...[
      'Ana',
      'ana-b',
      'maria.lopez',
      'José_4',
      'O0o',
      'ñandú',
      'Привет',
      'Ωμέγα',
      'أحمد',
      '٣٣أحمد',
      'अनिकेत',
    ],
    ...['田中さん', '田中-tom', '김철수', 'רותי', 'ᏣᎳᎩ', 'a'.repeat(24)],
  ])('%s', (handle) => expect(refusalOf(handle)).toBeUndefined());

  test('as NFKC, without the space around it', () => expect(checkHandle('  Ｍａｒｉａ ')).toBe('Maria'));
});

describe('a handle is refused', () => {
  test.each([
    ['', 'EMPTY'],
    ['ab', 'TOO_SHORT'],
    ['a'.repeat(25), 'TOO_LONG'],
    ['𠮷'.repeat(25), 'TOO_LONG'],
    ['-ana', 'BAD_CHARACTERS'],
    ['ana.', 'BAD_CHARACTERS'],
    ['a..b', 'BAD_CHARACTERS'],
    ['ana b', 'BAD_CHARACTERS'],
    ['@ana', 'BAD_CHARACTERS'],
    ['👍👍👍', 'BAD_CHARACTERS'],
    ['ana\u0000', 'CONTROL_CHARACTERS'],
    ['an\u202Ea', 'CONTROL_CHARACTERS'],
    ['an\u200Da', 'BAD_CHARACTERS'],
    ['\u3164\u3164\u3164', 'EMPTY'],
    ['z\u0335\u0335\u0335\u0335al', 'BAD_CHARACTERS'],
    ['аna', 'CONFUSABLE'],
    ['сор', 'CONFUSABLE'],
    ['ΑΝΑ', 'CONFUSABLE'],
    ['tom٣3', 'CONFUSABLE'],
    ['admin', 'RESERVED'],
    ['Àdm1n', 'RESERVED'],
    ['ad.min', 'RESERVED'],
    ['Strikeb0ard-team', 'RESERVED'],
    ['Organizadora', 'RESERVED'],
    ['NULL', 'RESERVED'],
    ['todos', 'RESERVED'],
  ])('%j: %s', (handle, reason) => expect(refusalOf(handle)).toBe(reason));
});

describe('two handles that look alike have one key', () => {
  test.each([
    ['Ana', 'ANA'],
    ['ana', 'аnа'],
    ['ana', 'ɑna'],
    ['Ivan', 'lvan'],
    ['Ivan', '1van'],
    ['ivan', '1van'],
    ['bob0', 'bobo'],
    ['mike', 'rnike'],
    ['jose', 'José'],
    ['maria.lopez', 'maria_lopez'],
    ['Ωμέγας', 'ΩΜΕΓΑΣ'],
    ['strasse', 'straße'],
    ['fin', 'ﬁn'],
  ])('%s and %s', (one, other) => expect(handleKey(one)).toBe(handleKey(other)));

  test.each([
    ['ana', 'anna'],
    ['ana', 'ane'],
    ['田中さん', '田口さん'],
    ['김철수', '김철호'],
  ])('but not %s and %s', (one, other) => expect(handleKey(one)).not.toBe(handleKey(other)));
});

const latin = fc.stringMatching(/^[a-zA-Z0-9]{3,24}$/);

test('the key of any text is the same whatever its case, and folding it again changes nothing', () => {
  fc.assert(
    fc.property(latin, (handle) => {
      const key = handleKey(handle);
      expect(handleKey(handle.toUpperCase())).toBe(key);
      expect(handleKey(handle.toLowerCase())).toBe(key);
      expect(handleKey(key)).toBe(key);
    }),
  );
});

test('replacing letters by their Cyrillic and Greek look-alikes never makes a new handle', () => {
  const twins: Record<string, string> = {
    a: 'а',
    c: 'с',
    e: 'е',
    o: 'ο',
    p: 'р',
    x: 'х',
    y: 'у',
    l: 'I',
    O: '0',
  };
  fc.assert(
    fc.property(latin, fc.infiniteStream(fc.boolean()), (handle, coin) => {
      const disguised = [...handle]
        .map((letter) => (coin.next().value ? (twins[letter] ?? letter) : letter))
        .join('');
      expect(handleKey(disguised)).toBe(handleKey(handle));
    }),
  );
});

const letters = [...'aаɑlI1O0-_.é٣3田さ김т', '\u0301', '\u3164', '\u200d', ' '];
const nearlyRight = fc.string({ unit: fc.constantFrom(...letters), maxLength: 26 });

test('whatever is typed is either refused as a handle or taken within the rules', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), nearlyRight), (typed) => {
      if (refusalOf(typed) !== undefined) return;
      const handle = checkHandle(typed);
      expect([...handle].length).toBeGreaterThanOrEqual(3);
      expect([...handle].length).toBeLessThanOrEqual(24);
      expect(handle).toBe(handle.normalize('NFKC'));
      expect(checkHandle(handle)).toBe(handle);
      expect(handle).not.toMatch(/[\p{C}\p{Z}]|\p{Default_Ignorable_Code_Point}/u);
    }),
    { numRuns: 1_000 },
  );
});

test('handles near a taken one are within the rules, and each is another', () => {
  fc.assert(
    fc.property(latin, (handle) => {
      fc.pre(refusalOf(handle) === undefined);
      const near = handlesNear(handle);
      for (const one of near) expect(refusalOf(one)).toBeUndefined();
      expect(new Set([handle, ...near].map(handleKey)).size).toBe(near.length + 1);
    }),
  );
});
