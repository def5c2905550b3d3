import DataLoader from 'dataloader';
import { sql } from 'kysely';
import { defineLoader, type Loaders } from '../access/loaders.ts';
import { PERSON_COLUMNS, type PersonRow } from './person.entity.ts';
import { type PersonType, toPerson } from './person.type.ts';

/** Finds people by row id, all ids of one moment in one query. Refuses an id that nobody has. */
export const personLoader = defineLoader<string, PersonType>((reading) => {
  return new DataLoader(async (ids) => {
    const rows = await reading.em
      .getKysely()
      .selectFrom('person')
      .select(PERSON_COLUMNS)
      .where(sql<boolean>`id = any(${ids}::uuid[])`)
      .execute();
    const people = new Map(rows.map((row) => [row.id, toPerson(row)]));
    return ids.map((id) => people.get(id) ?? new Error(`There is no person ${id}`));
  });
});

/** Nobody has to ask for those who were read with something else. */
export function peopleAreRead(loaders: Loaders, rows: readonly PersonRow[]): void {
  const people = loaders.of(personLoader);
  for (const row of rows) people.prime(row.id, toPerson(row));
}
