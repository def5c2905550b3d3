import { Initial } from './2026-11-23-initial.ts';
import { HumanPath } from './2026-11-25-human-path.ts';
import { PlanOffer } from './2026-11-25-plan.ts';

/** Every migration in the order they run. A landed one is never edited. */
export const migrations = [
  { name: '2026-11-23-initial', class: Initial },
  { name: '2026-11-25-human-path', class: HumanPath },
  // Part plan.
  { name: '2026-11-25-plan', class: PlanOffer },
];
