import { v7 as newId } from 'uuid';
import type { Em } from '../../platform/db/orm.ts';
import type { Services } from '../../platform/services.ts';
import type { Standing } from '../access/standing.ts';
import type { StandingReason } from './trust.entity.ts';

/** A change of somebody's standing, and why. Everybody by row id. */
export interface StandingChanged {
  personId: string;
  before: Standing;
  after: Standing;
  reason: StandingReason;
  /** In the words of `by`. */
  note?: string;
  by?: string | null;
  cardId?: string | null;
}

/**
 * Writes down why a standing changed and tells the person, in the transaction of the change: there is no change
 * without its reason. After the commit, call `word.hint`.
 */
export async function recordStanding(
  services: Pick<Services, 'word'>,
  em: Em,
  { personId, before, after, reason, note = '', by = null, cardId = null }: StandingChanged,
): Promise<void> {
  await em
    .getKysely()
    .insertInto('standing_change')
    .values({ id: newId(), person_id: personId, before, after, reason, note, by_id: by, card_id: cardId })
    .execute();
  await services.word.tell(em, [{ personId, kind: 'STANDING_CHANGED', cardId }]);
}
