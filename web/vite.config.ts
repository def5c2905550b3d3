import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type Plugin } from 'vite';
import { allPreloads } from './bundling/all-preloads.ts';
import { contractPages } from './bundling/contract-pages.ts';
import { cutType } from './bundling/cut-type.ts';
import { editorType } from './bundling/editor-type.ts';
import { Base } from './bundling/one-base.ts';
import { documentsApart } from './bundling/documents-apart.ts';
import { shortNames } from './bundling/short-names.ts';

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

const base = new Base();

export default defineConfig({
  plugins: [
    base.plugin(),
    shortNames(),
    cutType(),
    editorType(),
    contractPages(),
    pureDocuments(),
    documentsApart(),
    fetchFirst(),
    allPreloads(),
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
            // What CSS is called no one reads, and every page carries the names of all: the bundler's own list who uses it.
            // Six signs are enough for it; other files are named by the pages made on the server too, with eight.
            assetFileNames: ({ names }) =>
              `_app/immutable/assets/${names.some((name) => name.endsWith('.css')) ? '[hash:6]' : '[name].[hash]'}[extname]`,
            // What pages share, in few files: on a slow line each request costs a round trip.
            codeSplitting: {
              groups: [
                ...base.groups(),
                { name: 'shared', minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 600 },
              ],
            },
          },
        },
      },
    },
  },
});
