import DataLoader from 'dataloader';
import { defineLoader } from '../access/loaders.ts';
import { sql } from 'kysely';
import { type PersonType, toPerson } from './person.type.ts';

/** Finds people by row id, all ids of one moment in one query. Refuses an id that nobody has. */
export const personLoader = defineLoader<string, PersonType>(({ em }) => {
  return new DataLoader(async (ids) => {
    const rows = await em
      .getKysely()
      .selectFrom('person')
      .select([
        ...(['id', 'handle', 'skills', 'languages', 'standing'] as const),
        ...(['created_at as createdAt', 'erased_at as erasedAt'] as const),
      ])
      .where(sql<boolean>`id = any(${ids}::uuid[])`)
      .execute();
    const people = new Map(rows.map((row) => [row.id, toPerson(row)]));
    return ids.map((id) => people.get(id) ?? new Error(`There is no person ${id}`));
  });
});
