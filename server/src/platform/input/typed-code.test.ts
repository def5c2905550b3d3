import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashOfRecoveryCode, newRecoveryCode, newSessionToken } from '../../core/access/secret.ts';
import { asciiDigits, lettersOfCode, secretOfLink } from './typed-code.ts';

const secret = newSessionToken();

test.each([
  ['Arabic', '٠١٢٣٤٥٦٧٨٩'],
  ['Persian', '۰۱۲۳۴۵۶۷۸۹'],
  ['Hindi', '०१२३४५६७८९'],
  ['Burmese', '၀၁၂၃၄၅၆၇၈၉'],
  ['full-width', '０１２３４５６７８９'],
  ['bold', '𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗'],
])('%s digits are digits', (_script, digits) => expect(lettersOfCode(digits)).toBe('0123456789'));

test('digits of one system beside another keep their values', () => {
  expect(asciiDigits('٣३3၉')).toBe('3339');
});

test('a recovery code counts however it was typed, and another never', () => {
  const around = fc.constantFrom(
    ' ',
    '\t',
    '-',
    '–',
    '"',
    '“',
    '(',
    '.',
    '\u200f',
    '\u2068',
    '\u00a0',
    '*',
    '\n',
  );
  fc.assert(
    fc.property(fc.infiniteStream(around), fc.infiniteStream(fc.boolean()), (signs, coin) => {
      const code = newRecoveryCode();
      const typed = [...code]
        .map((letter) => (coin.next().value ? letter.toLowerCase() : letter))
        .map((letter) => (/\d/.test(letter) && coin.next().value ? '٠١٢٣٤٥٦٧٨٩'[Number(letter)]! : letter))
        .map((letter) => (coin.next().value ? signs.next().value + letter : letter))
        .join('');
      expect(hashOfRecoveryCode(`“${typed}”`)).toEqual(hashOfRecoveryCode(code));
      const other = code.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'));
      expect(hashOfRecoveryCode(other)).not.toEqual(hashOfRecoveryCode(code));
    }),
  );
});

describe('the secret of a link is read', () => {
  test.each([
    ['as it is', secret],
    ['with a full stop behind it', `${secret}.`],
    ['in brackets', `<${secret}>`],
    ['in quotes', `“${secret}”`],
    ['with what a mail program hangs on it', `${secret}&utm_source=mail`],
    ['with a text to scroll to', `${secret}:~:text=yes`],
    ['broken over two lines', `${secret.slice(0, 20)}\r\n ${secret.slice(20)}`],
    ['with marks of direction', `\u200e${secret}\u200e`],
    ['as the whole link', `https://board.example.org/approve#${secret}`],
    ['with its # in percent signs', `/approve%23${secret}`],
    ['with its # twice in percent signs', `/approve%2523${secret}`],
  ])('%s', (_how, given) => expect(secretOfLink(given)).toBe(secret));

  test('and what holds none stays what it is', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 42 }), (given) => {
        expect(secretOfLink(given)).toBe(given);
      }),
    );
  });
});
