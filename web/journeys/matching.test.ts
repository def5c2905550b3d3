import axe from 'axe-core';
import { mkdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { InvitePersonDocument, UpdateAvailabilityDocument } from '../src/gql/graphql.ts';
import { openBoard } from './support/board.ts';
import { expectNothing } from './support/axe.ts';
import { phone, smallPhone, useStage } from './support/stage.ts';
import { callStrike } from './support/strike.ts';
import type { Visitor } from './support/visitor.ts';

const stage = useStage();
const themes = ['light', 'dark'] as const;

test.each(themes)('asked for two cards: not now for one, the other is taken (%s)', async (theme) => {
  const organizer = await stage.visitor({ theme });
  await organizer.context.addInitScript(axe.source);
  await organizer.join(`asks-${theme}`);
  // In a language that nobody else here has, so that nobody else fits.
  const languages = [theme === 'light' ? 'qu' : 'gn'];
  const strike = await callStrike(organizer, `asks-${theme}`, `asking-${theme}`);
  await strike.card('Leaflet for the gate', { languages });
  const { id: songId } = await strike.card('Song for the march', { languages, hours: 1 });
  await strike.card('Speech for Friday', { languages });
  const volunteer = await stage.visitor({ size: phone, touch: true, theme });
  await volunteer.context.addInitScript(axe.source);
  await volunteer.join(`asked-${theme}`, ['WRITING'], ['en', ...languages]);

  // The organizer opens the card, and asks the one who fits.
  const board = await openBoard(organizer, strike.board);
  const dialog = await board.open('Leaflet for the gate');
  await dialog.getByRole('button', { name: 'Whom to ask' }).click();
  const row = dialog.getByRole('listitem').filter({ hasText: `asked-${theme}` });
  await row.getByText(/2 h left this week/).waitFor();
  await row.getByText('good match').waitFor();
  await expectNothing(organizer, 'people for a card');
  await picture(organizer, `people-${theme}`);
  await row.getByRole('button', { name: `Ask asked-${theme}` }).click();
  await row.getByText(/asked, answer until/).waitFor();
  expect(await row.getByRole('button').count()).toBe(0);
  await expectNothing(organizer, 'people for a card, asked');

  // Twice a day is enough for anybody.
  const personId = await idOf(volunteer);
  await organizer.ask(InvitePersonDocument, { input: { cardId: songId, personId } });
  await board.closeDialog();
  const third = await board.open('Speech for Friday');
  await third.getByRole('button', { name: 'Whom to ask' }).click();
  await third.getByRole('button', { name: `Ask asked-${theme}` }).click();
  await third.getByText('This person was asked often enough for today.').waitFor();

  // On the phone: two cards asked for, two answers.
  const { page } = volunteer;
  await page.goto('/me');
  const asked = page.getByRole('region', { name: 'Asked for you' });
  const leaflet = asked.getByRole('listitem').filter({ hasText: 'Leaflet for the gate' });
  const song = asked.getByRole('listitem').filter({ hasText: 'Song for the march' });
  await leaflet.getByText(`asks-${theme} of Local asking-${theme} asks you`).waitFor();
  await leaflet.getByText(/^answer until/).waitFor();
  const forYou = page.getByRole('region', { name: 'Cards for you' });
  await forYou.getByText('It fits into the 2 h you have left this week.').first().waitFor();
  await expectNothing(volunteer, '/me, asked');
  await picture(volunteer, `me-${theme}`);
  await leaflet.getByRole('button', { name: /^Not now/ }).tap();
  await leaflet.getByText('Not now: “Leaflet for the gate”. Thank you for saying so.').waitFor();
  await song.getByRole('button', { name: /^Take it/ }).tap();
  await song.getByText('You have this card').waitFor();
  const table = page.getByRole('region', { name: 'On your table' });
  await table.getByRole('link', { name: 'Song for the march' }).waitFor();
  await expectNothing(volunteer, '/me, answered');

  // Whoever asked sees what came of it.
  await board.closeDialog();
  await board.shows('Song for the march', 'CLAIMED', `asked-${theme}`);
  const again = await board.open('Leaflet for the gate');
  await again.getByRole('button', { name: 'Whom to ask' }).click();
  await again.getByText(`asked-${theme} said not now`).waitFor();
  await again.getByText('Nobody fits this card right now.', { exact: false }).waitFor();
});

test.each(themes)('hours, a break and what one will not do (%s)', async (theme) => {
  const volunteer = await stage.visitor({ size: smallPhone, touch: true, theme });
  await volunteer.context.addInitScript(axe.source);
  await volunteer.join(`hours-${theme}`);
  const { page } = volunteer;
  await page.goto('/me');
  await volunteer.sees('You have 2 h of your 2 h left this week.');
  await volunteer.link('Change your hours').tap();
  await volunteer.page.getByRole('heading', { name: 'Your hours' }).waitFor();
  await expect.poll(() => volunteer.button('Save').isEnabled()).toBe(true);
  await expectNothing(volunteer, '/me/availability');
  // Nothing is wider than the smallest phone.
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(smallPhone.width);

  await volunteer.field('Hours a week you want to give').fill('6');
  await volunteer.field('Where you live').selectOption('America/Chicago');
  await page.getByRole('checkbox', { name: 'Boycotts' }).tap();
  // A break that ends before it begins is refused, and nothing that was typed is lost.
  await volunteer.field('First day').fill('2099-02-01');
  await volunteer.field('Last day').fill('2099-01-01');
  await volunteer.button('Save').tap();
  await volunteer.sees('A break ends on its first day or later.');
  await expectNothing(volunteer, '/me/availability, refused');
  await picture(volunteer, `hours-${theme}`);
  await page.reload();
  await volunteer.sees('Not saved yet: this is what you wrote here.');
  expect(await volunteer.field('Hours a week you want to give').inputValue()).toBe('6');
  expect(await page.getByRole('checkbox', { name: 'Boycotts' }).isChecked()).toBe(true);
  await volunteer.field('First day').fill('');
  await volunteer.field('Last day').fill('2099-02-01');
  await page.getByRole('button', { name: 'Save', exact: true }).tap();
  await page.getByRole('status').getByText('Saved').waitFor();

  await page.goto('/me');
  await volunteer.sees(/You take a break until Feb 1, 2099/);
  await expectNothing(volunteer, '/me, in a break');
  await volunteer.ask(UpdateAvailabilityDocument, { input: { pausedUntil: null } });
  await page.reload();
  await volunteer.sees('You have 6 h of your 6 h left this week.');
});

/** The id of the signed-in person, from the page's own data. */
async function idOf(visitor: Visitor): Promise<string> {
  const answer = await visitor.context.request.post('/graphql', {
    data: { query: '{ viewer { person { id } } }' },
  });
  const { data } = (await answer.json()) as { data: { viewer: { person: { id: string } } } };
  return data.viewer.person.id;
}

/** With SHOTS set to a folder, keeps a picture for people to look at. */
async function picture({ page }: Visitor, name: string): Promise<void> {
  const folder = process.env.SHOTS;
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}
