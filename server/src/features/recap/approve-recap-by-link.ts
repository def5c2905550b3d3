import { sql } from 'kysely';
import { loadRights } from '../../core/access/viewer.ts';
import { hashOfLinkSecret } from '../../core/access/secret.ts';
import type { Barred, Opener } from '../../core/review/approve-by-link.ts';
import { ApprovalLinkInvalid, otherGate } from '../../core/review/review-refusals.ts';
import type { Em, Kysely } from '../../platform/db/orm.ts';
import { plainText } from '../../platform/input/text.ts';
import type { Services } from '../../platform/services.ts';
import { mayManageEvent } from '../event/event.policy.ts';
import { type EventRow, lockEvent } from '../event/read-events.ts';
import { hintNotices, notify, type Notice } from '../notification/notify.ts';
import { makePublic, requireEdition } from './publish-recap.ts';
import { readRecap, type RecapRow } from './read-recap.ts';
import { ownRecap, type RecapChangeRow } from './recap-link.ts';
import { readOthers } from './recap-policy.ts';

/** What a link shows of the recap it asks about. */
export interface RecapRequest {
  /** Row id of the link. */
  linkId: string;
  label: string;
  organizationName: string;
  eventTitle: string;
  timeZone: string;
  /** The handle of who made the link; null for a person who left. */
  madeBy: string | null;
  expiresAt: Date;
  row: RecapRow;
  /** What was asked to be changed by this link in what waits now; null for nothing. */
  changesAsked: RecapChangeRow | null;
  /** Why whoever opened it cannot decide by it. */
  barred: Barred | null;
}

/**
 * The recap behind a link, as it waits for the yes now. That it was opened is kept, and burns nothing. Refuses a link
 * that is wrong, has run out or was revoked, and one whose recap is public already.
 */
export async function openRecapLink(em: Em, token: string, opener: Opener): Promise<RecapRequest> {
  const db = em.getKysely();
  const link = await findLink(db, token);
  const row = await readRecap(db, link.eventId);
  requireWaiting(row);
  const barred = barredFrom(link, row, opener);
  if (barred === null)
    await sql`update recap_link set first_opened_at = clock_timestamp()
      where id = ${link.id} and first_opened_at is null`.execute(db);
  const { rows } = await sql<Omit<RecapRequest, 'row' | 'barred' | 'changesAsked' | 'linkId'>>`
    select link.label, organization.name as "organizationName", event.title as "eventTitle",
      event.time_zone as "timeZone", link.expires_at as "expiresAt",
      case when maker.erased_at is null then maker.handle end as "madeBy"
    from recap_link link join event on event.id = link.event_id
      join organization on organization.id = event.organization_id
      left join person maker on maker.id = link.created_by_id
    where link.id = ${link.id}`.execute(db);
  const { label } = rows[0]!;
  const { changesEdition, changesWords: words, changesAt: at } = link;
  const isAsked = changesEdition === row.edition && words !== null && at !== null;
  return {
    ...rows[0]!,
    ...{ linkId: link.id, row, barred },
    changesAsked: isAsked ? { label, words, at } : null,
  };
}

/**
 * The local says yes to a recap by a link: to the edition that was read, once. Two are two people: nobody says it who
 * prepared the recap or made the link, nor somebody on their phone or computer. Returns the event's row id.
 */
export async function approveRecapByLink(services: Services, by: ByLink): Promise<string> {
  return decideByLink(services, by, async ({ em, link }) => {
    const { eventId } = link;
    const notices = await makePublic(em, { eventId, edition: by.edition, byId: null });
    await sql`update recap_link set used_at = clock_timestamp() where id = ${link.id}`.execute(
      em.getKysely(),
    );
    return notices;
  });
}

const MAX_CHANGES = 2000;

/**
 * The local says by a link what should be different in the edition that was read. Whoever prepared it is told; the link
 * goes on, for the next edition. Said again, the last words count. Returns the event's row id.
 */
