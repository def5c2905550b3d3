import { type RawBuilder, sql } from 'kysely';
import { type Reader, readerOf, type Viewer } from '../../core/access/viewer.ts';
import { readableBy, selectCards, dueAsSeenBy } from '../../core/board/read-cards.ts';
import { campaignReadableBy } from '../../core/campaign/read-campaigns.ts';
import type { Em } from '../../platform/db/orm.ts';
import { readFreeSlots } from '../bench/free-slots.ts';
import type { Slot } from '../bench/slots-of-hours.ts';
import { eventReadableBy } from '../event/event.policy.ts';

/** What stands in the calendar. */
export const CalendarKind = {
  START: 'START',
  DUE: 'DUE',
  EVENT: 'EVENT',
  SESSION: 'SESSION',
  TALK: 'TALK',
  HOURS: 'HOURS',
  CLOSING: 'CLOSING',
} as const;
export type CalendarKind = keyof typeof CalendarKind;

export interface CalendarRow {
  kind: CalendarKind;
  /** The row it is about. */
  id: string;
  at: Date;
  /** Null for a moment. */
  until: Date | null;
  title: string;
  /** The IANA zone in which it is meant; null where it has none of its own. */
  timeZone: string | null;
  /** What is in the address of its page: the slug of its event or campaign, or the number of its card. */
  slug: string | null;
  number: number | null;
  campaignId: string | null;
  organizationId: string | null;
  /** Whose hours, and whose talk it is besides the viewer's. */
  personId: string | null;
  isCancelled: boolean;
}

export interface CalendarAsked {
  from: Date;
  to: Date;
  kinds: readonly CalendarKind[];
  campaignId?: string | undefined;
  organizationId?: string | undefined;
  /** Of this person alone: what they hold, run, registered for or booked. */
  mine: boolean;
}

/** What is shown at once; beyond it the calendar says that there is more. */
export const MOST_ITEMS = 300;

type Part = (em: Em, asked: CalendarAsked, who: Who) => Promise<CalendarRow[]>;
interface Who {
  reader: Reader;
  viewer: Viewer | null;
}

/** The same order as in `CalendarKind`: one query each, whatever it finds. */
const PARTS: Record<CalendarKind, Part> = {
  START: readStarts,
  DUE: readDue,
  EVENT: readEvents,
  SESSION: readSessions,
  TALK: readTalks,
  HOURS: readHours,
  CLOSING: readClosing,
};

/** What the reader may see between two moments, soonest first: one query for each kind, and three more for hours. */
export async function readCalendar(
  em: Em,
  asked: CalendarAsked,
  who: Who,
): Promise<{ items: CalendarRow[]; isCut: boolean }> {
  const found: CalendarRow[] = [];
  for (const kind of new Set(asked.kinds)) found.push(...(await PARTS[kind](em, asked, who)));
  found.sort((one, other) => one.at.getTime() - other.at.getTime() || (one.id < other.id ? -1 : 1));
  return { items: found.slice(0, MOST_ITEMS), isCut: found.length > MOST_ITEMS };
}

const within = (moment: RawBuilder<unknown>, { from, to }: CalendarAsked) =>
  sql<boolean>`(${moment} >= ${from} and ${moment} < ${to})`;

const rolesOf = ({ viewer }: Who) => [...(viewer?.roles.keys() ?? [])];

/** Of the campaign, the organization, or the reader's own organizations, where that is asked. */
function belongs(
  { campaignId, organizationId, mine }: CalendarAsked,
  who: Who,
  columns: { campaign: RawBuilder<unknown>; organization: RawBuilder<unknown>; mine?: RawBuilder<boolean> },
): RawBuilder<boolean> {
  const own = columns.mine ?? sql<boolean>`${columns.organization} = any(${rolesOf(who)}::uuid[])`;
  return sql<boolean>`(${campaignId === undefined ? sql`true` : sql`${columns.campaign} = ${campaignId}`}
    and ${organizationId === undefined ? sql`true` : sql`${columns.organization} = ${organizationId}`}
    and ${mine ? own : sql`true`})`;
}

