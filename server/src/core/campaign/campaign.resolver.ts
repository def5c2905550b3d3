import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { claimLimitFor, claimRefusalOf } from './campaign-rights.ts';
import { mayReviewCraft } from './campaign-rights.ts';
import { mayApprove } from './campaign-rights.ts';
import { mayManage } from './campaign-rights.ts';
import { Sensitivity } from '../access/sensitivity.ts';
import { pagesAddress } from '../../platform/http/public-address.ts';
import type { Context } from '../access/context.ts';
import { OrganizationType } from '../organization/organization.type.ts';
import { levelFor } from '../access/viewer.ts';
import { CampaignType, CampaignViewerType, toCampaign } from './campaign.type.ts';
import { rightsHere } from './campaign-rights.ts';
import { type CampaignRow, readCampaignBySlug } from './read-campaigns.ts';
import { organizationLoader } from '../organization/organization.loader.ts';

@Resolver(() => CampaignType)
export class CampaignResolver {
  @Query(() => CampaignType, {
    nullable: true,
    description: 'The campaign at /c/<slug>; null if there is none you may read.',
  })
  async campaign(
    @Arg('slug', () => String, { description: 'Its name in addresses.' }) slug: string,
    @Ctx() { em, reader }: Context,
  ): Promise<CampaignType | null> {
    const row = await readCampaignBySlug(em, reader, slug);
    return row ? toCampaign(row) : null;
  }

  @FieldResolver(() => String, { description: 'The address of its page.' })
  url(@Root() { row }: CampaignType, @Ctx() context: Context): string {
    return `${pagesAddress(context)}/c/${row.slug}`;
  }

  @FieldResolver(() => OrganizationType, { description: 'Who runs it.' })
  organization(@Root() { row }: CampaignType, @Ctx() { loaders }: Context): Promise<OrganizationType> {
    return loaders.of(organizationLoader).load(row.organizationId);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The employer; null when unknown or hidden from you.',
  })
  employer(@Root() { row }: CampaignType, @Ctx() context: Context): string | null {
    return row.employerHidden && !isTeam(context, row) ? null : (row.employer ?? null);
  }

  @FieldResolver(() => GraphQLDateTimeISO, {
    nullable: true,
    description: 'T-0; null when not set or hidden from you.',
  })
  startsAt(@Root() { row }: CampaignType, @Ctx() context: Context): Date | null {
    return row.startHidden && !isTeam(context, row) ? null : (row.startsAt ?? null);
  }

  @FieldResolver(() => CampaignViewerType, { name: 'viewer', description: 'What you may do here.' })
  viewerHere(@Root() { row }: CampaignType, @Ctx() context: Context): CampaignViewerType {
    const { viewer, reader } = context;
    const here = { ...row, campaignId: row.id };
    const role = viewer?.roles.get(row.organizationId) ?? null;
    const rights = viewer && rightsHere(viewer, here);
    return {
      sensitivity: levelFor(reader, here),
      role,
      isTeam: isTeam(context, row),
      canManage: rights !== null && mayManage(rights),
      canApprove: rights !== null && mayApprove(rights),
      canReviewCraft: rights !== null && mayReviewCraft(rights),
      claimLimit: rights === null ? 0 : claimLimitFor(rights, row),
      claimRefusal: claimRefusalOf(rights),
    };
  }
}

function isTeam({ reader }: Context, row: CampaignRow): boolean {
  return levelFor(reader, { ...row, campaignId: row.id }) === Sensitivity.TEAM;
}
