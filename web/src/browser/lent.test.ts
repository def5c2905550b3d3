import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const src = fileURLToPath(new URL('..', import.meta.url));

/** What a browser lends only to some: over https, with storage, in a known zone. */
const lent = [
  /\blocalStorage\b/,
  /\bsessionStorage\b/,
  /\bindexedDB\b/,
  /\bcaches\./,
  /\bcookieStore\b/,
  /\bdocument\.cookie\b/,
  /\brandomUUID\b/,
  /\bcrypto\.subtle\b/,
  /\bnavigator\.(?:clipboard|serviceWorker|wakeLock|share|storage|locks|permissions|geolocation)\b/,
  /\bNotification\.(?:requestPermission|permission)\b/,
  /\bPushManager\b/,
  /\bresolvedOptions\(\)/,
  /\bsupportedValuesOf\b/,
];
/** The helpers themselves, what runs on the server, and the worker, which is there only where all of it is. */
const exempt = /^(?:browser\/|time\/time-zone\.ts$|service-worker\.ts$|gql\/)|\.server\.ts$|\.test\./;

test('what a browser may withhold is asked for in one place, which can do without', () => {
  const files = globSync('**/*.{ts,svelte,html}', { cwd: src }).filter((file) => !exempt.test(file));
  expect(files.length).toBeGreaterThan(200);
  const naked = files.flatMap((file) => {
    const text = readFileSync(`${src}/${file}`, 'utf8').replaceAll(/\/\*[^]*?\*\/|(?<!:)\/\/.*/g, '');
    return lent.filter((use) => use.test(text)).map((use) => `${file}: ${use.source}`);
  });
  expect(naked).toEqual([]);
});
