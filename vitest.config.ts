import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

const graphql = createRequire(import.meta.url).resolve('graphql/index.js');
const alias = [
  // Without it a test and a library load graphql twice (index.mjs and index.js), and each refuses the other's schema.
  { find: /^graphql$/, replacement: graphql },
];

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'server',
          include: ['server/src/**/*.test.ts', 'server/test/**/*.test.ts'],
          globalSetup: 'server/test/support/global-setup.ts',
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
