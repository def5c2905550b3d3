import { sql } from 'kysely';
import { refreshViewer, type Viewer } from '../../core/access/viewer.ts';
import { notFound, wrongStage } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { AskStatus } from './ask.entity.ts';
import { requireTriage } from './ask.policy.ts';
import { lockAsk } from './read-asks.ts';

/**
 * A person has it from now on, and whoever asked sees since when. For coordinators; of two who take it at once
 * one gets it. Taking what one has changes nothing. Refuses an ask that another has, or that is decided.
 */
export async function takeAsk(services: Services, viewer: Viewer, askId: string): Promise<void> {
  const taken = await services.orm.em.fork().transactional(async (em) => {
    const ask = await lockAsk(em, askId);
    const { personId } = requireTriage(await refreshViewer(em, viewer));
    if (!ask?.sentAt) throw notFound('ask');
    if (ask.status === AskStatus.HELD) {
      throw wrongStage('HELD_BACK', 'This request is held back. Release it first.');
    }
    if (ask.status === AskStatus.TRIAGED && ask.triagedBy === personId) return false;
    if (ask.status === AskStatus.TRIAGED) {
      throw wrongStage('TAKEN_BY_OTHER', 'Another coordinator has this request already.');
    }
    if (ask.status !== AskStatus.SUBMITTED) {
      throw wrongStage('ANSWERED_ALREADY', 'This request has been answered already.');
    }
    await em
      .getKysely()
      .updateTable('ask')
      .set({ status: AskStatus.TRIAGED, triaged_at: sql`clock_timestamp()`, triaged_by_id: personId })
      .where('id', '=', ask.id)
      .execute();
    return true;
  });
  if (taken) services.hints.send({ desk: true });
}
