import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { childEnvironment, projectDir, runCommand, runsOnNewNode } from './processes.mjs';
import { prepare } from './prepare.mjs';

const node = await prepare({ build: true });
process.env.NODE_ENV ??= 'production';
const main = join(projectDir, 'server/dist/main.js');
if (runsOnNewNode()) {
  // In this process, so that a signal for npm reaches the server without a messenger.
  await import(pathToFileURL(main).href);
} else {
  const { code } = await runCommand(node, [main, ...process.argv.slice(2)], { env: childEnvironment(node) });
  process.exit(code);
}
