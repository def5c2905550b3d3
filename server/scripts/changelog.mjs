import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSchema } from 'graphql';
import { changesBetween, readSchema, RELEASED, SCHEMA } from './contract-changes.mjs';
import { projectDir } from './processes.mjs';

// Writes schema/CHANGELOG.md from the schema itself. `npm run generate` writes what is coming: all that differs from the
// released one. `release` makes that the newest entry, of today; `history` wrote the entries of before from git.

const FILE = join(projectDir, 'schema/CHANGELOG.md');
const COMING = '## Coming';
const HEAD = `# Changes of the contract

Written from \`schema.graphql\` by \`npm run generate\`; nobody types here. What was added may be used at once. What is
deprecated stays for twelve months from the day it names, and says what to use instead.
`;

/** What comes along with something else, and is not told of by itself. */
const ALONG = /(Input|Payload|Connection|Edge)$/;

/** In this order. What stands in none of the first is a field, an argument or a value: `Type.name`. */
const GROUPS = [
  ['Queries', /^Query\.\w+$/],
  ['Mutations', /^Mutation\.\w+$/],
  ['Subscriptions', /^Subscription\.\w+$/],
  ['Types', /^@?\w+$/],
  ['In what was there', /./],
];

/** What is released already stays as it is; only what is coming is written anew. */
export async function writeChangelog() {
  const coming = entryOf(await changesBetween(readSchema(RELEASED), readSchema(SCHEMA)));
  writeFileSync(FILE, [HEAD, `${COMING}\n\n${coming || 'Nothing yet.\n'}`, ...releasedEntries()].join('\n'));
  return { code: 0, output: '' };
}

function releasedEntries() {
  if (!existsSync(FILE)) return [];
  const [, ...entries] = readFileSync(FILE, 'utf8').split(/^(?=## )/m);
  return entries.filter((entry) => !entry.startsWith(COMING)).map((entry) => `${entry.trimEnd()}\n`);
}

/** Headings and lists, or nothing where nothing differs. */
function entryOf(changes) {
  const whole = new Set(
    changes.filter(({ type }) => /^TYPE_(ADDED|REMOVED)$/.test(type)).map(({ path }) => path),
  );
  const parts = { Added: [], Deprecated: [], Changed: [], Removed: [] };
  for (const change of changes) {
    const [parent, ...rest] = (change.path ?? '').split('.');
    // What stands in a new type came with it.
    const comesAlong = rest.length > 0 ? whole.has(parent) : ALONG.test(parent);
    if (comesAlong || /^(DIRECTIVE_USAGE|OBJECT_TYPE_INTERFACE|TYPE_OPERATION)/.test(change.type)) continue;
    parts[partOf(change.type)].push(change);
  }
  return Object.entries(parts)
    .map(([title, found]) => [title, linesOf(found)])
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => `### ${title}\n\n${lines.map((line) => `- ${line}\n`).join('')}`)
    .join('\n');
}

function partOf(type) {
  if (/DEPRECATION(_REASON)?_(ADDED|CHANGED)/.test(type)) return 'Deprecated';
  if (type.endsWith('_ADDED')) return 'Added';
  if (type.endsWith('_REMOVED')) return 'Removed';
  return 'Changed';
}

/** Names in groups; what a name does not say, in words. */
function linesOf(changes) {
  const isNamed = ({ type }) => /_(ADDED|REMOVED)$/.test(type) && !/DEPRECATION|DEFAULT/.test(type);
  const left = new Set(changes.filter(isNamed).map(({ path }) => path));
  const groups = GROUPS.flatMap(([name, fits]) => {
    const here = [...left].filter((path) => fits.test(path));
    for (const path of here) left.delete(path);
    const words = here.map((path) => `\`${path.replace(/^(Query|Mutation|Subscription)[.](?=\w+$)/, '')}\``);
    return here.length > 0 ? [`${name}: ${words.join(', ')}`] : [];
  });
  // The library writes names between straight quotes.
  const told = changes.filter((change) => !isNamed(change));
  return [...groups, ...new Set(told.map(({ message }) => message.replaceAll(/'([^']+)'/g, '`$1`')))];
}

/** What is coming is released: from now on outsiders may rely on it. */
async function release(day) {
  const entry = entryOf(await changesBetween(readSchema(RELEASED), readSchema(SCHEMA)));
  const earlier = releasedEntries();
  copyFileSync(join(projectDir, SCHEMA), join(projectDir, RELEASED));
  writeFileSync(FILE, [HEAD, ...(entry ? [`## ${day}\n\n${entry}`] : []), ...earlier].join('\n'));
  await writeChangelog();
}

/** The entries of the past: for each day on which the schema changed, what its last version has beside that of before. */
async function history() {
  const git = (...words) => execFileSync('git', words, { cwd: projectDir, encoding: 'utf8', maxBuffer: 1e9 });
  const days = new Map();
  for (const line of git('log', '--reverse', '--format=%H %cs', '--', SCHEMA).trim().split('\n')) {
    const [commit, day] = line.split(' ');
    days.set(day, commit);
  }
  const entries = [];
  let before;
  for (const [day, commit] of days) {
    const schema = buildSchema(git('show', `${commit}:${SCHEMA}`));
    if (!before) entries.unshift(`## ${day}\n\nThe first version.\n`);
    else {
      const entry = entryOf(await changesBetween(before, schema));
      if (entry) entries.unshift(`## ${day}\n\n${entry}`);
    }
    before = schema;
  }
  writeFileSync(FILE, [HEAD, ...entries].join('\n'));
  await writeChangelog();
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [, , word] = process.argv;
  if (word === 'history') await history();
  else if (word === 'release') await release(new Date().toISOString().slice(0, 10));
  else await writeChangelog();
}
