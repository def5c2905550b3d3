import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import { TypedDocumentString } from '../src/gql/graphql.ts';
import { known } from './support/known.ts';
import { expectNothing } from './support/axe.ts';
import { laptop, phone, useStage } from './support/stage.ts';
import type { Visitor } from './support/visitor.ts';

const stage = useStage();
const onPhone = { size: phone, touch: true } as const;

test('ten questions on a phone: some answered, some skipped, resumed elsewhere, sent, and taken by a person', async () => {
  const local = await stage.visitor(onPhone);
  const { page } = local;
  await page.goto('/');
  await local.link('We need help').first().click();
  await press(local, 'Start');

  await isAt(local, 1, 'Who are you?');
  await local.field('Name of your local or group').fill('Harbor Workers 12');
  await local.field('Your role there').fill('Strike committee');
  await press(local, 'Next');

  await isAt(local, 2, 'What is happening, and when?');
  const token = new URL(page.url()).hash.slice(1);
  expect(token).toMatch(/^[\w-]{43}$/);
  await local.field('What is happening').fill('They locked us out on Monday.');
  // The page is gone in the middle of a sentence, and comes back with it.
  await page.reload();
  await isAt(local, 2, 'What is happening, and when?');
  await expect
    .poll(() => local.field('What is happening').inputValue())
    .toBe('They locked us out on Monday.');
  await local.field('When it starts, or started').fill('2026-11-23T06:00');
  await press(local, 'Next');

  // What cannot be taken is said at its field, and nothing typed is lost.
  await isAt(local, 3, 'Where should supporters look now?');
  await local.field('Web addresses, one to a line').fill('harbor12.example\njavascript:alert(1)');
  await press(local, 'Next');
  await local.sees('A full web address, starting with https://');
  await local.field('Web addresses, one to a line').fill('harbor12.example');
  await press(local, 'Next');

  await isAt(local, 4, 'What do you have already?');
  await local.sees(/^Never send us lists, passwords or home addresses/);
  const photos = page.getByRole('radiogroup', { name: 'Photos or video' });
  await photos.getByRole('radio', { name: 'Yes' }).check({ force: true });
  await press(local, 'Next');

  await isAt(local, 5, 'Who says yes, and how do we reach you?');
  await local.field('How we reach you and them').fill('Signal harbor.12');
  await press(local, 'Next');
  await isAt(local, 6, 'What worries you?');
  await press(local, 'Not sure');
  await isAt(local, 7, 'Which languages?');
  // The browser's own way back is one question back.
  await page.goBack();
  await isAt(local, 6, 'What worries you?');
  await page.goForward();
  await isAt(local, 7, 'Which languages?');

  // Off the line: what is typed stays here, and goes when the line is back.
  local.allow(/ERR_INTERNET_DISCONNECTED/);
  await local.context.setOffline(true);
  await page.getByRole('checkbox', { name: 'Spanish' }).check({ force: true });
  await press(local, 'Next');
  await isAt(local, 8, 'What do you think you need?');
  await local.sees(/^No connection\. Kept on this device/);
  await local.context.setOffline(false);
  await local.seesNoMore(/^No connection\. Kept on this device/);
  await local.isTold('Saved');

  // Somebody else of the local goes on at the kitchen table.
  const friend = await stage.visitor();
  await friend.page.goto(`/need-help#${token}`);
  await isAt(friend, 6, 'What worries you?');
  await friend.button('To the end').click();
  await friend.sees('Look once more');
  await friend.sees('Harbor Workers 12');
  await friend.sees('They locked us out on Monday.');
  await friend.sees('Spanish');
  await friend.sees('A way to reach you, sealed');
  expect(await friend.page.getByText('harbor.12').count()).toBe(0);
  await friend.page.getByRole('button', { name: 'Change: How much time does somebody there have?' }).click();
  await friend.field('For questions, and for a yes to a draft').selectOption({
    label: 'An hour or two a week',
  });
  await friend.button('Next').click();
  await friend.sees('Look once more');
  await friend.button('Send it').click();

  await friend.page.waitForURL(`**/ask#${token}`);
  await friend.page.getByRole('heading', { name: 'We have it' }).waitFor();
  await friend.sees(/^received today \d\d:\d\d/);
  await friend.sees(/we answer within 4 hours: by (today|tomorrow) \d\d:\d\d/);

  // A coordinator takes it; the receipt on the phone says so by itself within twenty seconds of its clock.
  await page.clock.install();
  await page.goto(`/ask#${token}`);
  await page.getByRole('heading', { name: 'We have it' }).waitFor();
  const { id, contact } = await takenByCoordinator('Harbor Workers 12');
  expect(contact).toBe('Signal harbor.12');
  await page.clock.runFor(20_000);
  await page.getByRole('heading', { name: 'A person has it' }).waitFor();
  await local.sees(/^a person has it since today \d\d:\d\d/);

  await declined(id);
  await comesIntoView(local);
  await page.getByRole('heading', { name: 'Not this time' }).waitFor();
  await local.sees('We know nobody near the harbor yet.');
  await local.sees('The port council: council.example');
});

