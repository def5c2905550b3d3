import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const lateFiles = fileURLToPath(new URL('../src/browser/late-files.ts', import.meta.url));
const own = 'export const __vitePreload =';

/**
 * Fetches the files of code that comes late before the browser's module loader hears of them. A module that once did
 * not come stays so for the life of a page (in Chromium, and its style sheets everywhere): one tap in a tunnel, and a
 * dialog would never open again. What was fetched is in the browser's cache when the loader asks for it, so that Vite's
 * own way is left with the style sheets.
 */
export function fetchFirst(): Plugin {
  return {
    name: 'strikeboard:fetch-first',
    apply: 'build',
    transform: {
      filter: { id: /^\0vite\/preload-helper\.js$/ },
      handler(code) {
        if (!code.includes(own)) this.error('Vite loads late code in another way by now');
        return {
          code: `import { fetchLateFiles } from ${JSON.stringify(lateFiles)};
${code.replace(own, 'const preload =')}
export const __vitePreload = async (load, deps = [], importer) => {
  await fetchLateFiles(deps.map((dep) => new URL(dep, importer).href));
  return preload(load, deps.filter((dep) => dep.endsWith('.css')), importer);
};`,
          map: null,
        };
      },
    },
  };
}
