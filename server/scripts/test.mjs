import { join } from 'node:path';
import { childEnvironment, projectDir, runCommand } from './processes.mjs';
import { prepare } from './prepare.mjs';

const given = process.argv.slice(2);
// The journeys build before anything begins; whatever runs without them finds what is built.
const node = await prepare({ build: given.includes('--project=stress') });
const vitest = join(projectDir, 'node_modules/vitest/vitest.mjs');
const projects = given.some((word) => word.startsWith('--project'))
  ? []
  : ['server', 'web', 'journeys'].map((name) => `--project=${name}`);
const { code } = await runCommand(node, [vitest, 'run', ...projects, ...given], {
  env: childEnvironment(node),
});
process.exit(code);
