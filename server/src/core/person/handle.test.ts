import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InvalidInput } from '../../platform/refusal/refusal.ts';
import { checkHandle, handleKey, handlesNear, shapeKey, typedHandleKey } from './handle.ts';

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
    // Marks in stacks, and the joiners of UAX #31: Hindi, Burmese, Sinhala, Persian, Tamil, Khmer, Malayalam.
    ...['श्रीमती', 'र्\u200dया', 'मृदुल', 'မြို့သား', 'ကျွန်တော်', 'ශ්\u200dරීමාලි', 'می\u200cنویسم'],
    ...['ஸ்ரீதர்', 'ស្រីមុំ', 'ខ្ញុំជា', 'ന്\u200dറെ', 'क्\u200cष', 'Việt', 'ngữ-pháp'],
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
    ['an\u001Ba', 'CONTROL_CHARACTERS'],
    ['an\u200Da', 'BAD_CHARACTERS'],
    ['an\u200Ca', 'BAD_CHARACTERS'],
    ['می\u200dنویسم', 'BAD_CHARACTERS'],
    ['دا\u200cنا', 'BAD_CHARACTERS'],
    ['श्रीमती\u200d', 'BAD_CHARACTERS'],
    ['कमल\u200dा', 'BAD_CHARACTERS'],
    ['z\u0335\u0336\u0337b', 'BAD_CHARACTERS'],
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
    ['adrnin', 'RESERVED'],
    ['strikeboarcl', 'RESERVED'],
    ['El-Sindicato', 'RESERVED'],
    ['gone', 'RESERVED'],
    ['gone-fishing', 'RESERVED'],
    ['G0ne_ab12', 'RESERVED'],
    ['gonea1c1d2e3f4', 'RESERVED'],
  ])('%j: %s', (handle, reason) => expect(refusalOf(handle)).toBe(reason));
});

test('marks of direction that came along with a paste are dropped', () => {
  expect(checkHandle('\u2068ana\u2069')).toBe('ana');
  expect(checkHandle('\u200fמרים\u200f')).toBe('מרים');
});

test('a handle that reads as Latin letters is told as what; one of mixed letters is not', () => {
  const refused = (handle: string) => {
    try {
      checkHandle(handle);
    } catch (error) {
      return error as InvalidInput;
    }
    throw new Error(`${handle} was taken`);
  };
  expect(refused('Сара')).toMatchObject({ reason: 'CONFUSABLE', about: 'Capa' });
  expect(refused('Сара').message).not.toContain('one alphabet');
  expect(refused('аna')).toMatchObject({ reason: 'CONFUSABLE', about: null });
});

test('a handle is found however it was pasted, with and without its joiners', () => {
  const key = handleKey(checkHandle('می\u200cنویسم'));
  expect(typedHandleKey('\u2067@می\u200cنویسم\u2069')).toBe(key);
  expect(typedHandleKey('مینویسم')).toBe(key);
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

describe('several letters that look like one', () => {
  test.each([
    ['vvetx', 'wetx'],
    ['VVetx', 'wetx'],
    ['v-vetx', 'wetx'],
    ['rnarina', 'marina'],
    ['clario', 'dario'],
    ['cjina', 'gina'],
    ['ѵѵetx', 'wetx'],
  ])('%s and %s have one shape', (one, other) => expect(shapeKey(one)).toBe(shapeKey(other)));
  test.each([
    ['anna', 'ana'],
    ['gonzalo', 'gonzala'],
    ['vera', 'wera'],
  ])('but not %s and %s', (one, other) => expect(shapeKey(one)).not.toBe(shapeKey(other)));
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
      expect(handle.replace(/[\u200c\u200d]/g, '')).not.toMatch(
        /[\p{C}\p{Z}]|\p{Default_Ignorable_Code_Point}/u,
      );
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
