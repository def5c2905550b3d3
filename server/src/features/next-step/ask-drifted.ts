import { sql } from 'kysely';
import type { Services } from '../../platform/services.ts';
import { hintNotices, notify, type Notice } from '../notification/notify.ts';

/** Who did nothing for so many days is asked; who was gone for longer is left alone. */
export const DRIFT_DAYS = 30;
const GONE_DAYS = 180;
const AT_ONCE = 50;
const LOOK_MS = 3_600_000;

/**
 * Asks those who took cards and did nothing for a month why, once in their life here. Whoever holds a card, waits for a
 * review, practised or came to a training since is no such person. Several servers may do it at once. Returns how many.
 */
export async function askDrifted(services: Services): Promise<number> {
  const notices = await services.orm.em.fork().transactional(async (em) => {
    const { rows } = await sql<{ personId: string }>`
      insert into drift_ask (person_id)
      select person.id from person join lateral (
          select max(greatest(claimed_at, ended_at)) as at from claim where claim.person_id = person.id) took on true
      where took.at < clock_timestamp() - make_interval(days => ${DRIFT_DAYS})
        and took.at > clock_timestamp() - make_interval(days => ${GONE_DAYS})
        and person.erased_at is null and person.standing <> 'SUSPENDED' and not person.coordinator
        and not exists (select from membership where membership.person_id = person.id)
        and not exists (select from drift_ask where drift_ask.person_id = person.id)
        and not exists (select from card where (card.holder_id = person.id or card.partner_id = person.id)
          and (card.status in ('CLAIMED', 'IN_REVIEW')
            or card.finished_at > clock_timestamp() - make_interval(days => ${DRIFT_DAYS})))
        and not exists (select from practice where practice.person_id = person.id and greatest(started_at,
          handed_in_at, answered_at) > clock_timestamp() - make_interval(days => ${DRIFT_DAYS}))
        and not exists (select from registration where registration.person_id = person.id
          and greatest(registered_at, checked_in_at) > clock_timestamp() - make_interval(days => ${DRIFT_DAYS}))
      order by took.at limit ${AT_ONCE} on conflict do nothing returning person_id as "personId"`.execute(
      em.getKysely(),
    );
    const notices = rows.map(({ personId }): Notice => ({ personId, kind: 'DRIFT_ASKED', path: '/me/why' }));
    await notify(services, em, notices);
    return notices;
  });
  hintNotices(services, notices);
  return notices.length;
}

/** Looks now and then, for as long as a server runs. */
export function keepAsking(services: Services): { stop(): Promise<void> } {
  const look = async () => {
    try {
      await askDrifted(services);
    } catch (error) {
      services.log.warn({ err: error }, 'who drifted away could not be asked');
    }
  };
  let looking = Promise.resolve();
  const timer = setInterval(() => (looking = looking.then(look)), LOOK_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      await looking;
    },
  };
}
