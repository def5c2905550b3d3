import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import { refreshViewer, requireViewer, type Viewer } from '../../core/access/viewer.ts';
import type { Em } from '../../platform/db/orm.ts';
import { takeClock, takeDay } from '../../platform/input/day.ts';
import { takeTimeZone } from '../../platform/input/time-zone.ts';
import { requireAsRead } from '../../platform/input/as-read.ts';
import { InvalidInput, notFound, wrongStage } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { SLOT_LENGTHS } from './office-hours.entity.ts';
import { readHoursRows } from './read-bench.ts';
import { holdOffer } from './update-adviser.ts';

/** Rules, and dates out of rule, that one adviser has at most. */
export const MOST_RULES = 7;
export const MOST_EXCEPTIONS = 60;
/** So long is one stretch of hours at most (min). */
const MOST_MINUTES = 720;

/** Hours on the clock of a place, as they come in. */
interface ClockInput {
  from: string;
  until: string;
  slotMinutes: number;
  timeZone: string;
}

export interface OfficeHoursInput extends ClockInput {
  weekdays: readonly number[];
  everyWeeks: number;
  fromDate: string;
  untilDate?: string | null | undefined;
}

/** Adds hours that come again. Refuses times and days that are none, and more rules than anybody needs. */
export async function addOfficeHours(
  services: Services,
  viewer: Viewer,
  input: OfficeHoursInput,
): Promise<void> {
  const rule = takeRule(input);
  await inOffer(services, viewer, async (em, personId) => {
    await requireRoomFor(em, { table: 'office_hours', personId, most: MOST_RULES, field: 'weekdays' });
    await em
      .getKysely()
      .insertInto('office_hours')
      .values({ id: newId(), person_id: personId, ...columnsOf(rule) } as never)
      .execute();
  });
}

/**
 * Changes hours that come again, as one thing: what is given takes their place. Talks that are booked in them stay.
 * Refuses what is not as `asRead` says any more.
 */
export async function updateOfficeHours(
  services: Services,
  viewer: Viewer,
  input: OfficeHoursInput & { hoursId: string; asRead?: OfficeHoursInput | null | undefined },
): Promise<void> {
  const rule = takeRule(input);
  const mine = async (em: Em, personId: string) =>
    (await readHoursRows(em, [personId])).get(personId)?.find(({ id }) => id === input.hoursId);
  // Whoever has no such hours hears nothing else than that.
  if (!(await mine(services.orm.em.fork(), requireViewer(viewer).personId))) throw notFound('hours');
  await inOffer(services, viewer, async (em, personId) => {
    const found = await mine(em, personId);
    if (!found) throw notFound('hours');
    const asClocks = (row: Omit<typeof rule, 'weekdays'> & { weekdays: readonly number[] }) => ({
      ...row,
      from: clockOf(row.fromMinute),
      until: clockOf(row.untilMinute),
    });
    requireAsRead(input.asRead && { ...input.asRead }, asClocks(found), asClocks(rule));
    await em
      .getKysely()
      .updateTable('office_hours')
      .set(columnsOf(rule) as never)
      .where('id', '=', found.id)
      .execute();
  });
}

/** What clocks show so many minutes after midnight. */
export const clockOf = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

function takeRule(input: OfficeHoursInput) {
  const weekdays = [...new Set(input.weekdays)].sort();
  if (weekdays.length === 0) throw new InvalidInput('weekdays', 'EMPTY', 'Choose a day of the week.');
  if (!weekdays.every((day) => Number.isInteger(day) && day >= 1 && day <= 7))
    throw new InvalidInput('weekdays', 'OUT_OF_RANGE', 'Days of the week are 1 (Monday) to 7.');
  if (input.everyWeeks !== 1 && input.everyWeeks !== 2)
    throw new InvalidInput('everyWeeks', 'OUT_OF_RANGE', 'Each week is 1, every other week is 2.');
  const { fromMinute, untilMinute, slotMinutes, timeZone } = takeHours(input);
  const fromDate = neededDay(input.fromDate, 'fromDate');
  const untilDate = takeDay(input.untilDate, 'untilDate') ?? null;
  if (untilDate !== null && untilDate < fromDate)
    throw new InvalidInput('untilDate', 'OUT_OF_RANGE', 'Hours end on the day they begin, or later.');
  const { everyWeeks } = input;
  return { weekdays, everyWeeks, fromDate, untilDate, fromMinute, untilMinute, slotMinutes, timeZone };
}

