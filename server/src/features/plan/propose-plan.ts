import { wrongStage } from '../../platform/refusal/refusal.ts';
import { v7 as newId } from 'uuid';
import { lockSentAsk } from '../ask/read-asks.ts';
import type { Viewer } from '../../core/access/viewer.ts';
import type { Services } from '../../platform/services.ts';
import { FIRST_LANGUAGE } from '../../platform/languages/languages.ts';
import { planFor } from './plan-for.ts';
import { Plan } from './plan.entity.ts';
import { requirePlanner } from './plan.policy.ts';

/**
 * Makes the first plan for an ask that a person has, by the rules, in the language of the ask; returns its row id. Asked
 * again, it stays the plan it is. For coordinators.
 */
export async function proposePlan(
  services: Services,
  viewer: Viewer,
  { askId, now = new Date() }: { askId: string; now?: Date },
): Promise<{ planId: string }> {
  const made = await services.orm.em.fork().transactional(async (em) => {
    await requirePlanner(em, viewer);
    const ask = await lockSentAsk(em, askId);
    const before = await em.findOne(Plan, { ask: askId });
    if (before) return { planId: before.id, isNew: false };
    if (ask.status !== 'TRIAGED')
      throw wrongStage('TAKE_FIRST', 'Take this request first: then it can have a plan.');
    const planId = newId();
    const language = services.languages.closest(ask.language) ?? FIRST_LANGUAGE;
    const templates = await services.templates.newest(em, language);
    await em.insert(Plan, { id: planId, ask: askId, language, ...planFor(ask.answers, templates, now) });
    return { planId, isNew: true };
  });
  if (made.isNew) services.hints.send({ desk: true });
  return { planId: made.planId };
}
