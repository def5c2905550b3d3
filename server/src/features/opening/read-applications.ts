import DataLoader from 'dataloader';
import { type RawBuilder, sql } from 'kysely';
import { defineLoader } from '../../core/access/loaders.ts';
import { defineCounts, definePages } from '../../core/access/page-loader.ts';
import type { Em } from '../../platform/db/orm.ts';
import type { Span } from '../../platform/graphql/connection.ts';
import { type Order, orderedBy, within } from '../../platform/graphql/keyset.ts';
import type { ApplicationState } from './application.entity.ts';
import type { OwnRecord } from './own-record.ts';

export interface ApplicationRow {
  id: string;
  openingId: string;
  personId: string;
  state: ApplicationState;
  words: string;
  shownName: string | null;
  contactSealed: Buffer | null;
  given: Partial<OwnRecord>;
  sentAt: Date;
  readAt: Date | null;
  answer: string | null;
  answeredAt: Date | null;
  withdrawnAt: Date | null;
}

const columns = sql`application.id, opening_id as "openingId", person_id as "personId", state, words,
  shown_name as "shownName", contact_sealed as "contactSealed", given, sent_at as "sentAt", read_at as "readAt", answer,
  answered_at as "answeredAt", withdrawn_at as "withdrawnAt"`;

/** Applications, whoever may read them. */
export async function readApplications(em: Em, which: RawBuilder<unknown>): Promise<ApplicationRow[]> {
  const { rows } = await sql<ApplicationRow>`select ${columns} from application where ${which}`.execute(
    em.getKysely(),
  );
  return rows;
}

/** Which of what was sent to an opening: all of it, or what stands there. */
export interface ApplicationFilter {
  state: ApplicationState | null;
}

const standsAt = ({ state }: ApplicationFilter): RawBuilder<boolean> =>
  sql<boolean>`(${state}::text is null or application.state = ${state})`;

/** What waits longest comes first, what is settled stands behind. */
const WAITING_FIRST: Order = {
  keys: [
    { of: sql`(application.state in ('TAKEN', 'DECLINED', 'WITHDRAWN'))::int`, type: 'int' },
    { of: sql`application.id`, type: 'uuid' },
  ],
};
export const placeOf = ({ state, id }: ApplicationRow) => [
  /TAKEN|DECLINED|WITHDRAWN/.test(state) ? 1 : 0,
  id,
];

/** What was sent to openings, a page each. */
export const applicationsLoader = definePages<ApplicationRow, ApplicationFilter>(
  async ({ em }, openingIds, { span, state }) => {
    const order = orderedBy(WAITING_FIRST, span.backwards);
    const { rows } = await sql<ApplicationRow>`
      select ${columns} from unnest(${openingIds}::uuid[]) as asked(about)
      cross join lateral (select * from application where opening_id = asked.about
        and ${standsAt({ state })} and ${within(WAITING_FIRST, span)}
        order by ${order} limit ${span.limit}) application
      order by ${order}`.execute(em.getKysely());
    return rows;
  },
  ({ openingId }) => openingId,
);

/** How much was sent to openings. */
export const applicationCountLoader = defineCounts<ApplicationFilter>(async ({ em }, openingIds, filter) => {
  const { rows } = await sql<{ id: string; count: number }>`
    select opening_id as id, count(*)::int as count from application
    where opening_id = any(${openingIds}::uuid[]) and ${standsAt(filter)} group by 1`.execute(em.getKysely());
  return rows;
});

/** What whoever reads sent to these openings. */
export const viewerApplicationLoader = defineLoader<string, ApplicationRow | null>(
  ({ em, viewerId }) =>
    new DataLoader(async (openingIds) => {
      const rows = viewerId
        ? await readApplications(em, sql`opening_id = any(${openingIds}::uuid[]) and person_id = ${viewerId}`)
        : [];
      const found = new Map(rows.map((row) => [row.openingId, row]));
      return openingIds.map((id) => found.get(id) ?? null);
    }),
);

/** How many wait for an answer, by opening. */
export const waitingApplicationsLoader = defineLoader<string, number>(
  ({ em }) =>
    new DataLoader(async (openingIds) => {
      const { rows } = await sql<{ id: string; count: number }>`
        select opening_id as id, count(*)::int as count from application
        where state in ('SENT', 'READ') and opening_id = any(${openingIds}::uuid[]) group by 1`.execute(
        em.getKysely(),
      );
      const found = new Map(rows.map(({ id, count }) => [id, count]));
      return openingIds.map((id) => found.get(id) ?? 0);
    }),
);

/** Applications by row id, whoever may read them; null where there is none. */
export const applicationLoader = defineLoader<string, ApplicationRow | null>(
  ({ em }) =>
    new DataLoader(async (ids) => {
      const rows = await readApplications(em, sql`id = any(${ids}::uuid[])`);
      const found = new Map(rows.map((row) => [row.id, row]));
      return ids.map((id) => found.get(id) ?? null);
    }),
);

const LAST_FIRST: Order = { keys: [{ of: sql`application.id`, type: 'uuid' }], falls: true };
const sentBy = (personId: string) => sql<boolean>`application.person_id = ${personId}`;

/** A page of what somebody sent, last first. */
export const listOwnApplications = (em: Em, personId: string, span: Span): Promise<ApplicationRow[]> =>
  readApplications(
    em,
    sql`${sentBy(personId)} and ${within(LAST_FIRST, span)}
      order by ${orderedBy(LAST_FIRST, span.backwards)} limit ${span.limit}`,
  );

/** How much somebody sent. */
export async function countOwnApplications(em: Em, personId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from application
    where ${sentBy(personId)}`.execute(em.getKysely());
  return rows[0]!.count;
}
