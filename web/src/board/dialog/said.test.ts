import { expect, test } from 'vitest';
import { piecesOf } from './said.ts';

const live = (text: string) =>
  piecesOf(text)
    .filter(({ kind }) => kind !== 'words')
    .map((piece) => (piece.kind === 'link' ? piece.href : piece.text));

test.each([
  ['See https://a.example/x?y=1.', ['https://a.example/x?y=1']],
  [
    '(https://a.example/page_(one)) and https://b.example/,',
    ['https://a.example/page_(one)', 'https://b.example/'],
  ],
  ['Ask @redbarn, or @niña.sol!', ['@redbarn', '@niña.sol']],
  ['mail me@home.example', []],
  ['https://bank.example@evil.example/ is no link', []],
  ['javascript:alert(1) http://', []],
])('%s', (text, found) => {
  expect(live(text)).toEqual(found);
  expect(
    piecesOf(text)
      .map((piece) => piece.text)
      .join(''),
  ).toBe(text);
});
