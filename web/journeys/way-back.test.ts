import axe from 'axe-core';
import { expect, test } from 'vitest';
import { expectNothing } from './support/axe.ts';
import { useOwnServer } from './support/own-server.ts';
import { phone, useStage, type VisitorOptions } from './support/stage.ts';
import type { Visitor } from './support/visitor.ts';

// Somebody lost the recovery code and has the address they confirmed: a mail lets them back in, on whichever device.

const stage = useStage();
const server = useOwnServer('way_back', {}, { mail: true });

const visitor = (options: VisitorOptions = {}) => stage.visitor({ url: server.url, ...options });

async function looked(options: VisitorOptions): Promise<Visitor> {
  const person = await visitor(options);
  await person.context.addInitScript(axe.source);
  return person;
}

/** The next mail to an address after the first `seen`. */
async function mailTo(address: string, seen = 0): Promise<string> {
  const found = () => server.post.caught.filter(({ to }) => to.includes(address));
  await expect.poll(() => found().length, { timeout: 20_000 }).toBeGreaterThan(seen);
  return found()[seen]!.raw;
}

/** Somebody who confirmed an address on the contact page. */
async function withAddress(handle: string, address: string): Promise<Visitor> {
  const person = await visitor();
  await person.join(handle);
  await person.page.goto('/me/contact');
  await person.field('Your e-mail address').fill(address);
  await person.button('Send me a code').click();
  const code = /^(\d{6})$/m.exec(await mailTo(address))![1]!;
  await person.field('The code from the mail').fill(code);
  await person.button('Confirm').click();
  await person.sees(/Messages go to /);
  return person;
}

const noSidewaysScroll = ({ page }: Visitor) =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

test('by the link in the mail, and the old session is nobody', async () => {
  const old = await withAddress('back-ana', 'ana@union.example');
  const lost = await looked({ size: { width: 320, height: 640 }, touch: true });
  await lost.page.goto('/sign-in?next=/me/sessions');
  await lost.link('Come back by mail').click();
  await lost.sees('Did you lose your recovery code?');
  await expectNothing(lost, 'asking for the way back');
  await lost.field('The address you confirmed').fill('ana@union.example');
  await lost.button('Send me a way back').click();
  await lost.sees(/If somebody here confirmed .*ana@union.example.*, a mail is on its way/);
  await expectNothing(lost, 'where the digits are typed');
  expect(await noSidewaysScroll(lost)).toBe(true);

  const mail = await mailTo('ana@union.example', 1);
  const token = /\/come-back#([\w-]{43})/.exec(mail)![1]!;
  // Programs that look through mails open the page, and use nothing up by it.
  const scanner = await visitor();
  await scanner.page.goto(`/come-back#${token}`);
  await scanner.button('Come back here').waitFor();
  await lost.page.goto(`/come-back#${token}`);
  await lost.button('Come back here').click();
  await lost.sees('You are back');
  await lost.sees(/You are .*back-ana/);
  await expectNothing(lost, 'back, with the new code');
  await lost.button('I have kept it, go on').click();
  await lost.page.waitForURL('**/me');

  await scanner.button('Come back here').click();
  await scanner.sees('This link does not count any more.');
  await old.page.goto('/me/notices');
  await old.page.getByRole('heading', { name: 'Not signed in' }).waitFor();
  await lost.page.goto('/me/notices');
  await lost.sees(/Somebody came back to your account by a mail to your address/);
});

test('by its digits on another device; and nobody is told whether an address is known', async () => {
  await withAddress('back-ben', 'ben@union.example');
  const [lost, guesser] = [await visitor({ size: phone, touch: true }), await visitor()];
  const words: (string | null)[] = [];
  for (const [who, address] of [
    [lost, 'ben@union.example'],
    [guesser, 'nobody@union.example'],
  ] as const) {
    await who.page.goto('/come-back');
    await who.field('The address you confirmed').fill(address);
    await who.button('Send me a way back').click();
    await who.sees(/If somebody here confirmed/);
    const said = await who.page.getByRole('main').getByRole('status').first().textContent();
    words.push(said!.replace(address, ''));
  }
  expect(words[1]).toBe(words[0]);
  await guesser.field('The six digits from the mail').fill('123456');
  await guesser.button('Come back').click();
  await guesser.sees(/These digits do not belong to this address, or do not count any more/);

  const digits = /^(\d{6})$/m.exec(await mailTo('ben@union.example', 1))![1]!;
  await lost.field('The six digits from the mail').fill(` ${digits.slice(0, 3)} ${digits.slice(3)}`);
  await lost.button('Come back').click();
  await lost.sees(/You are .*back-ben/);
});
