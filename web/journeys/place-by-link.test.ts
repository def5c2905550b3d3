import axe from 'axe-core';
import { expect, test } from 'vitest';
import { CreateEventDocument } from '../src/gql/graphql.ts';
import { expectNothing } from './support/axe.ts';
import { known } from './support/known.ts';
import { useStage, type VisitorOptions } from './support/stage.ts';
import { callStrike } from './support/strike.ts';
import type { Visitor } from './support/visitor.ts';

// Whoever has no account and no script comes to their place by its link: it is pasted, and its secret stands in no
// address, in no page, and in no other site's hands.

const stage = useStage();
const narrow = { size: { width: 320, height: 640 }, touch: true } as const;
const plain = { ...narrow, script: false } as const;

/** What clocks in UTC show so many minutes from now. */
const wallIn = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString().slice(0, 16);

/** An event of its own, announced without its page. */
async function anEvent(slug: string, { from = 600, roomCapacity = 100 } = {}) {
  const host = await stage.visitor();
  await host.join(slug);
  const { organizationId, campaignId } = await callStrike(host, slug, slug);
  const { createEvent } = await host.ask(CreateEventDocument, {
    input: {
      ...{ organizationId, campaignId, slug, title: 'Songs for the line', kind: 'TRAINING', roomCapacity },
      ...{ place: 'Depot', timeZone: 'UTC', startsWall: wallIn(from), endsWall: wallIn(from + 120) },
      sessions: [{ title: 'Hands', skills: ['WRITING'], startsWall: wallIn(from), minutes: 30 }],
    },
  });
  return known(createEvent.event).slug;
}

/** Registers without an account and without a script; gives the window and the link that is the receipt. */
async function aGuest(slug: string, name: string, options: VisitorOptions = plain) {
  const guest = await stage.visitor(options);
  // What is refused has the status of a refusal, which the browser notes.
  guest.allow(/status of 4(09|22)/);
  await guest.page.goto(`/e/${slug}`);
  await guest.page.locator('input[name=name]').fill(name);
  await guest.page.locator('form[action="/registrations"] button[type=submit]').click();
  const link = await guest.page.locator('textarea').inputValue();
  return { guest, link, secret: link.split('#')[1]! };
}

/** In another browser, as from a note: pastes the link, and is where it leads. */
async function opens(slug: string, link: string, options: VisitorOptions = plain): Promise<Visitor> {
  const visitor = await stage.visitor(options);
  visitor.allow(/status of 4(09|22)/);
  await visitor.page.goto(`/e/${slug}/seat`);
  await visitor.page.locator('input[name=link]').fill(link);
  await visitor.page.locator('form[action$="?/open"] button').click();
  return visitor;
}

const heading = ({ page }: Visitor, name: string) => page.getByRole('heading', { name }).waitFor();

