import type { IncomingMessage } from 'node:http';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { everythingAboutPeople, joinAs, newcomer, stranger } from '../../../test/support/people.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { until } from '../../../test/support/until.ts';
import type { Viewer } from '../access/viewer.ts';
import { endOtherSessions, endSession, signOut } from './end-session.ts';
import { renewRecoveryCode } from './renew-recovery-code.ts';
import { endedSessionCookie, readSession, sessionCookie } from '../access/session-cookie.ts';
import { signIn } from './sign-in.ts';
import { updateProfile } from './update-profile.ts';

let database: TestDatabase;
let services: TestServices;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
});
beforeEach(() => void (services.sent.length = 0));
afterAll(async () => {
  await services.close();
  await database.drop();
});

/** A request as a browser with this cookie would send it. */
function requestWith(cookie: string | undefined): IncomingMessage {
  return { headers: { cookie } } as IncomingMessage;
}

const read = (token: string) => readSession(services, requestWith(`theme=dark; strikeboard=${token}`));

async function seenMinutesAgo(sessionId: string): Promise<number> {
  const row = await services.orm.em
    .fork()
    .getKysely()
    .selectFrom('session')
    .select(sql<number>`(extract(epoch from now() - last_seen_at) / 60)::float8`.as('minutes'))
    .where('id', '=', sessionId)
    .executeTakeFirstOrThrow();
  return row.minutes;
}

async function makeLastSeen(sessionId: string, minutes: number): Promise<void> {
  const db = services.orm.em.fork().getKysely();
  await sql`update session set last_seen_at = now() - make_interval(mins => ${minutes}) where id = ${sessionId}`.execute(
    db,
  );
}

describe('the cookie', () => {
  test('is closed to scripts and other sites, and where there is https bound to this host', () => {
    const plain = sessionCookie(services.config, 'abc');
    expect(plain).toBe('strikeboard=abc; Path=/; Max-Age=15552000; HttpOnly; SameSite=Lax');
    const https = { ...services.config, publicUrl: 'https://board.example.org' };
    expect(sessionCookie(https, 'abc')).toBe(
      '__Host-strikeboard=abc; Path=/; Max-Age=15552000; HttpOnly; SameSite=Lax; Secure',
    );
    expect(endedSessionCookie(https)).toMatch(/^__Host-strikeboard=; Path=\/; Max-Age=0;/);
  });

  test('names the person among other cookies, and nobody when it is missing, made up or cut', async () => {
    const { token, viewer } = await joinAs(services, 'Ana');
    expect(await read(token)).toMatchObject({
      personId: viewer.personId,
      sessionId: viewer.sessionId,
      handle: 'Ana',
    });
    expect(await read(`${token.slice(0, -1)}`)).toBeNull();
    expect(await read(token.replace(/^./, (first) => (first === 'A' ? 'B' : 'A')))).toBeNull();
    expect(await readSession(services, requestWith(undefined))).toBeNull();
    expect(await readSession(services, requestWith(`other=${token}`))).toBeNull();
  });

  test('of a session that ran out names nobody', async () => {
    const { token, viewer } = await joinAs(services, 'Berta');
    const db = services.orm.em.fork().getKysely();
    await sql`update session set expires_at = now() - interval '1 second' where id = ${viewer.sessionId}`.execute(
      db,
    );
    expect(await read(token)).toBeNull();
  });

  test('tells when the session was last used, to within five minutes', async () => {
    const { token, viewer } = await joinAs(services, 'Carla');
    await makeLastSeen(viewer.sessionId, 4);
    await read(token);
    await makeLastSeen(viewer.sessionId, 6);
    await read(token);
    await until('the touch', async () => (await seenMinutesAgo(viewer.sessionId)) < 1);
    await makeLastSeen(viewer.sessionId, 4);
    await read(token);
    expect(await seenMinutesAgo(viewer.sessionId)).toBeGreaterThan(3.9);
  });
});

