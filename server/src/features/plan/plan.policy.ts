import { type AskRow, lockSentAsk } from '../ask/read-asks.ts';
import type { Em } from '../../platform/db/orm.ts';
import { refreshViewer, requireViewer, type Viewer } from '../../core/access/viewer.ts';
import { notAllowed, notFound, Refusal, wrongStage } from '../../platform/refusal/refusal.ts';
import { Plan } from './plan.entity.ts';

/** The viewer as they are in the transaction of `em`, who makes plans; a refusal for all but coordinators. */
export async function requirePlanner(em: Em, viewer: Viewer): Promise<Viewer> {
  const now = requireViewer(await refreshViewer(em, viewer));
  if (!now.coordinator)
    throw notAllowed('COORDINATORS_ONLY', 'Only a coordinator can make the plan for a request.');
  return now;
}

/**
 * A plan that may still be changed, at the version the person read, with its ask. The lock is the ask's, for all that
 * change either: whoever says go and whoever edits take turns, and cannot wait for each other.
 */
export async function lockPlan(
  em: Em,
  { planId, version }: { planId: string; version: number },
): Promise<{ plan: Plan; ask: AskRow }> {
  const found = await em
    .getKysely()
    .selectFrom('plan')
    .select('ask_id as askId')
    .where('id', '=', planId)
    .executeTakeFirst();
  if (!found) throw notFound('plan');
  const ask = await lockSentAsk(em, found.askId);
  const plan = await em.findOneOrFail(Plan, { id: planId });
  if (plan.status === 'AGREED')
    throw wrongStage('GO_SAID', 'The local said go to this plan: change the board now.');
  if (ask.status !== 'TRIAGED')
    throw wrongStage('ANSWERED_ALREADY', 'This request was answered in another way.');
  if (plan.version !== version) throw stalePlan();
  return { plan, ask };
}

export const stalePlan = () =>
  new Refusal('STALE_PLAN', 'Somebody changed this plan since you read it. Look at what is new.');
