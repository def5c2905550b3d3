import { expect, test } from 'vitest';
import { nextPath } from './next-path.ts';

test.each(['/me', '/c/hold-the-line/board?card=12', '/c/hold-the-line#help', '/?skill=WRITING', '/a%2Fb'])(
  'goes on to %s',
  (path) => expect(nextPath(path, '/')).toBe(path),
);

test.each([
  null,
  '',
  'me',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/\n//evil.example',
  'https://evil.example/',
  'javascript:alert(1)',
  '/ok\\..\\evil',
  ' //evil.example',
  '/\u0000',
])('stays here for %j', (next) => expect(nextPath(next, '/me')).toBe('/me'));

test.each(['/..//evil.example', '/.//evil.example', '/a/..//evil.example', '/%2e%2e//evil.example'])(
  'dots cannot climb to another host by %s',
  (next) => {
    const target = new URL(nextPath(next, '/me'), 'https://here.example');
    expect(target.origin).toBe('https://here.example');
  },
);
