import { sql } from 'kysely';
import { bookSlot } from '../../src/features/bench/book-slot.ts';
import { cancelBooking } from '../../src/features/bench/end-booking.ts';
import { rescheduleBooking } from '../../src/features/bench/reschedule-booking.ts';
import { SlotRefused } from '../../src/features/bench/slot-refused.ts';
import type { Slot } from '../../src/features/bench/slots-of-hours.ts';
import type { Viewer } from '../../src/core/access/viewer.ts';
import { Refusal } from '../../src/platform/refusal/refusal.ts';
import type { Services } from '../../src/platform/services.ts';
import { anAdviser, freeSlots, QUESTION, someKnown } from './a-bench.ts';

const CONTENDERS = 8;
/** Lengths that never fall together but at the full hour. */
const LENGTHS = [{ slotMinutes: 60 }, { slotMinutes: 45 }, { slotMinutes: 30 }, { slotMinutes: 20 }];
/** Slots around one hour that overlap with it or with each other. */
const ROUND_SLOTS = 12;

/** Eight people and two advisers, who are contenders of each other too. */
export interface BenchRace {
  /** All ask at once, for slots that overlap; some move or cancel what they have. Returns what was wrong, in words. */
  round(number: number): Promise<string[]>;
}

/** How many of what became, over all rounds. */
export interface Tally {
  booked: number;
  moved: number;
  cancelled: number;
  refused: number;
}

export async function openBenchRace(
  services: Services,
  coordinator: Viewer,
  tally: Tally = { booked: 0, moved: 0, cancelled: 0, refused: 0 },
): Promise<BenchRace & { tally: Tally }> {
  const advisers: Viewer[] = [];
  for (let count = 0; count < 2; count += 1)
    advisers.push(await anAdviser(services, coordinator, { hours: LENGTHS }));
  const people = [...advisers];
  while (people.length < CONTENDERS) people.push(await someKnown(services, coordinator));
  const slots = await Promise.all(advisers.map((adviser) => freeSlots(services, adviser, 1)));
  const random = numbers(20_261_129);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  /** Talks with who has them, as they were told. */
  const has = new Map<string, Viewer>();

  /** Time passes: nobody's week is full of what was booked rounds ago. */
  const clear = async () => {
    has.clear();
    await sql`delete from booking`.execute(services.orm.em.fork().getKysely());
  };

  const slotFor = (person: Viewer, from: number) => {
    const adviser = pick(advisers.filter((each) => each !== person));
    const { startsAt, minutes }: Slot = pick(
      slots[advisers.indexOf(adviser)]!.slice(from, from + ROUND_SLOTS),
    );
    return { startsAt, minutes, adviserId: adviser.personId };
  };
  const tried = async (what: 'booked' | 'moved' | 'cancelled', act: () => Promise<unknown>) => {
    try {
      await act();
      tally[what] += 1;
      return [];
    } catch (error) {
      if (!(error instanceof SlotRefused)) return [`${what}: ${describe(error)}`];
      tally.refused += 1;
      const { length } = error.freeSlots;
      return length < 3 ? [`${what}: only ${length} named instead`] : [];
    }
  };
  const book = (person: Viewer, from: number) =>
    tried('booked', async () =>
      has.set(await bookSlot(services, person, { ...slotFor(person, from), question: QUESTION }), person),
    );
  const move = (person: Viewer, bookingId: string, from: number) =>
    tried('moved', async () => {
      const moved = await rescheduleBooking(services, person, { ...slotFor(person, from), bookingId });
      has.delete(bookingId);
      has.set(moved, person);
    });
  const cancel = (person: Viewer, bookingId: string) =>
    tried('cancelled', async () => {
      await cancelBooking(services, person, { bookingId, word: 'No time' });
      has.delete(bookingId);
    });
  /** Two tabs of one person: one books, the other one does something with what they have. */
  const act = (person: Viewer, from: number) => {
    const own = [...has].find(([, who]) => who === person)?.[0];
    if (own === undefined) return [book(person, from), book(person, from)];
    return [book(person, from), pick([move, move, cancel])(person, own, from)];
  };

  return {
    tally,
    round: async (number) => {
      if (number % 3 === 0) await clear();
      const from = Math.floor(random() * (Math.min(...slots.map(({ length }) => length)) - ROUND_SLOTS));
      const wasEmpty = has.size === 0;
      const told = await Promise.all(people.flatMap((person) => act(person, from)));
      const faults = [
        ...told.flat(),
        ...(await lookForOverlaps(services)),
        ...(await lookForLost(services, has)),
        ...(await lookForThird(services)),
      ];
      if (wasEmpty && has.size === 0) faults.push('everything was free, and nobody got a talk');
      return faults.map((fault) => `round ${number}: ${fault}`);
    },
  };
}

const describe = (error: unknown) =>
  error instanceof Refusal ? `${error.code} ${error.why}: ${error.message}` : String(error);

/** People who are in two talks at one time, in whichever part. */
async function lookForOverlaps(services: Services): Promise<string[]> {
  const { rows } = await sql<{ fault: string }>`
    with seat as (select booking.id, person, starts_at, ends_at from booking, unnest(array[adviser_id, booker_id]) person
      where state = 'BOOKED')
    select one.person || ' is in two talks: ' || one.starts_at || ' to ' || one.ends_at || ', and '
      || other.starts_at || ' to ' || other.ends_at as fault
    from seat one join seat other on other.person = one.person and other.id > one.id
      and other.starts_at < one.ends_at and other.ends_at > one.starts_at`.execute(
    services.orm.em.fork().getKysely(),
  );
  return rows.map(({ fault }) => fault);
}

/** Talks that somebody was told they have and that are not there, or the other way round. */
async function lookForLost(services: Services, has: ReadonlyMap<string, Viewer>): Promise<string[]> {
  const { rows } = await sql<{ id: string; booker: string }>`select id, booker_id as booker from booking
    where state = 'BOOKED'`.execute(services.orm.em.fork().getKysely());
  const there = new Map(rows.map(({ id, booker }) => [id, booker]));
  const lost = [...has].filter(([id, person]) => there.get(id) !== person.personId);
  return [
    ...lost.map(([, person]) => `${person.handle} was told of a talk that is not there`),
    ...rows.filter(({ id }) => !has.has(id)).map(({ id }) => `nobody was told of the talk ${id}`),
  ];
}

/** People who asked for more talks in a week than one may. */
async function lookForThird(services: Services): Promise<string[]> {
  const { rows } = await sql<{
    count: number;
  }>`select count(*)::int as count from booking where state = 'BOOKED'
    group by booker_id, date_trunc('week', starts_at at time zone time_zone) having count(*) > 2`.execute(
    services.orm.em.fork().getKysely(),
  );
  return rows.map(({ count }) => `somebody has ${count} talks in a week`);
}

/** Numbers from 0 to 1, the same each time (mulberry32): a fault comes again. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
