import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emitSchema, generateCode, runScript, writeChangelog } from './generate.mjs';
import { writeMaps } from './map.mjs';
import { house } from '../../.dependency-cruiser.mjs';
import { prepare } from './prepare.mjs';
import { projectDir } from './processes.mjs';

const node = await prepare({ build: false });
const run = (script, words, cwd) => runScript(node, script, words, cwd);

const operationNames = 'server/src/platform/metrics/operation-names.ts';
// Those that write, one after the other, before the ones that read what they write.
const writing = [
  ['schema as the code says', () => unchanged(['schema/schema.graphql'], () => emitSchema(node))],
  [
    'changes of the contract as the schema says',
    () => unchanged(['schema/CHANGELOG.md'], () => writeChangelog(node)),
  ],
  [
    'generated code as the schema says',
    () => unchanged(['web/src/gql', operationNames], () => generateCode(node)),
  ],
  [
    'maps as the rule file says',
    () =>
      unchanged(
        house.map(({ map }) => map),
        writeMaps,
      ),
  ],
];
const reading = [
  ['format', () => run('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.'])],
  ['lint', () => run('oxlint/bin/oxlint', ['--deny-warnings'])],
  ['folders and imports as the rule file says', () => run('../server/scripts/check-house.mjs', [])],
  ['the contract keeps its word', () => run('../server/scripts/check-contract.mjs', [])],
  ['types of the server', () => run('typescript/bin/tsc', ['-p', 'server/test'])],
  ['types of the pages', checkPages],
  [
    'migrations as the entities say',
    () => run('vitest/vitest.mjs', ['run', 'server/src/app/migrations.test.ts']),
  ],
];

let failed = 0;
for (const check of writing) await report(check);
await Promise.all(reading.map(report));
process.exit(failed === 0 ? 0 : 1);

async function report([name, check]) {
  const { code, output } = await check();
  process.stdout.write(`${code === 0 ? 'ok     ' : 'FAILED '} ${name}\n`);
  if (code === 0) return;
  failed += 1;
  process.stdout.write(`${output.trimEnd()}\n`);
}

async function checkPages() {
  const web = join(projectDir, 'web');
  const synced = await run('@sveltejs/kit/svelte-kit.js', ['sync'], web);
  return synced.code === 0 ? run('svelte-check/bin/svelte-check', ['--fail-on-warnings'], web) : synced;
}

/** Generates again and compares with what is committed; puts back what was there. */
async function unchanged(paths, generate) {
  const before = read(paths);
  const result = await generate();
  const after = read(paths);
  const names = new Set([...before.keys(), ...after.keys()]);
  const changed = [...names].filter((name) => before.get(name) !== after.get(name));
  for (const name of changed) {
    if (before.has(name)) writeFileSync(name, before.get(name));
    else rmSync(name);
  }
  if (result.code !== 0 || changed.length === 0) return result;
  return { code: 1, output: `Not up to date: ${changed.join(', ')}. Run npm run generate and commit it.` };
}

function read(paths) {
  const files = paths.flatMap((path) => {
    const full = join(projectDir, path);
    if (!existsSync(full)) return [];
    if (!statSync(full).isDirectory()) return [full];
    return readdirSync(full, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  });
  return new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));
}
