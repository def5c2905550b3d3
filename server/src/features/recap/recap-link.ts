import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import { hashOf, newSessionToken } from '../../core/access/secret.ts';
import { refreshViewer, requireViewer, type Viewer } from '../../core/access/viewer.ts';
import type { Kysely } from '../../platform/db/orm.ts';
import { plainText } from '../../platform/input/text.ts';
import { asMissing, notAllowed, notFound, Refusal, wrongStage } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { changeRecap } from './change-recap.ts';
import { mayPreviewRecap } from './recap-policy.ts';

/** Days in which the answer is given, or it is asked for again. */
export const LINK_DAYS = 7;
const MAX_LABEL = 80;
/** Links of one recap that wait for an answer at once. */
const MAX_WAITING = 10;
/** Links of one recap that are listed, the last first. */
export const MOST_LINKS = 20;

/**
 * Makes a link by which somebody without an account says the local's yes to a recap. The local and coordinators may,
 * and not whoever prepared it: they would play both parts. Returns the token: nothing but its hash is kept.
 */
export async function createRecapLink(
  services: Services,
  viewer: Viewer,
  { eventId, ...input }: { eventId: string; label: string },
): Promise<{ token: string }> {
  const label = plainText(input.label, { field: 'label', max: MAX_LABEL });
  const token = newSessionToken();
  await changeRecap(services, viewer, eventId, async ({ em, event, actor, row }) => {
    if (!mayPreviewRecap(actor, event)) throw notTheirs();
    if (!row.prepared) throw wrongStage('RECAP_NOT_READY', 'Nobody asked for a yes to this recap yet.');
    if (row.preparedById === actor.personId) throw ownRecap();
    const { rows } =
      await sql`insert into recap_link (id, event_id, token_hash, label, created_by_id, expires_at)
      select ${newId()}, ${eventId}, ${hashOf(token)}, ${label}, ${actor.personId},
        clock_timestamp() + make_interval(days => ${LINK_DAYS})
      where (select count(*) from recap_link where event_id = ${eventId} and used_at is null
        and revoked_at is null and expires_at > clock_timestamp()) < ${MAX_WAITING}
      returning id`.execute(em.getKysely());
    if (rows.length > 0) return;
    throw new Refusal(
      'TOO_MANY_REQUESTS',
      `${MAX_WAITING} links wait for an answer. Take one back first.`,
      'LINKS_WAITING',
    );
  });
  return { token };
}

/** Takes a link back; returns the row id of its event. Whoever previews the recap may. */
export async function revokeRecapLink(services: Services, viewer: Viewer, linkId: string): Promise<string> {
  const em = services.orm.em.fork();
  requireViewer(await refreshViewer(em, viewer));
  const { rows } = await sql<{ eventId: string }>`select event_id as "eventId" from recap_link
    where id = ${linkId}`.execute(em.getKysely());
  const eventId = rows[0]?.eventId;
  if (!eventId) throw notFound('link');
  await changeRecap(services, viewer, eventId, async (recap) => {
    if (!mayPreviewRecap(recap.actor, recap.event)) throw notTheirs();
    await sql`update recap_link set revoked_at = clock_timestamp()
      where id = ${linkId} and used_at is null and revoked_at is null`.execute(recap.em.getKysely());
  }).catch(asMissing('link'));
  return eventId;
}

const notTheirs = () =>
  notAllowed('LOCAL_AND_COORDINATORS_ONLY', 'Only the local and coordinators can ask for an answer by link.');

export const ownRecap = () =>
  new Refusal('OWN_WORK', 'You prepared this. Somebody else of the local says yes to it.', 'OWN_RECAP');

/** What somebody who has a link wants changed in a recap. */
export interface RecapChangeRow {
  /** Whom their link is for. */
  label: string;
  words: string;
  at: Date;
}

/** What is to be changed in an edition of a recap, the last words first. Whether one may see it is asked before. */
export async function readRecapChanges(
  db: Kysely,
  { eventId, edition }: { eventId: string; edition: number },
): Promise<RecapChangeRow[]> {
  const { rows } = await sql<RecapChangeRow>`select label, changes_words as words, changes_at as at
    from recap_link where event_id = ${eventId} and changes_edition = ${edition}
    order by changes_at desc, id desc limit ${MOST_LINKS}`.execute(db);
  return rows;
}

export interface RecapLinkRow {
  id: string;
  label: string;
  createdAt: Date;
  expiresAt: Date;
  openedAt: Date | null;
  usedAt: Date | null;
  revokedAt: Date | null;
}

/** The links of a recap, last first. Whether one may see them is asked before. */
export async function readRecapLinks(db: Kysely, eventId: string): Promise<RecapLinkRow[]> {
  const { rows } =
    await sql<RecapLinkRow>`select id, label, created_at as "createdAt", expires_at as "expiresAt",
      first_opened_at as "openedAt", used_at as "usedAt", revoked_at as "revokedAt"
    from recap_link where event_id = ${eventId} order by created_at desc, id desc limit ${MOST_LINKS}`.execute(
      db,
    );
  return rows;
}
