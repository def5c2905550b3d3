import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import { createSchema } from '../../../src/app/schema.ts';
import { createWebhook } from '../../../src/features/webhook/keep-webhook.ts';
import type { World } from './people.ts';

/** Word of a board that the coordinator had sent somewhere, and that was not taken there for days. */
export async function aFailingWebhook({ services, people, campaigns }: World): Promise<void> {
  const { id } = await createWebhook(services, await createSchema(), people.coordinator.viewer!, {
    ...{ label: 'Newsletter', url: 'https://union.org/hook', boardIds: [campaigns.open.boardId] },
    document: 'subscription ($board: ID!) { boardChanges(boardId: $board) { kind revision } }',
  });
  const db = services.orm.em.fork().getKysely();
  await sql`update webhook set "off" = 'NOT_TAKEN', off_at = clock_timestamp(), failing_since = clock_timestamp(),
    next_attempt_at = clock_timestamp(), old_secret_until = clock_timestamp() + interval '1 day' where id = ${id}`.execute(
    db,
  );
  const delivery = newId();
  await sql`insert into webhook_delivery (id, webhook_id, board_id, state, previous, read_from, revision)
    values (${delivery}, ${id}, ${campaigns.open.boardId}, 'GIVEN_UP', 0, 0, 1)`.execute(db);
  await sql`insert into webhook_attempt (id, delivery_id, status, said, failure, ms)
    values (${newId()}, ${delivery}, 500, 'Broken', 'TIMEOUT', 12)`.execute(db);
}