/** T-0, where it is not hidden from the reader, of campaigns that have not ended. */
async function readStarts(em: Em, asked: CalendarAsked, who: Who): Promise<CalendarRow[]> {
  const { reader } = who;
  const ofTeam =
    reader.teamOf === 'EVERY'
      ? sql`true`
      : sql`(campaign.organization_id = any(${[...reader.teamOf]}::uuid[])
          and not campaign.id = any(${[...reader.strangerTo]}::uuid[]))`;
  const { rows } = await sql<CalendarRow>`
    select 'START' as kind, campaign.id, campaign.starts_at as at, null as until, campaign.title,
      campaign.time_zone as "timeZone", campaign.slug, null as number, campaign.id as "campaignId",
      campaign.organization_id as "organizationId", null as "personId", false as "isCancelled"
    from campaign
    where ${within(sql`campaign.starts_at`, asked)} and ${campaignReadableBy(reader)} and campaign.ended_at is null
      and (not campaign.start_hidden or ${ofTeam})
      and ${belongs(asked, who, { campaign: sql`campaign.id`, organization: sql`campaign.organization_id` })}
    order by campaign.starts_at, campaign.id limit ${MOST_ITEMS + 1}`.execute(em.getKysely());
  return rows;
}

/** When cards are due that are not done: of one campaign all that the reader may read, else those in their hands. */
async function readDue(em: Em, asked: CalendarAsked, who: Who): Promise<CalendarRow[]> {
  const { reader, viewer } = who;
  const { campaignId, organizationId, mine } = asked;
  const inHand = sql<boolean>`${viewer?.personId ?? null}::uuid in (card.holder_id, card.partner_id)`;
  if (campaignId === undefined && viewer === null) return [];
  const cards = await selectCards(em.getKysely())
    .select(['campaign.slug', 'campaign.time_zone as timeZone'])
    .where(readableBy(reader))
    .where(sql<boolean>`card.status in ('OPEN', 'CLAIMED', 'IN_REVIEW') and campaign.ended_at is null`)
    .where(
      within(
        sql`coalesce(card.due_at, campaign.starts_at + make_interval(hours => card.due_offset_hours))`,
        asked,
      ),
    )
    .$if(campaignId !== undefined, (query) => query.where('campaign.id', '=', campaignId as string))
    .$if(organizationId !== undefined, (query) =>
      query.where('campaign.organization_id', '=', organizationId as string),
    )
    .$if(mine || campaignId === undefined, (query) => query.where(inHand))
    .orderBy(sql`coalesce(card.due_at, campaign.starts_at + make_interval(hours => card.due_offset_hours))`)
    .orderBy('card.id')
    .limit(MOST_ITEMS + 1)
    .execute();
  return cards.flatMap((card): CalendarRow[] => {
    // Of a hidden T-0 nothing is given away by when a card is due.
    const at = dueAsSeenBy(reader, card);
    if (!at) return [];
    const { id, title, slug, number, timeZone, organizationId: of } = card;
    const rest = { until: null, timeZone, slug, number, personId: null, isCancelled: false };
    return [{ kind: 'DUE', id, at, title, campaignId: card.campaignId, organizationId: of, ...rest }];
  });
}

/** Whoever has a place, or a role where it is held, calls an event theirs. */
const myEvent = (who: Who) =>
  sql<boolean>`(event.organization_id = any(${rolesOf(who)}::uuid[]) or exists (select from registration
    where registration.event_id = event.id and registration.person_id = ${who.viewer?.personId ?? null}::uuid
      and state in ('REGISTERED', 'WAITING', 'INVITED', 'CONFIRMED', 'ATTENDED')))`;

const ofEvents = (who: Who) => ({
  campaign: sql`event.campaign_id`,
  organization: sql`event.organization_id`,
  mine: myEvent(who),
});

async function readEvents(em: Em, asked: CalendarAsked, who: Who): Promise<CalendarRow[]> {
  const { rows } = await sql<CalendarRow>`
    select 'EVENT' as kind, event.id, event.starts_at as at, event.ends_at as until, event.title,
      event.time_zone as "timeZone", event.slug, null as number, event.campaign_id as "campaignId",
      event.organization_id as "organizationId", null as "personId", event.cancelled_at is not null as "isCancelled"
    from event
    where event.starts_at < ${asked.to} and event.ends_at > ${asked.from} and ${eventReadableBy(who.reader)}
      and ${belongs(asked, who, ofEvents(who))}
    order by event.starts_at, event.id limit ${MOST_ITEMS + 1}`.execute(em.getKysely());
  return rows;
}

