import type { Em, Kysely } from '../../platform/db/orm.ts';
import type { RightsHere } from '../campaign/campaign-rights.ts';
import type { Card } from './card.entity.ts';
import type { Sensitivity } from '../access/sensitivity.ts';

/** A person who changes a board, with their rights as they were when the board was locked. */
export interface Actor extends RightsHere {
  id: string;
  handle: string;
  /** Whether work of theirs was finished, on any campaign. */
  proven: boolean;
  /** Whether they agreed to the code of conduct as it stands. */
  agreed: boolean;
}

/** A locked board and the transaction that holds it. */
export interface BoardInHand {
  em: Em;
  /** Hand-written queries in the same transaction. */
  db: Kysely;
  id: string;
  campaignId: string;
  organizationId: string;
  campaignSensitivity: Sensitivity;
  revision: number;
  startsAt: Date | null;
  languages: string[];
  ended: boolean;
  /** When it was locked, by the database's clock. */
  now: Date;
  leaseHours: number;
  firstLeaseHours: number;
  newcomerShare: number;
  newcomerClaimLimit: number;
  claimLimit: number;
  craftReviewRequired: boolean;
  actor: Actor | null;
  /** The card with that id on this board, or a refusal for one that is not there or that the actor may not read. */
  card(cardId: string): Promise<Card>;
}
