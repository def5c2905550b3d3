import type { Em } from '../../platform/db/orm.ts';
import type { Role } from '../access/role.ts';

/** What the core has to tell people. Nouns above tell more. */
type Told = 'RECOVERY_CODE_RENEWED' | 'CAME_BACK' | 'STANDING_CHANGED' | 'ROLE_CHANGED' | 'COORDINATOR_NAMED';

/** One thing for one person to know. */
export interface Notice<Kind = Told> {
  /** Row ids. */
  personId: string;
  kind: Kind;
  cardId?: string | null;
  campaignId?: string | null;
  organizationId?: string | null;
  /** Somebody else whom it is about. */
  aboutId?: string | null;
  role?: Role | null;
  /** Of a noun above; a row id. */
  eventId?: string | null;
  /** Of a thing of a noun above that has a page of its own: where that is. */
  path?: string | null;
}

/** Carries word to people; how, is not the core's business. */
export interface Word {
  /** In the transaction of `em`: people are told if and only if it commits. After the commit, call `hint`. */
  tell(em: Em, notices: readonly Notice[]): Promise<void>;
  /** After the commit: open pages of these people show what is new. */
  hint(people: readonly { personId: string }[]): void;
}

declare module '../../platform/services.ts' {
  interface Services {
    word: Word;
  }
}
