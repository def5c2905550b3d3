import { sql } from 'kysely';
import { MOST_BOARDS } from '../../core/stream/places.ts';
import { older, TRACE_DAYS } from '../../platform/db/older.ts';
import { type Feature, jobKind } from '../../platform/feature.ts';
import { Courier } from './courier.ts';
import { WEBHOOK_QUEUE, type WebhookJob } from './deliver-next.ts';
import { MOST_WEBHOOKS } from './keep-webhook.ts';
import { MOST_ATTEMPTS } from './read-webhooks.ts';
import { Webhook, WebhookAttempt, WebhookBoard, WebhookDelivery } from './webhook.entity.ts';
import { WebhookMutations } from './webhook.mutations.ts';
import {
  findDelivery,
  findWebhook,
  ViewerWebhooks,
  WebhookBoardResolver,
  WebhookResolver,
} from './webhook.resolver.ts';

/** One that nobody switched on again is of no use. */
const OFF_DAYS = 90;

export const webhook: Feature = {
  name: 'webhook',
  entities: [Webhook, WebhookBoard, WebhookDelivery, WebhookAttempt],
  resolvers: [WebhookMutations, WebhookBoardResolver, WebhookResolver, ViewerWebhooks],
  nodes: { Webhook: findWebhook, WebhookDelivery: findDelivery },
  lists: {
    'Viewer.webhooks': MOST_WEBHOOKS,
    'Webhook.boards': MOST_BOARDS,
    'WebhookDelivery.attempts': MOST_ATTEMPTS,
  },
  services: (services) => ({ courier: new Courier(services) }),
  clock: (services, _features, schema) => services.courier.start(schema),
  jobs: [
    jobKind<WebhookJob>({
      queue: WEBHOOK_QUEUE,
      // It only wakes: what fails then has a job of its own.
      retries: { retryLimit: 3, retryDelay: 10, retryBackoff: true },
      run: async ({ courier }, { webhookId }) => courier.wake(webhookId),
    }),
  ],
  agesOut: [
    sql`delete from webhook_delivery where state <> 'WAITING' and ${older('created_at', TRACE_DAYS)}`,
    sql`delete from webhook where ${older('off_at', OFF_DAYS)}`,
  ],
  hearsBoards: () => ({
    erased: async ({ db, id }) => {
      await db.deleteFrom('webhook_delivery').where('board_id', '=', id).execute();
      await db.deleteFrom('webhook_board').where('board_id', '=', id).execute();
      // Of several the others are followed on.
      await sql`delete from webhook where not exists (select from webhook_board where webhook_id = webhook.id)`.execute(
        db,
      );
    },
  }),
  hearsRights: (services) => (personId) => services.courier.rightsChanged(personId),
  erasesPerson: { gone: { webhook: 'person_id' } },
};
