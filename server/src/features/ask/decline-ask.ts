import { sql } from 'kysely';
import { plainText } from '../../platform/input/text.ts';
import { refreshViewer, type Viewer } from '../../core/access/viewer.ts';
import { notFound, wrongStage } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { AskStatus } from './ask.entity.ts';
import { requireTriage } from './ask.policy.ts';
import { scheduleAskErasing } from './erase-ask.ts';
import { lockAsk } from './read-asks.ts';

/**
 * Says no to an ask, with words and another place to go: whoever asked reads both, until it is erased after
 * `ASK_KEPT_DAYS`. For coordinators. Refuses an ask that is decided, and a no without words or without another place.
 */
export async function declineAsk(
  services: Services,
  viewer: Viewer,
  input: { askId: string; words: string; elsewhere: string },
): Promise<void> {
  await services.orm.em.fork().transactional(async (em) => {
    const ask = await lockAsk(em, input.askId);
    const { personId } = requireTriage(await refreshViewer(em, viewer));
    const words = plainText(input.words, { field: 'words', max: 2000, multiline: true });
    const elsewhere = plainText(input.elsewhere, { field: 'elsewhere', max: 1000, multiline: true });
    if (!ask?.sentAt) throw notFound('ask');
    if (ask.status === AskStatus.ACCEPTED || ask.status === AskStatus.DECLINED) {
      throw wrongStage('ANSWERED_ALREADY', 'This request has been answered already.');
    }
    await em
      .getKysely()
      .updateTable('ask')
      .set({
        status: AskStatus.DECLINED,
        decided_at: sql`clock_timestamp()`,
        decided_by_id: personId,
        decline_words: words,
        decline_elsewhere: elsewhere,
      })
      .where('id', '=', ask.id)
      .execute();
    await scheduleAskErasing(services, em, ask.id);
  });
  services.hints.send({ desk: true });
}
