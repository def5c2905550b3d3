import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type Plugin } from 'vite';

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

export default defineConfig({
  plugins: [
    pureDocuments(),
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
                { name: 'shared', minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 8_000 },
              ],
            },
          },
        },
      },
    },
  },
});
