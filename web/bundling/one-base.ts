import type { Plugin } from 'vite';

/** What Kit starts a page with, and the node of the layout round every page. */
const starts = [/\/kit\/src\/runtime\/client\/entry\.js$/, /\/client-optimized\/(?:app|nodes\/0)\.js$/];

const entry = /\/client-optimized\/|\/kit\/src\/runtime\/client\/(?:client-)?entry\.js$/;

/** What runs before all of it: Kit's client reads at its start what was said to it here. */
const first = /\/kit\/src\/runtime\/client\/payload\.js$|vite\/preload-helper/;

/**
 * Knows what every page carries, so that it comes in one file: many small ones are a tenth heavier to fetch, since each
 * is packed for itself.
 */
export class Base {
  readonly #modules = new Set<string>();

  has = (id: string): boolean => this.#modules.has(id) && !entry.test(id);

  groups = () => [
    { name: 'first', test: first, priority: 2 },
    { name: 'base', test: this.has, priority: 1 },
  ];

  plugin(): Plugin {
    const modules = this.#modules;
    return {
      name: 'strikeboard:one-base',
      apply: 'build',
      applyToEnvironment: ({ name }) => name === 'client',
      buildEnd() {
        const open = [...this.getModuleIds()].filter((id) => starts.some((start) => start.test(id)));
        if (open.length !== starts.length + 1)
          this.error(`What every page starts with is not where it was: ${open}`);
        for (let id = open.pop(); id !== undefined; id = open.pop()) {
          if (modules.has(id)) continue;
          modules.add(id);
          open.push(...(this.getModuleInfo(id)?.importedIds ?? []));
        }
      },
    };
  }
}
