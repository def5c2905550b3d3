import { readNow } from '../../platform/db/read-now.ts';
import { plainText } from '../../platform/input/text.ts';
import { InvalidInput, wrongStage } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { requireAskByToken } from '../ask/read-asks.ts';
import { hintNotices, notify, type Notice } from '../notification/notify.ts';
import { Plan } from './plan.entity.ts';
import { stalePlan } from './plan.policy.ts';
import { type LocalChanges, strikeOut, takeLocalTitle } from './strike-out.ts';

/**
 * The local writes back to a plan instead of saying go: which cards it does not want, what its campaign shall be
 * called, and a word. The coordinator who offered it is told, sees the difference, and offers again. By the link of the
 * ask; refuses another version than the one that was read, and nothing at all.
 */
export async function answerPlan(
  services: Services,
  input: LocalChanges & { token: string; version: number; word?: string | null | undefined },
): Promise<{ planId: string }> {
  const { planId, tell } = await services.orm.em.fork().transactional(async (em) => {
    const ask = await requireAskByToken(em, input.token);
    const plan = await em.findOne(Plan, { ask: ask.id });
    if (plan?.status === 'AGREED')
      throw wrongStage('GO_SAID', 'You said go to this plan: your board is there.');
    if (plan?.status !== 'OFFERED' || ask.status !== 'TRIAGED')
      throw wrongStage('NO_PLAN_YET', 'There is no plan to answer yet.');
    if (plan.version !== input.version) throw stalePlan();
    const word = plainText(input.word ?? '', { field: 'word', max: 2000, multiline: true, optional: true });
    const items = strikeOut(plan, input);
    const title = takeLocalTitle(plan, input);
    const isSame = title === plan.title && items.every(({ struck }) => !struck);
    if (word === '' && isSame) {
      throw new InvalidInput('word', 'EMPTY', 'Write what should be different, or strike out a card.');
    }
    plan.items = items;
    plan.localWord = word;
    plan.localTitle = title === plan.title ? null : title;
    plan.localAnsweredAt = await readNow(em);
    plan.version += 1;
    await em.flush();
    const tell: Notice[] = plan.offeredBy ? [{ personId: plan.offeredBy, kind: 'PLAN_ANSWERED' }] : [];
    await notify(services, em, tell);
    return { planId: plan.id, tell };
  });
  services.hints.send({ desk: true });
  hintNotices(services, tell);
  return { planId };
}
