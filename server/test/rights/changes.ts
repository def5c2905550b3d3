import type { Change } from './changes/change.ts';
import { ON_ASSESSMENTS } from './changes/on-assessments.ts';
import { ON_ASKS } from './changes/on-asks.ts';
import { ON_BENCH } from './changes/on-bench.ts';
import { ON_BOARDS } from './changes/on-boards.ts';
import { ON_CLOSING } from './changes/on-closing.ts';
import { ON_EVENTS } from './changes/on-events.ts';
import { ON_RECAPS } from './changes/on-recaps.ts';
import { ON_LINKS } from './changes/on-links.ts';
import { ON_MATCHING } from './changes/on-matching.ts';
import { ON_NOTICES } from './changes/on-notices.ts';
import { ON_PRACTICE } from './changes/on-practice.ts';
import { ON_OPENINGS } from './changes/on-openings.ts';
import { ON_ROOMS } from './changes/on-rooms.ts';
import { ON_SUGGESTIONS } from './changes/on-suggestions.ts';
import { ON_WEBHOOKS } from './changes/on-webhooks.ts';
import { ON_TOKENS } from './changes/on-tokens.ts';
import { ON_PEOPLE } from './changes/on-people.ts';

export type { Change, Target } from './changes/change.ts';

/** Every mutation that needs no cookie, about all it can be about. */
export const CHANGES: Change[] = [
  ...ON_BOARDS,
  ...ON_PEOPLE,
  ...ON_LINKS,
  ...ON_CLOSING,
  ...ON_MATCHING,
  ...ON_NOTICES,
  ...ON_ASKS,
  ...ON_EVENTS,
  ...ON_RECAPS,
  ...ON_BENCH,
  ...ON_PRACTICE,
  ...ON_ASSESSMENTS,
  ...ON_OPENINGS,
  ...ON_ROOMS,
  ...ON_SUGGESTIONS,
  ...ON_WEBHOOKS,
  ...ON_TOKENS,
];
