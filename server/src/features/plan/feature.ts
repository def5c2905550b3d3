import { sql } from 'kysely';
import type { Feature } from '../../platform/feature.ts';
import { CUT } from '../../platform/graphql/list-bounds.ts';
import { LeadRequest } from './lead-request.entity.ts';
import { LeadRequestResolver, OrganizationLeadRequests } from './lead-request.resolver.ts';
import { Plan } from './plan.entity.ts';
import { PlanResolver } from './plan.resolver.ts';

export const plan: Feature = {
  name: 'plan',
  entities: [Plan, LeadRequest],
  resolvers: [LeadRequestResolver, OrganizationLeadRequests, PlanResolver],
  lists: {
    'Organization.leadRequests': CUT,
    'Plan.items': 60,
    'PlanItem.writtenIn': 40,
  },
  hearsBoards: () => ({
    erased: ({ db, campaignId }) =>
      sql`delete from lead_request where campaign_id = ${campaignId}`.execute(db),
  }),
  erasesPerson: {
    gone: { lead_request: 'person_id' },
    forgotten: { lead_request: ['answered_by_id'], plan: ['offered_by_id', 'organizer_id'] },
  },
};
