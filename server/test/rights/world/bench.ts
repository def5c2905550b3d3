import { sql } from 'kysely';
import { bookSlot } from '../../../src/features/bench/book-slot.ts';
import { inviteAdviser } from '../../../src/features/bench/change-bench.ts';
import { addHoursException, addOfficeHours } from '../../../src/features/bench/change-hours.ts';
import { updateAdviser } from '../../../src/features/bench/update-adviser.ts';
import { freeSlots, QUESTION } from '../../support/a-bench.ts';
import { idOf, type World } from './people.ts';

const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const clock = { from: '09:00', until: '12:00', slotMinutes: 60, timeZone: 'America/Chicago' };

/** Lena advises, on days that are not so near that their hours pass while a test looks. */
export async function lenaAdvises({ services, people }: World): Promise<void> {
  const lena = people.lead.viewer!;
  const db = services.orm.em.fork().getKysely();
  for (const table of ['booking', 'office_hours', 'hours_exception'])
    await sql`delete from ${sql.table(table)}`.execute(db);
  await inviteAdviser(services, people.coordinator.viewer!, { handle: lena.handle });
  await updateAdviser(services, lena, {
    ...{
      topics: ['Filming a picket'],
      about: 'Ten years of it',
      skills: ['ONLINE_VIDEO'],
      languages: ['en'],
    },
    ...{ meetAt: 'https://meet.example.org/lena', weeklyLimit: 20 },
  });
  const weekly = { weekdays: [1, 2, 3, 4, 5, 6, 7], everyWeeks: 1, fromDate: dayIn(8), untilDate: dayIn(28) };
  await addOfficeHours(services, lena, { ...weekly, ...clock });
  await addHoursException(services, lena, { onDate: dayIn(20) });
}

/** Lena has hours, and Vera booked one of them; returns its row id. */
export async function theBench(world: World): Promise<string> {
  await lenaAdvises(world);
  const { services, people } = world;
  const [slot] = await freeSlots(services, people.lead.viewer!);
  const vera = people.vetted.viewer!;
  return bookSlot(services, vera, { ...slot!, adviserId: idOf(world, 'lead'), question: QUESTION });
}
