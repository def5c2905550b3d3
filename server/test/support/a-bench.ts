import { sql } from 'kysely';
import { addOfficeHours } from '../../src/features/bench/change-hours.ts';
import { readFreeSlots } from '../../src/features/bench/free-slots.ts';
import type { Slot } from '../../src/features/bench/slots-of-hours.ts';
import { updateAdviser } from '../../src/features/bench/update-adviser.ts';
import type { Viewer } from '../../src/core/access/viewer.ts';
import { setStanding } from '../../src/core/trust/set-standing.ts';
import type { Services } from '../../src/platform/services.ts';
import { aHandle } from './local-on-strike.ts';
import { asNow, newcomer } from './people.ts';

export const QUESTION = 'How do we film the picket so that faces stay out of it?';

/** Hours on every day, from nine to nine. */
const EVERY_DAY = {
  ...{
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    everyWeeks: 1,
    fromDate: '2026-01-01',
    from: '09:00',
    until: '21:00',
  },
  ...{ slotMinutes: 60, timeZone: 'America/Chicago' },
};

/** Somebody on the bench who has hours on every day. */
export async function anAdviser(
  services: Services,
  coordinator: Viewer,
  {
    weeklyLimit = 20,
    hours = [{}],
    handle = aHandle(),
  }: { weeklyLimit?: number; hours?: Partial<typeof EVERY_DAY>[]; handle?: string } = {},
): Promise<Viewer> {
  const viewer = await someKnown(services, coordinator, handle);
  await updateAdviser(services, viewer, {
    topics: ['Filming a picket'],
    about: 'Ten years of it',
    weeklyLimit,
  });
  for (const each of hours) await addOfficeHours(services, viewer, { ...EVERY_DAY, ...each });
  return viewer;
}

/** Somebody of standing: they have two talks in a week. */
export async function someKnown(
  services: Services,
  coordinator: Viewer,
  handle = aHandle(),
): Promise<Viewer> {
  const viewer = await newcomer(services, handle);
  await setStanding(services, coordinator, { handle, standing: 'VETTED', note: 'Known' });
  return asNow(services, viewer);
}

/** What is free with somebody from `inDays` days from now on. */
export async function freeSlots(services: Services, adviser: Viewer, inDays = 0): Promise<Slot[]> {
  const from = new Date(Date.now() + inDays * 86_400_000);
  const free = await readFreeSlots(services.orm.em.fork(), [adviser.personId], { from });
  return free.get(adviser.personId) ?? [];
}

/** So many hours pass, for a talk. */
export async function letTalkBegin(services: Services, bookingId: string, hoursAgo: number): Promise<void> {
  await sql`update booking set (starts_at, ends_at) = (select moved, moved + (ends_at - starts_at)
    from (select clock_timestamp() - make_interval(secs => ${hoursAgo * 3600}) as moved) as passed)
    where id = ${bookingId}`.execute(services.orm.em.fork().getKysely());
}
