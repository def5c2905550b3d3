import { type RawBuilder, sql } from 'kysely';

/** Whether one of the tags is of one of the languages: `es` finds `es-MX` (RFC 4647, basic filtering). Both canonical. */
export function speaks(tags: readonly string[], languages: readonly string[]): boolean {
  return tags.some((tag) => languages.some((each) => tag === each || tag.startsWith(`${each}-`)));
}

/** The same over a column of tags. */
export function speaksOneOf(tags: RawBuilder<unknown>, languages: readonly string[]): RawBuilder<boolean> {
  const wider = languages.map((each) => `${each}-%`);
  return sql<boolean>`exists (select from unnest(${tags}) tag
    where tag = any(${languages}::text[]) or tag like any(${wider}::text[]))`;
}
