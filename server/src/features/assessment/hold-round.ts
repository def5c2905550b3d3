import { sql } from 'kysely';
import { refreshViewer, requireViewer, type Viewer } from '../../core/access/viewer.ts';
import type { Em } from '../../platform/db/orm.ts';
import { notFound, wrongStage } from '../../platform/refusal/refusal.ts';

export interface HeldRound {
  personId: string;
  organizationId: string;
  edition: number;
  completeAt: Date | null;
}

/**
 * The round somebody is about to write in, held until the transaction of `em` ends: nobody closes it meanwhile, and its
 * writer neither leaves nor loses the role. To whoever has no role in its organization there is no such round. Refuses one
 * that is closed. To be sent, it is held against others who send (`alone`).
 */
export async function holdRound(
  em: Em,
  viewer: Viewer,
  assessmentId: string,
  { alone = false } = {},
): Promise<HeldRound> {
  const db = em.getKysely();
  await sql`select from person where id = ${viewer.personId} for share`.execute(db);
  const { personId, roles } = requireViewer(await refreshViewer(em, viewer));
  const how = alone ? sql`for update` : sql`for share`;
  const { rows } = await sql<HeldRound & { closedAt: Date | null }>`
    select organization_id as "organizationId", edition, closed_at as "closedAt", complete_at as "completeAt"
    from assessment where id = ${assessmentId} ${how}`.execute(db);
  const [round] = rows;
  if (!round || !roles.has(round.organizationId)) throw notFound('assessment');
  if (round.closedAt)
    throw wrongStage(
      'ROUND_CLOSED',
      'A new round was opened meanwhile. What you had not sent is waiting for you there.',
    );
  return { ...round, personId };
}
