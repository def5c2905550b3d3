import DataLoader from 'dataloader';
import { type RawBuilder, sql } from 'kysely';
import { defineLoader } from '../../core/access/loaders.ts';
import type { Em } from '../../platform/db/orm.ts';
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

/** A page of what was sent to one opening. */
export interface ApplicationPage {
  id: string;
  state: ApplicationState | null;
  limit: number;
  after: readonly string[] | null;
}

/** The same page of many openings in one query. What waits longest comes first, what is settled stands behind. */
export const applicationsLoader = defineLoader<ApplicationPage, ApplicationRow[], string>(
  ({ em }) =>
    new DataLoader(
      async (pages) => {
        const found = new Map<string, ApplicationRow[]>();
        for (const alike of Map.groupBy(pages, ({ id: _, ...page }) => JSON.stringify(page)).values()) {
          const rows = await readPages(em, alike);
          for (const page of alike)
            found.set(
              JSON.stringify(page),
              rows.filter(({ openingId }) => openingId === page.id),
            );
        }
        return pages.map((page) => found.get(JSON.stringify(page)) ?? []);
      },
      { cacheKeyFn: (page) => JSON.stringify(page) },
    ),
);

async function readPages(em: Em, pages: readonly ApplicationPage[]): Promise<ApplicationRow[]> {
  const { state, limit, after } = pages[0]!;
  const going = after ? sql`(${settled}, application.id) > (${after[0]}::int, ${after[1]}::uuid)` : sql`true`;
  const { rows } = await sql<ApplicationRow>`
    select ${columns} from unnest(${pages.map(({ id }) => id)}::uuid[]) as asked(about)
    cross join lateral (select * from application where opening_id = asked.about
      and (${state}::text is null or state = ${state}) and ${going}
      order by ${settled}, application.id limit ${limit}) application
    order by ${settled}, application.id`.execute(em.getKysely());
  return rows;
}
const settled = sql`(application.state in ('TAKEN', 'DECLINED', 'WITHDRAWN'))::int`;
export const settledKey = ({ state }: ApplicationRow) => (/TAKEN|DECLINED|WITHDRAWN/.test(state) ? 1 : 0);

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

/** What somebody sent, last first. */
export const listOwnApplications = (
  em: Em,
  personId: string,
  { limit, after }: { limit: number; after: readonly string[] | null },
): Promise<ApplicationRow[]> =>
  readApplications(
    em,
    sql`person_id = ${personId} and (${after?.[0] ?? null}::uuid is null or id < ${after?.[0] ?? null}::uuid)
      order by id desc limit ${limit}`,
  );
