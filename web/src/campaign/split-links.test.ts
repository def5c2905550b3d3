import { expect, test } from 'vitest';
import { splitLinks } from './split-links.ts';

const links = (text: string) =>
  splitLinks(text).flatMap(({ text: shown, href }) => (href ? [[shown, href]] : []));

test('an address among words is one to go to, and the rest stays as it was written', () => {
  const text = 'Give at https://fund.example.org/strike?x=1. **Thanks!**\nSee http://a.example, too';
  expect(links(text)).toEqual([
    ['https://fund.example.org/strike?x=1', 'https://fund.example.org/strike?x=1'],
    ['http://a.example', 'http://a.example/'],
  ]);
  expect(
    splitLinks(text)
      .map((piece) => piece.text)
      .join(''),
  ).toBe(text);
});

test('brackets belong to an address that opened them', () => {
  expect(links('(see https://en.wikipedia.org/wiki/Strike_(labor))')).toEqual([
    ['https://en.wikipedia.org/wiki/Strike_(labor)', 'https://en.wikipedia.org/wiki/Strike_(labor)'],
  ]);
});

test.each([
  ['javascript:alert(1)'],
  ['data:text/html,x'],
  ['https://bank.example.org@evil.example'],
  ['https://'],
  ['https://localhost'],
  ['www.example.org'],
])('%s stays words', (text) => expect(links(`Look: ${text} now`)).toEqual([]));

test('an address ends before a sign that nobody sees', () => {
  expect(links('https://a.example/\u202egpj.exe')).toEqual([['https://a.example/', 'https://a.example/']]);
});
