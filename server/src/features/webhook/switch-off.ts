import { sql } from 'kysely';
import type { Services } from '../../platform/services.ts';
import { hintNotices, type Notice, notify } from '../notification/notify.ts';
import type { WebhookOff } from './webhook.entity.ts';

/** Where somebody finds their webhooks. */
export const WEBHOOKS_PATH = '/me/tools/webhooks';

/** Nothing is delivered any more until its owner switches it on again; they are told. What waits, waits for that. */
export async function switchOff(
  services: Services,
  { id, personId }: { id: string; personId: string },
  off: WebhookOff,
): Promise<false> {
  const notices: Notice[] = [{ personId, kind: 'WEBHOOK_OFF', path: WEBHOOKS_PATH }];
  const isNew = await services.orm.em.fork().transactional(async (em) => {
    const { rows } =
      await sql`update webhook set off = ${off}, off_at = clock_timestamp(), next_attempt_at = null
      where id = ${id} and off is null returning id`.execute(em.getKysely());
    if (rows.length === 0) return false;
    await notify(services, em, notices);
    return true;
  });
  if (isNew) hintNotices(services, notices);
  return false;
}
