import { sql } from 'kysely';
import { addOfficeHours } from '../../../src/features/bench/change-hours.ts';
import { updateAdviser } from '../../../src/features/bench/update-adviser.ts';
import { setStanding } from '../../../src/core/trust/set-standing.ts';
import { anAdviser, freeSlots, letTalkBegin, QUESTION } from '../../support/a-bench.ts';
import { idOf, type Kind, type World } from '../world.ts';
import { lenaAdvises, theBench } from '../world/bench.ts';
import { type Change, NOBODYS_ID, ofNode, openChange } from './change.ts';

const clock = { from: '09:00', until: '12:00', slotMinutes: 60, timeZone: 'America/Chicago' };
const weekly = { ...clock, weekdays: [1], everyWeeks: 1, fromDate: '2026-12-01' };
const ofOurs: Pick<Change, 'about'> = { about: ({ ours }) => ({ organizationId: ours }) };

/** Approved work earns standing, and whoever is new here has to stay new. */
async function newStayNew({ services, people }: World): Promise<void> {
  const cora = people.coordinator.viewer!;
  const fresh = Object.values(people).filter(
    ({ viewer }) => viewer?.standing === 'NEW' && !viewer.coordinator,
  );
  for (const { viewer } of fresh)
    await setStanding(services, cora, { handle: viewer!.handle, standing: 'NEW' });
}

/** Those who may advise have said so: hours come after. */
async function allOffer(world: World): Promise<void> {
  await newStayNew(world);
  const { services, people } = world;
  for (const kind of ['vetted', 'lead', 'coordinator', 'blocked', 'vettedHolder'] as const)
    await updateAdviser(services, people[kind].viewer!, { topics: ['Anything'] });
}

/** A change of Vera's talk with Lena, which nobody else knows of. */
const ofTheTalk = (
  mutation: string,
  kinds: readonly Kind[],
  { hoursAgo, input }: { hoursAgo?: number; input: (world: World) => object | Promise<object> },
): Change => ({
  ...{ mutation, what: 'a talk of two others', ...ofOurs },
  make: async (world) => {
    const bookingId = await theBench(world);
    const more = await input(world);
    if (hoursAgo !== undefined) await letTalkBegin(world.services, bookingId, hoursAgo);
    const withId = (id: string) => ({ bookingId: ofNode('Booking', id), ...more });
    return { input: withId(bookingId), unknown: withId(NOBODYS_ID) };
  },
  readable: (_world, { kind }) => kinds.includes(kind),
});

/** Something of Lena's, by its id. */
const ofLena = (
  mutation: string,
  {
    table,
    of,
    name,
    more = {},
  }: { table: string; of: 'OfficeHours' | 'HoursException'; name: string; more?: object },
): Change => ({
  ...{ mutation, what: 'what is another one’s', ...ofOurs },
  make: async (world) => {
    await lenaAdvises(world);
    const { rows } = await sql<{ id: string }>`select id from ${sql.table(table)}`.execute(
      world.services.orm.em.fork().getKysely(),
    );
    const withId = (id: string) => ({ [name]: ofNode(of, id), ...more });
    return { input: withId(rows[0]!.id), unknown: withId(NOBODYS_ID) };
  },
  readable: (_world, { kind }) => kind === 'lead',
});

const later = async ({ services, people }: World) => {
  const [slot] = await freeSlots(services, people.lead.viewer!, 15);
  return { startsAt: slot!.startsAt.toISOString(), minutes: slot!.minutes };
};

/** The bench: who advises, their hours, and talks. */
export const ON_BENCH: Change[] = [
  openChange('updateAdviser', 'oneself', async (world) => {
    await newStayNew(world);
    return { topics: ['Filming a picket'] };
  }),
  openChange('leaveBench', 'oneself', () => ({ word: 'I move away' })),
  openChange('inviteAdviser', 'somebody', () => ({ handle: 'Tara' })),
  openChange('addOfficeHours', 'oneself', async (world) => {
    await allOffer(world);
    return weekly;
  }),
  openChange('addHoursException', 'oneself', async (world) => {
    await allOffer(world);
    return { onDate: new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10) };
  }),
  ofLena('removeOfficeHours', { table: 'office_hours', of: 'OfficeHours', name: 'hoursId' }),
  ofLena('updateOfficeHours', { table: 'office_hours', of: 'OfficeHours', name: 'hoursId', more: weekly }),
  ofLena('removeHoursException', { table: 'hours_exception', of: 'HoursException', name: 'exceptionId' }),
  openChange('removeAdviser', 'somebody', async (world) => {
    await lenaAdvises(world);
    await addOfficeHours(world.services, world.people.lead.viewer!, weekly);
    return { adviserId: ofNode('Adviser', idOf(world, 'lead')), word: 'We talked about it' };
  }),
  openChange('bookSlot', 'somebody’s time', async (world) => {
    await lenaAdvises(world);
    const { services, people } = world;
    const adviser = await anAdviser(services, people.coordinator.viewer!);
    const [slot] = await freeSlots(services, adviser, 3);
    const { startsAt, minutes } = slot!;
    const adviserId = ofNode('Adviser', adviser.personId);
    return { adviserId, startsAt: startsAt.toISOString(), minutes, question: QUESTION };
  }),
  ofTheTalk('rescheduleBooking', ['vetted'], { input: later }),
  ofTheTalk('cancelBooking', ['lead', 'vetted'], { input: () => ({ word: 'My shift was changed' }) }),
  ofTheTalk('reportNoShow', ['lead', 'vetted'], { hoursAgo: 2, input: () => ({ word: 'I waited' }) }),
  ofTheTalk('writeBookingNote', ['lead', 'vetted'], { hoursAgo: 2, input: () => ({ note: 'Film hands' }) }),
];
