import { sql } from 'kysely';
import { hintNotices, notify } from '../notification/notify.ts';
import { refreshViewer, type Viewer } from '../../core/access/viewer.ts';
import { notFound, wrongStage } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { AskStatus } from './ask.entity.ts';
import { requireTriage } from './ask.policy.ts';
import { lockAsk } from './read-asks.ts';
import { noticesOfAsk } from './submit-ask.ts';

/**
 * Lets an ask that was held back in line with the others: it is waited for from now on. For coordinators. Of one that
 * waits already it changes nothing. Refuses one that was answered.
 */
export async function releaseAsk(services: Services, viewer: Viewer, askId: string): Promise<void> {
  const notices = await services.orm.em.fork().transactional(async (em) => {
    const ask = await lockAsk(em, askId);
    const { personId } = requireTriage(await refreshViewer(em, viewer));
    if (!ask?.sentAt) throw notFound('ask');
    if (ask.status === AskStatus.SUBMITTED || ask.status === AskStatus.TRIAGED) return null;
    if (ask.status !== AskStatus.HELD)
      throw wrongStage('ANSWERED_ALREADY', 'This request has been answered already.');
    await em
      .getKysely()
      .updateTable('ask')
      .set({ status: AskStatus.SUBMITTED, submitted_at: sql`clock_timestamp()` })
      .where('id', '=', ask.id)
      .execute();
    const told = (await noticesOfAsk(em)).filter((notice) => notice.personId !== personId);
    await notify(services, em, told);
    return told;
  });
  if (!notices) return;
  services.hints.send({ desk: true });
  hintNotices(services, notices);
}
