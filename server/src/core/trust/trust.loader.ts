import DataLoader from 'dataloader';
import { defineLoader } from '../access/loaders.ts';
import { sql } from 'kysely';
import { StandingChangeType } from './trust.types.ts';

const MAX_CHANGES = 50;

/** Why people's standing is what it is, last change first, all people of one moment in one query. */
export const standingHistoryLoader = defineLoader<string, StandingChangeType[]>(({ em }) => {
  return new DataLoader(async (personIds) => {
    const { rows } = await sql<StandingChangeType & { askedId: string }>`
      select asked.id as "askedId", past.person_id as "personId", past.before, past.after, past.reason,
        past.note as words, past.at,
        past.by_id as "byId", past.card_id as "cardId"
      from unnest(${personIds}::uuid[]) as asked(id) cross join lateral (
        select * from standing_change where person_id = asked.id order by at desc, id desc limit ${MAX_CHANGES}) past
      order by past.at desc, past.id desc`.execute(em.getKysely());
    const found = Map.groupBy(rows, ({ askedId }) => askedId);
    return personIds.map((id) =>
      (found.get(id) ?? []).map(({ askedId: _of, ...row }) => Object.assign(new StandingChangeType(), row)),
    );
  });
});