// mutant: the cookie is for the whole site, or readable by scripts, or the page carries the secret along.
test('the place is opened by its link, for this event and an hour, and its secret is nowhere to be seen', async () => {
  const slug = await anEvent('paste-open');
  const { guest, link, secret } = await aGuest(slug, 'Sam');
  expect(secret).toMatch(/^[\w-]{43}$/);
  const { page } = guest;
  const asked: { url: string; referer: string | undefined }[] = [];
  page.on('request', (request) => asked.push({ url: request.url(), referer: request.headers()['referer'] }));
  await page.getByRole('button', { name: 'Open my place' }).click();
  await heading(guest, 'You have a place');
  expect(new URL(page.url()).pathname).toBe(`/e/${slug}/seat`);
  await guest.sees(/At the door, show this code or say/);
  await page.getByRole('img', { name: 'The code for the door' }).waitFor();
  const [kept] = (await guest.context.cookies()).filter(({ value }) => value.includes(secret));
  expect(kept).toMatchObject({ path: `/e/${slug}`, httpOnly: true, sameSite: 'Lax' });
  expect(kept!.expires - Date.now() / 1000).toBeLessThan(3601);
  expect(kept!.expires - Date.now() / 1000).toBeGreaterThan(3000);
  expect(await page.content()).not.toContain(secret);
  await guest.link('To the event').click();
  await page.waitForURL(`**/e/${slug}`);
  expect(JSON.stringify(asked)).not.toContain(secret);
  const seat = await guest.context.request.get(`/e/${slug}/seat`);
  expect(seat.headers()['cache-control']).toBe('private, no-store');
  expect(seat.headers()['referrer-policy']).toBe('same-origin');
  // Of another event, and of an address that only begins alike, it is no key.
  for (const other of ['/events', `/e/${slug}-2`]) {
    const names = (await guest.context.cookies(new URL(other, guest.url).href)).map(({ name }) => name);
    expect(names).not.toContain(kept!.name);
  }

  // With scripts the same page shows the same, and the link itself works as it did.
  const withScript = await stage.visitor(narrow);
  await withScript.context.addInitScript(axe.source);
  await withScript.page.goto(`/e/${slug}/seat`);
  await withScript.sees('Whoever registered without an account got a link.');
  await expectNothing(withScript, 'where a link is pasted');
  await withScript.field('Link to your place').fill(link);
  await withScript.button('Open my place').click();
  await heading(withScript, 'You have a place');
  expect(await withScript.page.content()).not.toContain(secret);
  await expectNothing(withScript, 'a place that the browser keeps open');

  await page.goto(`/e/${slug}/seat`);
  await guest.button('Close it in this browser').click();
  await page.waitForURL(`**/e/${slug}`);
  expect((await guest.context.cookies()).map(({ name }) => name)).not.toContain(kept!.name);
});

test('in line one sees how many are before; a place that is free is said yes or no to, and given up after a question', async () => {
  const slug = await anEvent('paste-line', { roomCapacity: 1 });
  const first = await aGuest(slug, 'Ana');
  const second = await aGuest(slug, 'Bea');
  const third = await aGuest(slug, 'Cem');
  const fourth = await aGuest(slug, 'Dot');
  const last = await opens(slug, fourth.link);
  await last.sees('2 before you.');
  await last.sees('Look at this page again: it says when a place is yours.');

  await first.guest.button('Open my place').click();
  await first.guest.button('Give my place up').click();
  await first.guest.sees('Give your place up?');
  await first.guest.link('Keep it').click();
  await heading(first.guest, 'You have a place');
  await first.guest.button('Give my place up').click();
  await first.guest.button('Give my place up').click();
  await heading(first.guest, 'You gave the place up');

  const no = await opens(slug, second.link);
  await heading(no, 'A place is free for you');
  await no.button('No, give it to the next').click();
  await heading(no, 'You said no to the place');
  const yes = await opens(slug, third.link);
  // Meanwhile the place goes to somebody else: what was pressed too late is refused in words, on the page itself.
  const twice = await opens(slug, third.link);
  await heading(twice, 'A place is free for you');
  await yes.button('No, give it to the next').click();
  await heading(yes, 'You said no to the place');
  await twice.button('Yes, I come').click();
  await twice.sees('This place is not yours to take now: the time to answer is over, or you stand in line.');

  await last.page.reload();
  await heading(last, 'A place is free for you');
  await last.button('Yes, I come').click();
  await heading(last, 'You come. See you there');
});

