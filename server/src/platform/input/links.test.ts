import fc from 'fast-check';
import { expect, test } from 'vitest';
import { InvalidInput } from '../refusal/refusal.ts';
import { webLinks } from './links.ts';

function reasonAgainst(url: string): string {
  try {
    webLinks([{ url }]);
  } catch (error) {
    if (error instanceof InvalidInput) return error.reason;
    throw error;
  }
  throw new Error(`${url} should have been refused.`);
}

test.each([
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'file:///etc/passwd',
  'ftp://example.org/',
  'mailto:ana@example.org',
  'blob:https://example.org/1',
  'https://ana:secret@example.org/',
  'https://ana@example.org/',
  'https://localhost/',
  'https://',
  'https://exa mple.org/',
  'two words',
])('%s is no link', (url) => {
  expect(reasonAgainst(url)).toBe('BAD_URL');
});

test.each([
  ['java\tscript:alert(1)', 'BAD_URL'],
  ['https://a.example\nhttps://b.example', 'BAD_URL'],
  ['https://example.org/\0', 'CONTROL_CHARACTERS'],
  [`https://example.org/${'x'.repeat(2000)}`, 'TOO_LONG'],
  ['', 'EMPTY'],
])('%j is refused', (url, reason) => {
  expect(reasonAgainst(url)).toBe(reason);
});

test('an address without a scheme is taken as https, and named after its host', () => {
  expect(webLinks([{ url: ' example.org/a b ' }])).toEqual([
    { url: 'https://example.org/a%20b', label: 'example.org' },
  ]);
});

test('an address is what it says: no mark turns its end around', () => {
  expect(webLinks([{ url: '\u202ahttps://example.org/\u202egpj.exe\u202c' }])).toEqual([
    { url: 'https://example.org/gpj.exe', label: 'example.org' },
  ]);
});

test('twelve at most, none is fine', () => {
  const twelve = Array.from({ length: 12 }, (_, index) => ({ url: `https://example.org/${index}` }));
  expect(webLinks(twelve)).toHaveLength(12);
  expect(() => webLinks([...twelve, { url: 'https://example.org' }])).toThrow(InvalidInput);
  expect(webLinks(null)).toEqual([]);
});

test('whatever is typed is refused, or becomes an http address that can be opened and is taken again', () => {
  const schemes = fc.constantFrom('', 'https://', 'http://', 'javascript:', 'data:', '//', '\\\\', 'https:');
  const hosts = fc.constantFrom('example.org', 'a@b.org', 'localhost', '[::1]', '1', 'exämple.org', '');
  const typed = fc.oneof(
    fc.webUrl(),
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.tuple(schemes, hosts, fc.string({ maxLength: 10 })).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(typed, (url) => {
      let taken: { url: string }[];
      try {
        taken = webLinks([{ url }]);
      } catch (error) {
        expect(error).toBeInstanceOf(InvalidInput);
        return;
      }
      const address = new URL(taken[0]!.url);
      expect(['http:', 'https:']).toContain(address.protocol);
      expect(address.username + address.password).toBe('');
      expect(webLinks(taken)).toEqual(taken);
    }),
    { numRuns: 2000 },
  );
});
