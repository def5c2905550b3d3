import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../../core/access/context.ts';
import { BoardEventType } from '../../core/board/board-event.type.ts';
import { campaignLoader } from '../../core/campaign/campaign.loader.ts';
import { CampaignType } from '../../core/campaign/campaign.type.ts';
import { organizationLoader } from '../../core/organization/organization.loader.ts';
import { OrganizationType } from '../../core/organization/organization.type.ts';
import { signedIn } from '../../core/person/entrance.ts';
import { personLoader } from '../../core/person/person.loader.ts';
import { PersonType } from '../../core/person/person.type.ts';
import { toViewer, ViewerType } from '../../core/person/viewer.type.ts';
import { rowId } from '../../platform/graphql/global-id.ts';
import { answer } from '../../platform/graphql/refusal.type.ts';
import { nullIfRefused } from '../../platform/refusal/refusal.ts';
import { createToken } from './create-token.ts';
import { readToken, readTokensFor, readTokensOf, toolLoader } from './read-tokens.ts';
import { mayRevokeFor, revokeToken } from './revoke-token.ts';
import {
  CreateTokenInput,
  CreateTokenPayload,
  RevokeTokenInput,
  RevokeTokenPayload,
  TokenType,
  toToken,
  ToolType,
} from './token.type.ts';

const input = { description: 'What the mutation takes.' };

@Resolver()
export class TokenMutations {
  @Mutation(() => CreateTokenPayload, {
    description:
      'Make a token by which a tool acts for you, or for an organization of which you are an organizer. Its other ' +
      'organizers are told.',
  })
  createToken(
    @Arg('input', () => CreateTokenInput, input) given: CreateTokenInput,
    @Ctx() context: Context,
  ): Promise<CreateTokenPayload> {
    return answer(async () => {
      const viewer = signedIn(context);
      const { id, secret } = await createToken(context.services, viewer, {
        ...given,
        organizationId: given.organizationId == null ? null : rowId('Organization', given.organizationId),
        campaignIds: given.campaignIds?.map((each) => rowId('Campaign', each)) ?? null,
      });
      const made = await readToken(context.em, id);
      return { secret, token: made && toToken(made), viewer: toViewer(viewer) };
    });
  }

  @Mutation(() => RevokeTokenPayload, {
    description:
      'End a token at once, on open sockets too: one of yours; of an organization, as its organizer or as a coordinator.',
  })
  revokeToken(
    @Arg('input', () => RevokeTokenInput, input) given: RevokeTokenInput,
    @Ctx() context: Context,
  ): Promise<RevokeTokenPayload> {
    return answer(async () => {
      const viewer = signedIn(context);
      const tokenId = rowId('Token', given.tokenId);
      await revokeToken(context.services, viewer, tokenId);
      const organizationId = (await readToken(context.em, tokenId))?.organizationId ?? null;
      const organization =
        organizationId && (await context.loaders.of(organizationLoader).load(organizationId));
      return { viewer: toViewer(viewer), organization: organization || null };
    });
  }
}

@Resolver(() => ViewerType)
export class ViewerTokens {
  @FieldResolver(() => [TokenType], {
    description:
      'The tokens they made, those that count first; for organizations too. One that ended stays for a month.',
  })
  async tokens(@Root() { viewer }: ViewerType, @Ctx() { em }: Context): Promise<TokenType[]> {
    return (await readTokensOf(em, viewer.personId)).map(toToken);
  }
}

@Resolver(() => OrganizationType)
export class OrganizationTokens {
  @FieldResolver(() => [TokenType], {
    nullable: true,
    description:
      'The tokens of its tools, those that count first. Null for all but its organizers and coordinators.',
  })
  async tokens(
    @Root() { uuid }: OrganizationType,
    @Ctx() { em, viewer }: Context,
  ): Promise<TokenType[] | null> {
    return viewer && mayRevokeFor(viewer, uuid) ? (await readTokensFor(em, uuid)).map(toToken) : null;
  }
}

@Resolver(() => TokenType)
export class TokenResolver {
  @FieldResolver(() => PersonType, { description: 'Who made it, and whose rights it has at most.' })
  createdBy(@Root() { personId }: TokenType, @Ctx() { loaders }: Context): Promise<PersonType> {
    return loaders.of(personLoader).load(personId);
  }

  @FieldResolver(() => OrganizationType, {
    nullable: true,
    description: 'The organization it acts for; null for the person alone.',
  })
  organization(
    @Root() { organizationId }: TokenType,
    @Ctx() { loaders }: Context,
  ): Promise<OrganizationType> | null {
    return organizationId ? loaders.of(organizationLoader).load(organizationId) : null;
  }

  @FieldResolver(() => [CampaignType], {
    nullable: true,
    description: 'The campaigns it is limited to, as far as you may read them; null for all.',
  })
  async campaigns(
    @Root() { campaignIds }: TokenType,
    @Ctx() { loaders }: Context,
  ): Promise<CampaignType[] | null> {
    if (!campaignIds) return null;
    const found = await Promise.all(
      campaignIds.map((id) => loaders.of(campaignLoader).load(id).catch(nullIfRefused)),
    );
    return found.filter((campaign) => campaign !== null);
  }
}

@Resolver(() => BoardEventType)
export class BoardEventTool {
  @FieldResolver(() => ToolType, {
    nullable: true,
    description: 'The tool that did it for `actor`, by a token; null where somebody did it by themselves.',
  })
  async tool(@Root() { tokenId }: BoardEventType, @Ctx() { loaders }: Context): Promise<ToolType | null> {
    if (!tokenId) return null;
    const tool = await loaders.of(toolLoader).load(tokenId);
    return Object.assign(new ToolType(), tool ?? { name: null, organizationId: null });
  }
}

@Resolver(() => ToolType)
export class ToolResolver {
  @FieldResolver(() => OrganizationType, {
    nullable: true,
    description: 'The organization it did it for; null for a person’s own tool.',
  })
  organization(
    @Root() { organizationId }: ToolType,
    @Ctx() { loaders }: Context,
  ): Promise<OrganizationType> | null {
    return organizationId ? loaders.of(organizationLoader).load(organizationId) : null;
  }
}
