import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type Plugin } from 'vite';
import { allPreloads } from './bundling/all-preloads.ts';
import { contractPages } from './bundling/contract-pages.ts';
import { cutType } from './bundling/cut-type.ts';
import { editorType } from './bundling/editor-type.ts';
import { fetchFirst } from './bundling/fetch-first.ts';
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
