import { expect, test } from 'vitest';
import { namesEmployer } from './names-employer.ts';

test.each([
  ['Metro Lines', 'Against METRO-LINES, who want the night bus gone.'],
  ['Café Sol', 'cafe sol cut our hours'],
  ['ACME', 'What Acme did'],
  ['Ⓜ Foods', 'm foods'],
])('%s is named in: %s', (employer, text) => {
  expect(namesEmployer(employer, ['A title', text])).toBe(true);
});

test.each([
  ['Metro Lines', 'The lines of the metro'],
  ['Sun', 'On Sunday'],
  ['...', 'Nothing but signs ...'],
  ['Metro', ''],
])('%s is not named in: %s', (employer, text) => {
  expect(namesEmployer(employer, [text])).toBe(false);
});
