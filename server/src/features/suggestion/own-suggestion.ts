import { sql } from 'kysely';
import { hashOfLinkSecret } from '../../core/access/secret.ts';
import { refreshViewer, type Viewer } from '../../core/access/viewer.ts';
import type { Kysely } from '../../platform/db/orm.ts';
import { notFound, notSignedIn } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { readSuggestions, type SuggestionRow } from './read-suggestions.ts';

/** Whose it is: of the viewer by its id, or of whoever has the receipt. */
export type Own = { viewer: Viewer | null; suggestionId: string } | { secret: string };

/** The one behind a receipt, or a refusal. Whatever it is about, its author may read what they wrote and its answer. */
export async function readBySecret(db: Kysely, secret: string): Promise<SuggestionRow> {
  const [row] = await readSuggestions(db, sql`link_hash = ${hashOfLinkSecret(secret)}`);
  if (!row) throw notFound('suggestion');
  return row;
}

/**
 * Takes back what one made: it goes with its votes. Where somebody answered or accepted it, their words stay, and say no
 * more whose it was. Returns whether it is gone.
 */
export async function withdrawSuggestion({ orm, hints }: Services, own: Own): Promise<boolean> {
  const isGone = await orm.em.fork().transactional(async (em) => {
    const db = em.getKysely();
    const id = 'secret' in own ? (await readBySecret(db, own.secret)).id : own.suggestionId;
    await sql`select from suggestion where id = ${id} for update`.execute(db);
    const [row] = await readSuggestions(db, sql`id = ${id}`);
    if (!row) throw notFound('suggestion');
    if (!('secret' in own)) {
      if (!own.viewer) throw notSignedIn();
      const { personId } = await refreshViewer(em, own.viewer);
      if (row.personId !== personId) throw notFound('suggestion');
    }
    await forget(db, sql`id = ${id}`);
    return row.answeredAt === null;
  });
  hints.send({ desk: true });
  return isGone;
}

/** Takes those that `which` finds from whoever made them; what nobody answered goes. */
export async function forget(db: Kysely, which: ReturnType<typeof sql>): Promise<void> {
  await sql`delete from suggestion where ${which} and answered_at is null`.execute(db);
  await sql`update suggestion set person_id = null, asker = '', handle_shown = false, thank_as = null,
    link_hash = null, page = null where ${which}`.execute(db);
}
