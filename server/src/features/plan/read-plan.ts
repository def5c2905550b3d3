import { sql } from 'kysely';
import type { Em } from '../../platform/db/orm.ts';
import { hashOfLinkSecret } from '../../core/access/secret.ts';
import type { AskAnswers } from '../ask/ask-answers.ts';
import type { Services } from '../../platform/services.ts';
import type { Edition } from '../template/card-templates.ts';
import { startOf } from './plan-for.ts';
import type { Plan, PlanItem } from './plan.entity.ts';

/** A plan with the words of its cards and what the ask says about time. */
export interface PlanInWords {
  plan: Plan;
  items: { item: PlanItem; template: Edition }[];
  startsAt: Date | null;
  timeZone: string;
  /** What the campaign will say of itself, and what was to stay unsaid. */
  said: Pick<AskAnswers, 'happening' | 'employer' | 'hideEmployer' | 'hideStart'>;
  campaign: { slug: string; title: string } | null;
  /** Somebody asked to lead its board, and the organization has not answered. */
  leadWaits: boolean;
}

type Words = Pick<Services, 'templates'>;

const planned = (em: Em) => em.getKysely().selectFrom('plan').innerJoin('ask', 'ask.id', 'plan.ask_id');

/** The plan for an ask; null while there is none. For coordinators. */
export async function readPlanOfAsk(services: Words, em: Em, askId: string): Promise<PlanInWords | null> {
  const row = await planned(em).select('plan.id').where('ask.id', '=', askId).executeTakeFirst();
  return row ? readPlan(services, em, row.id) : null;
}

/** The plan behind the link of an ask, once the local may read it; null before, and for a link that leads nowhere. */
export async function readPlanByLink(services: Words, em: Em, token: string): Promise<PlanInWords | null> {
  const row = await planned(em)
    .select('plan.id')
    .where('ask.token_hash', '=', hashOfLinkSecret(token))
    .where('plan.status', 'in', ['OFFERED', 'AGREED'])
    .where('ask.status', 'in', ['TRIAGED', 'ACCEPTED'])
    .executeTakeFirst();
  return row ? readPlan(services, em, row.id) : null;
}

/** A plan by its row id, which is there. Two queries, whatever the number of cards. */
export async function readPlan(services: Words, em: Em, planId: string): Promise<PlanInWords> {
  const { answers, campaignSlug, campaignTitle, leadWaits, ...row } = await planned(em)
    .leftJoin('campaign', 'campaign.id', 'ask.campaign_id')
    .select([
      'plan.id',
      'plan.ask_id as ask',
      'plan.status',
      'plan.items',
      'plan.language',
      'plan.note',
      'plan.local_word as localWord',
      'plan.local_title as localTitle',
      'plan.local_answered_at as localAnsweredAt',
      'plan.version',
      'plan.created_at as createdAt',
      'plan.offered_at as offeredAt',
      'plan.offered_by_id as offeredBy',
      'plan.agreed_at as agreedAt',
      'plan.hours_realistic as hoursRealistic',
      'plan.organization_id as organization',
      'plan.organization_name as organizationName',
      'plan.organization_kind as organizationKind',
      'plan.slug',
      'plan.title',
      'plan.kind',
      'plan.organizer_id as organizer',
      'ask.answers',
      'campaign.slug as campaignSlug',
      'campaign.title as campaignTitle',
      sql<boolean>`exists (select from lead_request where lead_request.campaign_id = ask.campaign_id
        and lead_request.answer is null)`.as('leadWaits'),
    ])
    .where('plan.id', '=', planId)
    .executeTakeFirstOrThrow();
  const plan = row as unknown as Plan;
  return {
    plan,
    items: await withWords(services, em, plan),
    startsAt: startOf(answers),
    timeZone: answers.timeZone ?? 'UTC',
    said: answers,
    campaign: campaignSlug === null ? null : { slug: campaignSlug, title: campaignTitle ?? '' },
    leadWaits,
  };
}

/**
 * The items with the words of the very editions they were made of, in the language of the plan, in the order in which a
 * strike needs them.
 */
export async function withWords(
  { templates }: Words,
  em: Em,
  { items, language }: Pick<Plan, 'items' | 'language'>,
): Promise<{ item: PlanItem; template: Edition }[]> {
  const editions = await templates.editions(
    em,
    items.map(({ templateKey: key, templateVersion: version }) => ({ key, version })),
    language,
  );
  const itemOf = new Map(items.map((item) => [item.templateKey, item]));
  return editions.flatMap((template) => {
    const item = itemOf.get(template.key);
    return item ? [{ item, template }] : [];
  });
}
