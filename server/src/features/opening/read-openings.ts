import DataLoader from 'dataloader';
import { type RawBuilder, sql } from 'kysely';
import { defineLoader } from '../../core/access/loaders.ts';
import type { Skill } from '../../core/access/skill.ts';
import type { Em } from '../../platform/db/orm.ts';
import type { Span } from '../../platform/graphql/connection.ts';
import { type Order, orderedBy, within } from '../../platform/graphql/keyset.ts';
import { speaksOneOf } from '../../platform/input/language-match.ts';
import { holdsEachOf, searchedWords } from '../../platform/input/text-search.ts';
import type { OpeningState, PayPer } from './opening.entity.ts';

export interface OpeningRow {
  id: string;
  slug: string;
  organizationId: string;
  campaignId: string | null;
  byProgramme: boolean;
  title: string;
  story: string;
  language: string;
  place: string | null;
  isRemote: boolean;
  languages: string[];
  skills: Skill[];
  payFrom: number;
  payTo: number;
  currency: string;
  payPer: PayPer;
  hoursAWeek: number;
  howToAnswer: string;
  closesOn: string;
  timeZone: string;
  closesAt: Date;
  answerDays: number;
  /** Closed too once its date has passed. */
  state: OpeningState;
  isOpen: boolean;
  /** When it closed, by hand or by its date; null while it is open. */
  closedAt: Date | null;
  createdAt: Date;
  /** Until when everybody is answered. */
  answersDueAt: Date;
}

/** Whether one can answer it now, by the database's clock. */
export const isOpen = sql<boolean>`(opening.state = 'OPEN' and opening.closes_at > statement_timestamp())`;

/** Until when everybody is answered: counted from when it closed, or will. */
export const answersDueAt = sql<Date>`(least(opening.closed_at, opening.closes_at)
  + make_interval(days => opening.answer_days))`;

const columns = sql`opening.id, opening.slug, opening.organization_id as "organizationId",
  opening.campaign_id as "campaignId", by_programme as "byProgramme", opening.title, opening.story, opening.language,
  place, is_remote as "isRemote", opening.languages, opening.skills, pay_from as "payFrom", pay_to as "payTo", currency,
  pay_per as "payPer", hours_a_week as "hoursAWeek", how_to_answer as "howToAnswer", closes_on as "closesOn",
  opening.time_zone as "timeZone", closes_at as "closesAt", answer_days as "answerDays",
  case when opening.state = 'OPEN' and not ${isOpen} then 'CLOSED' else opening.state end as state,
  ${isOpen} as "isOpen", case when not ${isOpen} then least(opening.closed_at, opening.closes_at) end as "closedAt",
  opening.created_at as "createdAt", ${answersDueAt} as "answersDueAt"`;

/** Openings, as everybody reads them. */
export async function readOpenings(
  em: Em,
  which: RawBuilder<unknown>,
  rest: RawBuilder<unknown> = sql``,
): Promise<OpeningRow[]> {
  const { rows } = await sql<OpeningRow>`select ${columns} from opening where ${which} ${rest}`.execute(
    em.getKysely(),
  );
  return rows;
}

export interface OpeningsFilter {
  isOpen?: boolean | null | undefined;
  skill?: Skill | null | undefined;
  language?: string | null | undefined;
  isRemote?: boolean | null | undefined;
  /** Row id. */
  organizationId?: string | null | undefined;
  text?: string | null | undefined;
}

const BY_CLOSING: Order = {
  keys: [
    { of: sql`(not ${isOpen})::int`, type: 'int' },
    {
      of: sql`case when ${isOpen} then 1 else -1 end * extract(epoch from least(opening.closed_at, opening.closes_at))`,
      type: 'numeric',
    },
    { of: sql`opening.id`, type: 'uuid' },
  ],
};

function listed(filter: OpeningsFilter): RawBuilder<boolean> {
  const conditions = [
    sql`true`,
    filter.isOpen == null ? null : sql`${isOpen} = ${filter.isOpen}`,
    filter.skill ? sql`opening.skills @> array[${filter.skill}]::text[]` : null,
    filter.language ? speaksOneOf(sql`opening.languages`, [filter.language]) : null,
    filter.isRemote == null ? null : sql`opening.is_remote = ${filter.isRemote}`,
    filter.organizationId ? sql`opening.organization_id = ${filter.organizationId}` : null,
    holdsEachOf([sql`opening.title`, sql`coalesce(opening.place, '')`], searchedWords(filter.text, 'text')),
  ].filter((condition) => condition !== null);
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`;
}

/** Openings by what closes first; those that are closed come behind, the last one first. */
export async function listOpenings(
  em: Em,
  filter: OpeningsFilter,
  page: Pick<Span, 'limit' | 'after'> & Partial<Span>,
): Promise<OpeningRow[]> {
  return readOpenings(
    em,
    sql`${listed(filter)} and ${within(BY_CLOSING, page)}`,
    sql`order by ${orderedBy(BY_CLOSING, page.backwards ?? false)} limit ${page.limit}`,
  );
}

/** How many there are. */
export async function countOpenings(em: Em, filter: OpeningsFilter): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from opening where ${listed(filter)}`.execute(em.getKysely());
  return rows[0]!.count;
}

/** Where an opening stands in that list. */
export function placeOf({ isOpen: open, closesAt, closedAt, id }: OpeningRow): string[] {
  const seconds = (closedAt ?? closesAt).getTime() / 1000;
  return open ? ['0', String(seconds), id] : ['1', String(-seconds), id];
}

/** Openings by row id; null where there is none. */
export const openingLoader = defineLoader<string, OpeningRow | null>(
  ({ em }) =>
    new DataLoader(async (ids) => {
      const rows = await readOpenings(em, sql`opening.id = any(${ids}::uuid[])`);
      const found = new Map(rows.map((row) => [row.id, row]));
      return ids.map((id) => found.get(id) ?? null);
    }),
);

/** The opening of an address; null for none. */
export async function readOpeningBySlug(em: Em, slug: string): Promise<OpeningRow | null> {
  const [row] = await readOpenings(em, sql`opening.slug = ${slug}`);
  return row ?? null;
}
