import type { Em } from '../../platform/db/orm.ts';
import { notFound } from '../../platform/refusal/refusal.ts';
import { typedHandleKey } from './handle.ts';
import type { Standing } from '../access/standing.ts';

/**
 * The person of that handle, however it is spelled in case and accents, locked until the transaction ends: of
 * two changes of one person's rights the second sees the first. Refuses a handle that nobody has.
 */
export async function lockPersonByHandle(
  em: Em,
  handle: string,
): Promise<{ id: string; standing: Standing }> {
  const person = await em
    .getKysely()
    .selectFrom('person')
    .select(['id', 'standing'])
    .where('handle_key', '=', typedHandleKey(handle))
    .forUpdate()
    .executeTakeFirst();
  if (!person) throw notFound('person');
  return person;
}

/** The row id of the person of that handle, however it is spelled; null for a handle that nobody has. */
export async function findPersonByHandle(em: Em, handle: string): Promise<string | null> {
  const person = await em
    .getKysely()
    .selectFrom('person')
    .select('id')
    .where('handle_key', '=', typedHandleKey(handle))
    .executeTakeFirst();
  return person?.id ?? null;
}
