import DataLoader from 'dataloader';
import { sql } from 'kysely';
import type { Em } from '../../platform/db/orm.ts';
import { type PersonType, toPerson } from './person.type.ts';

/** Finds people by row id, all ids of one moment in one query. Refuses an id that nobody has. */
export function createPersonLoader(em: Em): DataLoader<string, PersonType> {
  return new DataLoader(async (ids) => {
    const rows = await em
      .getKysely()
      .selectFrom('person')
      .select(['id', 'handle', 'skills', 'languages', 'standing', 'created_at as createdAt'])
      .where(sql<boolean>`id = any(${ids}::uuid[])`)
      .execute();
    const people = new Map(rows.map((row) => [row.id, toPerson(row)]));
    return ids.map((id) => people.get(id) ?? new Error(`There is no person ${id}`));
  });
}
