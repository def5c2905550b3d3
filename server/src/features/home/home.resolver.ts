import { Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../../core/access/context.ts';
import { campaignLoader } from '../../core/campaign/campaign.loader.ts';
import { CampaignType } from '../../core/campaign/campaign.type.ts';
import { cardLoader } from '../../core/card/card.loader.ts';
import { CardType } from '../../core/card/card.type.ts';
import { personLoader } from '../../core/person/person.loader.ts';
import { PersonType } from '../../core/person/person.type.ts';
import { ViewerType } from '../../core/person/viewer.type.ts';
import { type Counted, spanOf, spanToConnection, TwoWayArgs } from '../../platform/graphql/connection.ts';
import { toWaiting, WaitingConnection, WaitingType } from './home.type.ts';
import { countWaiting, placeOf, readWaiting } from './read-waiting.ts';

const PRESET = 50;

@Resolver(() => ViewerType)
export class ViewerHome {
  @FieldResolver(() => WaitingConnection, {
    description:
      'What waits for them on all boards they run or approve for, the longest wait first. Empty for all others.',
  })
  async waiting(
    @Root() { viewer }: ViewerType,
    @Args(() => TwoWayArgs) page: TwoWayArgs,
    @Ctx() { em }: Context,
  ): Promise<Counted<WaitingType>> {
    const span = spanOf(page, PRESET);
    const decides = viewer.standing !== 'SUSPENDED';
    const rows = decides ? await readWaiting(em, viewer, span) : [];
    return {
      ...spanToConnection(rows, span, { keys: placeOf, node: toWaiting }),
      count: async () => (decides ? countWaiting(em.fork(), viewer) : 0),
    };
  }

  @FieldResolver(() => Int, { description: 'How many things wait for them in all.' })
  waitingCount(@Root() { viewer }: ViewerType, @Ctx() { em }: Context): Promise<number> | number {
    return viewer.standing === 'SUSPENDED' ? 0 : countWaiting(em, viewer);
  }
}

@Resolver(() => WaitingType)
export class WaitingResolver {
  @FieldResolver(() => CampaignType, { description: 'Of which campaign.' })
  campaign(@Root() { campaignId }: WaitingType, @Ctx() { loaders }: Context): Promise<CampaignType> {
    return loaders.of(campaignLoader).load(campaignId);
  }

  @FieldResolver(() => CardType, { nullable: true, description: 'The card; null where it is about none.' })
  card(@Root() { cardId }: WaitingType, @Ctx() { loaders }: Context): Promise<CardType> | null {
    return cardId ? loaders.of(cardLoader).load(cardId) : null;
  }

  @FieldResolver(() => PersonType, {
    nullable: true,
    description: 'Who waits; null where nobody in person does.',
  })
  person(@Root() { personId }: WaitingType, @Ctx() { loaders }: Context): Promise<PersonType> | null {
    return personId ? loaders.of(personLoader).load(personId) : null;
  }
}
