/** The parts in the demo that anybody may play. */

import type { Em } from '../../platform/db/orm.ts';

export const DemoPart = {
  ORGANIZER: 'ORGANIZER',
  VOLUNTEER: 'VOLUNTEER',
  COORDINATOR: 'COORDINATOR',
} as const;
export type DemoPart = keyof typeof DemoPart;
/** Whether anybody may try the demo as this person. */
export async function isDemoPerson(em: Em, personId: string): Promise<boolean> {
  const row = await em
    .getKysely()
    .selectFrom('person')
    .select('id')
    .where('id', '=', personId)
    .where('demo_part', 'in', Object.values(DemoPart))
    .executeTakeFirst();
  return row !== undefined;
}
