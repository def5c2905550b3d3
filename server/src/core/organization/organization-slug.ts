import { sql } from 'kysely';
import type { Em } from '../../platform/db/orm.ts';

/** As much of a name as stands in an address. */
const LONGEST = 48;
/** For names in signs that addresses do not have. */
const NAMELESS = 'organization';

/** A name as it stands in addresses: small letters and digits with hyphens between, without marks. */
export function organizationSlug(name: string): string {
  const stem = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f'’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-|-$/g, '');
  return stem || NAMELESS;
}

/**
 * The name in addresses of a new organization: that of its name, or with a number where another one has it. Two that
 * come at once follow each other until their transactions end.
 */
export async function freeOrganizationSlug(em: Em, name: string): Promise<string> {
  const db = em.getKysely();
  const stem = organizationSlug(name);
  await sql`select pg_advisory_xact_lock(hashtextextended('organization slug', 0))`.execute(db);
  const { rows } = await sql<{ slug: string }>`select slug from organization
    where slug = ${stem} or slug like ${`${stem}-%`}`.execute(db);
  const taken = new Set(rows.map(({ slug }) => slug));
  if (!taken.has(stem)) return stem;
  for (let number = 2; ; number += 1) if (!taken.has(`${stem}-${number}`)) return `${stem}-${number}`;
}