const columnsOf = (rule: ReturnType<typeof takeRule>) => ({
  ...{ weekdays: rule.weekdays, every_weeks: rule.everyWeeks, time_zone: rule.timeZone },
  ...{ from_date: rule.fromDate, until_date: rule.untilDate, from_minute: rule.fromMinute },
  ...{ until_minute: rule.untilMinute, slot_minutes: rule.slotMinutes },
});

/** Says of one date that nothing is on it; or, with hours, that there are some beside what the rules say. */
export async function addHoursException(
  services: Services,
  viewer: Viewer,
  { onDate, hours }: { onDate: string; hours?: ClockInput | null | undefined },
): Promise<void> {
  const date = neededDay(onDate, 'onDate');
  const taken = hours ? takeHours(hours) : null;
  await inOffer(services, viewer, async (em, personId) => {
    const { rows } = await sql`select where ${date}::date < current_date - 1`.execute(em.getKysely());
    if (rows.length > 0) throw new InvalidInput('onDate', 'PAST', 'This day has passed. Choose a later one.');
    await requireRoomFor(em, { table: 'hours_exception', personId, most: MOST_EXCEPTIONS, field: 'onDate' });
    await sql`insert into hours_exception (id, person_id, on_date, from_minute, until_minute, slot_minutes, time_zone)
      select ${newId()}, ${personId}, ${date}::date, ${taken?.fromMinute ?? null}::int,
        ${taken?.untilMinute ?? null}::int, ${taken?.slotMinutes ?? null}::int, ${taken?.timeZone ?? null}
      where not exists (select from hours_exception where person_id = ${personId} and on_date = ${date}::date
        and from_minute is not distinct from ${taken?.fromMinute ?? null}::int)`.execute(em.getKysely());
  });
}

/** Takes hours away. Talks that are booked in them stay. Whoever may advise no more can still do it. */
export const removeOfficeHours = (services: Services, viewer: Viewer, id: string) =>
  removeRow(services, viewer, { table: 'office_hours', id });
export const removeHoursException = (services: Services, viewer: Viewer, id: string) =>
  removeRow(services, viewer, { table: 'hours_exception', id });

async function removeRow(
  services: Services,
  viewer: Viewer,
  { table, id }: { table: string; id: string },
): Promise<void> {
  await services.orm.em.fork().transactional(async (em) => {
    const { personId } = requireViewer(await refreshViewer(em, viewer));
    const { rows } = await sql`delete from ${sql.table(table)} where id = ${id} and person_id = ${personId}
      returning id`.execute(em.getKysely());
    if (rows.length === 0) throw notFound('hours');
  });
}

/** In a transaction that holds what the viewer offers. */
async function inOffer(
  services: Services,
  viewer: Viewer,
  change: (em: Em, personId: string) => Promise<void>,
): Promise<void> {
  await services.orm.em.fork().transactional(async (em) => {
    const { personId, offeredAt } = await holdOffer(em, viewer);
    if (!offeredAt) throw wrongStage('OFFER_FIRST', 'First say what one can ask you. Then come your hours.');
    await change(em, personId);
  });
}

async function requireRoomFor(
  em: Em,
  { table, personId, most, field }: { table: string; personId: string; most: number; field: string },
): Promise<void> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${sql.table(table)}
    where person_id = ${personId}`.execute(em.getKysely());
  if (rows[0]!.count < most) return;
  throw new InvalidInput(field, 'TOO_MANY', `Keep it to ${most}. Remove one first.`, { limit: most });
}

function neededDay(value: string, field: string): string {
  const day = takeDay(value, field);
  if (!day) throw new InvalidInput(field, 'EMPTY', 'Choose a day.');
  return day;
}

function takeHours({ from, until, slotMinutes, timeZone }: ClockInput) {
  const fromMinute = takeClock(from, 'from');
  // Midnight ends a day as well as it begins the next.
  const untilMinute = takeClock(until, 'until') || 1440;
  if (!SLOT_LENGTHS.some((length) => length === slotMinutes))
    throw new InvalidInput(
      'slotMinutes',
      'OUT_OF_RANGE',
      `A talk is ${SLOT_LENGTHS.join(', ')} minutes long.`,
    );
  if (untilMinute - fromMinute < slotMinutes)
    throw new InvalidInput(
      'until',
      'OUT_OF_RANGE',
      'Hours end on the day they begin, and hold one talk at least.',
    );
  if (untilMinute - fromMinute > MOST_MINUTES)
    throw new InvalidInput('until', 'OUT_OF_RANGE', 'Hours are twelve at most in one stretch.');
  return { fromMinute, untilMinute, slotMinutes, timeZone: takeTimeZone(timeZone) };
}
