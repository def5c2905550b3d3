import { type RawBuilder, sql } from 'kysely';
import { plainText } from './text.ts';

const MAX_CHARACTERS = 100;

/** The words that are looked for; empty for none. Refuses more than 100 characters. */
export function searchedWords(text: string | null | undefined, field: string): string[] {
  const plain = plainText(text, { field, max: MAX_CHARACTERS, optional: true });
  return plain.toLowerCase().split(/\s+/).filter(Boolean);
}

/** Whether each of the words stands in one of the texts, in capitals or not. */
export function holdsWords(texts: readonly string[], words: readonly string[]): boolean {
  const all = texts.map((text) => text.toLowerCase());
  return words.every((word) => all.some((text) => text.includes(word)));
}

/** The same over columns. */
export function holdsEachOf(
  columns: readonly RawBuilder<unknown>[],
  words: readonly string[],
): RawBuilder<boolean> {
  const conditions = words.map((word) => {
    const like = `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
    return sql`(${sql.join(
      columns.map((column) => sql`${column} ilike ${like}`),
      sql` or `,
    )})`;
  });
  return conditions.length > 0 ? sql<boolean>`(${sql.join(conditions, sql` and `)})` : sql<boolean>`true`;
}
