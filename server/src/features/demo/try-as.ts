import { notFound } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import type { Visitor } from '../../core/person/join.ts';
import { type OpenedSession, openSession } from '../../core/person/open-session.ts';
import { isDemoPerson } from '../../core/person/demo-part.ts';

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
