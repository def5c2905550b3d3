import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { CardConnection, type CardType, toCardType } from '../../core/card/card.type.ts';
import { countFinished, listThanked } from '../../core/card/list-cards.ts';
import { CampaignType } from '../../core/campaign/campaign.type.ts';
import { type Counted, spanOf, spanToConnection, TwoWayArgs } from '../../platform/graphql/connection.ts';
import type { Context } from '../../core/access/context.ts';
import { answer } from '../../platform/graphql/refusal.type.ts';
import { signedIn } from '../../core/person/entrance.ts';
import { findPersonByHandle } from '../../core/person/find-person.ts';
import { PersonType } from '../../core/person/person.type.ts';
import { toViewer, ViewerType } from '../../core/person/viewer.type.ts';
import {
  CampaignDifferenceType,
  ProgrammeType,
  PublicPageType,
  SetPublicPageInput,
  SetPublicPagePayload,
  VolunteerDifferenceType,
} from './difference.type.ts';
import { readGiven } from './given.ts';
import { readProgramme } from './programme.ts';
import { setPublicPage } from './set-public-page.ts';
import { differenceLoader } from './difference.loader.ts';
import { pagesAddress } from '../../platform/http/public-address.ts';
import { publicPageLoader, publicPathLoader } from './public-page.loader.ts';

@Resolver(() => VolunteerDifferenceType)
export class VolunteerDifferenceResolver {
  @FieldResolver(() => CardConnection, { description: 'Your finished cards that got thanks, newest first.' })
  async thanks(
    @Root() { personId }: VolunteerDifferenceType,
    @Args(() => TwoWayArgs) page: TwoWayArgs,
    @Ctx() { em, reader }: Context,
  ): Promise<Counted<CardType>> {
    const span = spanOf(page, 10);
    const rows = await listThanked(em, reader, personId, span);
    return {
      ...spanToConnection(rows, span, { keys: ({ place }) => place, node: toCardType }),
      count: () => countFinished(em.fork(), reader, personId, { isThanked: true }),
    };
  }
}

@Resolver(() => ViewerType)
export class ViewerDifference {
  @FieldResolver(() => VolunteerDifferenceType, { description: 'What you gave.' })
  async difference(
    @Root() { viewer: { personId } }: ViewerType,
    @Ctx() { em }: Context,
  ): Promise<VolunteerDifferenceType> {
    const given = (await readGiven(em, [personId])).get(personId)!;
    return Object.assign(new VolunteerDifferenceType(), { personId, ...given });
  }

  @Mutation(() => SetPublicPagePayload, {
    description: 'Show, or stop showing, what you gave on a page of your own at /p/<handle>.',
  })
  setPublicPage(
    @Arg('input', () => SetPublicPageInput, { description: 'What the mutation takes.' })
    input: SetPublicPageInput,
    @Ctx() context: Context,
  ): Promise<SetPublicPagePayload> {
    return answer(async () => {
      const viewer = signedIn(context);
      await setPublicPage(context.services, viewer, input);
      context.loaders.of(publicPageLoader).clear(viewer.personId);
      return {
        viewer: toViewer(viewer),
        publicPage: await context.loaders.of(publicPageLoader).load(viewer.personId),
      };
    });
  }
}

@Resolver(() => PersonType)
export class PersonDifference {
  @FieldResolver(() => String, {
    nullable: true,
    description: 'The address of the page they show of what they gave; null for those who show none.',
  })
  async url(@Root() { uuid }: PersonType, @Ctx() context: Context): Promise<string | null> {
    const path = await context.loaders.of(publicPathLoader).load(uuid);
    return path && `${pagesAddress(context)}${path}`;
  }

  @FieldResolver(() => PublicPageType, {
    nullable: true,
    description: 'What they chose to show of what they gave; null for those who did not.',
  })
  publicPage(@Root() { uuid }: PersonType, @Ctx() { loaders }: Context): Promise<PublicPageType | null> {
    return loaders.of(publicPageLoader).load(uuid);
  }

  @Query(() => PublicPageType, {
    name: 'publicPage',
    nullable: true,
    description: 'The page at /p/<handle>; null unless somebody of that handle chose to show one.',
  })
  async publicPageOf(
    @Arg('handle', () => String, { description: 'The name they go by, however it is spelled.' })
    handle: string,
    @Ctx() { em, loaders }: Context,
  ): Promise<PublicPageType | null> {
    const personId = await findPersonByHandle(em, handle);
    return personId === null ? null : loaders.of(publicPageLoader).load(personId);
  }
}

@Resolver(() => CampaignType)
export class CampaignDifferenceResolver {
  @FieldResolver(() => CampaignDifferenceType, { description: 'What came of it so far.' })
  difference(@Root() { row }: CampaignType, @Ctx() { loaders }: Context): Promise<CampaignDifferenceType> {
    return loaders.of(differenceLoader).load(row.id);
  }
}

@Resolver(() => ProgrammeType)
export class ProgrammeResolver {
  @Query(() => ProgrammeType, {
    nullable: true,
    description: 'How the programme does. For coordinators; null for all others.',
  })
  async programme(@Ctx() { em, reader }: Context): Promise<ProgrammeType | null> {
    return reader.teamOf === 'EVERY' ? readProgramme(em) : null;
  }
}
