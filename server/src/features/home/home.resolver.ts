import { Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../../core/access/context.ts';
import type { Viewer } from '../../core/access/viewer.ts';
import { campaignLoader } from '../../core/campaign/campaign.loader.ts';
import { CampaignType } from '../../core/campaign/campaign.type.ts';
import { cardLoader } from '../../core/card/card.loader.ts';
import { CardType } from '../../core/card/card.type.ts';
import { personLoader } from '../../core/person/person.loader.ts';
import { PersonType } from '../../core/person/person.type.ts';
import { ViewerType } from '../../core/person/viewer.type.ts';
import { type Counted, spanOf, spanToConnection, TwoWayArgs } from '../../platform/graphql/connection.ts';
import { kindOfNumber, toWaiting, WaitingConnection, WaitingForYouType } from './home.type.ts';
import { countWaiting, findWaiting, placeOf, readWaiting } from './read-waiting.ts';

const PRESET = 50;

/** Nothing waits for who is on hold. */
const decides = ({ standing }: Viewer) => standing !== 'SUSPENDED';

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
  ): Promise<Counted<WaitingForYouType>> {
    const span = spanOf(page, PRESET);
    const rows = decides(viewer) ? await readWaiting(em, viewer, span) : [];
    return {
      ...spanToConnection(rows, span, { keys: placeOf, node: toWaiting }),
      count: async () => (decides(viewer) ? countWaiting(em.fork(), viewer) : 0),
    };
  }

  @FieldResolver(() => Int, { description: 'How many things wait for them in all.' })
  waitingCount(@Root() { viewer }: ViewerType, @Ctx() { em }: Context): Promise<number> | number {
    return decides(viewer) ? countWaiting(em, viewer) : 0;
  }
}

@Resolver(() => WaitingForYouType)
export class WaitingResolver {
  @FieldResolver(() => CampaignType, { description: 'Of which campaign.' })
  campaign(@Root() { campaignId }: WaitingForYouType, @Ctx() { loaders }: Context): Promise<CampaignType> {
    return loaders.of(campaignLoader).load(campaignId);
  }

  @FieldResolver(() => CardType, { nullable: true, description: 'The card; null where it is about none.' })
  card(@Root() { cardId }: WaitingForYouType, @Ctx() { loaders }: Context): Promise<CardType> | null {
    return cardId ? loaders.of(cardLoader).load(cardId) : null;
  }

  @FieldResolver(() => PersonType, {
    nullable: true,
    description: 'Who waits; null where nobody in person does.',
  })
  person(@Root() { personId }: WaitingForYouType, @Ctx() { loaders }: Context): Promise<PersonType> | null {
    return personId ? loaders.of(personLoader).load(personId) : null;
  }
}

/** One thing by its row and kind, for whom it waits, and as long as it does: never a tool. */
export async function findWaitingForYou(
  { em, viewer }: Context,
  id: string,
  part: number,
): Promise<WaitingForYouType | null> {
  const kind = kindOfNumber(part);
  if (!kind || !viewer || viewer.token || !decides(viewer)) return null;
  const row = await findWaiting(em, viewer, { kind, id });
  return row && toWaiting(row);
}
