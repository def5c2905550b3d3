import { sql } from 'kysely';
import { refreshViewer, requireViewer, type Viewer } from '../../core/access/viewer.ts';
import { lockOrganization } from '../../core/organization/lock-organization.ts';
import { timelessId } from '../../platform/db/timeless-id.ts';
import type { Em } from '../../platform/db/orm.ts';
import { notAllowed, wrongStage } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { hintNotices, notify, type Notice } from '../notification/notify.ts';
import { EDITION } from './questions.ts';

/**
 * Opens a round for the people of an organization, who are told; returns its row id. The one before is closed, and what
 * somebody had not sent yet goes along into the new one. For organizers of the organization, and nobody else. Refuses it
 * while the round that is open has no answers: of two who press at once, one opens it.
 */
export async function openAssessmentRound(
  services: Services,
  viewer: Viewer,
  { organizationId }: { organizationId: string },
): Promise<string> {
  const { id, notices } = await services.orm.em.fork().transactional(async (em) => {
    requireViewer(await refreshViewer(em, viewer));
    await lockOrganization(em, organizationId);
    const { personId, roles } = requireViewer(await refreshViewer(em, viewer));
    if (roles.get(organizationId) !== 'ORGANIZER')
      throw notAllowed('ORGANIZERS_ONLY', 'Only organizers of this local can do this.');
    const closed = await closeRound(em, organizationId);
    const id = timelessId();
    await sql`insert into assessment (id, organization_id, number, edition, opened_by_id)
      select ${id}, ${organizationId}, coalesce(max(number), 0) + 1, ${EDITION}, ${personId}
      from assessment where organization_id = ${organizationId}`.execute(em.getKysely());
    if (closed)
      await sql`update assessment_sheet set assessment_id = ${id}
        where assessment_id = ${closed} and sent_at is null`.execute(em.getKysely());
    const people = await readPeople(em, organizationId);
    const notices = people
      .filter((each) => each !== personId)
      .map((each): Notice => ({ personId: each, kind: 'ASSESSMENT_OPENED', organizationId }));
    await notify(services, em, notices);
    return { id, notices };
  });
  hintNotices(services, notices);
  return id;
}

/** Closes the round that is open; returns its row id, null where none was. */
async function closeRound(em: Em, organizationId: string): Promise<string | null> {
  const db = em.getKysely();
  const { rows } = await sql<{ id: string }>`select id from assessment
    where organization_id = ${organizationId} and closed_at is null for update`.execute(db);
  const [open] = rows;
  if (!open) return null;
  const closed = await sql`update assessment set closed_at = clock_timestamp() where id = ${open.id}
    and exists (select from assessment_sheet where assessment_id = ${open.id} and sent_at is not null)
    returning id`.execute(db);
  if (closed.rows.length === 0)
    throw wrongStage('ROUND_OPEN', 'A round is open, and nobody has answered it yet. Begin with that one.');
  return open.id;
}

/** Row ids of everybody who can answer for an organization. */
async function readPeople(em: Em, organizationId: string): Promise<string[]> {
  const rows = await em
    .getKysely()
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select('person.id')
    .where('organization_id', '=', organizationId)
    .where('standing', '<>', 'SUSPENDED')
    .where('erased_at', 'is', null)
    .orderBy('person.id')
    .execute();
  return rows.map(({ id }) => id);
}
