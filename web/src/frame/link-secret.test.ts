import { describe, expect, test } from 'vitest';
import { secretInFragment, secretInLink, withFragmentBack } from './link-secret.ts';

const secret = 'AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_abcde';

describe('a secret is read from the fragment of an address', () => {
  test.each([
    ['as it is', `#${secret}`],
    ['with a full stop', `#${secret}.`],
    ['with quotes that the browser wrote in percent signs', `#%E2%80%9C${secret}%E2%80%9D`],
    ['with a mark of direction', `#%E2%80%8E${secret}`],
    ['with what a mail program hangs on it', `#${secret}&utm_source=mail`],
    ['broken by a space', `#${secret.slice(0, 9)}%20${secret.slice(9)}`],
  ])('%s', (_how, hash) => expect(secretInFragment(hash)).toBe(secret));

  test('of one without a secret, all', () => {
    expect(secretInFragment('#half')).toBe('half');
    expect(secretInFragment('#100%')).toBe('100%');
    expect(secretInFragment('')).toBe('');
  });
});

// mutant: the first that looks like a secret counts: a long name of an event is taken for one.
describe('a secret is read from a link that was pasted', () => {
  const slug = 'a-night-of-songs-and-soup-for-all-who-hold-the-line-in-winter';
  test.each([
    ['whole', `https://board.example/e/${slug}/seat#${secret}`],
    ['with words around it', ` My place: <https://board.example/e/${slug}/seat#${secret}>. `],
    ['with its # as a mail program wrote it', `https://board.example/e/${slug}/seat%23${secret}`],
    ['broken into lines', `https://board.example/e/x/seat#${secret.slice(0, 20)}\n${secret.slice(20)}`],
    ['what stands behind the # alone', secret],
  ])('%s', (_how, pasted) => expect(secretInLink(pasted)).toBe(secret));

  test.each([[''], ['https://board.example/e/x/seat'], ['https://board.example/e/x/seat#half']])(
    'of one without it, nothing: %s',
    (pasted) => expect(secretInLink(pasted)).toBeNull(),
  );
});

describe('an address whose # came as %23', () => {
  test.each([
    [`/approve%23${secret}`, `/approve#${secret}`],
    [`/ask/plan%2523${secret}.`, `/ask/plan#${secret}`],
    [`//evil.example%23${secret}`, `/evil.example#${secret}`],
  ])('%s leads to %s', (pathname, address) => expect(withFragmentBack(pathname)).toBe(address));

  test.each([
    ['/approve'],
    ['/approve%23'],
    ['/approve%23half'],
    [`/approve/${secret}`],
    [`/%E9%23${secret}`],
  ])('of others nothing is made: %s', (pathname) => expect(withFragmentBack(pathname)).toBeNull());
});