describe('coming back', () => {
  test('by handle and code, however they are typed, opens one more session', async () => {
    const { recoveryCode, viewer } = await joinAs(services, 'Dora');
    const typed = recoveryCode.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
    const back = await signIn(
      services,
      { handle: ' dORA', recoveryCode: ` ${typed}\n` },
      { viewer: null, device: 'Safari on Mac' },
    );
    expect(back.viewer.personId).toBe(viewer.personId);
    expect(back.viewer.sessionId).not.toBe(viewer.sessionId);
    expect(await read(back.token)).toMatchObject({ handle: 'Dora' });
  });

  test('a code works once: the next one comes with the answer, and the person is told', async () => {
    const { recoveryCode } = await joinAs(services, 'Quina');
    const input = { handle: 'Quina', recoveryCode };
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => signIn(services, input, stranger)));
    const came = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    expect(came).toHaveLength(1);
    await expect(signIn(services, input, stranger)).rejects.toMatchObject({ field: 'recoveryCode' });
    const [{ recoveryCode: next, viewer }] = came as [Awaited<ReturnType<typeof signIn>>];
    expect(await noticesOf(viewer)).toEqual(['RECOVERY_CODE_RENEWED']);
    expect(services.sent).toContainEqual({ notify: viewer.personId });
    const again = await signIn(services, { handle: 'Quina', recoveryCode: next }, stranger);
    expect(again.viewer.personId).toBe(viewer.personId);
  });

  test('an answer that was lost on the way comes again for the same attempt, for ten minutes, and for no other', async () => {
    const { recoveryCode, viewer } = await joinAs(services, 'Rosalia');
    const input = { handle: 'Rosalia', recoveryCode, attempt: 'of this browser' };
    await signIn(services, input, stranger);
    const others = [
      { ...input, attempt: 'another' },
      { ...input, attempt: '' },
      { handle: 'Rosalia', recoveryCode },
    ];
    for (const other of others)
      await expect(signIn(services, other, stranger)).rejects.toMatchObject({ field: 'recoveryCode' });
    const { recoveryCode: next } = await signIn(services, input, stranger);
    await sql`update person set recovery_lost_until = clock_timestamp() where id = ${viewer.personId}`.execute(
      services.orm.em.fork().getKysely(),
    );
    await expect(signIn(services, input, stranger)).rejects.toMatchObject({ field: 'recoveryCode' });
    await signIn(services, { handle: 'Rosalia', recoveryCode: next }, stranger);
  });

  test('a new code is told, and ends all other sessions where one asks for it', async () => {
    const { viewer, recoveryCode, token } = await joinAs(services, 'Sabina');
    const phone = await signIn(services, { handle: 'Sabina', recoveryCode }, stranger);
    await renewRecoveryCode(services, viewer);
    expect(await read(phone.token)).not.toBeNull();
    services.sent.length = 0;
    await renewRecoveryCode(services, viewer, { endOtherSessions: true });
    expect(await read(phone.token)).toBeNull();
    expect(await read(token)).not.toBeNull();
    expect(services.sent).toEqual([{ notify: viewer.personId }, { person: viewer.personId }]);
    expect(await noticesOf(viewer)).toEqual(Array(3).fill('RECOVERY_CODE_RENEWED'));
  });

  test('a wrong code, an unknown handle and a person without a code get the same refusal, and nothing changes', async () => {
    const { recoveryCode } = await joinAs(services, 'Elena');
    const other = await joinAs(services, 'Frida');
    await sql`update person set recovery_hash = null where id = ${other.viewer.personId}`.execute(
      services.orm.em.fork().getKysely(),
    );
    const before = await everythingAboutPeople(services);
    const tries = [
      { handle: 'Elena', recoveryCode: other.recoveryCode },
      { handle: 'nobody-of-that-name', recoveryCode },
      { handle: 'Frida', recoveryCode: other.recoveryCode },
      { handle: 'Elena', recoveryCode: '' },
      { handle: 'Elena', recoveryCode: recoveryCode + 'x'.repeat(500) },
      { handle: '\u0000', recoveryCode },
    ];
    const refusals = await Promise.all(
      tries.map((input) =>
        signIn(services, input, stranger).then(
          () => 'signed in',
          (error: unknown) => error,
        ),
      ),
    );
    for (const refusal of refusals) expect(refusal).toEqual(refusals[0]);
    expect(refusals[0]).toMatchObject({ code: 'INVALID_INPUT', field: 'recoveryCode', reason: 'UNKNOWN' });
    expect(await everythingAboutPeople(services)).toEqual(before);
  });

  test('a renewed code replaces the one before', async () => {
    const { recoveryCode, viewer } = await joinAs(services, 'Gina');
    const renewed = await renewRecoveryCode(services, viewer);
    await expect(signIn(services, { handle: 'Gina', recoveryCode }, stranger)).rejects.toMatchObject({
      field: 'recoveryCode',
    });
    expect((await signIn(services, { handle: 'Gina', recoveryCode: renewed }, stranger)).viewer.handle).toBe(
      'Gina',
    );
  });

  test('as somebody else ends the session this browser had', async () => {
    const first = await joinAs(services, 'Hilda');
    const second = await joinAs(services, 'Irma');
    const visitor = { ...stranger, viewer: first.viewer };
    await signIn(services, { handle: 'Irma', recoveryCode: second.recoveryCode }, visitor);
    expect(await read(first.token)).toBeNull();
    expect(services.sent).toContainEqual({ person: first.viewer.personId });
  });
});

