import type { Hint } from '../../platform/live/hints.ts';
import type { notFound } from '../../platform/refusal/refusal.ts';
import type { Sensitivity } from '../access/sensitivity.ts';
import type { Reader, Viewer } from '../access/viewer.ts';
import type { Cursor } from '../board/read-board.ts';

/** Why somebody starts again. */
export const ResetReason = {
  RIGHTS_CHANGED: 'RIGHTS_CHANGED',
  OTHER_RIGHTS: 'OTHER_RIGHTS',
  OTHER_HISTORY: 'OTHER_HISTORY',
  OUT_OF_REACH: 'OUT_OF_REACH',
} as const;
export type ResetReason = keyof typeof ResetReason;

/** Where a log stands, and whose it is. */
export interface LogPlace extends Cursor {
  id: string;
  organizationId: string;
}

/** What happened after a revision, before anybody's rights are looked at. */
export interface LogStep extends Cursor {
  /** The revision after which it starts. */
  after: number;
  events: readonly { at: Date }[];
}

/** Reads logs. Stands between the live core and the database, so that tests can count and delay. */
export interface LogReads<Place extends LogPlace, Step extends LogStep> {
  log(id: string, after: number): Promise<Step | 'reset' | null>;
  /** Those that are gone are left out. */
  heads(ids: string[]): Promise<Place[]>;
}

/** A log that is followed live: who may read it, and what they are told of it. The rules are those of `log-hub.ts`. */
export interface FollowedLog<Place extends LogPlace, Step extends LogStep> {
  /** What a refusal calls it. */
  readonly noun: Parameters<typeof notFound>[0];
  /** The log a hint is about, and how far it is at least; null for hints of others. */
  hinted(hint: Hint): { id: string; revision: number } | null;
  /** Up to which level somebody reads it; null for whoever may not. */
  levelOf(viewer: Viewer | null, place: Place): Sensitivity | null;
  /** Why all start again that stood in `before`. */
  whyAgain(before: Place, now: Place): ResetReason;
  /** Whether who reads up to `level` may follow over this. */
  isReadableAt(level: Sensitivity, step: Step): boolean;
  /** Two that follow each other as one; things are taken as the later one has them. */
  join(first: Step, second: Step): Step;
  /** What `level` is told. Without anything visible it still moves the revision. */
  changesAt(level: Sensitivity, step: Step): object;
  /** As whom fields of a message read what is not in the log; without it, by `level` in the organization of the log. */
  reader?(level: Sensitivity): Reader;
  /** The same for a token that is limited to some campaigns; without it, as anybody. */
  readerWithin?(level: Sensitivity, place: Place): Reader;
  /** Carries no change: `head` is where the log stands (HEARTBEAT), or where one starts again, and why. */
  signAt(
    level: Sensitivity,
    sign: 'HEARTBEAT' | ResetReason,
    place: Pick<Place, 'epoch'>,
    head: number,
  ): object;
}
