import fc from 'fast-check';
import { expect, test } from 'vitest';
import { methodClassOf, routeClassOf } from './route-class.ts';

test.each([
  ['/', '/'],
  ['/?lang=es', '/'],
  ['/graphql', '/graphql'],
  ['/c/hold-the-line?card=7', '/c/…'],
  ['/p/Ana', '/p/…'],
  ['/me/notices', '/me/…'],
  ['/approve#secret', '/approve'],
  ['/calendar/secret.ics', '/calendar/…'],
  ['//evil.example', 'other'],
  ['/wp-login.php', 'other'],
  ['*', 'other'],
  ['', 'other'],
  [undefined, '/'],
])('%s is told as %s', (url, route) => {
  expect(routeClassOf(url)).toBe(route);
});

test('whatever the address, it is told as one of a fixed few', () => {
  const seen = new Set<string>();
  const part = fc.oneof(
    fc.constantFrom('c', 'p', 'me', 'desk', 'graphql', '_app', ''),
    fc.string(),
    fc.webPath(),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 4 }), (parts) => {
      seen.add(routeClassOf(`/${parts.join('/')}`));
    }),
  );
  for (const route of seen) expect(route).toMatch(/^(other|\/|\/[a-z_-]{1,12}(\/…)?)$/);
  expect(seen.size).toBeLessThan(50);
});

test('methods that somebody makes up are one', () => {
  expect(['GET', 'BREW', 'get', undefined].map(methodClassOf)).toEqual(['GET', 'OTHER', 'OTHER', 'OTHER']);
});
