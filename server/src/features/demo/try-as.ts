import type { Em } from '../../platform/db/orm.ts';
import { notFound } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import type { Visitor } from '../../core/person/join.ts';
import { type OpenedSession, openSession } from '../../core/person/open-session.ts';

/** The parts in the demo that anybody may play. */
export const DemoPart = {
  ORGANIZER: 'ORGANIZER',
  VOLUNTEER: 'VOLUNTEER',
  COORDINATOR: 'COORDINATOR',
} as const;
export type DemoPart = keyof typeof DemoPart;

/**
 * Signs the visitor in as a person of the demo, without a code. Refuses, as not found, everybody else, and all
 * where the demo is off: its people may still be there, and one of them coordinates the whole programme.
 */
export async function tryAs(services: Services, personId: string, visitor: Visitor): Promise<OpenedSession> {
  if (!services.config.demo) throw notFound('person');
  const opened = await services.orm.em.fork().transactional(async (em) => {
    if (!(await isDemoPerson(em, personId))) throw notFound('person');
    return openSession(em, {
      personId,
      device: visitor.device,
      replaces: visitor.viewer,
      idleDays: services.config.sessionIdleDays,
    });
  });
  if (visitor.viewer) services.hints.send({ person: visitor.viewer.personId });
  return opened;
}

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
