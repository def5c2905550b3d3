import 'reflect-metadata';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { anOpening, openingWords } from '../../../test/support/an-opening.ts';
import {
  aCard,
  aHandle,
  codeOf,
  type LocalOnStrike,
  localOnStrike,
  refusalOf,
} from '../../../test/support/local-on-strike.ts';
import { asNow, newcomer } from '../../../test/support/people.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { features } from '../../app/features.ts';
import { runJob } from '../../app/jobs-of-features.ts';
import type { Viewer } from '../../core/access/viewer.ts';
import { blockPerson } from '../../core/trust/block-person.ts';
import { setRole } from '../../core/trust/set-role.ts';
import { answerApplication } from './answer-application.ts';
import { applyForOpening, MAX_A_DAY, withdrawApplication } from './apply.ts';
import { eraseOpenings } from './erase-openings.ts';
import { opening as feature } from './feature.ts';
import { OPENING_QUEUE } from './overdue.ts';
import { type ApplicationRow, readApplications } from './read-applications.ts';
import { listOpenings, type OpeningRow, placeOf, readOpenings } from './read-openings.ts';
import type { RecordField } from './own-record.ts';
import { closeOpening, MAX_OPEN, updateOpening } from './write-opening.ts';

let database: TestDatabase;
let services: TestServices;
let strike: LocalOnStrike;
/** An organizer, and two who look for work. */
let olga: Viewer;
let ana: Viewer;
let bo: Viewer;
let openingId: string;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
});
beforeEach(async () => {
  strike = await localOnStrike(services);
  olga = await newcomer(services, aHandle());
  await setRole(services, strike.carmen, {
    organizationId: strike.organizationId,
    handle: olga.handle,
    role: 'ORGANIZER',
  });
  olga = await asNow(services, olga);
  [ana, bo] = [await newcomer(services, aHandle()), await newcomer(services, aHandle())];
  openingId = await anOpening(services, olga, ours());
  await sql`delete from notification`.execute(db());
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

const db = () => services.orm.em.fork().getKysely();
const em = () => services.orm.em.fork();
const ours = () => ({ organizationId: strike.organizationId, campaignId: strike.campaignId });
async function opening(id = openingId): Promise<OpeningRow> {
  return (await readOpenings(em(), sql`opening.id = ${id}`))[0]!;
}
async function application(id: string): Promise<ApplicationRow> {
  return (await readApplications(em(), sql`id = ${id}`))[0]!;
}
const apply = (who = ana, shares: RecordField[] = ['HANDLE'], more: object = {}) =>
  applyForOpening(services, who, { openingId, words: 'I would like to.', shares, ...more });
const answer = (
  applicationId: string,
  state: 'READ' | 'TALKING' | 'TAKEN' | 'DECLINED',
  words = 'Thank you.',
  by = olga,
) => answerApplication(services, by, { applicationId, state, words });
const told = async () =>
  (
    await sql<{ line: string }>`select person.handle || ' ' || kind || ' ' || path as line from notification
      join person on person.id = person_id order by 1`.execute(db())
  ).rows.map(({ line }) => line);
const passDate = (id = openingId, days = 0) =>
  sql`update opening set closes_at = clock_timestamp() - make_interval(days => ${days}, secs => 1) where id = ${id}`.execute(
    db(),
  );

describe('an opening', () => {
  test('is for organizers of the organization, and coordinators', async () => {
    await expect(anOpening(services, strike.carmen, ours())).resolves.toBeTruthy();
    expect(await codeOf(anOpening(services, ana, ours()))).toBe('NOT_ALLOWED');
    expect(await codeOf(updateOpening(services, ana, { openingId, title: 'Mine' }))).toBe('NOT_ALLOWED');
    expect(await codeOf(closeOpening(services, ana, { openingId, withdrawn: true }))).toBe('NOT_ALLOWED');
    const other = { ...ours(), campaignId: (await localOnStrike(services)).campaignId };
    expect(await codeOf(anOpening(services, olga, other))).toBe('NOT_FOUND');
  });

  test.each([
    [{ payFrom: 0 }, 'payFrom'],
    [{ payTo: 1 }, 'payTo'],
    [{ payTo: Number.NaN }, 'payTo'],
    [{ currency: 'QQQ' }, 'currency'],
    [{ hoursAWeek: 0 }, 'hoursAWeek'],
    [{ place: ' ' }, 'place'],
    [{ closesOn: '2090-02-30T10:00' }, 'closesOn'],
    [{ closesOn: 'tomorrow' }, 'closesOn'],
    [{ closesOn: '2001-01-01T10:00' }, 'closesOn'],
    [{ timeZone: '+01:00' }, 'timeZone'],
    [{ answerDays: 0 }, 'answerDays'],
    [{ story: '' }, 'story'],
  ])('with %j is refused at its field', async (wrong, field) => {
    const refused = await refusalOf(anOpening(services, olga, { ...ours(), ...wrong }));
    expect(refused).toMatchObject({ code: 'INVALID_INPUT', field });
  });

  test('of twenty is the last, also of two who publish at once', async () => {
    for (let made = 1; made < MAX_OPEN - 1; made += 1) await anOpening(services, olga, ours());
    const tries = await Promise.allSettled([1, 2, 3].map(() => anOpening(services, olga, ours())));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('closes by its date, at the wall time of its zone, whatever the clocks do in that night', async () => {
    for (const [closesOn, timeZone, at] of [
      ['2090-01-15T18:00', 'America/Chicago', '2090-01-16T00:00:00.000Z'],
      // Comes twice: the first. Left out: the hour after.
      ['2037-10-25T02:30', 'Europe/Berlin', '2037-10-25T00:30:00.000Z'],
      ['2037-03-29T02:30', 'Europe/Berlin', '2037-03-29T01:30:00.000Z'],
      // Half an hour.
      ['2037-04-05T01:45', 'Australia/Lord_Howe', '2037-04-04T14:45:00.000Z'],
      ['2037-06-01T12:00', 'Asia/Kolkata', '2037-06-01T06:30:00.000Z'],
    ] as const) {
      await updateOpening(services, olga, { openingId, closesOn, timeZone });
      expect([closesOn, (await opening()).closesAt.toISOString()]).toEqual([closesOn, at]);
    }
    expect(await opening()).toMatchObject({ isOpen: true, closedAt: null });
    await passDate();
    const closed = await opening();
    expect(closed).toMatchObject({ isOpen: false, state: 'CLOSED' });
    expect(closed.answersDueAt.getTime() - closed.closedAt!.getTime()).toBe(7 * 86_400_000);
  });

  test('any wall time of any zone is the moment at which clocks there first say so', async () => {
    const zones = [
      'America/Chicago',
      'Europe/Berlin',
      'Asia/Kolkata',
      'America/St_Johns',
      'Pacific/Auckland',
    ];
    const minutes = fc.integer({ min: 0, max: 10 * 366 * 24 * 60 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...zones), minutes, async (timeZone, minute) => {
        const closesOn = new Date(Date.UTC(2028, 0, 1) + minute * 60_000).toISOString().slice(0, 16);
        await updateOpening(services, olga, { openingId, closesOn, timeZone });
        const at = (await opening()).closesAt;
        const said = wallClock(at, timeZone);
        // One that is left out is told by the clock an hour later.
        if (said !== closesOn) expect(said > closesOn).toBe(true);
        for (const back of [30, 60]) {
          expect(wallClock(new Date(at.getTime() - back * 60_000), timeZone)).not.toBe(closesOn);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('says what two changed at once, and loses neither', async () => {
    await updateOpening(services, olga, {
      openingId,
      title: 'Director',
      asRead: { title: openingWords.title },
    });
    const late = { openingId, title: 'Head', asRead: { title: openingWords.title } };
    expect(await refusalOf(updateOpening(services, strike.carmen, late))).toMatchObject({
      code: 'STALE_FIELDS',
      fields: [{ field: 'title', now: '"Director"' }],
    });
    await updateOpening(services, strike.carmen, { openingId, payTo: 70_000, asRead: { payTo: 64_000 } });
    expect(await opening()).toMatchObject({ title: 'Director', payTo: 70_000 });
    expect(await codeOf(updateOpening(services, olga, { openingId, payFrom: 80_000 }))).toBe('INVALID_INPUT');
  });

  test('that is withdrawn tells whoever waits, stays to be read, and changes no more', async () => {
    const waits = await apply();
    const declined = await apply(bo);
    await answer(declined, 'DECLINED');
    await sql`delete from notification`.execute(db());
    await closeOpening(services, olga, { openingId, withdrawn: true });
    await closeOpening(services, olga, { openingId, withdrawn: true });
    expect(await told()).toEqual([`${ana.handle} OPENING_WITHDRAWN /o/${(await opening()).slug}`]);
    expect(await opening()).toMatchObject({ state: 'WITHDRAWN', isOpen: false });
    expect(await codeOf(updateOpening(services, olga, { openingId, title: 'Again' }))).toBe('WRONG_STAGE');
    expect((await application(waits)).state).toBe('SENT');
  });

  test('is listed by what closes first, closed ones behind, page by page, each once', async () => {
    await sql`delete from opening`.execute(db());
    const made: string[] = [];
    for (const days of [9, 3, 6]) {
      made.push(await anOpening(services, olga, ours()));
      await sql`update opening set closes_at = clock_timestamp() + make_interval(days => ${days})
        where id = ${made.at(-1)!}`.execute(db());
    }
    for (const days of [1, 4]) {
      made.push(await anOpening(services, olga, { ...ours(), skills: ['STRATEGY'] }));
      await passDate(made.at(-1), days);
    }
    const [nine, three, six, one, four] = made;
    const seen: string[] = [];
    let after: string[] | null = null;
    do {
      const rows: OpeningRow[] = await listOpenings(em(), {}, { limit: 2, after });
      seen.push(...rows.map(({ id }) => id));
      after = rows.length > 0 ? placeOf(rows.at(-1)!) : null;
    } while (after);
    expect(seen).toEqual([three, six, nine, one, four]);
    const only = async (filter: object) =>
      (await listOpenings(em(), filter, { limit: 9, after: null })).map(({ id }) => id);
    expect(await only({ isOpen: false, skill: 'STRATEGY' })).toEqual([one, four]);
    expect(await only({ isOpen: true, language: 'es' })).toEqual([three, six, nine]);
    expect(await only({ isRemote: true })).toEqual([]);
    expect(await only({ text: 'CHICAGO' })).toHaveLength(5);
    expect(await only({ text: '%' })).toEqual([]);
    // As everywhere: each word, wherever it stands, and never a part of what was typed.
    expect(await only({ text: 'chicago  DIRECTOR' })).toHaveLength(5);
    expect(await only({ text: 'chicago nowhere' })).toEqual([]);
    const long = `${'x'.repeat(100)} chicago`;
    expect(await codeOf(listOpenings(em(), { text: long }, { limit: 9, after: null }))).toBe('INVALID_INPUT');
  });
});

describe('an application', () => {
  test('gives what was named and nothing else, as it was then', async () => {
    const card = await aCard(services, strike, 'DONE', { holder: ana.personId });
    const all = await apply(ana, [
      'HANDLE',
      'SKILLS',
      'LANGUAGES',
      'STANDING',
      'HOURS',
      'CARDS',
      'FIGHTS',
      'THANKS',
      'REVIEWED',
      'TRAINED',
      'PRACTISED',
    ]);
    expect((await application(all)).given).toEqual({
      ...{ handle: ana.handle, skills: ['WRITING'], languages: ['en'], standing: 'NEW' },
      ...{ hours: 2, cards: 1, fights: 1, thanks: 1, reviewed: 0, trained: 0, practised: 0 },
    });
    expect((await application(await apply(bo, []))).given).toEqual({});
    await aCard(services, strike, 'DONE', { holder: ana.personId });
    expect((await application(all)).given).toMatchObject({ cards: 1 });
    expect(JSON.stringify(await application(all))).not.toContain(card.title);
  });

  test('tells the hiring side once, is answered in words, and the person is told', async () => {
    const first = await apply();
    await apply(bo);
    const { slug } = await opening();
    const organizer = (
      await sql<{ handle: string }>`select handle from person where id = ${strike.organizer}`.execute(db())
    ).rows[0]!;
    expect(await told()).toEqual(
      [olga.handle, organizer.handle]
        .sort()
        .map((handle) => `${handle} APPLICATION_CAME /o/${slug}/applications`),
    );
    await sql`delete from notification`.execute(db());
    await answer(first, 'READ');
    expect(await told()).toEqual([]);
    expect(await application(first)).toMatchObject({ state: 'READ', answer: null });
    expect(await codeOf(answer(first, 'DECLINED', ' '))).toBe('INVALID_INPUT');
    await answer(first, 'TALKING', 'Let us talk.');
    await answer(first, 'READ');
    expect(await application(first)).toMatchObject({ state: 'TALKING', answer: 'Let us talk.' });
    expect(await told()).toEqual([`${ana.handle} APPLICATION_ANSWERED /o/${slug}`]);
  });

  test('is of two sides: nobody else learns of it, and nobody answers their own', async () => {
    const id = await apply();
    expect(await codeOf(answer(id, 'TAKEN', 'Yes', bo))).toBe('NOT_FOUND');
    expect(await codeOf(withdrawApplication(services, bo, id))).toBe('NOT_FOUND');
    expect(await codeOf(withdrawApplication(services, olga, id))).toBe('NOT_FOUND');
    expect(await codeOf(answer(await apply(olga), 'TAKEN', 'Me'))).toBe('NOT_ALLOWED');
  });

  test('that is withdrawn leaves nothing of what was given; one may answer anew', async () => {
    const id = await apply(ana, ['HANDLE', 'HOURS'], { shownName: 'Ana B.', contact: 'ana@example.org' });
    expect((await application(id)).contactSealed).not.toBeNull();
    await answer(id, 'TALKING', 'Come by.');
    await withdrawApplication(services, ana, id);
    expect(await application(id)).toMatchObject({
      ...{ state: 'WITHDRAWN', words: '', shownName: null, contactSealed: null, given: {}, answer: null },
    });
    expect(await codeOf(answer(id, 'TAKEN'))).toBe('WRONG_STAGE');
    expect(await apply(ana, [])).toBe(id);
    expect(await application(id)).toMatchObject({ state: 'SENT', withdrawnAt: null, readAt: null });
  });

  test('is one of each person, however often it is sent at once', async () => {
    const ids = await Promise.all([apply(), apply(), apply()]);
    expect(new Set(ids).size).toBe(1);
    expect(
      await codeOf(applyForOpening(services, ana, { openingId, words: 'Other words', shares: [] })),
    ).toBe('WRONG_STAGE');
  });

  test('to a closed or withdrawn opening, of somebody blocked, or on hold, is refused in words', async () => {
    await blockPerson(services, olga, { campaignId: strike.campaignId, handle: bo.handle, reason: 'x' });
    expect(await codeOf(apply(bo))).toBe('BLOCKED');
    await sql`update person set standing = 'SUSPENDED' where id = ${bo.personId}`.execute(db());
    expect(await codeOf(apply(bo))).toBe('SUSPENDED');
    await passDate();
    expect(await refusalOf(apply())).toMatchObject({ code: 'WRONG_STAGE', why: 'OPENING_CLOSED' });
  });

  test('of ten a day is the last', async () => {
    for (let sent = 0; sent < MAX_A_DAY; sent += 1) {
      openingId = await anOpening(services, olga, ours());
      await apply();
    }
    openingId = await anOpening(services, olga, ours());
    expect(await codeOf(apply())).toBe('DAY_LIMIT');
  });

  test('and a closing at the same moment: it lies there before, or is refused', async () => {
    for (let round = 0; round < 8; round += 1) {
      openingId = await anOpening(services, olga, ours());
      const who = await newcomer(services, aHandle());
      const [sent] = await Promise.allSettled([
        apply(who),
        closeOpening(services, olga, { openingId, withdrawn: false }),
      ]);
      const { rows } = await sql<{ late: boolean }>`select sent_at > closed_at as late from application
        join opening on opening.id = opening_id where opening_id = ${openingId}`.execute(db());
      expect(rows).toEqual(sent.status === 'fulfilled' ? [{ late: false }] : []);
    }
  });
});

describe('the clock', () => {
  const look = () => runJob(services, features, { queue: OPENING_QUEUE, job: { openingId } });

  test('is told to the hiring side once, when people wait longer than was promised', async () => {
    const id = await apply();
    await sql`delete from notification`.execute(db());
    await look();
    await passDate(openingId, 6);
    await look();
    expect(await told()).toEqual([]);
    await passDate(openingId, 8);
    await look();
    await look();
    expect((await told()).map((line) => line.split(' ')[1])).toEqual([
      'APPLICATIONS_OVERDUE',
      'APPLICATIONS_OVERDUE',
    ]);
    await answer(id, 'DECLINED');
  });

  test('is silent where everybody was answered', async () => {
    await answer(await apply(), 'DECLINED');
    await sql`delete from notification`.execute(db());
    await passDate(openingId, 8);
    await look();
    expect(await told()).toEqual([]);
  });

  test('takes away what was answered 90 days ago, and no more', async () => {
    const [old, fresh] = [await apply(), await apply(bo)];
    await answer(old, 'DECLINED');
    await answer(fresh, 'TAKEN');
    await sql`update application set answered_at = clock_timestamp() - interval '91 days' where id = ${old}`.execute(
      db(),
    );
    for (const statement of feature.agesOut!) await statement.execute(db());
    expect(await application(old)).toBeUndefined();
    expect(await application(fresh)).toBeDefined();
    await passDate(openingId, 181);
    await sql`update application set answered_at = clock_timestamp() - interval '50 days'`.execute(db());
    for (const statement of feature.agesOut!) await statement.execute(db());
    expect(await application(fresh)).toBeDefined();
  });
});

test('with its campaign go opening, applications, and what was told of them', async () => {
  await apply();
  const elsewhere = await anOpening(services, olga, { organizationId: strike.organizationId });
  await eraseOpenings(db(), strike.campaignId);
  expect(await opening()).toBeUndefined();
  expect(await opening(elsewhere)).toBeDefined();
  expect(await told()).toEqual([]);
});

function wallClock(at: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    ...{ timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
  }).format(at);
  return parts.replace(' ', 'T');
}
