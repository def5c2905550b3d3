import { createRequire } from 'node:module';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

const graphql = createRequire(import.meta.url).resolve('graphql/index.js');

// Without it a test and a library load graphql twice (index.mjs and index.js), and each refuses the other's schema.
const oneGraphql = { alias: [{ find: /^graphql$/, replacement: graphql }] };

// Each project that needs PostgreSQL starts its own.
const onServer = {
  globalSetup: 'server/test/support/global-setup.ts',
  // Longer than `until` waits, so that it says what it waited for.
  testTimeout: 60_000,
  hookTimeout: 120_000,
};

export default defineConfig({
  test: {
    // Two at a time on two cores: tests wait for servers, databases and clocks for much of their time.
    maxWorkers: 2,
    projects: [
      {
        resolve: oneGraphql,
        test: {
          name: 'server',
          include: ['server/src/**/*.test.ts', 'server/test/**/*.test.ts'],
          // Reading the server anew for each of 280 files took a quarter of the processors' time: a worker keeps it. What
          // a test changes beyond its own database it puts back.
          isolate: false,
          ...onServer,
        },
      },
      {
        // Runes outside of components need Svelte's compiler; pages as a whole are the journeys' business.
        plugins: [svelte({ configFile: false })],
        resolve: oneGraphql,
        test: {
          name: 'web',
          include: ['web/src/**/*.test.ts', 'web/src/**/*.test.svelte.ts', 'web/bundling/**/*.test.ts'],
        },
      },
      {
        resolve: oneGraphql,
        test: {
          name: 'journeys',
          include: ['web/journeys/**/*.test.ts'],
          isolate: false,
          ...onServer,
          globalSetup: 'web/journeys/support/global-setup.ts',
          testTimeout: 120_000,
          // A loaded machine is slow; a promise about time has its own limit in its journey.
          expect: { poll: { timeout: 12_000 } },
          // After the other tests, whose processors they would take; two side by side, each worker with a server of its own.
          sequence: { groupOrder: 1 },
        },
      },
      {
        resolve: oneGraphql,
        test: {
          name: 'stress',
          include: ['server/test/stress/**/*.stress.ts'],
          ...onServer,
          testTimeout: 3_600_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
