import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Of the bundler's own list of its files: what is read here. */
export interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}
export type Manifest = Record<string, Chunk>;

const manifestFile = '.vite/manifest.json';
const page = /\/client-optimized\/nodes\/\d+\.js$/;
const layout = /\/client-optimized\/nodes\/0\.js$/;
const errorPage = /\/client-optimized\/nodes\/1\.js$/;

/**
 * Has every page name all the files that it begins with. Kit goes through what a page imports, and through what comes late
 * on the way, and passes over a file that it has met there: it is asked for a round trip later then, when everything else
 * has come, and those that it imports another one later. And Kit begins no page before the page for errors is here, which
 * it names on no other.
 */
export function allPreloads(): Plugin {
  return {
    name: 'strikeboard:all-preloads',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    async writeBundle({ dir = '' }) {
      const file = join(dir, manifestFile);
      const manifest = JSON.parse(await readFile(file, 'utf8')) as Manifest;
      await writeFile(file, JSON.stringify(namingAll(manifest), null, 2));
    },
  };
}

/** The same list, in which each page imports by itself all files that it begins with, before Kit meets them elsewhere. */
export function namingAll(manifest: Manifest): Manifest {
  const named: Manifest = { ...manifest };
  const forErrors = Object.keys(manifest).filter((key) => errorPage.test(key));
  for (const [key, chunk] of Object.entries(manifest)) {
    if (!page.test(key)) continue;
    const files = filesOf(manifest, layout.test(key) ? [key, ...forErrors] : [key]).map((file) => {
      const alone = `named by pages: ${file}`;
      named[alone] = { file };
      return alone;
    });
    named[key] = { ...chunk, imports: [...files, ...(chunk.imports ?? [])] };
  }
  return named;
}

/** What these chunks begin with, the first one left out. */
function filesOf(manifest: Manifest, starts: readonly [string, ...string[]]): string[] {
  const found = new Set<string>(starts);
  for (const key of found) for (const next of manifest[key]?.imports ?? []) found.add(next);
  found.delete(starts[0]);
  return [...found].flatMap((key) => manifest[key]?.file ?? []);
}
