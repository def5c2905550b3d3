import DataLoader from 'dataloader';
import { type RawBuilder, sql } from 'kysely';
import type { Em } from '../../platform/db/orm.ts';
import type { Span } from '../../platform/graphql/connection.ts';
import { type Order, orderedBy, placeIn, within } from '../../platform/graphql/keyset.ts';
import { holdsEachOf, searchedWords } from '../../platform/input/text-search.ts';
import { defineLoader } from '../access/loaders.ts';
import type { Reader } from '../access/viewer.ts';
import type { OrganizationKind } from '../organization/organization.entity.ts';
import type { OrganizationsFilterInput } from './campaign-list.inputs.ts';
import { notEmpty } from './list-campaigns.ts';
import { campaignReadableBy } from './read-campaigns.ts';

export interface ListedOrganization {
  id: string;
  slug: string;
  name: string;
  kind: OrganizationKind;
  place: string[];
}

const BY_NAME: Order = {
  keys: [
    { of: sql`lower(organization.name)`, type: 'text' },
    { of: sql`organization.id`, type: 'uuid' },
  ],
};

/**
 * Which organizations a list may name: those of whose campaigns somebody may read one, and their own. That there is a
 * local which prepares something in silence is not for everybody to know.
 */
export function organizationListedFor(reader: Reader): RawBuilder<boolean> {
  const { teamOf } = reader;
  if (teamOf === 'EVERY') return sql<boolean>`true`;
  return sql<boolean>`(organization.id = any(${[...teamOf]}::uuid[]) or exists (select from campaign
    where campaign.organization_id = organization.id and ${campaignReadableBy(reader)}))`;
}

function condition(reader: Reader, { text, kinds }: OrganizationsFilterInput): RawBuilder<boolean> {
  notEmpty(kinds, 'filter.kinds');
  const conditions = [
    organizationListedFor(reader),
    holdsEachOf([sql`organization.name`], searchedWords(text, 'filter.text')),
    ...(kinds ? [sql`organization.kind = any(${kinds}::text[])`] : []),
  ];
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`;
}

/** Organizations by their names. */
export async function listOrganizations(
  em: Em,
  reader: Reader,
  filter: OrganizationsFilterInput,
  span: Span,
): Promise<ListedOrganization[]> {
  const { rows } = await sql<ListedOrganization>`
    select organization.id, organization.slug, organization.name, organization.kind, ${placeIn(BY_NAME)} as place from organization
    where ${condition(reader, filter)} and ${within(BY_NAME, span)}
    order by ${orderedBy(BY_NAME, span.backwards)} limit ${span.limit}`.execute(em.getKysely());
  return rows;
}

/** How many there are. */
export async function countOrganizations(
  em: Em,
  reader: Reader,
  filter: OrganizationsFilterInput,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from organization where ${condition(reader, filter)}`.execute(
    em.getKysely(),
  );
  return rows[0]!.count;
}

/** The organization of that address, if a list may name it to the reader. */
export async function readOrganizationBySlug(
  em: Em,
  reader: Reader,
  slug: string,
): Promise<Omit<ListedOrganization, 'place'> | null> {
  const { rows } = await sql<ListedOrganization>`
    select organization.id, organization.slug, organization.name, organization.kind from organization
    where organization.slug = ${slug} and ${organizationListedFor(reader)}`.execute(em.getKysely());
  return rows[0] ?? null;
}

/** Whether a list may name an organization to the reader; of many in one query. */
export const organizationListedLoader = defineLoader<string, boolean>(
  ({ em, reader }) =>
    new DataLoader(async (ids) => {
      const { rows } = await sql<{ id: string }>`select organization.id from organization
        where organization.id = any(${ids}::uuid[]) and ${organizationListedFor(reader)}`.execute(
        em.getKysely(),
      );
      const listed = new Set(rows.map(({ id }) => id));
      return ids.map((id) => listed.has(id));
    }),
);
