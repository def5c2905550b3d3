import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** What Kit starts a page with, and the nodes of the layout round every page and of the page for errors. */
const starts = [/\/kit\/src\/runtime\/client\/entry\.js$/, /\/client-optimized\/(?:app|nodes\/[01])\.js$/];
const page = /\/client-optimized\/nodes\/\d+\.js$/;

/** These stay files of their own: Kit looks for them. */
const entry = /\/client-optimized\/|\/kit\/src\/runtime\/client\/(?:client-)?entry\.js$/;

/** What runs before all of it: Kit's client reads at its start what was said to it here. */
const first =
  /\/kit\/src\/runtime\/client\/payload\.js$|vite\/preload-helper|\/browser\/(?:late-files|next-turn)\.ts$/;

/** Nearly every page can be refused something. */
const common = /\/web\/src\/errors\/describe-error\.ts$/;

/**
 * The clock of every page takes one thing from where its library names many in one breath, and sets and maps that few
 * pages use would come along.
 */
const subscriber = fileURLToPath(import.meta.resolve('svelte/reactivity')).replace(
  /index-\w+\.js$/,
  'create-subscriber.js',
);
const clock = /\/web\/src\/time\/clock\.svelte\.ts$/;

/** What so many pages have, and is as short (characters), weighs less here than in a file of its own. */
const MANY_PAGES = 8;
const SHORT = 700;

/**
 * Knows what every page carries, so that it comes in one file: many small ones are a tenth heavier to fetch, since each
 * is packed for itself, and each is a request.
 */
export class Base {
  readonly #modules = new Set<string>();

  /** The groups of the bundler that make it so. */
  groups = () => [
    { name: 'first', test: first, priority: 2 },
    { name: 'base', test: (id: string) => this.#modules.has(id) && !entry.test(id), priority: 1 },
  ];

  plugin(): Plugin {
    const base = this.#modules;
    return {
      name: 'strikeboard:one-base',
      apply: 'build',
      applyToEnvironment: ({ name }) => name === 'client',
      resolveId: {
        order: 'pre',
        handler: (source, importer) =>
          source === 'svelte/reactivity' && importer && clock.test(importer) ? subscriber : null,
      },
      buildEnd(failure) {
        if (failure) return;
        const all = [...this.getModuleIds()];
        const importsOf = (id: string) => this.getModuleInfo(id)?.importedIds ?? [];
        const found = all.filter((id) => starts.some((start) => start.test(id)));
        if (found.length !== 4) this.error(`What every page starts with is not where it was: ${found}`);
        const begun = [...found, ...all.filter((id) => common.test(id))];
        for (const id of closure(begun, importsOf)) base.add(id);

        const pages = all.filter((id) => page.test(id)).map((id) => closure([id], importsOf));
        const short = (id: string) => (this.getModuleInfo(id)?.code?.length ?? SHORT) < SHORT;
        for (const id of all.filter(short)) {
          const isLeaf = importsOf(id).every((each) => base.has(each));
          if (isLeaf && pages.filter((has) => has.has(id)).length >= MANY_PAGES) base.add(id);
        }
      },
    };
  }
}

/** These modules, and all that they import at once. */
function closure(from: readonly string[], importsOf: (id: string) => readonly string[]): Set<string> {
  const found = new Set<string>();
  const open = [...from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    open.push(...importsOf(id));
  }
  return found;
}
