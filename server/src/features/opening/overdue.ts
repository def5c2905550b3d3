import { sql } from 'kysely';
import type { Em } from '../../platform/db/orm.ts';
import type { Services } from '../../platform/services.ts';
import { hintNotices, notify, type Notice } from '../notification/notify.ts';
import { hiringPeople } from './hiring.ts';
import { answersDueAt, readOpenings } from './read-openings.ts';

/** Looks whether everybody was answered when it was promised. */
export const OPENING_QUEUE = 'opening';

export interface OverdueJob {
  openingId: string;
}

/** In the transaction that moved the moment until which everybody is answered: a look at it then. */
export async function scheduleOverdue(services: Services, em: Em, openingId: string): Promise<void> {
  const { rows } = await sql<{ at: Date }>`select ${answersDueAt} as at from opening
    where id = ${openingId}`.execute(em.getKysely());
  const data: OverdueJob = { openingId };
  await services.jobs.enqueue(em, OPENING_QUEUE, [{ data, notBefore: new Date(rows[0]!.at) }]);
}

/** Tells the hiring side, once, that people wait longer than was promised. Early, late or again it does no harm. */
export async function tellOverdue(services: Services, { openingId }: OverdueJob): Promise<void> {
  const notices = await services.orm.em.fork().transactional(async (em) => {
    const due = await sql`
      update opening set overdue_told_at = clock_timestamp() where id = ${openingId} and overdue_told_at is null
        and ${answersDueAt} <= clock_timestamp() and exists (select from application
          where opening_id = opening.id and state in ('SENT', 'READ'))
      returning id`.execute(em.getKysely());
    const [opening] = due.rows.length > 0 ? await readOpenings(em, sql`opening.id = ${openingId}`) : [];
    if (!opening) return [];
    const path = `/o/${opening.slug}/applications`;
    const told = (await hiringPeople(em, opening)).map((personId): Notice => ({
      ...{ personId, kind: 'APPLICATIONS_OVERDUE', path },
    }));
    await notify(services, em, told);
    return told;
  });
  hintNotices(services, notices);
}
