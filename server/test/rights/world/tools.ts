import { sql } from 'kysely';
import { createToken } from '../../../src/features/token/create-token.ts';
import { revokeToken } from '../../../src/features/token/revoke-token.ts';
import type { World } from './people.ts';

/** Two tokens of ours, of which one did something on a board and one was revoked. */
export async function toolsOfOurs({ services, people, campaigns, ours }: World): Promise<void> {
  const organizer = people.organizer.viewer!;
  const words = { scopes: ['READ_CAMPAIGN', 'ACT_CARDS'], days: 30, organizationId: ours } as const;
  const make = (name: string, campaignIds: string[] | null) =>
    createToken(services, organizer, { ...words, name, campaignIds });
  const { id } = await make('newsletter tool', [campaigns.open.id]);
  const { id: old } = await make('old tool', null);
  await revokeToken(services, organizer, old);
  const db = services.orm.em.fork().getKysely();
  await sql`update token set last_used_at = clock_timestamp() where id = ${id}`.execute(db);
  await sql`update board_event set token = ${id} where (board_id, revision) in (
    select board_id, max(revision) from board_event where actor_id is not null group by board_id)`.execute(
    db,
  );
}
