import type { Feature } from '../../platform/feature.ts';
import { LeadRequest } from './lead-request.entity.ts';
import { LeadRequestResolver, OrganizationLeadRequests } from './lead-request.resolver.ts';
import { Plan } from './plan.entity.ts';
import { PlanResolver } from './plan.resolver.ts';

export const plan: Feature = {
  name: 'plan',
  entities: [Plan, LeadRequest],
  resolvers: [LeadRequestResolver, OrganizationLeadRequests, PlanResolver],
};
