import { readdirSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join, posix, relative, sep } from 'node:path';
import rules, { house, MOST_FILES, rooms } from '../../.dependency-cruiser.mjs';
import { projectDir } from './processes.mjs';

// Run by `npm run check`: holds the folders and imports that are there against the rule file.

// Types that a component imports count as well: see there.
const componentImports = new URL('component-imports.mjs', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'svelte/compiler' && context.parentURL?.includes('/dependency-cruiser/')
      ? { url: componentImports, format: 'module', shortCircuit: true }
      : next(specifier, context),
});
const { cruise, format, getAvailableTranspilers } = await import('dependency-cruiser');

const files = house.flatMap(({ source }) =>
  readdirSync(join(projectDir, source), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
    .map((entry) => relative(projectDir, join(entry.parentPath, entry.name)).replaceAll(sep, '/')),
);
const troubles = [...homeless(), ...empty(), ...crowded()];

for (const name of ['typescript', 'svelte'])
  if (!getAvailableTranspilers().some((each) => each.name === name && each.available))
    troubles.push(`dependency-cruiser cannot read ${name} any more`);
const code = files.filter((file) => /[.](ts|svelte)$/.test(file));
const { output: graph } = await cruise(code, {
  ...rules.options,
  baseDir: projectDir,
  validate: true,
  ruleSet: { forbidden: rules.forbidden },
});
troubles.push(...unused());

const wrong = graph.summary.error;
if (wrong > 0) process.stdout.write(`${(await format(graph, { outputType: 'err' })).output.trim()}\n`);
for (const trouble of troubles) process.stdout.write(`${trouble}\n`);
process.exit(wrong + troubles.length > 0 ? 1 : 0);

/** Files in a folder without a line. Beside the floors stands only what starts them. */
function homeless() {
  const isHome = (file) =>
    house.some(({ source }) => posix.dirname(file) === source) ||
    rooms.some((room) => new RegExp(room.files).test(file));
  const folders = new Set(files.filter((file) => !isHome(file)).map((file) => posix.dirname(file)));
  return [...folders].map((folder) => `${folder} has no line in .dependency-cruiser.mjs`);
}

/** Lines without a folder. */
function empty() {
  const gone = rooms.filter((room) => !files.some((file) => new RegExp(room.files).test(file)));
  return gone.map(({ path }) => `${path} has a line in .dependency-cruiser.mjs and no file`);
}

/** Folders that hold many files and do not say why. */
function crowded() {
  const counts = new Map();
  for (const file of files) counts.set(posix.dirname(file), (counts.get(posix.dirname(file)) ?? 0) + 1);
  const many = [...counts].filter(
    ([folder, count]) =>
      count > MOST_FILES && !rooms.some((room) => room.reason && new RegExp(room.files).test(`${folder}/`)),
  );
  return many.map(([folder, count]) => `${folder} holds ${count} files, and no reason is said`);
}

/** Named arrows that nobody uses: the map would tell of them. */
function unused() {
  const reaches = (room, other) =>
    graph.modules.some(
      ({ source, dependencies }) =>
        source.startsWith(`${room.path}/`) &&
        dependencies.some(({ resolved }) => resolved.startsWith(`${other}/`)),
    );
  return rooms.flatMap((room) =>
    room.on.filter((other) => !reaches(room, other)).map((other) => `${room.path} leans no more on ${other}`),
  );
}
