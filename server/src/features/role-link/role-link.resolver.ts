import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../core/access/context.ts';
import { mayManageCampaign } from '../../core/campaign/campaign-rights.ts';
import { campaignLoader } from '../../core/campaign/campaign.loader.ts';
import { CampaignType } from '../../core/campaign/campaign.type.ts';
import { signedIn } from '../../core/person/entrance.ts';
import { personLoader } from '../../core/person/person.loader.ts';
import { PersonType } from '../../core/person/person.type.ts';
import { rowId } from '../../platform/graphql/global-id.ts';
import { answer } from '../../platform/graphql/refusal.type.ts';
import { publicAddress } from '../../platform/http/public-address.ts';
import { visitorAddress } from '../../platform/http/visits.ts';
import { notAllowed } from '../../platform/refusal/refusal.ts';
import { acceptRoleLink, hasRole } from './accept-role-link.ts';
import { createRoleLink, revokeRoleLink } from './create-role-link.ts';
import { findRoleLink, roleLinkInvalid } from './find-role-link.ts';
import { roleLinksLoader } from './role-link.loader.ts';
import {
  AcceptRoleLinkInput,
  AcceptRoleLinkPayload,
  CreateRoleLinkInput,
  CreateRoleLinkPayload,
  RevokeRoleLinkInput,
  RevokeRoleLinkPayload,
  RoleByLinkPayload,
  RoleLinkType,
  RoleOfferType,
} from './role-link.type.ts';

const input = { description: 'What the mutation takes.' };

@Resolver(() => CampaignType)
export class CampaignRoleLinks {
  @FieldResolver(() => [RoleLinkType], {
    nullable: true,
    description: 'Its invite links, last first. Null for all but organizers and coordinators.',
  })
  async roleLinks(
    @Root() { row }: CampaignType,
    @Ctx() { viewer, loaders }: Context,
  ): Promise<RoleLinkType[] | null> {
    if (!viewer || !mayManageCampaign(viewer, { ...row, campaignId: row.id })) return null;
    return loaders.of(roleLinksLoader).load(row.id);
  }

  @Mutation(() => CreateRoleLinkPayload, {
    description:
      'Make an invite link, by which somebody becomes organizer or approver. For organizers and coordinators; all ' +
      'organizers are told.',
  })
  createRoleLink(
    @Arg('input', () => CreateRoleLinkInput, input) given: CreateRoleLinkInput,
    @Ctx() context: Context,
  ): Promise<CreateRoleLinkPayload> {
    return answer(async () => {
      const campaignId = rowId('Campaign', given.campaignId);
      const { token } = await createRoleLink(context.services, signedIn(context), { ...given, campaignId });
      const address = `${publicAddress(context)}/role#${token}`;
      return { address, campaign: await readAgain(context, campaignId) };
    });
  }

  @Mutation(() => RevokeRoleLinkPayload, {
    description: 'Take an invite link back; who came by it stays. For organizers and coordinators.',
  })
  revokeRoleLink(
    @Arg('input', () => RevokeRoleLinkInput, input) given: RevokeRoleLinkInput,
    @Ctx() context: Context,
  ): Promise<RevokeRoleLinkPayload> {
    return answer(async () => {
      const linkId = rowId('RoleLink', given.linkId);
      const campaignId = await revokeRoleLink(context.services, signedIn(context), linkId);
      return { campaign: await readAgain(context, campaignId) };
    });
  }
}

@Resolver(() => RoleLinkType)
export class RoleLinkResolver {
  @FieldResolver(() => PersonType, { description: 'Who made it.' })
  createdBy(@Root() { createdById }: RoleLinkType, @Ctx() { loaders }: Context): Promise<PersonType> {
    return loaders.of(personLoader).load(createdById);
  }

  @Query(() => RoleByLinkPayload, {
    description: 'What an invite link offers. No account is needed, and opening it accepts nothing.',
  })
  roleByLink(
    @Arg('token', () => String, { description: 'What stands behind the # of the link.' }) token: string,
    @Ctx() context: Context,
  ): Promise<RoleByLinkPayload> {
    return answer(async () => {
      await brake(context);
      const link = await findRoleLink(context.em, token);
      const has = hasRole(context.viewer, link);
      if (!link.opens && !has) throw roleLinkInvalid();
      const { role, organizationName, campaignTitle, campaignSlug, madeBy, expiresAt } = link;
      const offer = { role, organizationName, campaignTitle, campaignSlug, madeBy, expiresAt, has };
      return { offer: Object.assign(new RoleOfferType(), offer) };
    });
  }

  @Mutation(() => AcceptRoleLinkPayload, {
    description: 'Take the role that an invite link offers. All organizers are told.',
  })
  acceptRoleLink(
    @Arg('input', () => AcceptRoleLinkInput, input) given: AcceptRoleLinkInput,
    @Ctx() context: Context,
  ): Promise<AcceptRoleLinkPayload> {
    return answer(async () => {
      const viewer = signedIn(context);
      await brake(context);
      return acceptRoleLink(context.services, viewer, given);
    });
  }
}

/** Nobody tries many links from one address. */
async function brake({ http, services }: Context): Promise<void> {
  if (!http) throw notAllowed('BY_POST', 'Do this by POST.');
  await services.entryLimits.roleLink.count(visitorAddress(http.request));
}

function readAgain({ loaders }: Context, campaignId: string): Promise<CampaignType> {
  loaders.of(roleLinksLoader).clear(campaignId);
  return loaders.of(campaignLoader).load(campaignId);
}
