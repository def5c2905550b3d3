import { sql } from 'kysely';
import { refreshViewer, requireViewer, type Viewer } from '../../core/access/viewer.ts';
import type { Em, Kysely } from '../../platform/db/orm.ts';
import { notAllowed, notFound } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { hintNotices, notify, type Notice } from '../notification/notify.ts';
import { isVisible, readSuggestions, type SuggestionRow } from './read-suggestions.ts';
import { type About, requireRights, type SuggestionRights } from './suggestion-rights.ts';

/** What a change works with: rights as they are within it. */
export interface InHand {
  em: Em;
  db: Kysely;
  viewer: Viewer | null;
  rights: SuggestionRights;
}

/**
 * The way to change what is asked and suggested about one thing: one change after the other, with the rights of that
 * moment. Whoever is told is told if it commits. Refuses who may not read what it is about.
 */
export async function changeSuggestions<T>(
  services: Services,
  viewer: Viewer | null,
  about: About,
  work: (at: InHand) => Promise<{ result: T; notices?: readonly Notice[] }>,
): Promise<T> {
  const { result, notices = [] } = await services.orm.em.fork().transactional(async (em) => {
    const db = em.getKysely();
    await sql`select pg_advisory_xact_lock(hashtextextended(${`suggestion ${about}`}, 0))`.execute(db);
    const actor = viewer && (await refreshViewer(em, viewer));
    const rights = await requireRights(em, actor, about);
    const done = await work({ em, db, viewer: actor, rights });
    await notify(services, em, done.notices ?? []);
    return done;
  });
  hintNotices(services, notices);
  services.hints.send({ desk: true });
  return result;
}

/** One that may be moderated by who does it, held until the transaction ends; or a refusal. */
export async function requireToModerate(
  { db, rights }: Pick<InHand, 'db' | 'rights'>,
  viewer: Viewer | null,
  id: string,
  { isHeld = true }: { isHeld?: boolean } = {},
): Promise<SuggestionRow> {
  const actor = requireViewer(viewer);
  if (isHeld) await sql`select from suggestion where id = ${id} for update`.execute(db);
  const [row] = await readSuggestions(db, sql`id = ${id}`);
  if (!row) throw notFound('suggestion');
  if (rights.moderates) return row;
  if (!isVisible(row.state) && row.asker !== actor.personId) throw notFound('suggestion');
  throw notAllowed('MODERATORS_ONLY', 'Only those who are asked can do this.');
}

/** Whoever made it with an account is told, unless they did it themselves. */
export function wordToAuthor(
  { personId, campaignId, about }: SuggestionRow,
  kind: Notice['kind'],
  { viewer, rights }: Pick<InHand, 'viewer' | 'rights'>,
): Notice[] {
  if (!personId || personId === viewer?.personId) return [];
  return [{ personId, kind, campaignId, path: ownPath(rights.path, about) }];
}

/** Where somebody finds their own. */
const ownPath = (path: string, about: About) =>
  about === 'programme' ? `${path}?show=mine` : `${path}&show=mine`;
