import type { Em } from '../db/orm.ts';
import { notFound } from '../refusal.ts';
import type { Services } from '../services.ts';
import type { Visitor } from './join.ts';
import { type OpenedSession, openSession } from './open-session.ts';
import { type PersonType, toPerson } from './person.type.ts';

/** The parts in the demo. */
export const DemoPart = {
  ORGANIZER: 'ORGANIZER',
  VOLUNTEER: 'VOLUNTEER',
  COORDINATOR: 'COORDINATOR',
} as const;
export type DemoPart = keyof typeof DemoPart;

/** Signs the visitor in as a person of the demo, without a code. Refuses, as not found, everybody else. */
export async function tryAs(services: Services, personId: string, visitor: Visitor): Promise<OpenedSession> {
  const opened = await services.orm.em.fork().transactional(async (em) => {
    if (!(await isDemoPerson(em, personId))) throw notFound('person');
    return openSession(em, { personId, device: visitor.device, replaces: visitor.viewer });
  });
  if (visitor.viewer) services.hints.send({ person: visitor.viewer.personId });
  return opened;
}

/** Whether somebody was made for the demo. */
export async function isDemoPerson(em: Em, personId: string): Promise<boolean> {
  const row = await em
    .getKysely()
    .selectFrom('person')
    .select('id')
    .where('id', '=', personId)
    .where('demo_part', 'is not', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** The people of the demo, in the order they were made; none without the demo. */
export async function readDemoPeople(em: Em): Promise<{ person: PersonType; part: DemoPart }[]> {
  const rows = await em
    .getKysely()
    .selectFrom('person')
    .select([
      'id',
      'handle',
      'skills',
      'languages',
      'standing',
      'created_at as createdAt',
      'demo_part as part',
    ])
    .where('demo_part', 'is not', null)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ person: toPerson(row), part: row.part as DemoPart }));
}
