import type { CodegenConfig } from '@graphql-codegen/cli';

/**
 * Types and documents of the web app, from the emitted schema and the operations beside the code that uses
 * them. `npx graphql-codegen` writes `web/src/gql/`, which is committed.
 */
const config: CodegenConfig = {
  schema: 'schema/schema.graphql',
  documents: ['web/src/**/*.graphql'],
  generates: {
    'server/src/platform/metrics/operation-names.ts': { plugins: ['./server/scripts/operation-names.mjs'] },
    'web/src/gql/': {
      preset: 'client',
      presetConfig: {
        fragmentMasking: false,
        // The server knows our documents by their hash; the text goes along for one that is of another version.
        persistedDocuments: {
          mode: 'embedHashInDocument',
          hashPropertyName: 'hash',
          hashAlgorithm: 'sha256',
        },
      },
      config: {
        // Strings, not syntax trees: nothing to parse and three times smaller in the browser.
        documentMode: 'string',
        useTypeImports: true,
        enumType: 'string-literal',
        importExtension: '.ts',
        scalars: { DateTimeISO: 'string', ID: 'string' },
        strictScalars: true,
      },
    },
  },
  hooks: { afterAllFileWrite: ['prettier --write --log-level warn'] },
};

export default config;
