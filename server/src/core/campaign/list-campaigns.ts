import DataLoader from 'dataloader';
import { type RawBuilder, sql } from 'kysely';
import type { Em } from '../../platform/db/orm.ts';
import type { Span } from '../../platform/graphql/connection.ts';
import { rowId } from '../../platform/graphql/global-id.ts';
import { type Order, orderedBy, placeIn, within } from '../../platform/graphql/keyset.ts';
import { speaksOneOf } from '../../platform/input/language-match.ts';
import { languageTags } from '../../platform/input/text.ts';
import { holdsEachOf, searchedWords } from '../../platform/input/text-search.ts';
import { InvalidInput } from '../../platform/refusal/refusal.ts';
import { defineLoader } from '../access/loaders.ts';
import { definePages } from '../access/page-loader.ts';
import type { Reader } from '../access/viewer.ts';
import type { CampaignOrder, CampaignsFilterInput } from './campaign-list.inputs.ts';
import { campaignReadableBy, type CampaignRow, selectCampaigns } from './read-campaigns.ts';

export type ListedCampaign = CampaignRow & { place: string[] };

const id = { of: sql`campaign.id`, type: 'uuid' } as const;
const ORDERS: Record<CampaignOrder, Order> = {
  NEWEST: {
    keys: [
      { of: sql`(campaign.ended_at is not null)::int`, type: 'int' },
      { of: sql`-extract(epoch from campaign.created_at)`, type: 'numeric' },
      id,
    ],
  },
  TITLE: { keys: [{ of: sql`lower(campaign.title)`, type: 'text' }, id] },
};

/** The condition that a filter is, checked: over `campaign`. Refuses empty lists. */
export function toCampaignCondition(filter: CampaignsFilterInput | null): RawBuilder<boolean> {
  const { text, kinds, languages, organizationId, isRunning } = filter ?? {};
  const words = searchedWords(text, 'filter.text');
  const tags = languages && languageTags(languages, 'filter.languages');
  for (const [field, list] of Object.entries({ kinds, languages: tags })) notEmpty(list, `filter.${field}`);
  const conditions = [
    holdsEachOf([sql`campaign.title`, sql`campaign.story`], words),
    kinds && sql`campaign.kind = any(${kinds}::text[])`,
    tags && speaksOneOf(sql`campaign.languages`, tags),
    organizationId != null && sql`campaign.organization_id = ${rowId('Organization', organizationId)}`,
    isRunning != null && sql`(campaign.ended_at is null) = ${isRunning}`,
  ].filter((condition) => !!condition);
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`;
}

export function notEmpty(list: readonly unknown[] | null | undefined, field: string): void {
  if (list?.length === 0) throw new InvalidInput(field, 'EMPTY', 'Name at least one, or leave it out.');
}

/** Campaigns the reader may read. `place` is what a cursor says. */
export async function listCampaigns(
  em: Em,
  reader: Reader,
  condition: RawBuilder<boolean>,
  { by, span }: { by: CampaignOrder; span: Span },
): Promise<ListedCampaign[]> {
  const order = ORDERS[by];
  return selectCampaigns(em.getKysely())
    .select(placeIn(order).as('place'))
    .where(campaignReadableBy(reader))
    .where(condition)
    .where(within(order, span))
    .orderBy(orderedBy(order, span.backwards))
    .limit(span.limit)
    .execute();
}

/** How many there are. */
export async function countCampaigns(
  em: Em,
  reader: Reader,
  condition: RawBuilder<boolean>,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from campaign
    where ${campaignReadableBy(reader)} and ${condition}`.execute(em.getKysely());
  return rows[0]!.count;
}

/** The campaigns of many organizations, a page each. */
export const campaignsOfLoader = definePages<ListedCampaign>(
  ({ em, reader }, ids, { span }) => readPages(em, reader, ids, span),
  ({ organizationId }) => organizationId,
);

async function readPages(
  em: Em,
  reader: Reader,
  ids: readonly string[],
  span: Span,
): Promise<ListedCampaign[]> {
  const order = ORDERS.NEWEST;
  const db = em.getKysely();
  const ranked = selectCampaigns(db)
    .select(placeIn(order).as('place'))
    .select(
      sql<number>`row_number() over (partition by campaign.organization_id
        order by ${orderedBy(order, span.backwards)})`.as('nth'),
    )
    .where(sql<boolean>`campaign.organization_id = any(${ids}::uuid[])`)
    .where(campaignReadableBy(reader))
    .where(within(order, span));
  return db
    .selectFrom(ranked.as('listed'))
    .selectAll()
    .where('nth', '<=', span.limit)
    .orderBy('nth')
    .execute();
}

/** How many campaigns of an organization the reader may read; of many in one query. */
export const campaignCountLoader = defineLoader<string, number>(
  ({ em, reader }) =>
    new DataLoader(async (ids) => {
      const { rows } = await sql<{ id: string; count: number }>`
        select campaign.organization_id as id, count(*)::int as count from campaign
        where campaign.organization_id = any(${ids}::uuid[]) and ${campaignReadableBy(reader)}
        group by campaign.organization_id`.execute(em.getKysely());
      const counts = new Map(rows.map((row) => [row.id, row.count]));
      return ids.map((each) => counts.get(each) ?? 0);
    }),
);
