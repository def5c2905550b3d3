import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { refreshViewer, requireViewer, type Viewer } from '../../core/access/viewer.ts';
import type { Em } from '../../platform/db/orm.ts';
import { plainText } from '../../platform/input/text.ts';
import { wrongStage } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import type { DriftReason } from './drift.entity.ts';

/** Fewer answers than these are shown to nobody. */
export const FEWEST_SHOWN = 5;
/** Lines shown with them. */
export const MOST_LINES = 50;

/** Takes the answer of who was asked, once. It is kept without a name; that they answered is kept without the answer. */
export async function answerDrift(
  services: Services,
  viewer: Viewer,
  input: { reason: DriftReason; line?: string | null | undefined },
): Promise<void> {
  const line = plainText(input.line, { field: 'line', max: 300, optional: true });
  await services.orm.em.fork().transactional(async (em) => {
    const db = em.getKysely();
    const { personId } = requireViewer(await refreshViewer(em, viewer));
    const { numAffectedRows } = await sql`update drift_ask set answered_at = clock_timestamp()
      where person_id = ${personId} and answered_at is null`.execute(db);
    if (numAffectedRows === 0n)
      throw wrongStage('NOT_ASKED', 'You have answered, or nobody asked. Thank you all the same.');
    // An id that tells of no time, so that the order of rows says nothing either.
    await sql`insert into drift_answer (id, reason, line, month)
      values (${randomUUID()}, ${input.reason}, ${line}, date_trunc('month', now()))`.execute(db);
  });
}

export const isAsked = async (em: Em, personId: string): Promise<boolean> => {
  const { rows } =
    await sql`select from drift_ask where person_id = ${personId} and answered_at is null`.execute(
      em.getKysely(),
    );
  return rows.length > 0;
};

/** What people answered, in numbers, and their lines in no order; null while there are too few to hide who it was. */
export async function readDrift(em: Em): Promise<{
  asked: number;
  answers: { reason: DriftReason; count: number }[] | null;
  lines: string[] | null;
}> {
  const db = em.getKysely();
  const [{ rows: asked }, { rows: answers }, { rows: lines }] = await Promise.all([
    sql<{ count: number }>`select count(*)::int as count from drift_ask`.execute(db),
    sql<{ reason: DriftReason; count: number }>`select reason, count(*)::int as count from drift_answer
      group by reason order by count(*) desc, reason`.execute(db),
    sql<{
      line: string;
    }>`select line from drift_answer where line <> '' order by id limit ${MOST_LINES}`.execute(db),
  ]);
  const isEnough = answers.reduce((sum, { count }) => sum + count, 0) >= FEWEST_SHOWN;
  return {
    asked: asked[0]?.count ?? 0,
    answers: isEnough ? answers : null,
    lines: isEnough ? lines.map(({ line }) => line) : null,
  };
}
