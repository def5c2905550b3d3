import { Field, ID, InputType } from 'type-graphql';
import { rowId } from '../../platform/graphql/global-id.ts';
import { CardFilterInput, toCardFilter } from '../card/card-filter.ts';
import type { OpenCardsFilter } from './list-open-cards.ts';

@InputType('OpenCardsFilter', { description: 'Which open cards; what is left out does not matter.' })
export class OpenCardsFilterInput extends CardFilterInput {
  @Field(() => ID, { nullable: true, description: 'Of this campaign.' })
  campaignId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of campaigns of this organization.' })
  organizationId?: string | null;
}

/** The filter with row ids, checked. */
export function toFilter(filter: OpenCardsFilterInput | null | undefined): OpenCardsFilter {
  if (!filter) return {};
  const { campaignId, organizationId } = filter;
  return {
    ...toCardFilter(filter),
    campaignId: campaignId == null ? null : rowId('Campaign', campaignId),
    organizationId: organizationId == null ? null : rowId('Organization', organizationId),
  };
}