async function readSessions(em: Em, asked: CalendarAsked, who: Who): Promise<CalendarRow[]> {
  const { rows } = await sql<CalendarRow>`
    select 'SESSION' as kind, event_session.id, event_session.starts_at as at,
      event_session.starts_at + make_interval(mins => event_session.minutes) as until, event_session.title,
      event.time_zone as "timeZone", event.slug, null as number, event.campaign_id as "campaignId",
      event.organization_id as "organizationId", null as "personId", event.cancelled_at is not null as "isCancelled"
    from event_session join event on event.id = event_session.event_id
    where ${within(sql`event_session.starts_at`, asked)} and ${eventReadableBy(who.reader)}
      and ${belongs(asked, who, ofEvents(who))}
    order by event_session.starts_at, event_session.id limit ${MOST_ITEMS + 1}`.execute(em.getKysely());
  return rows;
}

/** The viewer's own talks of the bench. Nobody else's are told. */
async function readTalks(em: Em, asked: CalendarAsked, { viewer }: Who): Promise<CalendarRow[]> {
  if (!viewer || asked.campaignId !== undefined) return [];
  const me = viewer.personId;
  const { rows } = await sql<CalendarRow>`
    select 'TALK' as kind, booking.id, starts_at as at, ends_at as until, '' as title,
      booking.time_zone as "timeZone", null as slug, null as number, null as "campaignId",
      organization_id as "organizationId",
      case when adviser_id = ${me} then booker_id else adviser_id end as "personId", false as "isCancelled"
    from booking
    where ${me} in (adviser_id, booker_id) and state = 'BOOKED' and ${within(sql`starts_at`, asked)}
      and ${asked.organizationId === undefined ? sql`true` : sql`organization_id = ${asked.organizationId}`}
    order by starts_at, booking.id limit ${MOST_ITEMS + 1}`.execute(em.getKysely());
  return rows;
}

/** Advisers whose hours are looked at, those who offered first, and for how many days: each is reckoned, not read. */
const MOST_ADVISERS = 20;
const HOURS_DAYS = 14;

/** Hours in which an adviser can be booked, for who is signed in, as on the bench: what is free, joined where one ends as the next begins. */
async function readHours(em: Em, asked: CalendarAsked, { viewer }: Who): Promise<CalendarRow[]> {
  const { campaignId, organizationId, mine } = asked;
  if (campaignId !== undefined || organizationId !== undefined || !viewer) return [];
  const { rows: advisers } = await sql<{ personId: string }>`select person_id as "personId" from adviser
    where offered_at is not null ${mine ? sql`and person_id = ${viewer.personId}` : sql``}
    order by offered_at, person_id limit ${MOST_ADVISERS}`.execute(em.getKysely());
  const ids = advisers.map(({ personId }) => personId);
  const from = new Date(Math.max(asked.from.getTime(), Date.now()));
  const to = new Date(Math.min(asked.to.getTime(), from.getTime() + HOURS_DAYS * 86_400_000));
  const free = await readFreeSlots(em, ids, { from, to });
  return [...free].flatMap(([personId, slots]) =>
    joined(slots).map(({ startsAt, endsAt, timeZone }): CalendarRow => ({
      ...{ kind: 'HOURS', id: `${personId}-${startsAt.toISOString()}`, at: startsAt, until: endsAt },
      ...{ title: '', timeZone, slug: null, number: null, campaignId: null, organizationId: null },
      ...{ personId, isCancelled: false },
    })),
  );
}

/** Until when openings can be answered that are open. Everybody reads them. */
async function readClosing(em: Em, asked: CalendarAsked, who: Who): Promise<CalendarRow[]> {
  const { rows } = await sql<CalendarRow>`
    select 'CLOSING' as kind, opening.id, opening.closes_at as at, null as until, opening.title,
      opening.time_zone as "timeZone", opening.slug, null as number, opening.campaign_id as "campaignId",
      opening.organization_id as "organizationId", null as "personId", false as "isCancelled"
    from opening
    where ${within(sql`opening.closes_at`, asked)} and opening.state = 'OPEN'
      and ${belongs(asked, who, { campaign: sql`opening.campaign_id`, organization: sql`opening.organization_id` })}
    order by opening.closes_at, opening.id limit ${MOST_ITEMS + 1}`.execute(em.getKysely());
  return rows;
}

interface Stretch {
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
}

/** Neighbours in time as one. They come in order. */
export function joined(slots: readonly Slot[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { startsAt, minutes, timeZone } of slots) {
    const endsAt = new Date(startsAt.getTime() + minutes * 60_000);
    const last = stretches.at(-1);
    if (last?.endsAt.getTime() === startsAt.getTime() && last.timeZone === timeZone) last.endsAt = endsAt;
    else stretches.push({ startsAt, endsAt, timeZone });
  }
  return stretches;
}

/** What a feed for everybody tells: as a stranger reads. */
export const asStranger: Who = { reader: readerOf(null), viewer: null };
