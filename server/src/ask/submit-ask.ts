import { sql } from 'kysely';
import { hintNotices, notify, type Notice } from '../notification/notify.ts';
import { readCoordinators } from '../person/read-coordinators.ts';
import { InvalidInput } from '../refusal.ts';
import type { Services } from '../services.ts';
import { AskStatus } from './ask.entity.ts';
import { requireAskByToken } from './read-asks.ts';

/**
 * Sends the ask behind a link: from now on it is waited for, and every coordinator is told. Sending it again
 * changes nothing. Refuses a link that leads nowhere, and an ask that says neither who asks nor what happens.
 */
export async function submitAsk(services: Services, token: string): Promise<void> {
  const notices = await services.orm.em.fork().transactional(async (em) => {
    const { id, status, answers } = await requireAskByToken(em, token);
    if (status !== AskStatus.DRAFT) return null;
    if (!answers.organizationName && !answers.happening) {
      throw new InvalidInput(
        'happening',
        'EMPTY',
        'Say who you are, or what is happening. The rest can wait.',
      );
    }
    const db = em.getKysely();
    await db
      .updateTable('ask')
      .set({ status: AskStatus.SUBMITTED, submitted_at: sql`clock_timestamp()` })
      .where('id', '=', id)
      .execute();
    const told = (await readCoordinators(em)).map((personId): Notice => ({ personId, kind: 'ASK_CAME' }));
    await notify(services, em, told);
    return told;
  });
  if (!notices) return;
  services.hints.send({ desk: true });
  hintNotices(services, notices);
}
