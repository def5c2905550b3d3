import { createApi } from '#web/api/api.ts';
import { MyWebhookDeliveriesDocument, MyWebhooksDocument } from '#web/gql/graphql.ts';
import { loadMessages } from '#web/words/load-messages.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals }) => {
  const api = createApi(fetch);
  const [{ viewer, campaigns }, delivered, webhookWords] = await Promise.all([
    api.ask(MyWebhooksDocument),
    api.ask(MyWebhookDeliveriesDocument),
    loadMessages(locals.language, 'webhook'),
  ]);
  const boards = (campaigns?.edges ?? []).flatMap(({ node: { title, board } }) =>
    board ? [{ id: board.id, title }] : [],
  );
  const deliveriesOf = new Map(
    delivered.viewer?.webhooks.map(({ id, deliveries }) => [id, deliveries.edges.map(({ node }) => node)]),
  );
  const webhooks = viewer?.webhooks.map((webhook) => ({
    ...webhook,
    deliveries: deliveriesOf.get(webhook.id) ?? [],
  }));
  return { webhooks: webhooks ?? null, boards, webhookWords };
};
