import { LockMode } from '@mikro-orm/postgresql';
import type { Em } from '../db/orm.ts';
import { refreshViewer, requireViewer, type Viewer } from '../person/viewer.ts';
import { notAllowed, notFound, Refusal } from '../refusal.ts';
import { Plan } from './plan.entity.ts';

/** The viewer as they are in the transaction of `em`, who makes plans; a refusal for all but coordinators. */
export async function requirePlanner(em: Em, viewer: Viewer): Promise<Viewer> {
  const now = requireViewer(await refreshViewer(em, viewer));
  if (!now.coordinator) throw notAllowed('Only a coordinator can make the plan for a request.');
  return now;
}

/** A plan, locked until the transaction ends, that is at the version the person read and may still be changed. */
export async function lockPlan(
  em: Em,
  { planId, version }: { planId: string; version: number },
): Promise<Plan> {
  const plan = await em.findOne(
    Plan,
    { id: planId },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  if (!plan) throw notFound('plan');
  if (plan.status === 'AGREED') throw wrongStage('The local said go to this plan: change the board now.');
  if (plan.version !== version) throw stalePlan();
  return plan;
}

export const wrongStage = (message: string) => new Refusal('WRONG_STAGE', message);
export const stalePlan = () =>
  new Refusal('STALE_PLAN', 'Somebody changed this plan since you read it. Look at what is new.');
