import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type Counted, spanOf, spanToConnection, TwoWayArgs } from '../../platform/graphql/connection.ts';
import type { Context } from '../access/context.ts';
import { CampaignType } from '../campaign/campaign.type.ts';
import { countsLoader } from './card-counts.ts';
import { CampaignCountsType } from './card-counts.type.ts';
import { CardConnection, type CardType, toCardType } from './card.type.ts';
import { thankedCountLoader, thankedLoader } from './list-cards.ts';

@Resolver(() => CampaignType)
export class CampaignCards {
  @FieldResolver(() => CampaignCountsType, { description: 'How the board stands.' })
  counts(@Root() { row }: CampaignType, @Ctx() { loaders }: Context): Promise<CampaignCountsType> {
    return loaders.of(countsLoader).load(row.id);
  }

  @FieldResolver(() => CardConnection, {
    description: 'Finished cards with the thanks they got, newest first.',
  })
  async thanks(
    @Root() { row }: CampaignType,
    @Args(() => TwoWayArgs) page: TwoWayArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Counted<CardType>> {
    const span = spanOf(page, 10);
    const rows = await loaders.of(thankedLoader).load({ id: row.id, span });
    return {
      ...spanToConnection(rows, span, { keys: ({ place }) => place, node: toCardType }),
      count: () => loaders.of(thankedCountLoader).load(row.id),
    };
  }
}
