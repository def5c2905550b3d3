import axe from 'axe-core';
import { mkdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { nextChange } from '../../server/test/support/next-change.ts';
import { InviteAdviserDocument } from '../src/gql/graphql.ts';
import { expectNothing } from './support/axe.ts';
import { phone, useStage } from './support/stage.ts';
import { callStrike } from './support/strike.ts';
import { clockOf, talksInCalendar } from './support/talks-in-calendar.ts';
import type { Visitor } from './support/visitor.ts';

const stage = useStage();
const DAY = 86_400_000;
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

test('an adviser opens hours, an organizer books and moves across a change of clocks, both calendars agree', async () => {
  const { timeZone, at } = nextChange();
  const coordinator = await stage.visitor();
  await coordinator.tryAs('COORDINATOR');
  const ada = await stage.visitor({ size: phone, touch: true, theme: 'dark', language: 'es-MX' });
  await ada.context.addInitScript(axe.source);
  await ada.join('adabench');
  await coordinator.ask(InviteAdviserDocument, { input: { handle: 'adabench' } });

  // On her phone, in Spanish: what one can ask her, and when.
  const { page: hers } = ada;
  await hers.goto('/me/bench');
  await hers.getByText('Coordinación te pide asesorar a otras personas', { exact: false }).waitFor();
  await hers.getByLabel('Temas').fill('Grabar un piquete\nTransmitir en vivo');
  await hers.getByLabel('Dónde se encuentran').fill('meet.example.org/ada');
  await expectNothing(ada, '/me/bench, before');
  await hers.getByRole('button', { name: 'Sentarme en la banca' }).tap();
  const hours = hers.getByRole('region', { name: 'Tus horarios' });
  await hours.getByText('Todavía no hay horarios', { exact: false }).waitFor();
  for (const day of ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'])
    await hours.getByLabel(day, { exact: true }).check();
  await hours.getByLabel('Desde').fill('09:00');
  await hours.getByLabel('Hasta').fill('10:00');
  await hours.locator('#hours-zone').selectOption(timeZone);
  await hours.getByRole('button', { name: 'Añadir horario' }).tap();
  await hours.getByText('09:00 a 10:00', { exact: false }).first().waitFor();
  await expectNothing(ada, '/me/bench, with hours');
  await fits(ada);
  await picture(ada, 'mine');

  // The organizer finds her by a word, and books a time before the change.
  const olga = await stage.visitor();
  await olga.context.addInitScript(axe.source);
  await olga.join('olgabench');
  await callStrike(olga, 'olgabench', 'bench-journey');
  const { page: his } = olga;
  await his.goto('/bench');
  await expectNothing(olga, '/bench');
  await his.getByRole('textbox', { name: 'About' }).fill('piquete');
  await his.getByRole('button', { name: 'Find' }).click();
  await his.waitForURL(/topic=piquete/);
  await picture(olga, 'bench');
  await his.getByRole('link', { name: 'See times of adabench' }).click();
  await his.waitForURL(/\/bench\/adabench/);
  const before = at.getTime() - 3 * DAY;
  await his.goto(`/bench/adabench?from=${dayOf(before)}`);
  await his.getByText('Times are those of Chicago', { exact: false }).waitFor();
  await expectNothing(olga, '/bench/<handle>');
  const question = 'How do we film the gate without showing faces?';
  await his.getByLabel('What do you want to talk about?').fill(question);
  await his.getByRole('button', { name: 'Book it' }).click();
  await his.getByText('Choose a time first.').waitFor();
  await his.getByLabel('For whom do you ask?').selectOption({ label: 'Local bench-journey' });
  // What was typed is there again after a reload.
  await his.reload();
  await expect.poll(() => his.getByLabel('What do you want to talk about?').inputValue()).toBe(question);
  await his.getByLabel('For whom do you ask?').selectOption({ label: 'Local bench-journey' });
  await his.getByRole('radio').first().check();
  await picture(olga, 'booking');
  await his.getByRole('button', { name: 'Book it' }).click();
  await his.waitForURL('**/me/talks');
  const talk = his.getByRole('article');
  await talk.getByText('With adabench').waitFor();
  await talk.getByText('for Local bench-journey').waitFor();
  await talk.getByRole('link', { name: 'https://meet.example.org/ada' }).waitFor();
  await expectNothing(olga, '/me/talks');
  await picture(olga, 'talks');
  const [first] = await talksInCalendar(olga);
  expect(await talksInCalendar(ada)).toEqual([first]);

  // Moved to the other side of the change: nine o'clock at Ada's all the same, and one entry in both calendars.
  await talk.getByRole('link', { name: 'Move it' }).click();
  await his.getByText('You move your talk of', { exact: false }).waitFor();
  const move = new URL(his.url()).searchParams.get('move')!;
  await his.goto(`/bench/adabench?move=${encodeURIComponent(move)}&from=${dayOf(at.getTime() + 2 * DAY)}`);
  await his.getByRole('radio').first().check();
  await his.getByRole('button', { name: 'Move it here' }).click();
  await his.waitForURL('**/me/talks');
  const [second] = await talksInCalendar(olga);
  expect(await talksInCalendar(ada)).toEqual([second]);
  expect([second!.uid, second!.sequence]).toEqual([first!.uid, '1']);
  expect([first!, second!].map((talk) => clockOf(talk, timeZone))).toEqual(['09:00', '09:00']);
  expect(first!.at.slice(8)).not.toBe(second!.at.slice(8));

  // Where people look: on their own pages.
  await his.goto('/home');
  await his.getByRole('region', { name: 'Your talks' }).getByText('With adabench').waitFor();
  await expectNothing(olga, '/home');

  // Ada is told, and has to cancel, with a word; the organizer reads it and is offered others.
  await hers.goto('/me/notices');
  await hers.getByRole('link', { name: 'Una charla contigo cambió de hora' }).tap();
  await hers.waitForURL('**/me/talks');
  await hers.getByText(question).waitFor();
  await hers.getByText('Cancelarla').tap();
  await hers.getByLabel('Unas palabras para la otra persona').fill('Mi turno cambió, perdona');
  await expectNothing(ada, '/me/talks');
  await fits(ada);
  await picture(ada, 'cancel');
  await hers.getByRole('button', { name: 'Cancelar la charla' }).tap();
  await hers.getByText('La cancelaste.').waitFor();
  await his.goto('/me/talks');
  await talk.getByText('Mi turno cambió, perdona').waitFor();
  await talk.getByRole('link', { name: 'oleander' }).click();
  await expect.poll(() => his.getByLabel('What do you want to talk about?').inputValue()).toBe(question);
  for (const visitor of [olga, ada])
    expect(await talksInCalendar(visitor)).toMatchObject([{ status: 'CANCELLED', sequence: '2' }]);
}, 240_000);

/** No word of it makes the page wider than the narrowest phone. */
async function fits({ page }: Visitor): Promise<void> {
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await page.setViewportSize(phone);
}

async function picture({ page }: Visitor, name: string): Promise<void> {
  await mkdir('.cache/screens', { recursive: true });
  await page.screenshot({ path: `.cache/screens/bench-${name}.png`, fullPage: true });
}