test('in Spanish, by keyboard alone, from the first question to the receipt', async () => {
  const local = await stage.visitor({ language: 'es-MX' });
  const { page } = local;
  await page.goto('/need-help');
  await expect.poll(() => local.button('Empezar').isEnabled()).toBe(true);
  await local.button('Empezar').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '¿Quiénes son?' }).waitFor();
  await local.sees('1 de 10');
  await local.field('Nombre de su sección o grupo').focus();
  await page.keyboard.type('Limpieza Sección 8');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '¿Qué pasa y cuándo?' }).waitFor();
  await local.button('Al final').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Miren una vez más' }).waitFor();
  await local.button('Enviarla').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'La tenemos' }).waitFor();
  await local.sees(/^recibida hoy/);
  // The other language is another page; the secret of the link goes along.
  await page.getByRole('group', { name: 'Idioma' }).getByRole('link', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'We have it' }).waitFor();
});

test('a link that leads nowhere says what to do, and an empty ask is not sent', async () => {
  const local = await stage.visitor(onPhone);
  await local.page.goto('/ask#no-such-secret');
  await local.sees('This link leads nowhere');
  await local.link('We need help').first().click();
  await press(local, 'Start');
  await local.button('To the end').click();
  await press(local, 'Send it');
  await local.sees('Say who you are, or what is happening. The rest can wait.');
  await local.page.goto('/need-help');
  // Once the page has started: it writes to the history as it does, which a new address would race.
  await local.button('Go on where you stopped').waitFor();
  await local.page.goto('/need-help#no-such-secret');
  await local.sees('This link leads nowhere');
  await local.page.reload();
  await local.sees('This link leads nowhere');
  await local.button('Go on with the one on this device').click();
  await isAt(local, 1, 'Who are you?');
});

describe.each(['light', 'dark'] as const)('%s', (theme) => {
  test.each([
    ['phone', onPhone],
    ['laptop', { size: laptop }],
  ])('axe finds nothing on a %s', async (_place, where) => {
    const local = await stage.visitor({ ...where, theme });
    const { page } = local;
    await local.context.addInitScript(axe.source);
    await page.goto('/need-help');
    await press(local, 'Start');
    for (let number = 1; number <= 10; number++) {
      await local.sees(`${number} of 10`);
      if (number === 1) await local.field('Name of your local or group').fill(`Axe ${theme}`);
      if (number === 2) await local.field('When it starts, or started').fill('2026-11-23T06:00');
      await expectNothing(local, `question ${number}`);
      if (number === 3) {
        await local.field('Web addresses, one to a line').fill('ftp://a.example');
        await press(local, 'Next');
        await local.sees('A full web address, starting with https://');
        await expectNothing(local, 'a refusal');
        await local.field('Web addresses, one to a line').fill('');
      }
      await press(local, 'Next');
    }
    await local.sees('Look once more');
    await expectNothing(local, 'the end');
    await press(local, 'Send it');
    await page.getByRole('heading', { name: 'We have it' }).waitFor();
    await expectNothing(local, 'the receipt');
    await page.goto('/ask#nothing');
    await page.reload();
    await local.sees('This link leads nowhere');
    await expectNothing(local, 'a dead link');
  });
});

