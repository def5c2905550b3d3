import { sql } from 'kysely';
import { readNow } from '../../platform/db/read-now.ts';
import { hintNotices, notify, type Notice } from '../notification/notify.ts';
import { giveRole, readOrganizers } from '../../core/trust/give-role.ts';
import { lockOrganization } from '../../core/organization/lock-organization.ts';
import { refreshViewer, requireViewer, type Viewer } from '../../core/access/viewer.ts';
import { notAllowed, notFound, wrongStage } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { type LeadAnswer, LeadRequest } from './lead-request.entity.ts';

/** The organization says yes: whoever asked to lead a board of it is its organizer now. Returns the organization. */
export function confirmLeadRequest(services: Services, viewer: Viewer, requestId: string): Promise<string> {
  return answerRequest(services, viewer, requestId, 'CONFIRMED');
}

/** The organization says no: whoever asked gets nothing, and another person may come by the link. */
export function declineLeadRequest(services: Services, viewer: Viewer, requestId: string): Promise<string> {
  return answerRequest(services, viewer, requestId, 'DECLINED');
}

/**
 * Organizers of the organization answer, never whoever asked; coordinators only where it has no organizer. The same
 * answer again changes nothing; another one is refused.
 */
async function answerRequest(
  services: Services,
  viewer: Viewer,
  requestId: string,
  answer: LeadAnswer,
): Promise<string> {
  const { organizationId, personId, notices } = await services.orm.em.fork().transactional(async (em) => {
    requireViewer(await refreshViewer(em, viewer));
    const found = await em.findOne(LeadRequest, { id: requestId });
    if (!found) throw notFound('request');
    const { organization: organizationId, person: personId, campaign } = found;
    await lockOrganization(em, organizationId);
    const request = await em.refreshOrFail(found);
    const now = requireViewer(await refreshViewer(em, viewer));
    const organizers = await readOrganizers(em, organizationId);
    const isOrganizer = organizers.includes(now.personId);
    const decides = isOrganizer || (now.coordinator && organizers.length === 0);
    // Whether there is such a request is nobody else's to know.
    if (!isOrganizer && !now.coordinator) throw notFound('request');
    if (!decides || personId === now.personId) {
      throw notAllowed(
        'NOT_WHOEVER_ASKED',
        'Somebody of the organization says yes or no to this, and not whoever asked.',
      );
    }
    if (request.answer === answer) return { organizationId, personId, notices: [] };
    if (request.answer)
      throw wrongStage('LEAD_ANSWERED', 'This was answered already. Change roles in the list.');
    Object.assign(request, { answer, answeredAt: await readNow(em), answeredBy: now.personId });
    await em.flush();
    if (answer === 'CONFIRMED') {
      const role = { organizationId, personId, role: 'ORGANIZER', byId: now.personId } as const;
      return { organizationId, personId, notices: await giveRole(services, em, role) };
    }
    await sql`update plan set organizer_id = null from ask
      where ask.id = plan.ask_id and ask.campaign_id = ${campaign} and organizer_id = ${personId}`.execute(
      em.getKysely(),
    );
    const notices: Notice[] = [{ personId, kind: 'LEAD_DECLINED' }];
    await notify(services, em, notices);
    return { organizationId, personId, notices };
  });
  services.hints.send({ person: personId });
  hintNotices(services, notices);
  return organizationId;
}
