import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeMaps } from './map.mjs';
import { childEnvironment, projectDir, runCommand } from './processes.mjs';
import { prepare } from './prepare.mjs';

/** Writes `schema/schema.graphql` from the server's classes. */
export function emitSchema(node) {
  return runScript(node, 'tsx/dist/cli.mjs', ['server/src/app/emit-schema.ts']);
}

/** Writes `web/src/gql/` from the schema and the pages' operations. */
export function generateCode(node) {
  return runScript(node, '@graphql-codegen/cli/cjs/bin.js', []);
}

/** Writes what is coming into `schema/CHANGELOG.md`. */
export function writeChangelog(node) {
  return runScript(node, '../server/scripts/changelog.mjs', []);
}

/** Runs a command that npm installed, on the right Node; gives its exit code and what it printed. */
export function runScript(node, script, words, cwd) {
  const file = join(projectDir, 'node_modules', script);
  return runCommand(node, [file, ...words], { env: childEnvironment(node), quiet: true, cwd });
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const node = await prepare({ build: false });
  for (const generate of [emitSchema, writeChangelog, generateCode, writeMaps]) {
    const { code, output } = await generate(node);
    if (code === 0) continue;
    process.stderr.write(output);
    process.exit(code);
  }
}
