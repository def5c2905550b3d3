import { refreshViewer, requireViewer, type Viewer } from '../../core/access/viewer.ts';
import { sql } from 'kysely';
import { notFound, wrongStage } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { type InvitationRow, readInvitation } from './read-invitations.ts';

/**
 * Says "not now" to an invitation of one's own; one is not asked for that card again. Saying it twice changes nothing,
 * and saying it late is as good. Refuses an invitation of others, and one that was accepted.
 */
export async function declineInvitation(
  services: Services,
  viewer: Viewer,
  invitationId: string,
): Promise<InvitationRow> {
  const { invitation, changed } = await services.orm.em.fork().transactional(async (em) => {
    const { personId } = requireViewer(await refreshViewer(em, viewer));
    const { rows } = await sql`select from invitation
      where id = ${invitationId} and person_id = ${personId} for update`.execute(em.getKysely());
    if (rows.length === 0) throw notFound('invitation');
    const before = await readInvitation(em, invitationId);
    if (before.state === 'ACCEPTED')
      throw wrongStage('CARD_TAKEN', 'You have taken this card already. You can hand it back on its board.');
    const { numAffectedRows } = await sql`update invitation
      set answer = 'DECLINED', answered_at = clock_timestamp()
      where id = ${invitationId} and answer is null`.execute(em.getKysely());
    return { invitation: await readInvitation(em, invitationId), changed: numAffectedRows === 1n };
  });
  if (changed) services.hints.send({ desk: true });
  return invitation;
}
