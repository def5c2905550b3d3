import { v7 as newId } from 'uuid';
import type { AskAnswers } from '../../src/features/ask/ask-answers.ts';
import { Ask, type AskStatus } from '../../src/features/ask/ask.entity.ts';
import { hashOf, newSessionToken } from '../../src/core/access/secret.ts';
import type { Viewer } from '../../src/core/access/viewer.ts';
import { offerPlan } from '../../src/features/plan/offer-plan.ts';
import { proposePlan } from '../../src/features/plan/propose-plan.ts';
import { readPlan } from '../../src/features/plan/read-plan.ts';
import type { Services } from '../../src/platform/services.ts';

/** Answers of a local that strikes in ten days, in two languages, and knows nobody at the paper. */
export const someAnswers: AskAnswers = {
  organizationName: 'Night Bus Drivers 12',
  organizationKind: 'UNION_LOCAL',
  kind: 'STRIKE',
  happening: 'They want to stop the night bus.',
  startsAt: new Date(Date.now() + 10 * 86_400_000).toISOString(),
  timeZone: 'America/Chicago',
  lookHere: [{ label: 'Our page', url: 'https://drivers.example.org/' }],
  assets: { PRESS_CONTACT: false, SOCIAL_ACCOUNTS: true },
  worries: ['RUMORS'],
  languages: ['en', 'es'],
  suggestForUs: true,
  employer: 'Metro Lines',
  localHoursPerWeek: 6,
};

/** An ask that was sent and that a person has, unless said otherwise, with the secret of its link. */
export async function anAsk(
  services: Services,
  {
    answers = someAnswers,
    status = 'TRIAGED',
    language = 'en',
  }: { answers?: AskAnswers; status?: AskStatus; language?: string } = {},
): Promise<{ askId: string; token: string }> {
  const [askId, token] = [newId(), newSessionToken()];
  const at = new Date();
  await services.orm.em.fork().insert(Ask, {
    id: askId,
    tokenHash: hashOf(token),
    status,
    language,
    answers,
    ...(status !== 'DRAFT' && { submittedAt: at }),
    ...(status !== 'DRAFT' && status !== 'SUBMITTED' && { triagedAt: at }),
  });
  return { askId, token };
}

/** The same with its plan. */
export async function aPlannedAsk(services: Services, viewer: Viewer, answers = someAnswers) {
  const ask = await anAsk(services, { answers });
  const { planId } = await proposePlan(services, viewer, ask);
  return { ...ask, planId, version: 1 };
}

/** The same, and the local reads it. */
export async function anOfferedAsk(services: Services, viewer: Viewer, answers = someAnswers) {
  const planned = await aPlannedAsk(services, viewer, answers);
  const slug = `offer-${planned.askId.slice(-12)}`;
  const { version } = await offerPlan(services, viewer, {
    ...planned,
    organizationName: 'Night Bus Drivers 12',
    organizationKind: 'UNION_LOCAL',
    slug,
    title: 'Keep the night bus',
    kind: 'STRIKE',
  });
  return { ...planned, slug, version };
}

/** A plan and its items as they are now. */
export const planNow = (services: Services, planId: string) =>
  readPlan(services, services.orm.em.fork(), planId);
