import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import { languageTags } from '../input/text.ts';
import { hashOf, newSessionToken } from '../person/secret.ts';
import { InvalidInput, Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { scheduleAskErasing } from './erase-ask.ts';

/** Asks that are begun in 24 hours, from everywhere together: what people here could read, many times over. */
export const ASKS_A_DAY = 500;

/**
 * Begins an ask. Returns the token of its link, which is kept nowhere else: whoever has it resumes the ask,
 * sends it, and follows it. Refuses when too many were begun in the last 24 hours.
 */
export async function startAsk(services: Services, input: { language: string }): Promise<{ token: string }> {
  const [language] = languageTags([input.language], 'language');
  if (!language) throw new InvalidInput('language', 'EMPTY', 'Say which language you read.');
  const token = newSessionToken();
  await services.orm.em.fork().transactional(async (em) => {
    const db = em.getKysely();
    // One at a time, or many at once would each find room for themselves.
    await sql`select pg_advisory_xact_lock(hashtext('ask.start'))`.execute(db);
    const { begun } = await db
      .selectFrom('ask')
      .select(sql<number>`count(*)::int`.as('begun'))
      .where('created_at', '>', sql<Date>`now() - interval '24 hours'`)
      .executeTakeFirstOrThrow();
    if (begun >= ASKS_A_DAY) {
      throw new Refusal(
        'TOO_MANY_REQUESTS',
        'So many requests came today that we could not read yours in time. Try again in an hour.',
      );
    }
    const id = newId();
    await db
      .insertInto('ask')
      .values({ id, token_hash: hashOf(token), language })
      .execute();
    await scheduleAskErasing(services, em, id);
  });
  return { token };
}
