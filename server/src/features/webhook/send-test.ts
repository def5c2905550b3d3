import { sql } from 'kysely';
import { type Deliverer, type HeldWebhook, isTaken, noteAttempt, send } from './deliver-next.ts';
import { readAsOwner } from './read-as-owner.ts';
import { renderMessage, signOfLife } from './webhook-message.ts';

/** Sends a sign of life of the board, made by the stored document, once: whatever comes of it, nothing waits for it. */
export async function sendTest(by: Deliverer, deliveryId: string): Promise<void> {
  const { services } = by;
  const db = services.orm.em.fork().getKysely();
  const { rows } = await sql<HeldWebhook & { boardId: string }>`select webhook.id, person_id as "personId",
      token_id as "tokenId", board_id as "boardId", document, sealed_url as "sealedUrl", sealed_secret as "sealedSecret",
      case when old_secret_until > clock_timestamp() then sealed_old_secret end as "sealedOldSecret"
    from webhook join webhook_delivery delivery on delivery.webhook_id = webhook.id
    where delivery.id = ${deliveryId} and delivery.kind = 'TEST' and delivery.state = 'WAITING'`.execute(db);
  const [webhook] = rows;
  if (!webhook) return;
  const stored = by.read(webhook.document);
  const { boardId } = webhook;
  const at = (await readAsOwner(services, webhook, [boardId])).get(boardId);
  const end = (state: 'TAKEN' | 'GIVEN_UP') =>
    db.updateTable('webhook_delivery').set({ state }).where('id', '=', deliveryId).execute();
  if (typeof stored === 'string' || !at) return void (await end('GIVEN_UP'));
  const body = await renderMessage(
    services,
    { schema: by.schema, stored },
    {
      ...{ type: 'test', webhookId: webhook.id, boardId, change: signOfLife(at) },
      ...{ revision: at.place.revision, reader: at.reader },
    },
  );
  if (body === null) throw new Error('A sign of life was too large.');
  const posted = await send(by, webhook, deliveryId, body);
  await noteAttempt(db, deliveryId, posted);
  await end(isTaken(posted) ? 'TAKEN' : 'GIVEN_UP');
}
