import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectDir } from '../platform/startup/project-dir.ts';
import { RefusalCode } from '../platform/refusal/refusal.ts';

// The page that says what to do about each error has all of them, and none that nothing raises.

const page = readFileSync(join(projectDir(), 'schema/ERRORS.md'), 'utf8');
const [, inData = '', besideData = ''] = page.split(/^## /m);
const codesIn = (part: string) => [...part.matchAll(/^\| `([A-Z_]+)`/gm)].map(([, code = '']) => code);

const folder = join(projectDir(), 'server/src');
const sources = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.includes('.test.'))
  .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
const code = sources.join('\n');

/** How a code is written where something is refused before it is carried out. */
const WAYS = [
  /extensions: \{ code: '([A-Z_]+)'/g,
  /\brefuse\(\s*\w+,\s*\d+,\s*'([A-Z_]+)'/g,
  /const (?:UNAVAILABLE|TOO_MANY|FOREIGN_ORIGIN) = '([A-Z_]+)'/g,
];
const mistakes = readFileSync(join(folder, 'platform/graphql/mask-error.ts'), 'utf8').match(
  /'[A-Z]+(_[A-Z]+)+'/g,
);
const raised = new Set([
  ...WAYS.flatMap((way) => [...code.matchAll(way)].map(([, found = '']) => found)),
  ...(mistakes ?? []).map((each) => each.slice(1, -1)),
]);

test('each refusal in the data is there once', () => {
  expect(codesIn(inData)).toEqual(Object.keys(RefusalCode).sort());
});

test('each error beside the data is there once', () => {
  const told = codesIn(besideData);
  expect(told).toEqual([...new Set(told)]);
  expect([...raised].filter((each) => !told.includes(each))).toEqual([]);
  // mutant: the search finds what is known to be raised in each of the ways.
  expect([...raised]).toEqual(
    expect.arrayContaining(['TOO_COSTLY', 'METHOD_NOT_ALLOWED', 'UNAVAILABLE', 'BAD_USER_INPUT']),
  );
});

test('none is told of that nothing raises', () => {
  expect(codesIn(page).filter((each) => !code.includes(`'${each}'`))).toEqual([]);
});
