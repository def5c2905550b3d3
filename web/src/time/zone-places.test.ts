import { expect, test } from 'vitest';
import { zonePlace, zonePlaces } from './zone-places.ts';

test.each([
  ['America/New_York', 'en', 'New York (Eastern)'],
  ['America/New_York', 'es', /^Nueva York \(.*oriental\)$/],
  ['America/Chicago', 'en', 'Chicago (Central)'],
  ['America/Mexico_City', 'es', /^Ciudad de México/],
  ['America/Argentina/Buenos_Aires', 'en', /^Buenos Aires, Argentina/],
  ['UTC', 'en', 'UTC'],
  ['Nowhere/At_All', 'en', 'At All'],
])('%s in %s is %s', (zone, language, name) => {
  if (typeof name === 'string') expect(zonePlace(zone, language)).toBe(name);
  else expect(zonePlace(zone, language)).toMatch(name);
});

test('places stand in the order of the alphabet, none twice, and never with an underline', () => {
  const all = zonePlaces('en');
  const places = all.map(({ place }) => place);
  expect(places.length).toBeGreaterThan(300);
  expect([...places].sort(new Intl.Collator('en').compare)).toEqual(places);
  expect(new Set(all.map(({ zone }) => zone)).size).toBe(places.length);
  expect(places.filter((place) => place.includes('_'))).toEqual([]);
});