test('what cannot be opened is refused in words, in both languages, and what was open too long is asked for again', async () => {
  const slug = await anEvent('paste-no');
  const { guest, link, secret } = await aGuest(slug, 'Sam');
  const half = await opens(slug, `https://board.example/e/${slug}/seat`, { ...plain, language: 'es-MX' });
  await half.sees('Este no es el enlace completo. Cópialo entero, con lo que está detrás del #.');
  await half.page.locator('input[name=link]').fill(`#${'x'.repeat(43)}`);
  await half.page.locator('form[action$="?/open"] button').click();
  await half.sees('Este enlace no lleva a ningún lugar.');
  await half.page.locator('input[name=link]').fill(` Mi lugar: <${link}>. `);
  await half.page.locator('form[action$="?/open"] button').click();
  await heading(half, 'Tienes lugar');

  await guest.button('Open my place').click();
  await guest.button('Give my place up').click();
  await guest.context.clearCookies();
  await guest.button('Give my place up').click();
  await guest.sees('This browser does not keep your place open any more. Paste its link again.');
  // Nobody acts by a form of another site, nor by a key that is none.
  const form = { link };
  const foreign = { form, headers: { origin: 'https://elsewhere.example' } };
  const refused = await guest.context.request.post(`/e/${slug}/seat?/open`, foreign);
  expect([refused.status(), refused.headers()['set-cookie'] ?? '']).toEqual([403, '']);
  const cookie = `strikeboard-seat=${secret.slice(0, 42)}~`;
  const seat = await guest.context.request.get(`/e/${slug}/seat`, { headers: { cookie } });
  expect(await seat.text()).toContain('name="link"');
});

test('what one thinks of an event is said by a place that is open here; a refusal and a closed place keep the words', async () => {
  const slug = await anEvent('paste-said', { from: -60 });
  const { guest, link } = await aGuest(slug, 'Sam');
  const { page } = guest;
  await guest.button('Open my place').click();
  await guest.link('Say what you think of it').click();
  await guest.field('What was good?').fill('y'.repeat(1001));
  const send = page.locator('form[action$="?/say"] button[type=submit]');
  await send.click();
  await guest.sees('At most 1,000 characters');
  expect(await guest.field('What was good?').inputValue()).toHaveLength(1001);
  await guest.field('What was good?').fill('The map');
  await page.getByLabel('Just right').check();
  await page.getByLabel('Online video').check();
  await send.click();
  await guest.sees('Thank you. It helps whoever plans the next one.');
  expect(await guest.field('What was good?').inputValue()).toBe('The map');
  expect(await page.getByLabel('Just right').isChecked()).toBe(true);
  expect(await page.getByLabel('Online video').isChecked()).toBe(true);
  await guest.field('Your line').fill('Ask early');
  await page.locator('form[action$="?/leave"] button[type=submit]').click();
  await guest.sees('Added. Hosts decide whether it goes into the recap.');
  await page.getByRole('listitem').filter({ hasText: 'Ask early' }).waitFor();

  await guest.field('What was missing?').fill('Coffee');
  await guest.context.clearCookies();
  await send.click();
  await guest.sees('This browser does not keep your place open any more. Paste its link again.');
  expect(await guest.field('What you wrote: copy it before you go on').last().inputValue()).toBe('Coffee');
  await page.locator('input[name=link]').fill(link);
  await guest.button('Open my place').click();
  await page.waitForURL(`**/e/${slug}/feedback`);
  expect(await guest.field('What was good?').inputValue()).toBe('The map');
});

test('whoever has an account does without a script what their place needs, and leaves a line', async () => {
  const slug = await anEvent('paste-account', { from: -60 });
  const ana = await stage.visitor(plain);
  ana.allow(/status of 4(09|22)/);
  await ana.join('paste-account-ana');
  await ana.page.goto(`/e/${slug}`);
  await ana.page.locator('form[action="/registrations"] button[type=submit]').click();
  await heading(ana, 'You have a place');
  await ana.page.goto(`/e/${slug}/feedback`);
  await ana.field('Your line').fill('Ask early');
  await ana.page.locator('form[action$="?/leave"] button[type=submit]').click();
  await ana.page.getByRole('listitem').filter({ hasText: 'Ask early' }).waitFor();
  await ana.page.goto(`/e/${slug}`);
  await ana.button('Give my place up').click();
  await ana.sees('Give your place up?');
  await ana.button('Give my place up').click();
  await ana.page.waitForURL(`**/e/${slug}`);
  await heading(ana, 'You gave the place up');
});
