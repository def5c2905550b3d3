import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { refreshViewer, requireViewer, type Viewer } from '../../core/access/viewer.ts';
import type { Em } from '../../platform/db/orm.ts';
import { timelessId } from '../../platform/db/timeless-id.ts';
import { InvalidInput, notFound } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { requireManager, tellListeners } from './change-event.ts';
import { writeSessions } from './event-sessions.ts';
import { type EventWordsInput, type Folds, takeEventSlug, takeEventWords } from './event-words.ts';
import { columnsOf, momentsOf, requireCampaign, requireSomewhere } from './write-event.ts';

export interface NewEvent extends EventWordsInput, Folds {
  organizationId: string;
  campaignId?: string | null | undefined;
  slug: string;
  requestId?: string | null | undefined;
}

/**
 * Announces an event; returns its row id. Organizers of the organization and coordinators may. Refuses times that do
 * not exist or come twice, an event that is nowhere, and a name in addresses that is taken. Sent again with the same
 * request id it makes no other.
 */
export async function createEvent(services: Services, viewer: Viewer, input: NewEvent): Promise<string> {
  const { organizationId, campaignId = null } = input;
  const slug = takeEventSlug(input.slug);
  const { startsWall, endsWall, ...words } = takeEventWords({ ...input, title: input.title ?? '' });
  if (!startsWall) throw new InvalidInput('startsWall', 'EMPTY', 'Say when it begins.');
  if (!endsWall) throw new InvalidInput('endsWall', 'EMPTY', 'Say when it ends.');
  if (!words.timeZone) throw new InvalidInput('timeZone', 'EMPTY', 'Say in which time zone.');
  if (!words.kind) throw new InvalidInput('kind', 'EMPTY', 'Say what sort of event it is.');
  const { place = '', streamUrl = null, timeZone } = words;
  const online = (words.online ?? false) || streamUrl !== null;
  requireSomewhere({ place, online });
  const moments = momentsOf({ startsWall, endsWall, timeZone }, input);
  const { id, afterwards } = await services.orm.em.fork().transactional(async (em) => {
    const actor = requireViewer(await refreshViewer(em, viewer));
    await requireOrganization(em, organizationId);
    requireManager(actor, { organizationId, campaignId });
    if (campaignId) await requireCampaign(em, actor, { campaignId, organizationId });
    const requestHash = hashOfRequest(actor.personId, input.requestId);
    const id = timelessId();
    const made = await insert(em, {
      ...columnsOf(words),
      ...{ id, slug, organization_id: organizationId, campaign_id: campaignId, online },
      ...{
        starts_wall: startsWall,
        ends_wall: endsWall,
        starts_at: moments.startsAt,
        ends_at: moments.endsAt,
      },
      ...{ created_by_id: actor.personId, request_hash: requestHash },
    });
    if (!made) return { id: await madeBefore(em, requestHash), afterwards: [] };
    await writeSessions(em.getKysely(), { id, timeZone, ...moments }, input.sessions ?? []);
    const fact = { kind: 'CREATED', eventId: id, moved: false, actorId: actor.personId } as const;
    return { id, afterwards: await tellListeners(services, em, fact) };
  });
  for (const after of afterwards) after();
  return id;
}

/** What a request is known by when it comes again: whose it is and all it says, since its id carries a mark of that. */
export function hashOfRequest(actorId: string, requestId: string | null | undefined): Buffer | null {
  return requestId ? createHash('sha256').update(`${actorId} ${requestId}`).digest() : null;
}

/** Whether the row was made: its name in addresses was free, and the request is new. */
export async function insert(em: Em, row: Record<string, unknown>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await em
    .getKysely()
    .insertInto('event')
    .values(row as never)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

async function madeBefore(em: Em, requestHash: Buffer | null): Promise<string> {
  const { rows } = await sql<{
    id: string;
  }>`select id from event where request_hash = ${requestHash}`.execute(em.getKysely());
  if (rows[0]) return rows[0].id;
  throw new InvalidInput(
    'slug',
    'TAKEN',
    'There is an event with this name in its address. Choose another one.',
  );
}

async function requireOrganization(em: Em, id: string): Promise<void> {
  const { rows } = await sql`select from organization where id = ${id}`.execute(em.getKysely());
  if (rows.length === 0) throw notFound('organization');
}
