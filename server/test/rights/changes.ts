import type { Change } from './changes/change.ts';
import { ON_ASKS } from './changes/on-asks.ts';
import { ON_BOARDS } from './changes/on-boards.ts';
import { ON_CLOSING } from './changes/on-closing.ts';
import { ON_LINKS } from './changes/on-links.ts';
import { ON_MATCHING } from './changes/on-matching.ts';
import { ON_NOTICES } from './changes/on-notices.ts';
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
];
