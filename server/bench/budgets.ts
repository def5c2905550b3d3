import type { Section } from './stage.ts';
import { measureSides } from './two-sides.ts';

/** What counting costs those who stay within their budget: the same server with budgets and without, side by side. */
export const budgets: Section = {
  name: 'budgets',
  measure: (stage) => measureSides(stage, [BUDGETS_ON, BUDGETS_OFF]),
};

/** Everything is counted, and nothing is refused or has to wait: one client here does what a thousand do. */
const ON = {
  ...{ BUDGETS: 'on', TRUST_PROXY: '1', BUDGET_ADDRESS: '900000000', BUDGET_PAGES: '900000000' },
  ...{ BUDGET_PAGES_PERSON: '900000000' },
};
const OFF = { ...ON, BUDGETS: 'off' };

const BUDGETS_ON = { name: 'budgets on', environment: ON };
const BUDGETS_OFF = { name: 'budgets off', environment: OFF };