export async function requestRecapChangesByLink(
  services: Services,
  { words: given, ...by }: ByLink & { words: string },
): Promise<string> {
  const words = plainText(given, { field: 'words', max: MAX_CHANGES, multiline: true });
  return decideByLink(services, by, async ({ em, event, link, row }) => {
    const db = em.getKysely();
    await sql`update recap_link set changes_words = ${words}, changes_edition = ${by.edition},
      changes_at = clock_timestamp() where id = ${link.id}`.execute(db);
    const people = await readPreparers(em, event, row);
    // One word waits for each of them, however often it is said.
    await sql`delete from notification where person_id = any(${people}::uuid[]) and event_id = ${event.id}
      and kind = 'RECAP_CHANGES_ASKED' and read_at is null and delivery is null`.execute(db);
    return people.map((personId): Notice => ({ personId, kind: 'RECAP_CHANGES_ASKED', eventId: event.id }));
  });
}

/** Who prepares the recap anew: whoever did before; everybody of the local where they left, or run it no more. */
async function readPreparers(em: Em, event: EventRow, { preparedById }: RecapRow): Promise<string[]> {
  const rights = preparedById === null ? null : await loadRights(em, preparedById);
  const isThere = rights !== null && rights.standing !== 'SUSPENDED' && mayManageEvent(rights, event);
  return isThere && preparedById !== null ? [preparedById] : readOthers(em.getKysely(), event, null);
}

interface ByLink extends Opener {
  token: string;
  /** Which was read. */
  edition: number;
}

interface Deciding {
  em: Em;
  event: EventRow;
  link: FoundLink;
  row: RecapRow;
}

/** Decides on the edition that was read, by a link that still asks; tells whom `decide` says. Returns the event's row id. */
async function decideByLink(
  services: Services,
  { token, edition, ...opener }: ByLink,
  decide: (deciding: Deciding) => Promise<Notice[]>,
): Promise<string> {
  const { eventId } = await findLink(services.orm.em.fork().getKysely(), token);
  const notices = await services.orm.em.fork().transactional(async (em) => {
    // The event's row is held, as by all that changes a recap: of two who decide at once the second finds it done.
    const event = await lockEvent(em, eventId);
    const db = em.getKysely();
    const link = await findLink(db, token);
    const row = await readRecap(db, eventId);
    if (!event) throw new ApprovalLinkInvalid('WITHDRAWN');
    requireWaiting(row);
    // Prepared anew by whoever made the link: they would play both parts.
    if (row.preparedById !== null && row.preparedById === link.madeById)
      throw new ApprovalLinkInvalid('REVOKED');
    const barred = barredFrom(link, row, opener);
    if (barred !== null) throw barred === 'AUTHOR' ? ownRecap() : otherGate();
    requireEdition(row, edition);
    const notices = await decide({ em, event, link, row });
    await notify(services, em, notices);
    return notices;
  });
  hintNotices(services, notices);
  return eventId;
}

function requireWaiting(row: RecapRow): void {
  if (!row.prepared) throw new ApprovalLinkInvalid('WITHDRAWN');
  if (row.published && row.publishedEdition === row.edition) throw new ApprovalLinkInvalid('DECIDED');
}

function barredFrom(link: FoundLink, row: RecapRow, { viewerId, wasHere }: Opener): Barred | null {
  const isHere = (personId: string | null) =>
    personId !== null && (personId === viewerId || (wasHere?.(personId) ?? false));
  if (isHere(row.preparedById)) return 'AUTHOR';
  return isHere(link.madeById) ? 'MAKER' : null;
}

interface FoundLink {
  id: string;
  eventId: string;
  madeById: string | null;
  changesWords: string | null;
  changesEdition: number | null;
  changesAt: Date | null;
}

/** The link of a token, if it still asks for something. */
async function findLink(db: Kysely, token: string): Promise<FoundLink> {
  const { rows } = await sql<FoundLink & { used: boolean; revoked: boolean; expired: boolean }>`
    select id, event_id as "eventId", created_by_id as "madeById", changes_words as "changesWords",
      changes_edition as "changesEdition", changes_at as "changesAt", used_at is not null as used,
      revoked_at is not null or created_by_id is null as revoked, expires_at <= clock_timestamp() as expired
    from recap_link where token_hash = ${hashOfLinkSecret(token)}`.execute(db);
  const [link] = rows;
  if (!link) throw new ApprovalLinkInvalid('WRONG');
  if (link.used) throw new ApprovalLinkInvalid('DECIDED');
  if (link.revoked) throw new ApprovalLinkInvalid('REVOKED');
  if (link.expired) throw new ApprovalLinkInvalid('EXPIRED');
  return link;
}
