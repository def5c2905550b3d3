import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anAdviser, freeSlots, QUESTION, someKnown } from '../../../test/support/a-bench.ts';
import { anEvent, type Hosts, hosts, wallIn } from '../../../test/support/an-event.ts';
import { countStatements } from '../../../test/support/count-statements.ts';
import {
  aCard,
  type LocalOnStrike,
  localOnStrike,
  refusalOf,
} from '../../../test/support/local-on-strike.ts';
import { asNow, newcomer } from '../../../test/support/people.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { readerOf, type Viewer } from '../../core/access/viewer.ts';
import { updateCampaign } from '../../core/board/update-campaign.ts';
import { claimCard } from '../../core/card/claim-card.ts';
import { setRole } from '../../core/trust/set-role.ts';
import { bookSlot } from '../bench/book-slot.ts';
import { register } from '../registration/register.ts';
import { requireRange } from './range.ts';
import { type CalendarAsked, CalendarKind, joined, readCalendar } from './read-calendar.ts';

let database: TestDatabase;
let services: TestServices;
let strike: LocalOnStrike;
let by: Hosts;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  strike = await localOnStrike(services);
  by = await hosts(services);
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000);
const kinds = Object.values(CalendarKind);

/** What somebody sees of the next weeks, as "KIND title". */
async function seen(viewer: Viewer | null, asked: Partial<CalendarAsked> = {}): Promise<string[]> {
  const { items } = await readCalendar(
    services.orm.em.fork(),
    { from: new Date(), to: inHours(24 * 30), kinds, mine: false, ...asked },
    { reader: readerOf(viewer), viewer },
  );
  return items.map(({ kind, title }) => `${kind} ${title}`.trim());
}

/** Somebody with a role in the local on strike. */
async function ofTheLocal(role: 'ORGANIZER' | 'MEMBER'): Promise<Viewer> {
  const viewer = await newcomer(
    services,
    `cal-${role.toLowerCase()}-${Math.random().toString(36).slice(2, 8)}`,
  );
  const { organizationId } = strike;
  await setRole(services, strike.carmen, { organizationId, handle: viewer.handle, role });
  return asNow(services, viewer);
}

test('a hidden T-0 is in the calendar of the team alone, and so is what is due by it', async () => {
  const here = await localOnStrike(services, {
    title: 'Hidden hour',
    startsAt: inHours(50),
    startHidden: true,
  });
  const words = { holder: here.vetted };
  await aCard(services, here, 'CLAIMED', {
    ...words,
    title: 'Gives it away',
    dueOffsetHours: 5,
    dueAt: null,
  });
  await aCard(services, here, 'CLAIMED', { ...words, title: 'Does not', dueAt: inHours(60) });
  const of = { campaignId: here.campaignId };
  expect(await seen(null, of)).toEqual(['DUE Does not']);
  expect(await seen(here.carmen, of)).toEqual(['START Hidden hour', 'DUE Gives it away', 'DUE Does not']);
  await updateCampaign(services, here.organizer, { campaignId: here.campaignId, startHidden: false });
  expect(await seen(null, of)).toEqual(['START Hidden hour', 'DUE Gives it away', 'DUE Does not']);
  await updateCampaign(services, here.organizer, { campaignId: here.campaignId, ended: true });
  expect(await seen(here.carmen, of)).toEqual([]);
});

test('of cards one sees without a campaign what is in one’s hands', async () => {
  const who = await someKnown(services, strike.carmen);
  const { id: cardId } = await aCard(services, strike, 'OPEN', { title: 'Mine soon', dueAt: inHours(30) });
  await aCard(services, strike, 'OPEN', { title: 'Nobody’s', dueAt: inHours(31) });
  const due = { kinds: ['DUE'] as const };
  expect(await seen(who, due)).toEqual([]);
  expect(await seen(null, due)).toEqual([]);
  await claimCard(services, who.personId, { cardId });
  expect(await seen(who, due)).toEqual(['DUE Mine soon']);
  const of = { ...due, campaignId: strike.campaignId };
  expect(await seen(null, of)).toEqual(['DUE Mine soon', 'DUE Nobody’s']);
  expect(await seen(who, { ...of, mine: true })).toEqual(['DUE Mine soon']);
});

