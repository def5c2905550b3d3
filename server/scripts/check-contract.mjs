import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { changesBetween, readSchema, RELEASED, SCHEMA, unannounced } from './contract-changes.mjs';
import { mistakesIn } from './contract-rules.mjs';
import { projectDir } from './processes.mjs';

// Run by `npm run check`: nothing that outsiders rely on goes without notice, and all that is there is named, described
// and paged alike.

const before = readSchema(RELEASED);
const changes = await changesBetween(before, readSchema(SCHEMA));
const broken = unannounced(changes, before).map(
  ({ message }) => `${message}. Somebody may rely on it: deprecate it first, see schema/README.md`,
);
const troubles = [...broken, ...mistakesIn(readFileSync(join(projectDir, SCHEMA), 'utf8'))];
for (const trouble of troubles) process.stdout.write(`${trouble}\n`);
process.exit(troubles.length > 0 ? 1 : 0);
