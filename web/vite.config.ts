import { readFile } from 'node:fs/promises';
import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type Plugin } from 'vite';
import { cutType } from './bundling/cut-type.ts';

/**
 * Marks the generated GraphQL documents as free of side effects. Without it every page carries every
 * document of the app, because a bundler cannot know that `new TypedDocumentString(…)` does nothing else.
 */
function pureDocuments(): Plugin {
  return {
    name: 'strikeboard:pure-documents',
    transform: {
      filter: { id: /src\/gql\/graphql\.ts$/ },
      handler: (code) => ({
        code: code.replaceAll('= new TypedDocumentString(', '= /*#__PURE__*/ new TypedDocumentString('),
        map: null,
      }),
    },
  };
}

/**
 * Each generated GraphQL document in a module of its own. They come in one, and what two pages need of one module all
 * pages carry: every document of the app was 12 kB on each of them.
 */
function documentsApart(): Plugin {
  const mark = '?document=';
  const imports = /import\s*\{([^}]*)\}\s*from\s*(["'])([^"']*gql\/graphql\.ts)\2;?/g;
  return {
    name: 'strikeboard:documents-apart',
    apply: 'build',
    enforce: 'post',
    applyToEnvironment: ({ name }) => name === 'client',
    transform: {
      filter: { id: /\.(?:ts|svelte)$/, code: /gql\/graphql\.ts/ },
      handler: (code) => ({
        code: code.replace(imports, (_, named: string, _quote, path: string) => {
          const names = named
            .split(',')
            .map((name) => name.trim())
            .filter(Boolean);
          const rest = names.filter((name) => !/^\w+Document$/.test(name));
          return [
            ...(rest.length > 0 ? [`import { ${rest.join(', ')} } from '${path}';`] : []),
            ...names
              .filter((name) => !rest.includes(name))
              .map((name) => `import { ${name} } from '${path}${mark}${name}';`),
          ].join(' ');
        }),
        map: null,
      }),
    },
    async resolveId(source, importer) {
      const [file = '', name] = source.split(mark);
      if (name === undefined) return undefined;
      const found = await this.resolve(file, importer);
      return found && `${found.id}${mark}${name}`;
    },
    async load(id) {
      const [file = '', name] = id.split(mark);
      if (name === undefined) return undefined;
      const all = await readFile(file, 'utf8');
      const start = all.indexOf(`export const ${name} = `);
      if (start < 0) return this.error(`There is no ${name} among the generated documents`);
      const end = all.indexOf('\nexport ', start);
      const own = all.slice(start, end < 0 ? undefined : end);
      return {
        code: `import { TypedDocumentString } from '${file}';\n${own}`.replace(
          /\) as unknown as [^;]*;/,
          ');',
        ),
        map: null,
        moduleType: 'js',
      };
    },
  };
}

/**
 * Fetches the files of code that comes late before the browser's module loader hears of them. A module that once did
 * not come stays so for the life of a page (in Chromium, and its style sheets everywhere): one tap in a tunnel, and a
 * dialog would never open again. What was fetched is in the browser's cache when the loader asks for it.
 */
function fetchFirst(): Plugin {
  const own = 'export const __vitePreload =';
  return {
    name: 'strikeboard:fetch-first',
    apply: 'build',
    transform: {
      filter: { id: /^\0vite\/preload-helper\.js$/ },
      handler(code) {
        if (!code.includes(own)) this.error('Vite loads late code in another way by now');
        return {
          code: `${code.replace(own, 'const preload =')}
// What the page itself asks for is on its way already.
const fetched = new Set(
  typeof document === 'undefined' ? [] : [...document.querySelectorAll('link[href]')].map(({ href }) => href),
);
async function fetchFile(href) {
  if (fetched.has(href)) return;
  const { ok } = await fetch(href);
  if (!ok) throw new TypeError('Failed to fetch dynamically imported module: ' + href);
  fetched.add(href);
}
export const __vitePreload = async (load, deps, importer) => {
  await Promise.all((deps ?? []).map((dep) => fetchFile(new URL(dep, importer).href)));
  return preload(load, deps, importer);
};`,
          map: null,
        };
      },
    },
  };
}

export default defineConfig({
  plugins: [
    cutType(),
    pureDocuments(),
    documentsApart(),
    fetchFirst(),
    sveltekit({
      adapter: adapter({ out: 'build', precompress: true }),
      csp: {
        // Nonces, because no page is prerendered: each one depends on language, theme and person.
        mode: 'auto',
        directives: {
          'default-src': ['none'],
          'script-src': ['self'],
          'style-src': ['self'],
          // Lease lines and strike clocks set one custom property each in a style attribute.
          'style-src-attr': ['unsafe-inline'],
          'img-src': ['self', 'data:'],
          'media-src': ['self'],
          'font-src': ['self'],
          'connect-src': ['self'],
          'manifest-src': ['self'],
          // Shows push messages; registered only where a person asks for them.
          'worker-src': ['self'],
          'form-action': ['self'],
          'base-uri': ['none'],
          'frame-ancestors': ['none'],
        },
      },
      serviceWorker: { register: false },
      // One request fewer before the first paint; all styles of a page are about 4 kB compressed.
      inlineStyleThreshold: 24_000,
      // A deploy shows itself by the header of the next load; a poll per screen would only cost battery.
      version: { pollInterval: 0 },
    }),
  ],
  build: { target: 'es2022' },
  environments: {
    client: {
      build: {
        rolldownOptions: {
          output: {
            // What pages share, in few files: on a slow line each request costs a round trip.
            codeSplitting: {
              groups: [
                { name: 'shared', minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 2_000 },
              ],
            },
          },
        },
      },
    },
  },
});
