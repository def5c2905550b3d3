import DataLoader from 'dataloader';
import { type RawBuilder, sql } from 'kysely';
import { defineLoader } from '../../core/access/loaders.ts';
import type { TokenScope } from '../../core/access/token-scope.ts';
import { tokenRuns } from '../../core/access/viewer.ts';
import type { Em } from '../../platform/db/orm.ts';

/** A token without its secret's hash. */
export interface TokenRow {
  id: string;
  name: string;
  scopes: TokenScope[];
  personId: string;
  organizationId: string | null;
  campaignIds: string[] | null;
  createdAt: Date;
  expiresAt: Date;
  lastUsedAt: Date | null;
  endedAt: Date | null;
  isValid: boolean;
}

/** Whose tokens are looked at at once, those that ended lately included. */
export const MOST_TOKENS = 50;

/** What somebody made, for themselves and for organizations: last first, those that count before all others. */
export function readTokensOf(em: Em, personId: string): Promise<TokenRow[]> {
  return readTokens(em, sql`token.person_id = ${personId}`);
}

/** What organizers of an organization made for it. */
export function readTokensFor(em: Em, organizationId: string): Promise<TokenRow[]> {
  return readTokens(em, sql`token.organization_id = ${organizationId}`);
}

export async function readToken(em: Em, id: string): Promise<TokenRow | null> {
  return (await readTokens(em, sql`token.id = ${id}`))[0] ?? null;
}

async function readTokens(em: Em, which: RawBuilder<unknown>): Promise<TokenRow[]> {
  const { rows } = await sql<TokenRow>`
    select id, name, scopes, person_id as "personId", organization_id as "organizationId",
      campaigns as "campaignIds", created_at as "createdAt", expires_at as "expiresAt", last_used_at as "lastUsedAt",
      ended_at as "endedAt", ${tokenRuns} as "isValid"
    from token where ${which}
    order by ${tokenRuns} desc, id desc limit ${MOST_TOKENS}`.execute(em.getKysely());
  return rows;
}

/** What the tools are called that did something, by the ids of their tokens; null for tokens that are gone. */
export const toolLoader = defineLoader<string, { name: string; organizationId: string | null } | null>(
  ({ em }) =>
    new DataLoader(async (ids) => {
      const rows = await em
        .getKysely()
        .selectFrom('token')
        .select(['id', 'name', 'organization_id as organizationId'])
        .where(sql<boolean>`id = any(${ids}::uuid[])`)
        .execute();
      const tools = new Map(rows.map((row) => [row.id, row]));
      return ids.map((id) => tools.get(id) ?? null);
    }),
);
