import { sql } from 'kysely';
import type { Kysely } from '../../platform/db/orm.ts';
import type { FullRoom } from '../../platform/mail/mail-room.ts';
import { Refusal } from '../../platform/refusal/refusal.ts';

const NO_ROOM: Record<FullRoom | 'NETWORK', string> = {
  NETWORK: 'Many codes were asked for from your network today. Try again tomorrow, or from another network.',
  DOMAIN: 'Many codes went to addresses of this provider in the last hour. Try again in an hour.',
  HOUR: 'Many codes were asked for in the last hour. Try again in an hour.',
  DAY: 'Many codes were asked for today. Try again tomorrow.',
};

/** Why no code is sent now, whatever the address. */
export const tooManyCodes = (full: FullRoom | 'NETWORK') => new Refusal('TOO_MANY_REQUESTS', NO_ROOM[full]);

/** Counts one code, and returns how many there were within the day that the first of them began. */
export async function countCode(db: Kysely, key: Buffer): Promise<number> {
  const { rows } = await sql<{ count: number }>`insert into code_brake (key, count) values (${key}, 1)
    on conflict (key) do update set count = code_brake.count + 1 returning count`.execute(db);
  return rows[0]!.count;
}

/** To be called before anything is counted. */
export async function forgetOldBrakes(db: Kysely): Promise<void> {
  await sql`delete from code_brake where since < clock_timestamp() - interval '1 day'`.execute(db);
}
