import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import { plainText } from '../../platform/input/text.ts';
import { changeChoice } from '../notification/update-choice.ts';
import { refreshViewer, requireViewer, type Viewer } from '../../core/access/viewer.ts';
import { InvalidInput } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { endpointPlace } from '../notification/places.ts';
import { isPublicHost } from '../../platform/http/public-host.ts';
import { isPushService } from '../../platform/push/push-services.ts';

/** Devices of one person; the one that was added longest ago makes room. */
const MOST_DEVICES = 10;

/**
 * From now on the browser behind a push endpoint is told that there is news. The address comes from outside, so it
 * is kept only when it is https at a service we know; where it leads is looked at again whenever something is sent.
 */
export async function addPushSubscription(services: Services, viewer: Viewer, typed: string): Promise<void> {
  const endpoint = takeEndpoint(typed);
  if (!isPushService(endpoint, services.config.pushServices)) {
    throw new InvalidInput('endpoint', 'UNKNOWN', 'We do not know this push service, so we ask it nothing.');
  }
  await services.orm.em.fork().transactional(async (em) => {
    const { personId } = requireViewer(await refreshViewer(em, viewer));
    const db = em.getKysely();
    const key = keyOf(services, endpoint);
    // A browser that two people share tells the one who asked last.
    await db.deleteFrom('push_subscription').where('endpoint_key', '=', key).execute();
    const id = newId();
    const sealed = services.vault.seal(endpoint, endpointPlace(id));
    await sql`insert into push_subscription (id, person_id, sealed, endpoint_key)
      values (${id}, ${personId}, ${sealed}, ${key})`.execute(db);
    await sql`delete from push_subscription where id in (select id from push_subscription
      where person_id = ${personId} order by id desc offset ${MOST_DEVICES})`.execute(db);
    await changeChoice(db, personId, { push: true });
  });
}

/** The browser behind an endpoint is told nothing more. Whether it was, shows only to whom it belongs. */
export async function removePushSubscription(
  services: Services,
  viewer: Viewer,
  typed: string,
): Promise<void> {
  const endpoint = takeEndpoint(typed);
  await services.orm.em.fork().transactional(async (em) => {
    const { personId } = await refreshViewer(em, viewer);
    const db = em.getKysely();
    await db
      .deleteFrom('push_subscription')
      .where('endpoint_key', '=', keyOf(services, endpoint))
      .where('person_id', '=', personId)
      .execute();
    const { rows } = await sql`select from push_subscription where person_id = ${personId} limit 1`.execute(
      db,
    );
    if (rows.length === 0) await changeChoice(db, personId, { push: false });
  });
}

const keyOf = ({ vault }: Services, endpoint: string) => vault.keyedHash(endpoint, 'push endpoint');

function takeEndpoint(typed: string): string {
  const url = URL.parse(plainText(typed, { field: 'endpoint', max: 2000 }));
  const fits =
    url?.protocol === 'https:' && !url.username && !url.password && !url.port && isPublicHost(url.hostname);
  if (!fits) throw new InvalidInput('endpoint', 'BAD_URL', 'A push service has an https address.');
  return url.href;
}
