import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { CardConnection, CardType } from '../../core/card/card.type.ts';
import { CampaignType } from '../../core/campaign/campaign.type.ts';
import { type Counted, spanOf, spanToConnection, TwoWayArgs } from '../../platform/graphql/connection.ts';
import type { Context } from '../../core/access/context.ts';
import { toPersonMatch } from '../matching/match.resolver.ts';
import { PersonMatchType } from '../matching/match.type.ts';
import { PersonType } from '../../core/person/person.type.ts';
import { suggestionRowLoader } from '../suggestion/read-suggestions.ts';
import { SuggestionConnection, type SuggestionType, toSuggestion } from '../suggestion/suggestion.type.ts';
import type { DeskRows, DeskSection } from './desk-sections.ts';
import {
  CampaignPulseConnection,
  CampaignPulseType,
  DeskFilterInput,
  DeskSectionCountType,
  DeskType,
  NewcomerToVetConnection,
  NewcomerToVetType,
  QuietCardConnection,
  QuietCardType,
  QuietPersonConnection,
  QuietPersonType,
  toCampaignPulse,
  toNewcomer,
  toQuietCard,
  toQuietPerson,
  toWaitingAsk,
  WaitingAskConnection,
  WaitingAskType,
} from './desk.type.ts';
import { hasDesk } from './find-desk-row.ts';
import { countDesk, countSection, placeOf, readDesk } from './read-desk.ts';
import { campaignLoader } from '../../core/campaign/campaign.loader.ts';
import { cardLoader } from '../../core/card/card.loader.ts';
import { personLoader } from '../../core/person/person.loader.ts';
import { peopleForCardLoader } from '../matching/match.loader.ts';

const PRESET = 50;

@Resolver(() => DeskType)
export class DeskResolver {
  @Query(() => DeskType, { nullable: true, description: 'What waits on coordinators; null for all others.' })
  desk(
    @Arg('filter', () => DeskFilterInput, { nullable: true, description: 'Which part of it.' })
    filter: DeskFilterInput | null,
    @Ctx() { viewer }: Context,
  ): DeskType | null {
    if (!hasDesk(viewer)) return null;
    return Object.assign(new DeskType(), { filter: filter ?? {}, viewerId: viewer.personId });
  }

  @FieldResolver(() => [DeskSectionCountType], { description: 'How each section stands.' })
  sections(@Root() { filter, viewerId }: DeskType, @Ctx() { em }: Context): Promise<DeskSectionCountType[]> {
    return countDesk(em, filter, viewerId);
  }

  @FieldResolver(() => WaitingAskConnection, { description: 'Asks that wait for an answer.' })
  asks(
    @Root() desk: DeskType,
    @Args(() => TwoWayArgs) page: TwoWayArgs,
    @Ctx() context: Context,
  ): Promise<Counted<WaitingAskType>> {
    return pageOf(context, desk, 'ASKS', page, async (rows) => rows.map(toWaitingAsk));
  }

  @FieldResolver(() => WaitingAskConnection, {
    description: 'Asks that were held back when there was no room left. `releaseAsk` lets one in line.',
  })
  heldAsks(
    @Root() desk: DeskType,
    @Args(() => TwoWayArgs) page: TwoWayArgs,
    @Ctx() context: Context,
  ): Promise<Counted<WaitingAskType>> {
    return pageOf(context, desk, 'HELD_ASKS', page, async (rows) => rows.map(toWaitingAsk));
  }

  @FieldResolver(() => CampaignPulseConnection, { description: 'Running campaigns with their pulse.' })
  campaigns(
    @Root() desk: DeskType,
    @Args(() => TwoWayArgs) page: TwoWayArgs,
    @Ctx() context: Context,
  ): Promise<Counted<CampaignPulseType>> {
    return pageOf(context, desk, 'CAMPAIGNS', page, async (rows) => rows.map(toCampaignPulse));
  }

  @FieldResolver(() => QuietCardConnection, { description: 'Cards on which nothing moves.' })
  quietCards(
    @Root() desk: DeskType,
    @Args(() => TwoWayArgs) page: TwoWayArgs,
    @Ctx() context: Context,
  ): Promise<Counted<QuietCardType>> {
    return pageOf(context, desk, 'QUIET_CARDS', page, async (rows) => rows.map(toQuietCard));
  }

  @FieldResolver(() => QuietPersonConnection, {
    description: 'People who hold a card and were not seen for two days.',
  })
  quietPeople(
    @Root() desk: DeskType,
    @Args(() => TwoWayArgs) page: TwoWayArgs,
    @Ctx() context: Context,
  ): Promise<Counted<QuietPersonType>> {
    return pageOf(context, desk, 'QUIET_PEOPLE', page, async (rows) => rows.map(toQuietPerson));
  }

  @FieldResolver(() => NewcomerToVetConnection, {
    description: 'People of standing NEW who finished or handed in a card, or joined lately and hold one.',
  })
  newcomers(
    @Root() desk: DeskType,
    @Args(() => TwoWayArgs) page: TwoWayArgs,
    @Ctx() context: Context,
  ): Promise<Counted<NewcomerToVetType>> {
    return pageOf(context, desk, 'NEWCOMERS', page, async (rows) => rows.map(toNewcomer));
  }

