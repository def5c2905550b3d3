import { join } from 'node:path';
import { childEnvironment, projectDir, runCommand } from './processes.mjs';
import { prepare } from './prepare.mjs';

// node server/scripts/run.mjs [--build] [--watch] file.ts [words]: runs TypeScript as it stands, on the right Node.
const words = process.argv.slice(2);
const take = (word) => words[0] === word && words.shift() === word;
const build = take('--build');
const watch = take('--watch');
const node = await prepare({ build });
const tsx = join(projectDir, 'node_modules/tsx/dist/cli.mjs');
const { code } = await runCommand(
  node,
  [tsx, ...(watch ? ['watch', '--clear-screen=false'] : []), ...words],
  {
    env: childEnvironment(node),
  },
);
process.exit(code);
