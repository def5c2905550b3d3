import { sql } from 'kysely';
import { refreshViewer, requireViewer, type Viewer } from '../../core/access/viewer.ts';
import type { Em } from '../../platform/db/orm.ts';
import { notAllowed, notFound } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { ADVISER_ONCE, BOOKER_ONCE } from './booking.entity.ts';
import { AHEAD_DAYS, DAY_MS, HOUR_MS, readFreeSlots, readNow } from './free-slots.ts';
import { type AdviserRow, readAdvisers, readHours } from './read-bench.ts';
import { NotFree, SlotRefused, type SlotWhy } from './slot-refused.ts';
import { type Slot, slotsOfHours, weekOf } from './slots-of-hours.ts';

/** Talks that one person has before them in a week. */
export const MOST_IN_WEEK = 2;
/** Free slots that a refusal names. */
const NAMED = 3;

/** What somebody wants to book. */
export interface Wanted {
  /** Row id of the person. */
  adviserId: string;
  startsAt: Date;
  minutes: number;
}

/** What was found to be right, in the transaction that writes it. */
export interface Bookable {
  actor: Viewer;
  slot: Slot;
  endsAt: Date;
  byNewcomer: boolean;
}

/**
 * Holds the people of a talk until the transaction ends, in one order, and returns who asks, as they are now. Whatever
 * counts talks of theirs is counted behind these locks; that no two of them overlap is PostgreSQL's to see.
 */
export async function holdPeople(em: Em, viewer: Viewer, others: readonly string[]): Promise<Viewer> {
  const ids = [viewer.personId, ...others];
  await sql`select from person where id = any(${ids}::uuid[]) order by id for no key update`.execute(
    em.getKysely(),
  );
  return requireViewer(await refreshViewer(em, viewer));
}

/**
 * Looks whether a slot can be booked by somebody, in the transaction that holds both people. `but` is a talk that is
 * moved there, and counts no more where it was. Refuses with the reason.
 */
export async function requireBookable(
  em: Em,
  actor: Viewer,
  wanted: Wanted,
  but: string | null = null,
): Promise<Bookable> {
  const { adviserId, startsAt, minutes } = wanted;
  if (adviserId === actor.personId)
    throw notAllowed('NOT_YOURSELF', 'Nobody books a talk with themselves. Choose another adviser.');
  const adviser = (await readAdvisers(em, [adviserId])).get(adviserId);
  if (!adviser?.onBench) throw notFound('adviser');
  if (adviser.paused) throw new NotFree('ADVISER_PAUSED');
  const ahead = startsAt.getTime() - (await readNow(em)).getTime();
  if (ahead < HOUR_MS) throw new NotFree('SLOT_TOO_SOON');
  if (ahead > AHEAD_DAYS * DAY_MS) throw new NotFree('SLOT_NOT_OFFERED');
  const hours = (await readHours(em, [adviserId])).get(adviserId)!;
  const slot = slotsOfHours(hours, { from: startsAt, to: new Date(startsAt.getTime() + 1) }).find(
    (each) => each.minutes === minutes,
  );
  if (!slot) throw new NotFree('SLOT_NOT_OFFERED');
  const endsAt = new Date(startsAt.getTime() + minutes * 60_000);
  const byNewcomer = isNewHere(actor);
  await requireRoom(em, { actor, adviser, slot, endsAt, byNewcomer, but });
  return { actor, slot, endsAt, byNewcomer };
}

/** Whoever nobody here knows yet. */
const isNewHere = ({ standing, coordinator, roles, vouches }: Viewer) =>
  standing === 'NEW' && !coordinator && roles.size === 0 && vouches.size === 0;

interface Counts {
  given: number;
  givenToNew: number;
  mine: number;
  mineToCome: number;
  adviserAsks: boolean;
  actorAdvises: boolean;
}

async function requireRoom(
  em: Em,
  {
    actor,
    adviser: { personId: adviserId, weeklyLimit },
    slot,
    endsAt,
    byNewcomer,
    but,
  }: Bookable & { adviser: AdviserRow; but: string | null },
): Promise<void> {
  const { from, to } = weekOf(slot.startsAt, slot.timeZone);
  const inWeek = sql`starts_at >= ${from} and starts_at < ${to}`;
  const isMine = sql`booker_id = ${actor.personId} and state = 'BOOKED' and starts_at > clock_timestamp()`;
  const overlaps = sql`state = 'BOOKED' and tstzrange(starts_at, ends_at) && tstzrange(${slot.startsAt}, ${endsAt})`;
  const { rows } = await sql<Counts>`select
      count(*) filter (where adviser_id = ${adviserId} and ${inWeek})::int as given,
      count(*) filter (where adviser_id = ${adviserId} and ${inWeek} and by_newcomer)::int as "givenToNew",
      count(*) filter (where ${isMine} and ${inWeek})::int as mine,
      count(*) filter (where ${isMine})::int as "mineToCome",
      coalesce(bool_or(booker_id = ${adviserId} and ${overlaps}), false) as "adviserAsks",
      coalesce(bool_or(adviser_id = ${actor.personId} and ${overlaps}), false) as "actorAdvises"
    from booking where state <> 'CANCELLED' and id is distinct from ${but}::uuid
      and (adviser_id in (${adviserId}, ${actor.personId}) or booker_id in (${adviserId}, ${actor.personId}))`.execute(
    em.getKysely(),
  );
  const { given, givenToNew, mine, mineToCome, adviserAsks, actorAdvises } = rows[0]!;
  // The constraint sees two talks of one adviser, and two of one who asks; who is both has one time all the same.
  if (adviserAsks) throw new NotFree('SLOT_TAKEN');
  if (actorAdvises) throw new NotFree('YOU_ARE_BUSY');
  if (given >= weeklyLimit) throw new NotFree('ADVISER_WEEK_FULL');
  if (mine >= MOST_IN_WEEK) throw new NotFree('YOUR_WEEK_FULL');
  if (!byNewcomer) return;
  // Handles are free: what fresh ones can take from everybody has bounds.
  if (mineToCome > 0) throw new NotFree('NEWCOMER_HAS_ONE');
  if (givenToNew >= Math.ceil(weeklyLimit / 2)) throw new NotFree('NEWCOMERS_WEEK_FULL');
}

/** Runs what books a slot. Where it cannot be had, the refusal says why, and what is free with that adviser instead. */
export async function orFreeInstead<T>(
  services: Services,
  adviserId: string,
  run: () => Promise<T>,
): Promise<T> {
  try {
    return await run();
  } catch (error) {
    const why = whyNot(error);
    if (!why) throw error;
    const free = await readFreeSlots(services.orm.em.fork(), [adviserId], {});
    throw new SlotRefused(why, (free.get(adviserId) ?? []).slice(0, NAMED));
  }
}

function whyNot(error: unknown): SlotWhy | null {
  if (error instanceof NotFree) return error.why;
  const { constraint } = error as { constraint?: string };
  if (constraint === ADVISER_ONCE) return 'SLOT_TAKEN';
  return constraint === BOOKER_ONCE ? 'YOU_ARE_BUSY' : null;
}
