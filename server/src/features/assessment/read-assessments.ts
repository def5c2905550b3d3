import { type RawBuilder, sql } from 'kysely';
import type { Em } from '../../platform/db/orm.ts';
import type { SentSheet } from './comparison.ts';
import { choicesOf } from './questions.ts';

/** A round as it stands in its row, with how many could answer and how many did. */
export interface RoundRow {
  id: string;
  organizationId: string;
  number: number;
  edition: number;
  openedAt: Date;
  closedAt: Date | null;
  completeAt: Date | null;
  people: number;
  answered: number;
}

/** Rounds of these organizations that a list tells of: the last ones. */
export const LAST_ROUNDS = 24;

/** Somebody's own sheet. */
export interface OwnSheet {
  answers: Record<string, number>;
  notes: Record<string, string>;
  savedAt: Date;
  sentAt: Date | null;
}

/** Rounds, last first. Whether one may read them is asked before. */
async function readRounds(em: Em, from: RawBuilder<unknown>): Promise<RoundRow[]> {
  const { rows } = await sql<RoundRow>`
    select round.id, round.organization_id as "organizationId", round.number, round.edition,
      round.opened_at as "openedAt", round.closed_at as "closedAt", round.complete_at as "completeAt",
      (select count(*)::int from assessment_sheet sheet
        where sheet.assessment_id = round.id and sheet.sent_at is not null) as answered,
      (select count(*)::int from membership join person on person.id = membership.person_id
        where membership.organization_id = round.organization_id and person.standing <> 'SUSPENDED'
          and person.erased_at is null) as people
    from ${from} order by round.organization_id, round.number desc`.execute(em.getKysely());
  return rows;
}

export const readRoundsById = (em: Em, ids: readonly string[]): Promise<RoundRow[]> =>
  readRounds(em, sql`assessment round where round.id = any(${ids}::uuid[])`);

export const readRoundsOf = (em: Em, organizationIds: readonly string[]): Promise<RoundRow[]> =>
  readRounds(
    em,
    sql`unnest(${organizationIds}::uuid[]) as asked(id) cross join lateral (select * from assessment
      where organization_id = asked.id order by number desc limit ${LAST_ROUNDS}) round`,
  );

/** The sheets of one round, as one person needs them to see theirs beside the others. */
export interface SheetsOfRound {
  own: OwnSheet | null;
  /** Of everybody else who has sent, in the order in which they did. */
  others: SentSheet[];
}

/** The sheets of many rounds, in one query. Whether one may read them is asked before. */
export async function readSheets(
  em: Em,
  assessmentIds: readonly string[],
  personId: string | null,
): Promise<Map<string, SheetsOfRound>> {
  const { rows } = await sql<OwnSheet & { assessmentId: string; edition: number; isOwn: boolean }>`
    select sheet.assessment_id as "assessmentId", round.edition, sheet.answers,
      coalesce(sheet.person_id = ${personId}::uuid, false) as "isOwn",
      case when sheet.person_id = ${personId}::uuid then sheet.notes else '{}' end as notes,
      sheet.saved_at as "savedAt", sheet.sent_at as "sentAt"
    from assessment_sheet sheet join assessment round on round.id = sheet.assessment_id
    where sheet.assessment_id = any(${assessmentIds}::uuid[])
      and (sheet.sent_at is not null or sheet.person_id = ${personId}::uuid)
    order by sheet.sent_at, sheet.id`.execute(em.getKysely());
  const found = Map.groupBy(rows, ({ assessmentId }) => assessmentId);
  return new Map(
    assessmentIds.map((id) => {
      const sheets = found.get(id) ?? [];
      const own = sheets.find(({ isOwn }) => isOwn) ?? null;
      const others = sheets
        .filter(({ isOwn, sentAt }) => !isOwn && sentAt !== null)
        .map(({ edition, answers, sentAt }) => ({ choices: choicesOf(edition, answers), sentAt: sentAt! }));
      return [id, { own, others }];
    }),
  );
}