const noticesOf = async ({ personId }: Viewer) => {
  const { rows } = await sql<{ kind: string }>`select kind from notification where person_id = ${personId}
    order by id`.execute(services.orm.em.fork().getKysely());
  return rows.map(({ kind }) => kind);
};

describe('a session that nobody uses', () => {
  test('ends after the days that are set, counted from when it was last used', async () => {
    const { token, viewer } = await joinAs(services, 'Teodora');
    const endsInDays = async () => {
      const { rows } = await sql<{ days: number }>`select
        round(extract(epoch from expires_at - now()) / 86400)::int as days from session where id = ${viewer.sessionId}`.execute(
        services.orm.em.fork().getKysely(),
      );
      return rows[0]!.days;
    };
    expect(await endsInDays()).toBe(services.config.sessionIdleDays);
    await sql`update session set last_seen_at = now() - interval '40 days', created_at = now() - interval '40 days',
      expires_at = now() + interval '20 days' where id = ${viewer.sessionId}`.execute(
      services.orm.em.fork().getKysely(),
    );
    await read(token);
    await until('the touch', async () => (await endsInDays()) === services.config.sessionIdleDays);
    // However often it is used, it ends half a year after it began.
    await sql`update session set last_seen_at = now() - interval '1 day', created_at = now() - interval '175 days'
      where id = ${viewer.sessionId}`.execute(services.orm.em.fork().getKysely());
    await read(token);
    await until('the next touch', async () => (await endsInDays()) === 5);
  });
});

describe('leaving', () => {
  test('one ends all other sessions and keeps the one at hand', async () => {
    const { viewer, recoveryCode, token } = await joinAs(services, 'Ursula');
    const phone = await signIn(services, { handle: 'Ursula', recoveryCode }, stranger);
    services.sent.length = 0;
    expect(await endOtherSessions(services, viewer)).toBe(1);
    expect([await read(phone.token), (await read(token))?.handle]).toEqual([null, 'Ursula']);
    expect(services.sent).toEqual([{ person: viewer.personId }]);
    expect(await endOtherSessions(services, viewer)).toBe(0);
    await expect(endOtherSessions(services, phone.viewer)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
  });

  test('signing out ends this session and no other, and tells the streams', async () => {
    const { token, recoveryCode, viewer } = await joinAs(services, 'Julia');
    const phone = await signIn(services, { handle: 'Julia', recoveryCode }, stranger);
    services.sent.length = 0;
    await signOut(services, viewer);
    expect(await read(token)).toBeNull();
    expect(await read(phone.token)).not.toBeNull();
    expect(services.sent).toEqual([{ person: viewer.personId }]);
  });

  test('one can end the session of a lost phone', async () => {
    const { recoveryCode, viewer } = await joinAs(services, 'Karla');
    const phone = await signIn(services, { handle: 'Karla', recoveryCode }, stranger);
    services.sent.length = 0;
    await endSession(services, viewer, phone.viewer.sessionId);
    expect(await read(phone.token)).toBeNull();
    expect(services.sent).toEqual([{ person: viewer.personId }]);
  });

  test('nobody can end the session of another, and ending twice is refused', async () => {
    const lena = await newcomer(services, 'Lena');
    const maria = await joinAs(services, 'Maria');
    const before = await everythingAboutPeople(services);
    await expect(endSession(services, lena, maria.viewer.sessionId)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await everythingAboutPeople(services)).toEqual(before);
    await endSession(services, maria.viewer, maria.viewer.sessionId);
    await expect(endSession(services, maria.viewer, maria.viewer.sessionId)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('whoever has left changes nothing any more, even with a request that was on its way', async () => {
    const nora = await newcomer(services, 'Nora');
    await signOut(services, nora);
    const before = await everythingAboutPeople(services);
    await expect(updateProfile(services, nora, { skills: [] })).rejects.toMatchObject({
      code: 'NOT_SIGNED_IN',
    });
    await expect(renewRecoveryCode(services, nora)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
    expect(await everythingAboutPeople(services)).toEqual(before);
  });
});

describe('the profile', () => {
  test('changes where something is given, and stays where not', async () => {
    const olga = await newcomer(services, 'Olga');
    expect(await updateProfile(services, olga, { skills: ['TRAINING', 'TRAINING'] })).toMatchObject({
      skills: ['TRAINING'],
      languages: ['en'],
    });
    expect(await updateProfile(services, olga, { languages: ['es'] })).toMatchObject({
      skills: ['TRAINING'],
      languages: ['es'],
    });
  });

  test('is refused unknown languages, and changes nothing then', async () => {
    const paula = await newcomer(services, 'Paula');
    const before = await everythingAboutPeople(services);
    await expect(updateProfile(services, paula, { skills: [], languages: ['???'] })).rejects.toMatchObject({
      field: 'languages',
    });
    expect(await everythingAboutPeople(services)).toEqual(before);
  });
});
