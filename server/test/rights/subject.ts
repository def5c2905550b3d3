import type { CampaignFact, CardFact, Facts, GatheringFact } from './facts.ts';
import type { Somebody } from './world.ts';

/** The node that a field belongs to, with what is known of it. */
export interface Subject {
  type: string;
  /** Row id. */
  id: string;
  card?: CardFact | undefined;
  campaign?: CampaignFact | undefined;
  event?: GatheringFact | undefined;
  /** Whose place it is. */
  personId?: string | null;
  /** Whether it was handed in, and nobody answered. */
  waits?: boolean;
  /** An entry of the log of a board. */
  logged?: Facts['events'][number];
  opening?: Facts['openings'][number];
  application?: Facts['applications'][number];
  question?: Facts['questions'][number];
  poll?: Facts['polls'][number];
  suggestion?: Facts['suggestions'][number];
}

/** Whether somebody hires for ours, as `KINDS` has them. */
export const hires = ({ kind }: Somebody) => ['organizer', 'teamHolder', 'coordinator'].includes(kind);

export interface Reading {
  who: Somebody;
  subject: Subject;
  facts: Facts;
  /** `Type.field`. */
  place: string;
  /** What somebody who may read everything sees there. */
  truth: unknown;
}

/** What `who` has to see in place of the truth. */
export type Show = (reading: Reading) => unknown;
