import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createVault } from './vault.ts';

const vault = createVault('a secret of at least thirty-two characters');

test('what is sealed opens again at its place, and reads as nothing meanwhile', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 4 }), fc.uuid(), (text, row) => {
      const sealed = vault.seal(text, `contact.address:${row}`);
      expect(vault.open(sealed, `contact.address:${row}`)).toBe(text);
      expect(sealed.includes(Buffer.from(text))).toBe(false);
    }),
  );
});

test('the same text is sealed differently each time, and hashed alike for one purpose', () => {
  expect(vault.seal('ana@example.org', 'a')).not.toEqual(vault.seal('ana@example.org', 'a'));
  expect(vault.keyedHash('ana@example.org', 'address')).toEqual(
    vault.keyedHash('ana@example.org', 'address'),
  );
  expect(vault.keyedHash('ana@example.org', 'address')).not.toEqual(
    vault.keyedHash('ana@example.org', 'ask'),
  );
});

test('another place, another secret and a changed byte do not open it', () => {
  const sealed = vault.seal('ana@example.org', 'contact.address:1');
  expect(() => vault.open(sealed, 'contact.address:2')).toThrow();
  expect(() =>
    createVault('another secret of thirty-two characters').open(sealed, 'contact.address:1'),
  ).toThrow();
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed);
    changed[at] = changed[at]! ^ 1;
    expect(() => vault.open(changed, 'contact.address:1')).toThrow();
  }
});
