import { sql } from 'kysely';
import { refreshViewer, requireViewer, type Viewer } from '../../core/access/viewer.ts';
import { plainText } from '../../platform/input/text.ts';
import { InvalidInput, notAllowed, notFound, wrongStage } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { hintNotices, notify, type Notice } from '../notification/notify.ts';
import type { ApplicationState } from './application.entity.ts';
import { hires } from './hiring.ts';
import { readOpenings } from './read-openings.ts';

export const MAX_ANSWER = 4_000;
const ANSWERS: readonly ApplicationState[] = ['READ', 'TALKING', 'TAKEN', 'DECLINED'];

/**
 * The hiring side says where an application stands: read, which needs no words; or in words that they talk, take, or
 * decline, of which the person is told. Said again with other words it is what counts. Refuses one that was withdrawn,
 * and to unread what was answered.
 */
export async function answerApplication(
  services: Services,
  viewer: Viewer,
  input: { applicationId: string; state: ApplicationState; words?: string | null },
): Promise<void> {
  const { applicationId, state } = input;
  if (!ANSWERS.includes(state)) throw new InvalidInput('state', 'UNKNOWN', 'Nobody answers with this.');
  const { notices, openingId } = await services.orm.em.fork().transactional(async (em) => {
    const db = em.getKysely();
    const actor = requireViewer(await refreshViewer(em, viewer));
    const { rows } = await sql<{ openingId: string; personId: string; state: ApplicationState }>`
      select opening_id as "openingId", person_id as "personId", state from application
      where id = ${applicationId} for no key update`.execute(db);
    const [application] = rows;
    const [opening] = application ? await readOpenings(em, sql`opening.id = ${application.openingId}`) : [];
    // Nobody else learns that somebody answered an opening.
    if (!application || !opening || !hires(actor, opening)) throw notFound('application');
    if (application.personId === actor.personId)
      throw notAllowed('NOT_YOURSELF', 'Somebody else of the hiring side answers you.');
    if (application.state === 'WITHDRAWN')
      throw wrongStage('APPLICATION_WITHDRAWN', 'This application was withdrawn.');
    if (state === 'READ') {
      await sql`update application set state = 'READ', read_at = clock_timestamp()
        where id = ${applicationId} and state = 'SENT'`.execute(db);
      return { notices: [], openingId: opening.id };
    }
    const words = plainText(input.words, { field: 'words', max: MAX_ANSWER, multiline: true });
    await sql`update application set state = ${state}, answer = ${words}, answered_at = clock_timestamp(),
        answered_by_id = ${actor.personId}, read_at = coalesce(read_at, clock_timestamp())
      where id = ${applicationId}`.execute(db);
    const told: Notice[] = [
      { personId: application.personId, kind: 'APPLICATION_ANSWERED', path: `/o/${opening.slug}` },
    ];
    await notify(services, em, told);
    return { notices: told, openingId: opening.id };
  });
  hintNotices(services, notices);
  services.hints.send({ applications: openingId });
}