  @FieldResolver(() => CardConnection, { description: 'Cards handed in that wait for a craft review.' })
  handIns(
    @Root() desk: DeskType,
    @Args(() => TwoWayArgs) page: TwoWayArgs,
    @Ctx() context: Context,
  ): Promise<Counted<CardType>> {
    return pageOf(context, desk, 'HAND_INS', page, (rows) =>
      Promise.all(rows.map(({ id }) => context.loaders.of(cardLoader).load(id))),
    );
  }

  @FieldResolver(() => SuggestionConnection, {
    description: 'What was suggested or asked about the programme and has no answer yet.',
  })
  suggestions(
    @Root() desk: DeskType,
    @Args(() => TwoWayArgs) page: TwoWayArgs,
    @Ctx() context: Context,
  ): Promise<Counted<SuggestionType>> {
    return pageOf(context, desk, 'SUGGESTIONS', page, async (rows) => {
      const found = await Promise.all(rows.map(({ id }) => context.loaders.of(suggestionRowLoader).load(id)));
      return found.filter((row) => row !== null).map(toSuggestion);
    });
  }
}

/** Reads one page of a section and makes its nodes. */
async function pageOf<Section extends DeskSection, Node>(
  { em }: Context,
  { filter, viewerId }: DeskType,
  section: Section,
  page: TwoWayArgs,
  toNodes: (rows: DeskRows[Section][]) => Promise<Node[]>,
): Promise<Counted<Node>> {
  const span = spanOf(page, PRESET);
  const rows = await readDesk(em, section, filter, { viewerId, ...span });
  const nodes = new Map((await toNodes(rows)).map((node, index) => [rows[index], node]));
  return {
    ...spanToConnection(rows, span, { keys: placeOf, node: (row) => nodes.get(row) as Node }),
    count: () => countSection(em.fork(), section, filter, viewerId),
  };
}

@Resolver(() => WaitingAskType)
export class WaitingAskResolver {
  @FieldResolver(() => PersonType, {
    nullable: true,
    description: 'The coordinator who has it; null while nobody does.',
  })
  takenBy(@Root() { takenById }: WaitingAskType, @Ctx() { loaders }: Context): Promise<PersonType> | null {
    return takenById ? loaders.of(personLoader).load(takenById) : null;
  }
}

@Resolver(() => CampaignPulseType)
export class CampaignPulseResolver {
  @FieldResolver(() => CampaignType, { description: 'The campaign.' })
  campaign(@Root() { campaignId }: CampaignPulseType, @Ctx() { loaders }: Context): Promise<CampaignType> {
    return loaders.of(campaignLoader).load(campaignId);
  }
}

@Resolver(() => QuietCardType)
export class QuietCardResolver {
  @FieldResolver(() => CardType, { description: 'The card.' })
  card(@Root() { cardId }: QuietCardType, @Ctx() { loaders }: Context): Promise<CardType> {
    return loaders.of(cardLoader).load(cardId);
  }

  // All rows of a page are matched together: the cost is of the page, not of each row.
  @FieldResolver(() => PersonMatchType, {
    nullable: true,
    complexity: 20,
    description: 'Who fits it best, or was asked and has not answered. Null unless nobody took it.',
  })
  async match(
    @Root() { cardId, why }: QuietCardType,
    @Ctx() { loaders }: Context,
  ): Promise<PersonMatchType | null> {
    const [best] = why === 'UNCLAIMED' ? await loaders.of(peopleForCardLoader).load(cardId) : [];
    return best ? toPersonMatch(best) : null;
  }
}

@Resolver(() => QuietPersonType)
export class QuietPersonResolver {
  @FieldResolver(() => PersonType, { description: 'Who it is.' })
  person(@Root() { personId }: QuietPersonType, @Ctx() { loaders }: Context): Promise<PersonType> {
    return loaders.of(personLoader).load(personId);
  }

  @FieldResolver(() => CardType, { description: 'Of the cards they hold, the one whose lease ends first.' })
  card(@Root() { cardId }: QuietPersonType, @Ctx() { loaders }: Context): Promise<CardType> {
    return loaders.of(cardLoader).load(cardId);
  }
}

@Resolver(() => NewcomerToVetType)
export class NewcomerToVetResolver {
  @FieldResolver(() => PersonType, { description: 'Who it is.' })
  person(@Root() { personId }: NewcomerToVetType, @Ctx() { loaders }: Context): Promise<PersonType> {
    return loaders.of(personLoader).load(personId);
  }

  @FieldResolver(() => CardType, {
    description: 'The card to judge them by: finished before handed in before held, the latest.',
  })
  card(@Root() { cardId }: NewcomerToVetType, @Ctx() { loaders }: Context): Promise<CardType> {
    return loaders.of(cardLoader).load(cardId);
  }
}