/** Presses a button once the page answers to it. */
async function press(visitor: Visitor, name: string): Promise<void> {
  await expect.poll(() => visitor.button(name).isEnabled()).toBe(true);
  await visitor.button(name).click();
}

async function isAt(visitor: Visitor, number: number, title: string): Promise<void> {
  await visitor.page.getByRole('heading', { name: title }).waitFor();
  await visitor.sees(`${number} of 10`);
}

/** The page is looked at again, as after a message from somebody: it does not wait for its next look. */
async function comesIntoView({ page }: Visitor): Promise<void> {
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
}

/** A coordinator in a window of their own finds the ask and takes it. */
async function takenByCoordinator(name: string): Promise<{ id: string; contact: string | null }> {
  const coordinator = await asCoordinator();
  const { asks } = await coordinator.ask(waiting, {});
  const { node } = known(asks.edges.find((edge) => edge.node.answers.organizationName === name));
  await coordinator.ask(takeAsk, { input: { askId: node.id } });
  const { node: read } = await coordinator.ask(readContact, { id: node.id });
  return { id: node.id, contact: known(read).contact };
}

async function declined(askId: string): Promise<void> {
  const coordinator = await asCoordinator();
  await coordinator.ask(declineAsk, {
    input: {
      askId,
      words: 'We know nobody near the harbor yet.',
      elsewhere: 'The port council: council.example',
    },
  });
}

async function asCoordinator(): Promise<Visitor> {
  const coordinator = await stage.visitor();
  await coordinator.tryAs('COORDINATOR');
  return coordinator;
}

type Errors = { errors: readonly { code: string }[] };
const waiting = new TypedDocumentString<
  { asks: { edges: { node: { id: string; answers: { organizationName: string | null } } }[] } },
  object
>('{ asks(first: 100) { edges { node { id answers { organizationName } } } } }');
const takeAsk = new TypedDocumentString<{ takeAsk: Errors }, { input: { askId: string } }>(
  'mutation ($input: TakeAskInput!) { takeAsk(input: $input) { errors { code message } } }',
);
const declineAsk = new TypedDocumentString<{ declineAsk: Errors }, { input: Record<string, string> }>(
  'mutation ($input: DeclineAskInput!) { declineAsk(input: $input) { errors { code message } } }',
);
const readContact = new TypedDocumentString<{ node: { contact: string | null } | null }, { id: string }>(
  'query ($id: ID!) { node(id: $id) { ... on Ask { contact } } }',
);

test('what looks like a list of people is asked about, and a link that was mangled on its way still opens', async () => {
  const local = await stage.visitor();
  const { page } = local;
  await page.goto('/need-help?q=6');
  await isAt(local, 6, 'What worries you?');
  const numbers = Array.from({ length: 6 }, (_, n) => `Hotline ${n}: (312) 555-010${n}`).join('\n');
  await local.field('In your words').fill(numbers);
  await press(local, 'Next');
  await local.sees(/^Is this a list of people\? We never take one\./);
  await local.button('It is something else: keep it').click();
  await isAt(local, 7, 'Which languages?');
  const token = new URL(page.url()).hash.slice(1);

  const friend = await stage.visitor();
  await friend.page.goto(`/need-help%23${token}.`);
  await friend.button('To the end').click();
  await friend.sees('Hotline 0: (312) 555-0100');
});
