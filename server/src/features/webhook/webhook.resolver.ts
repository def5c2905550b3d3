import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../core/access/context.ts';
import { campaignLoader } from '../../core/campaign/campaign.loader.ts';
import { CampaignType } from '../../core/campaign/campaign.type.ts';
import { ViewerType } from '../../core/person/viewer.type.ts';
import { type Counted, spanOf, spanToConnection, TwoWayArgs } from '../../platform/graphql/connection.ts';
import { nullIfRefused } from '../../platform/refusal/refusal.ts';
import {
  deliveriesLoader,
  deliveryCountLoader,
  readOwnDelivery,
  readOwnWebhook,
  readOwnWebhooks,
} from './read-webhooks.ts';
import { urlOf } from './sealed.ts';
import {
  toDelivery,
  toWebhook,
  WebhookBoardType,
  WebhookDeliveryConnection,
  type WebhookDeliveryType,
  WebhookType,
} from './webhook.type.ts';

@Resolver(() => ViewerType)
export class ViewerWebhooks {
  @FieldResolver(() => [WebhookType], { description: 'Your webhooks, the oldest first.' })
  async webhooks(@Root() { viewer }: ViewerType, @Ctx() { em }: Context): Promise<WebhookType[]> {
    return (await readOwnWebhooks(em, viewer)).map(toWebhook);
  }
}

@Resolver(() => WebhookType)
export class WebhookResolver {
  @FieldResolver(() => String, { description: 'Where its messages are posted to.' })
  url(@Root() { row }: WebhookType, @Ctx() { services }: Context): string {
    return urlOf(services.vault, row);
  }

  @FieldResolver(() => CampaignType, {
    nullable: true,
    description: 'The campaign of its board, the first of several; null where you may not read it any more.',
  })
  campaign(@Root() { boards }: WebhookType, @Ctx() context: Context): Promise<CampaignType | null> {
    return campaignOf(boards[0]!, context);
  }

  @FieldResolver(() => WebhookDeliveryConnection, {
    description: 'What was delivered, or is to be, the latest first. What was taken is kept for 30 days.',
  })
  async deliveries(
    @Root() { row }: WebhookType,
    @Args(() => TwoWayArgs) page: TwoWayArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Counted<WebhookDeliveryType>> {
    const span = spanOf(page, 20);
    const rows = await loaders.of(deliveriesLoader).load({ id: row.id, span });
    return {
      ...spanToConnection(rows, span, { keys: ({ id }) => [id], node: toDelivery }),
      count: () => loaders.of(deliveryCountLoader).load({ id: row.id }),
    };
  }
}

@Resolver(() => WebhookBoardType)
export class WebhookBoardResolver {
  @FieldResolver(() => CampaignType, {
    nullable: true,
    description: 'Its campaign; null where you may not read it any more.',
  })
  campaign(@Root() board: WebhookBoardType, @Ctx() context: Context): Promise<CampaignType | null> {
    return campaignOf(board, context);
  }
}

function campaignOf({ campaignId }: WebhookBoardType, { loaders }: Context): Promise<CampaignType | null> {
  return loaders.of(campaignLoader).load(campaignId).catch(nullIfRefused);
}

/** One's own by its row id; null for all others. */
export async function findWebhook({ em, viewer }: Context, id: string): Promise<WebhookType | null> {
  const row = viewer && (await readOwnWebhook(em, viewer, id));
  return row && toWebhook(row);
}

export async function findDelivery({ em, viewer }: Context, id: string): Promise<WebhookDeliveryType | null> {
  const row = viewer && (await readOwnDelivery(em, viewer, id));
  return row && toDelivery(row);
}
