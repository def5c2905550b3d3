import { sql } from 'kysely';
import type { Services } from '../../platform/services.ts';
import { runRegistrationJob } from './run-registration-job.ts';

const LOOK_MS = 60_000;
const AT_ONCE = 100;

/**
 * Hands out what came free without anybody being there to do it: somebody erased themselves, or a job was lost. Looks
 * at events that somebody waits for. Several servers may do it at once.
 */
export async function movePlaces(services: Services): Promise<void> {
  const { rows } = await sql<{
    id: string;
  }>`select id from event where ends_at > now() and cancelled_at is null
    and exists (select from registration where event_id = event.id and state in ('WAITING', 'INVITED'))
    order by starts_at limit ${AT_ONCE}`.execute(services.orm.em.fork().getKysely());
  for (const { id } of rows) await runRegistrationJob(services, { placesOf: id });
}

/** Looks now and then, for as long as a server runs. */
export function keepPlacesMoving(services: Services): { stop(): Promise<void> } {
  const look = async () => {
    try {
      await movePlaces(services);
    } catch (error) {
      services.log.warn({ err: error }, 'places at events that came free could not be handed out');
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
