import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createCalendarFeed, revokeCalendarFeed } from '../../src/features/contact/calendar-feed.ts';
import { calendarDoor, unsubscribeDoor } from '../../src/features/contact/open-addresses.ts';
import { createHttpServer } from '../../src/app/http-server.ts';
import { createMailWords } from '../../src/platform/mail/mail-words.ts';
import { runNotificationJob } from '../../src/features/notification/run-notification.ts';
import { readChoice } from '../../src/features/notification/update-choice.ts';
import { aCard, aHandle, localOnStrike, type LocalOnStrike } from '../support/local-on-strike.ts';
import { newcomer } from '../support/people.ts';
import type { TestServices } from '../support/services.ts';
import { PostOffice, URL_HERE } from './post-office.ts';

// What opens without a session: the end of mails, and a calendar.

let office: PostOffice;
let services: TestServices;
let strike: LocalOnStrike;
beforeAll(async () => {
  office = await PostOffice.open();
  ({ services, strike } = office);
});
afterAll(() => office.close());
beforeEach(() => office.startPost());
afterEach(() => office.post.stop());

test('mail is ended by the link of a mail, without a session and only by its signature', async () => {
  const { viewer } = await office.reachable();
  const { personId } = viewer;
  await office.tell(personId);
  await office.letTimePass(personId, 2);
  await runNotificationJob(services, { personId });
  await office.sendAll(personId);
  const [, path = ''] = /<http:\/\/board\.example:4000(\/unsubscribe\/[^>]+)>/.exec(
    office.post.caught[0]!.raw.replace(/\n /g, ''),
  )!;
  await whileServing(async (url) => {
    const last = path.at(-1) ?? '';
    const forged = [...'ABCDEFGH'].filter((sign) => sign !== last).map((sign) => path.slice(0, -1) + sign);
    for (const wrong of [
      ...forged,
      '/unsubscribe/x',
      `/unsubscribe/${strike.organizer}.${path.split('.')[1]}`,
    ]) {
      expect((await fetch(url + wrong, { method: 'POST' })).status).toBe(404);
    }
    // Mail scanners get every link: that changes nothing.
    expect((await fetch(url + path)).status).toBe(404);
    expect(await readChoice(office.em(), personId)).toMatchObject({ email: true });
    const answer = await fetch(url + path, { method: 'POST', body: 'List-Unsubscribe=One-Click' });
    expect(answer.status).toBe(200);
    expect(await readChoice(office.em(), personId)).toMatchObject({ email: false });
    const page = await fetch(url + path, {
      method: 'POST',
      headers: { accept: 'text/html' },
      redirect: 'manual',
    });
    expect([page.status, page.headers.get('location')]).toEqual([303, '/unsubscribe/done']);
  });
});

/** A server with nothing but what needs no session. */
async function whileServing(run: (url: string) => Promise<void>): Promise<void> {
  const server = await createHttpServer({
    publicUrl: undefined,
    log: services.log,
    graphql: { answer: async () => undefined, serveSocket: () => undefined },
    pages: async () => (_request, _response, next) => next(),
    doors: [
      calendarDoor({ ...services, address: () => URL_HERE }, createMailWords()),
      unsubscribeDoor(services),
    ],
    checkDatabase: async () => undefined,
  });
  const port = await server.listen(0, '127.0.0.1');
  try {
    await run(`http://127.0.0.1:${port}`);
  } finally {
    await server.drain();
  }
}

test('a calendar names public cards, tells no hidden start, and ends with its address', async () => {
  const viewer = await newcomer(services, aHandle());
  const hidden = await localOnStrike(services, {
    startsAt: new Date(Date.now() + 30 * 86_400_000),
    startHidden: true,
  });
  const dueAt = new Date(Math.floor(Date.now() / 1000) * 1000 + 20 * 86_400_000);
  await aCard(services, strike, 'CLAIMED', { holder: viewer.personId, title: 'Sign; for, the gate', dueAt });
  await aCard(services, hidden, 'CLAIMED', {
    holder: viewer.personId,
    title: 'At the start',
    dueOffsetHours: 4,
  });
  const first = await createCalendarFeed(services, viewer);
  await whileServing(async (url) => {
    const answer = await fetch(url + first);
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(answer.headers.get('cache-control')).toContain('private');
    const text = (await answer.text()).replaceAll('\r\n ', '');
    const stamp = dueAt.toISOString().replace(/[-:]|\.\d+/g, '');
    expect(text).toContain(`DTSTART:${stamp}`);
    expect(text).toContain('SUMMARY:Due: Sign\\; for\\, the gate');
    expect(text).toContain('SUMMARY:Your time ends: At the start');
    expect(text).not.toContain('SUMMARY:Due: At the start');
    const again = await fetch(url + first, { headers: { 'if-none-match': answer.headers.get('etag')! } });
    expect([again.status, again.headers.get('cache-control')]).toEqual([304, 'private, no-store']);
    await sql`update card set sensitivity = 'VETTED' where holder_id = ${viewer.personId}`.execute(
      office.db(),
    );
    // Their programs come again and again: what they have is not sent once more, and what changed is.
    const known = { headers: { 'if-none-match': answer.headers.get('etag')! } };
    const later = await (await fetch(url + first, known)).text();
    expect(later).toContain('SUMMARY:Due: a card of yours');
    expect(later).not.toMatch(/gate|At the start/);
    const second = await createCalendarFeed(services, viewer);
    expect((await fetch(url + first)).status).toBe(404);
    expect((await fetch(url + second)).status).toBe(200);
    await revokeCalendarFeed(services, viewer);
    expect((await fetch(url + second)).status).toBe(404);
  });
});
