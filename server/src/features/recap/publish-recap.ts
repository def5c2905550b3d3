import { sql } from 'kysely';
import type { Viewer } from '../../core/access/viewer.ts';
import type { Em } from '../../platform/db/orm.ts';
import { notAllowed, Refusal, wrongStage } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { showInRecap } from '../material/change-material.ts';
import type { Notice } from '../notification/notify.ts';
import { changeRecap } from './change-recap.ts';
import { readRecap, type RecapRow } from './read-recap.ts';
import { mayApproveRecap, mayPreviewRecap, readOthers } from './recap-policy.ts';

/**
 * The local's yes: what was prepared is public from now on, and those who had a place are told, once. `edition` is what
 * was read; what was prepared since is not approved unread. Where the local has somebody else who may say it, whoever
 * asked for the yes does not. Twice is as once.
 */
export async function publishRecap(
  services: Services,
  viewer: Viewer,
  { eventId, edition }: { eventId: string; edition: number },
): Promise<void> {
  await changeRecap(services, viewer, eventId, async ({ em, event, actor, row, notices }) => {
    if (!mayApproveRecap(actor, event)) throw notAllowed('LOCAL_ONLY', 'Only the local can say yes to this.');
    if (row.published && row.publishedEdition === edition && row.edition === edition) return;
    requireEdition(row, edition);
    const db = em.getKysely();
    if (row.preparedById === actor.personId && (await readOthers(db, event, actor.personId)).length > 0)
      throw new Refusal(
        'OWN_WORK',
        'You prepared this. Somebody else of the local says yes to it.',
        'OWN_RECAP',
      );
    notices.push(...(await makePublic(em, { eventId, edition, byId: actor.personId })));
  });
}

/** Refuses where nothing waits for a yes, and where something else does than was read. */
export function requireEdition(row: RecapRow, edition: number): void {
  if (!row.prepared) throw wrongStage('RECAP_NOT_READY', 'Nobody asked for a yes to this recap yet.');
  if (row.edition === edition) return;
  throw wrongStage('RECAP_CHANGED', 'The recap was changed since you read it. Read it again, then say yes.');
}

/** What was prepared is public; returns whom to tell: those who had a place, once. `byId` is null by a link. */
export async function makePublic(
  em: Em,
  { eventId, edition, byId }: { eventId: string; edition: number; byId: string | null },
): Promise<Notice[]> {
  const db = em.getKysely();
  await sql`update recap set published = prepared, published_edition = ${edition},
    published_at = clock_timestamp(), published_by_id = ${byId} where event_id = ${eventId}`.execute(db);
  const { published } = await readRecap(db, eventId);
  await showInRecap(em, eventId, published?.eventFiles?.map(({ id }) => id) ?? []);
  const first = await sql`update recap set told_at = clock_timestamp()
    where event_id = ${eventId} and told_at is null`.execute(db);
  if (first.numAffectedRows === 0n) return [];
  const { rows } = await sql<{ personId: string }>`select distinct person_id as "personId" from registration
    where event_id = ${eventId} and person_id is not null and person_id is distinct from ${byId}
      and state in ('REGISTERED', 'CONFIRMED', 'ATTENDED', 'MISSED')`.execute(db);
  return rows.map(({ personId }): Notice => ({ personId, kind: 'RECAP_THERE', eventId }));
}

/** Takes the recap back: at once nobody reads it any more. The local and coordinators may. Twice is as once. */
export async function takeBackRecap(
  services: Services,
  viewer: Viewer,
  { eventId }: { eventId: string },
): Promise<void> {
  await changeRecap(services, viewer, eventId, async ({ em, event, actor }) => {
    if (!mayPreviewRecap(actor, event))
      throw notAllowed('LOCAL_AND_COORDINATORS_ONLY', 'Only the local and coordinators can take this back.');
    await sql`update recap set published = null, published_edition = null, published_at = null,
      published_by_id = null where event_id = ${eventId}`.execute(em.getKysely());
    await showInRecap(em, eventId, []);
  });
}
