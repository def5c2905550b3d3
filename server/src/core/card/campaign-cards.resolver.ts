import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import {
  type Connection,
  PageArgs,
  pageSize,
  readCursor,
  toConnection,
} from '../../platform/graphql/connection.ts';
import type { Context } from '../access/context.ts';
import { CampaignType } from '../campaign/campaign.type.ts';
import { countsLoader } from './card-counts.ts';
import { CampaignCountsType } from './card-counts.type.ts';
import { CardConnection, type CardType, toCardType } from './card.type.ts';
import { readThanked } from './list-cards.ts';

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
}
