import { sql } from 'kysely';
import type { Em } from '../../platform/db/orm.ts';
import { type AdviserRow, readAdvisers, readHours } from './read-bench.ts';
import { type Slot, slotsOfHours, weekOf } from './slots-of-hours.ts';

/** A talk is booked so long before it at least: somebody has to see it come. */
export const HOUR_MS = 3_600_000;
/** How far ahead talks can be booked (days). */
export const AHEAD_DAYS = 180;
/** And over how much of that one looks at once. */
export const MOST_DAYS = 60;
export const DAY_MS = 86_400_000;
/** Free slots that are told at once. */
export const MOST_SLOTS = 200;

interface Taken {
  personId: string;
  asAdviser: boolean;
  startsAt: Date;
  endsAt: Date;
  /** Whether it still will be: one that was missed counts for the week alone. */
  isBooked: boolean;
}

/**
 * What can be booked with each of these people, soonest first: what their hours come to, without what is taken, begins
 * within the hour, or lies in a week that is full. Four queries, however many are asked about.
 */
export async function readFreeSlots(
  em: Em,
  personIds: readonly string[],
  range: { from?: Date | null | undefined; to?: Date | null | undefined },
): Promise<Map<string, Slot[]>> {
  const advisers = await readAdvisers(em, personIds);
  const now = await readNow(em);
  const earliest = new Date(now.getTime() + HOUR_MS);
  const from = range.from && range.from > earliest ? range.from : earliest;
  const latest = new Date(Math.min(from.getTime() + MOST_DAYS * DAY_MS, now.getTime() + AHEAD_DAYS * DAY_MS));
  const to = range.to && range.to < latest ? range.to : latest;
  const open = [...advisers.values()].filter(({ onBench, paused }) => onBench && !paused);
  const ids = open.map(({ personId }) => personId);
  if (ids.length === 0 || from >= to) return new Map();
  const hours = await readHours(em, ids);
  const taken = await readTaken(em, ids, { from, to });
  return new Map(
    open.map((adviser) => {
      const slots = slotsOfHours(hours.get(adviser.personId)!, { from, to });
      return [adviser.personId, slots.filter(isFree(adviser, taken.get(adviser.personId) ?? []))];
    }),
  );
}

/** The database's clock. */
export async function readNow(em: Em): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(em.getKysely());
  return rows[0]!.now;
}

/** Whatever lies in a week that the range touches. */
async function readTaken(em: Em, ids: readonly string[], { from, to }: { from: Date; to: Date }) {
  const { rows } = await sql<Taken>`
    select person.id as "personId", adviser_id = person.id as "asAdviser", starts_at as "startsAt",
      ends_at as "endsAt", state = 'BOOKED' as "isBooked"
    from unnest(${ids}::uuid[]) as person(id) join booking on person.id in (adviser_id, booker_id)
    where state <> 'CANCELLED' and starts_at > ${from}::timestamptz - interval '8 days'
      and starts_at < ${to}::timestamptz + interval '8 days'`.execute(em.getKysely());
  return Map.groupBy(rows, ({ personId }) => personId);
}

function isFree({ weeklyLimit }: AdviserRow, taken: readonly Taken[]): (slot: Slot) => boolean {
  const given = taken.filter(({ asAdviser }) => asAdviser);
  // Where a week begins is reckoned once for each.
  const weeks: { from: Date; to: Date; timeZone: string; isFull: boolean }[] = [];
  const isFull = ({ startsAt, timeZone }: Slot) => {
    if (given.length < weeklyLimit) return false;
    const isIn = ({ from, to }: { from: Date; to: Date }, at: Date) => at >= from && at < to;
    const known = weeks.find((week) => week.timeZone === timeZone && isIn(week, startsAt));
    if (known) return known.isFull;
    const week = weekOf(startsAt, timeZone);
    const isSo = given.filter((talk) => isIn(week, talk.startsAt)).length >= weeklyLimit;
    weeks.push({ ...week, timeZone, isFull: isSo });
    return isSo;
  };
  return (slot) => {
    const ends = slot.startsAt.getTime() + slot.minutes * 60_000;
    const overlaps = ({ startsAt, endsAt }: Taken) =>
      startsAt.getTime() < ends && endsAt.getTime() > slot.startsAt.getTime();
    return !taken.some((talk) => talk.isBooked && overlaps(talk)) && !isFull(slot);
  };
}
