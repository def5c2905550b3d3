import type { Section } from './stage.ts';
import { measureSides } from './two-sides.ts';

/**
 * This version against another checkout, which has its packages and is built: `BENCH_AGAINST=<its folder> npm run bench
 * -- against`. Not among those that are measured when none is named.
 */
export const against: Section = {
  name: 'against',
  measure: (stage) => {
    const folder = process.env['BENCH_AGAINST'];
    if (folder === undefined) throw new Error('Say against which checkout: BENCH_AGAINST=<its folder>.');
    return measureSides(stage, [
      { name: 'this version', environment: PLAIN },
      { name: 'the other', environment: PLAIN, folder },
    ]);
  },
};

const PLAIN = { BUDGETS: 'off', TRUST_PROXY: '1' };
