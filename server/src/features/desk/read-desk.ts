import { type RawBuilder, sql } from 'kysely';
import type { CampaignKind } from '../../core/campaign/campaign.entity.ts';
import type { Em } from '../../platform/db/orm.ts';
import type { Span } from '../../platform/graphql/connection.ts';
import { type Order, orderedBy, within } from '../../platform/graphql/keyset.ts';
import { textOrNull } from '../../platform/input/text.ts';
import { InvalidInput } from '../../platform/refusal/refusal.ts';
import { DeskSection, type DeskRow, type DeskRows, SECTIONS } from './desk-sections.ts';
import { LIVE_CARDS } from '../../core/card/live-cards.ts';

const MAX_TEXT = 100;

/** Which part of the desk somebody looks at. */
export interface DeskFilter {
  text?: string | null | undefined;
  /** In the address of the campaign. */
  campaign?: string | null | undefined;
  kind?: CampaignKind | null | undefined;
  mine?: boolean | null | undefined;
  late?: boolean | null | undefined;
}

/** How a section stands: how many rows, how many of them are late, and since when the longest wait goes on. */
export interface SectionCount {
  section: DeskSection;
  total: number;
  late: number;
  since: Date | null;
}

/** For those where nobody waits: they come last. */
const NEVER = sql`'infinity'::timestamptz`;

const LONGEST_WAIT: Order = {
  keys: [
    { of: sql`coalesce(since, ${NEVER})`, type: 'timestamptz' },
    { of: sql`id`, type: 'uuid' },
  ],
};

/** All sections counted by one query. */
export async function countDesk(em: Em, filter: DeskFilter, viewerId: string): Promise<SectionCount[]> {
  const counts = Object.values(DeskSection).map(
    (section) => sql`
    select ${sql.lit(section)} as section, count(*)::int as total, (count(*) filter (where late))::int as late,
      min(since) as since
    from (${SECTIONS[section]}) row where ${fits(section, filter, viewerId)}`,
  );
  const { rows } =
    await sql<SectionCount>`with live_card as (${LIVE_CARDS}) ${sql.join(counts, sql` union all `)}`.execute(
      em.getKysely(),
    );
  return rows;
}

/** A page of a section, the longest wait first, in one query. */
export async function readDesk<Section extends DeskSection>(
  em: Em,
  section: Section,
  filter: DeskFilter,
  { viewerId, ...span }: { viewerId: string } & Pick<Span, 'limit' | 'after'> & Partial<Span>,
): Promise<DeskRows[Section][]> {
  const { rows } = await sql<DeskRows[Section]>`with live_card as (${LIVE_CARDS})
    select * from (${SECTIONS[section]}) row
    where ${fits(section, filter, viewerId)} and ${within(LONGEST_WAIT, span)}
    order by ${orderedBy(LONGEST_WAIT, span.backwards ?? false)} limit ${span.limit}`.execute(em.getKysely());
  return rows;
}

/** The row of that id in a section, whatever is looked for; null where it has none, or none any more. */
export async function findDeskRow<Section extends DeskSection>(
  em: Em,
  section: Section,
  id: string,
): Promise<DeskRows[Section] | null> {
  const { rows } = await sql<DeskRows[Section]>`with live_card as (${LIVE_CARDS})
    select * from (${SECTIONS[section]}) row where id = ${id}`.execute(em.getKysely());
  return rows[0] ?? null;
}

/** What a cursor behind a row is made of. */
export const placeOf = ({ since, id }: DeskRow): string[] => [since?.toISOString() ?? 'infinity', id];

/** How many rows a section has that are looked for. */
export async function countSection(
  em: Em,
  section: DeskSection,
  filter: DeskFilter,
  viewerId: string,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`with live_card as (${LIVE_CARDS})
    select count(*)::int as count from (${SECTIONS[section]}) row
    where ${fits(section, filter, viewerId)}`.execute(em.getKysely());
  return rows[0]!.count;
}

/** What is looked for; null for everything. Refuses an empty text, which would be found everywhere. */
function wordsOf(given: string | null | undefined, field: string): string | null {
  const words = textOrNull(given, { field: `filter.${field}`, max: MAX_TEXT });
  if (given != null && words === null) {
    throw new InvalidInput(`filter.${field}`, 'EMPTY', 'Say what to look for, or leave it out.');
  }
  return words;
}

/** Whether a row is what is looked for. Messages that fail concern the house, so no filter hides them. */
function fits(section: DeskSection, filter: DeskFilter, viewerId: string): RawBuilder<boolean> {
  const conditions = [sql<boolean>`true`];
  if (section === 'DELIVERIES') return sql<boolean>`true`;
  const text = wordsOf(filter.text, 'text');
  if (text) conditions.push(sql<boolean>`position(lower(${text}) in lower(words)) > 0`);
  const campaign = wordsOf(filter.campaign, 'campaign');
  if (campaign)
    conditions.push(sql<boolean>`(select id from campaign where slug = ${campaign}) = any(campaigns)`);
  if (filter.kind) conditions.push(sql<boolean>`${filter.kind} = any(kinds)`);
  if (filter.late) conditions.push(sql<boolean>`late`);
  if (filter.mine) {
    conditions.push(sql<boolean>`(owner = ${viewerId} or campaigns && array(
      select campaign.id from campaign
        join membership on membership.organization_id = campaign.organization_id
        where membership.person_id = ${viewerId}
      union select campaign_id from ask
        where campaign_id is not null and ${viewerId} in (triaged_by_id, decided_by_id)))`);
  }
  return sql<boolean>`${sql.join(conditions, sql` and `)}`;
}
