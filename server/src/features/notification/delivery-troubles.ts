import { sql } from 'kysely';
import type { Em } from '../../platform/db/orm.ts';

export interface DeliveryTroubles {
  retrying: number;
  givenUp: number;
  since: Date | null;
  reasons: string[];
}

/** Messages that were given up are told for so many days, here and on the desk. */
export const GIVEN_UP_DAYS = 7;

/** Messages that do not get through: those tried again, and those given up lately. */
export async function readDeliveryTroubles(em: Em): Promise<DeliveryTroubles> {
  const { rows } = await sql<DeliveryTroubles>`
    with failing as (select created_at, gave_up_at, failure from delivery
      where sent_at is null and failure is not null and (gave_up_at is null
        or (gave_up_at > clock_timestamp() - make_interval(days => ${GIVEN_UP_DAYS}) and failure <> 'NOWHERE_TO_SEND')))
    select count(*) filter (where gave_up_at is null)::int as retrying,
      count(*) filter (where gave_up_at is not null)::int as "givenUp",
      min(created_at) filter (where gave_up_at is null) as since,
      array(select failure from failing group by failure order by count(*) desc, failure limit 5) as reasons
    from failing`.execute(em.getKysely());
  return rows[0]!;
}