test('events and sessions are those one may read; one’s own are where one has a place or a role', async () => {
  const open = await anEvent(services, by, {
    title: 'For all',
    startsWall: wallIn(40),
    endsWall: wallIn(43),
  });
  await anEvent(services, by, { title: 'For us', sensitivity: 'TEAM' });
  const asked = { kinds: ['EVENT', 'SESSION'] as const, organizationId: by.organizationId };
  expect(await seen(null, asked)).toEqual(['EVENT For all']);
  expect(await seen(by.member, asked)).toEqual(['EVENT For all', 'EVENT For us']);
  expect(await seen(by.stranger, { ...asked, mine: true })).toEqual([]);
  await register(services, by.stranger, { eventId: open, seat: 'ROOM', people: 1 });
  expect(await seen(by.stranger, { ...asked, mine: true })).toEqual(['EVENT For all']);
  // One that is on began before, and goes on.
  expect(await seen(null, { ...asked, from: inHours(41), to: inHours(42) })).toEqual(['EVENT For all']);
  expect(await seen(null, { ...asked, from: inHours(44), to: inHours(45) })).toEqual([]);
});

test('a talk is told to its two and to nobody else; hours are what is free, in one piece', async () => {
  const ada = await anAdviser(services, strike.carmen);
  const bo = await someKnown(services, strike.carmen);
  const [, next] = await freeSlots(services, ada, 2);
  await bookSlot(services, bo, { ...next!, adviserId: ada.personId, question: QUESTION });
  const talks = { kinds: ['TALK'] as const };
  for (const viewer of [ada, bo]) expect(await seen(viewer, talks)).toEqual(['TALK']);
  for (const viewer of [null, strike.carmen, by.organizer]) expect(await seen(viewer, talks)).toEqual([]);
  const { items } = await readCalendar(
    services.orm.em.fork(),
    { from: inHours(24), to: inHours(24 * 4), kinds: ['HOURS'], mine: true },
    { reader: readerOf(ada), viewer: ada },
  );
  // The hour that is taken parts a day.
  const { startsAt } = next!;
  expect(items.every(({ at, until }) => until! <= startsAt || at > startsAt)).toBe(true);
  expect(items.length).toBeGreaterThan(2);
  // As on the bench: nobody is told when somebody has time who is not signed in.
  const hours = { kinds: ['HOURS'] as const };
  expect(await seen(null, hours)).toEqual([]);
  expect((await seen(bo, hours)).length).toBeGreaterThan(0);
});

test('it costs the same whatever it finds', async () => {
  const member = await ofTheLocal('MEMBER');
  const ask = () => seen(member);
  const before = await countStatements(ask);
  for (let more = 0; more < 5; more += 1) await anEvent(services, by, { title: `More ${more}` });
  expect(await countStatements(ask)).toBe(before);
});

test('neighbours become one stretch, and nothing is added or lost', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({ pause: fc.integer({ min: 0, max: 2 }), minutes: fc.constantFrom(20, 30, 45, 60) }),
      ),
      (plan) => {
        let at = Date.UTC(2027, 0, 1);
        const slots = plan.map(({ pause, minutes }) => {
          const startsAt = new Date(at + pause * 600_000);
          at = startsAt.getTime() + minutes * 60_000;
          return { startsAt, minutes, timeZone: 'UTC' };
        });
        const stretches = joined(slots);
        const length = (of: { startsAt: Date; endsAt: Date }) => of.endsAt.getTime() - of.startsAt.getTime();
        expect(stretches.reduce((sum, each) => sum + length(each), 0)).toBe(
          slots.reduce((sum, { minutes }) => sum + minutes * 60_000, 0),
        );
        for (const [index, { endsAt }] of stretches.entries())
          expect(stretches[index + 1]?.startsAt.getTime() ?? Infinity).toBeGreaterThan(endsAt.getTime());
      },
    ),
  );
});

test('a time that is too long, ends before it begins or lies in no year of ours is refused', async () => {
  const reason = async (from: string, to: string) => {
    const refusal = await refusalOf(
      Promise.resolve().then(() => requireRange({ from: new Date(from), to: new Date(to) })),
    );
    return refusal as unknown as { field: string; reason: string };
  };
  expect(await reason('2027-01-01', '2027-01-01')).toMatchObject({ field: 'to', reason: 'OUT_OF_RANGE' });
  expect(await reason('2027-01-01', '2027-04-01')).toMatchObject({ field: 'to', reason: 'OUT_OF_RANGE' });
  expect(await reason('1850-01-01', '2027-04-01')).toMatchObject({ field: 'from', reason: 'OUT_OF_RANGE' });
  requireRange({ from: new Date('2027-01-01'), to: new Date('2027-03-04') });
});
