import { v7 as newId } from 'uuid';
import type { Viewer } from '../../core/access/viewer.ts';
import { notFound } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { ownWebhook } from './keep-webhook.ts';
import { readFollowed } from './next-part.ts';
import { readAsOwner } from './read-as-owner.ts';

/** Sends a sign of life to a receiver, also of a webhook that is off. Returns its delivery, which tells what came of it. */
export async function testWebhook(services: Services, viewer: Viewer, id: string): Promise<string> {
  const deliveryId = newId();
  await ownWebhook(services, viewer, id, async (db, webhook) => {
    const boardIds = (await readFollowed(db, id)).map(({ boardId }) => boardId);
    const [at] = (await readAsOwner(services, webhook, boardIds)).values();
    if (!at) throw notFound('board');
    const { id: boardId, revision } = at.place;
    await db
      .insertInto('webhook_delivery')
      .values({
        ...{ id: deliveryId, webhook_id: id, board_id: boardId, kind: 'TEST' },
        ...{ previous: revision, read_from: revision, revision },
      })
      .execute();
  });
  services.courier.test(deliveryId);
  return deliveryId;
}
