import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { claimLimitFor, mayApprove, mayManage, mayReviewCraft } from '../board/board.policy.ts';
import { BoardType, toBoard } from '../board/board.type.ts';
import { CardConnection, toCardType, type CardType } from '../card/card.type.ts';
import { readThanked } from '../open-work/list-cards.ts';
import { Sensitivity } from '../access/sensitivity.ts';
import {
  type Connection,
  PageArgs,
  pageSize,
  readCursor,
  toConnection,
} from '../../platform/graphql/connection.ts';
import type { Context } from '../access/context.ts';
import { rowId } from '../../platform/graphql/global-id.ts';
import { answer } from '../../platform/refusal/refusal.type.ts';
import { OrganizationType } from '../organization/organization.type.ts';
import { levelFor, requireViewer } from '../access/viewer.ts';
import {
  CreateCampaignInput,
  CreateCampaignPayload,
  UpdateCampaignInput,
  UpdateCampaignPayload,
} from './campaign.inputs.ts';
import {
  CampaignConnection,
  CampaignCountsType,
  CampaignType,
  CampaignViewerType,
  toCampaign,
} from './campaign.type.ts';
import { rightsHere } from './campaign-rights.ts';
import { createCampaign } from '../board/create-campaign.ts';
import { type CampaignRow, listCampaigns, readCampaignBySlug } from './read-campaigns.ts';
import { updateCampaign } from '../board/update-campaign.ts';
import { campaignLoader } from './campaign.loader.ts';
import { countsLoader } from '../card/card-counts.ts';
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

  @Query(() => CampaignConnection, { nullable: true, description: 'Campaigns you may read, newest first.' })
  async campaigns(
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<CampaignType>> {
    return pageOfCampaigns(context, page);
  }

  @Mutation(() => CreateCampaignPayload, { description: 'Starts a campaign with an empty board.' })
  async createCampaign(
    @Arg('input', () => CreateCampaignInput, { description: 'The campaign.' }) input: CreateCampaignInput,
    @Ctx() { services, viewer, loaders }: Context,
  ): Promise<CreateCampaignPayload> {
    return answer(async () => {
      const organizationId = rowId('Organization', input.organizationId);
      const actor = requireViewer(viewer);
      const { campaignId } = await createCampaign(services, actor.personId, { ...input, organizationId });
      return { campaign: await loaders.of(campaignLoader).load(campaignId) };
    });
  }

  @Mutation(() => UpdateCampaignPayload, {
    description: 'Changes what is said about a campaign, and its rules.',
  })
  async updateCampaign(
    @Arg('input', () => UpdateCampaignInput, { description: 'What to change; fields left out stay.' })
    input: UpdateCampaignInput,
    @Ctx() { services, viewer, loaders }: Context,
  ): Promise<UpdateCampaignPayload> {
    return answer(async () => {
      const campaignId = rowId('Campaign', input.campaignId);
      const { revision } = await updateCampaign(services, requireViewer(viewer).personId, {
        ...input,
        campaignId,
      });
      return { campaign: await loaders.of(campaignLoader).load(campaignId), boardRevision: revision };
    });
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

  @FieldResolver(() => CampaignCountsType, { description: 'How the board stands.' })
  counts(@Root() { row }: CampaignType, @Ctx() { loaders }: Context): Promise<CampaignCountsType> {
    return loaders.of(countsLoader).load(row.id);
  }

  @FieldResolver(() => CardConnection, {
    description: 'Finished cards with the thanks they got, newest first.',
  })
  async thanks(
    @Root() { row }: CampaignType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { em, reader }: Context,
  ): Promise<Connection<CardType>> {
    const size = pageSize(page, 10);
    const rows = await readThanked(em, reader, row.id, { limit: size + 1, after: readCursor(page.after) });
    return toConnection(rows, {
      size,
      after: page.after,
      keys: (card) => [card.finishedAt ?? '', card.id],
      node: toCardType,
    });
  }

  @FieldResolver(() => BoardType, { description: 'Its board.' })
  board(@Root() { row }: CampaignType): BoardType {
    return toBoard(row);
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
    };
  }
}

@Resolver(() => OrganizationType)
export class OrganizationCampaigns {
  @FieldResolver(() => CampaignConnection, { description: 'Its campaigns that you may read, newest first.' })
  async campaigns(
    @Root() organization: OrganizationType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<CampaignType>> {
    return pageOfCampaigns(context, page, organization.uuid);
  }
}

async function pageOfCampaigns(
  { em, reader }: Context,
  page: PageArgs,
  organizationId?: string,
): Promise<Connection<CampaignType>> {
  const size = pageSize(page, 20);
  const rows = await listCampaigns(em, reader, {
    limit: size + 1,
    after: readCursor(page.after),
    ...(organizationId !== undefined && { organizationId }),
  });
  return toConnection(rows, {
    size,
    after: page.after,
    keys: (row) => [row.endedAt ? 1 : 0, row.createdAt, row.id],
    node: toCampaign,
  });
}

function isTeam({ reader }: Context, row: CampaignRow): boolean {
  return levelFor(reader, { ...row, campaignId: row.id }) === Sensitivity.TEAM;
}
