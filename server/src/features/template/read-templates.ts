import { sql } from 'kysely';
import { Phase } from '../../core/board/card.entity.ts';
import type { Em } from '../../platform/db/orm.ts';
import { cardTemplates, type CardTemplate, type Edition } from './card-templates.ts';

/** An edition with who wrote it and when; nobody and never for those that come with the product. */
export interface WrittenEdition extends Edition {
  editedBy: string | null;
  editedAt: Date | null;
}

const firstEditions: readonly WrittenEdition[] = cardTemplates.map((template) => ({
  ...template,
  version: 1,
  retired: false,
  editedBy: null,
  editedAt: null,
}));

/**
 * Every template in its newest edition, in the order in which a strike needs them; retired ones too. One query,
 * whatever the number of templates and editions.
 */
export async function readTemplates(em: Em): Promise<Edition[]> {
  const newest = new Map((await selectEditions(em, 'newest')).map((edition) => [edition.key, edition]));
  const first = firstEditions.map((edition) => newest.get(edition.key) ?? edition);
  const own = [...newest.values()].filter(({ key }) => !firstEditions.some((edition) => edition.key === key));
  return inOrder([...first, ...own]);
}

/** Exactly these editions, in the order in which a strike needs them: what a plan was made of stays readable. */
export async function readEditions(
  em: Em,
  wanted: readonly { key: string; version: number }[],
): Promise<Edition[]> {
  const nameOf = ({ key, version }: { key: string; version: number }) => `${key} ${version}`;
  const names = new Set(wanted.map(nameOf));
  const written = await selectEditions(em, [...new Set(wanted.map(({ key }) => key))]);
  const all = new Map([...firstEditions, ...written].map((edition) => [nameOf(edition), edition]));
  return inOrder([...all.values()].filter((edition) => names.has(nameOf(edition))));
}

/** All editions of these templates, newest first, in one query. */
export async function readHistory(em: Em, keys: readonly string[]): Promise<WrittenEdition[]> {
  const written = await selectEditions(em, keys);
  const first = firstEditions.filter(({ key }) => keys.includes(key));
  return [...written, ...first].sort((one, other) => other.version - one.version);
}

async function selectEditions(em: Em, which: 'newest' | readonly string[]): Promise<WrittenEdition[]> {
  const { rows } = await sql<
    Pick<WrittenEdition, 'key' | 'version' | 'retired' | 'editedBy' | 'editedAt'> & {
      words: Omit<CardTemplate, 'key'>;
    }
  >`select ${which === 'newest' ? sql`distinct on (key)` : sql``} key, version, words, retired,
      edited_by_id as "editedBy", edited_at as "editedAt"
    from template_edition ${which === 'newest' ? sql`` : sql`where key = any(${which}::text[])`}
    order by key, version desc`.execute(em.getKysely());
  return rows.map(({ words, ...row }) => ({ ...words, ...row }));
}

const PHASES = Object.keys(Phase);

/** By phase; within a phase as they were written down. */
function inOrder(editions: Edition[]): Edition[] {
  return editions.sort((one, other) => PHASES.indexOf(one.phase) - PHASES.indexOf(other.phase));
}
