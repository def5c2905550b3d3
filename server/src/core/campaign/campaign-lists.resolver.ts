import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { type Counted, spanOf, spanToConnection, TwoWayArgs } from '../../platform/graphql/connection.ts';
import type { Context } from '../access/context.ts';
import {
  OrganizationConnection,
  OrganizationType,
  toOrganization,
} from '../organization/organization.type.ts';
import { CampaignOrder, CampaignsFilterInput, OrganizationsFilterInput } from './campaign-list.inputs.ts';
import { CampaignConnection, type CampaignType, toCampaign } from './campaign.type.ts';
import {
  campaignCountLoader,
  campaignsOfLoader,
  countCampaigns,
  listCampaigns,
  type ListedCampaign,
  toCampaignCondition,
} from './list-campaigns.ts';
import { countOrganizations, listOrganizations } from './list-organizations.ts';

const shown = { keys: ({ place }: ListedCampaign) => place, node: toCampaign };

@Resolver(() => OrganizationType)
export class CampaignLists {
  @Query(() => CampaignConnection, { nullable: true, description: 'Campaigns you may read.' })
  async campaigns(
    @Args(() => TwoWayArgs) page: TwoWayArgs,
    @Arg('filter', () => CampaignsFilterInput, { nullable: true, description: 'Which of them.' })
    filter: CampaignsFilterInput | null,
    @Arg('orderBy', () => CampaignOrder, {
      defaultValue: CampaignOrder.NEWEST,
      description: 'What comes first.',
    })
    by: CampaignOrder,
    @Ctx() { em, reader }: Context,
  ): Promise<Counted<CampaignType>> {
    const span = spanOf(page, 20);
    const which = toCampaignCondition(filter);
    const rows = await listCampaigns(em, reader, which, { by, span });
    return {
      ...spanToConnection(rows, span, shown),
      count: () => countCampaigns(em.fork(), reader, which),
    };
  }

  @FieldResolver(() => CampaignConnection, {
    name: 'campaigns',
    description: 'Its campaigns that you may read, newest first.',
  })
  async campaignsOf(
    @Root() { uuid }: OrganizationType,
    @Args(() => TwoWayArgs) page: TwoWayArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Counted<CampaignType>> {
    const span = spanOf(page, 20);
    const rows = await loaders.of(campaignsOfLoader).load({ id: uuid, span });
    return {
      ...spanToConnection(rows, span, shown),
      count: () => loaders.of(campaignCountLoader).load(uuid),
    };
  }

  @Query(() => OrganizationConnection, {
    nullable: true,
    description: 'Organizations by their names: those of whose campaigns you may read one, and your own.',
  })
  async organizations(
    @Args(() => TwoWayArgs) page: TwoWayArgs,
    @Arg('filter', () => OrganizationsFilterInput, { nullable: true, description: 'Which of them.' })
    given: OrganizationsFilterInput | null,
    @Ctx() { em, reader }: Context,
  ): Promise<Counted<OrganizationType>> {
    const span = spanOf(page, 20);
    const filter = given ?? {};
    const rows = await listOrganizations(em, reader, filter, span);
    return {
      ...spanToConnection(rows, span, { keys: ({ place }) => place, node: toOrganization }),
      count: () => countOrganizations(em.fork(), reader, filter),
    };
  }
}
