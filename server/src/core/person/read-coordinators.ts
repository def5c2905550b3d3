import type { Em } from '../../platform/db/orm.ts';

/** Row ids of the coordinators who can act as such. */
export async function readCoordinators(em: Em): Promise<string[]> {
  const rows = await em
    .getKysely()
    .selectFrom('person')
    .select('id')
    .where('coordinator', '=', true)
    .where('standing', '<>', 'SUSPENDED')
    .where('erased_at', 'is', null)
    .execute();
  return rows.map(({ id }) => id);
}
