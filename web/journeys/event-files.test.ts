import { stat } from 'node:fs/promises';
import axe from 'axe-core';
import { expect, test } from 'vitest';
import { SLIDES } from '../../server/test/support/a-material.ts';
import { aPicture } from '../../server/test/support/a-picture.ts';
import {
  CreateEventDocument,
  NewEventPageDocument,
  PrepareRecapDocument,
  PublishRecapDocument,
  SetRoleDocument,
  UpdateEventDocument,
} from '../src/gql/graphql.ts';
import { expectNothing } from './support/axe.ts';
import { phone, useStage, type VisitorOptions } from './support/stage.ts';
import type { Visitor } from './support/visitor.ts';

// Slides: from the phone of a host to a stranger who was not there.

const stage = useStage();
const narrow = { size: { width: 320, height: 640 }, touch: true } as const;
const wallIn = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString().slice(0, 16);
const pdf = (name: string) => ({ name, mimeType: 'application/pdf', buffer: SLIDES });

async function looked(options: VisitorOptions = {}): Promise<Visitor> {
  const visitor = await stage.visitor(options);
  await visitor.context.addInitScript(axe.source);
  return visitor;
}

async function isSound(visitor: Visitor, where: string): Promise<void> {
  await expectNothing(visitor, where);
  const fits = await visitor.page.evaluate(
    () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
  );
  expect([where, fits]).toEqual([where, true]);
}

const choose = ({ page }: Visitor, files: { name: string; mimeType: string; buffer: Buffer }[]) =>
  page.locator('input[type=file][multiple]').setInputFiles(files);

/** Fetches a file as a press on its name does; gives what it is called and how many bytes came. */
async function fetched({ page }: Visitor, name: string): Promise<[string, number]> {
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name, exact: true }).click();
  const saved = await coming;
  const { size } = await stat(await saved.path());
  return [saved.suggestedFilename(), size];
}

/** An event that is on, with one session, of the organization that Marisol organizes for. */
async function anEventOf(marisol: Visitor, name: string) {
  const { viewer } = await marisol.ask(NewEventPageDocument, {});
  const { organization } = viewer!.memberships[0]!;
  const slug = `journey-${name}-${Date.now()}`;
  const { createEvent } = await marisol.ask(CreateEventDocument, {
    input: {
      ...{ organizationId: organization.id, slug, title: 'Film a shift', kind: 'TRAINING', place: 'Depot' },
      ...{ startsWall: wallIn(-60), endsWall: wallIn(60), timeZone: 'UTC' },
      sessions: [{ title: 'Hands, not faces', startsWall: wallIn(-30), minutes: 30 }],
    },
  });
  return { organizationId: organization.id, slug, eventId: createEvent.event!.id };
}

test('a host adds slides from a phone, a stranger fetches them from the recap, and removed ones are gone', async () => {
  const marisol = await looked({ size: phone, touch: true });
  await marisol.tryAs('ORGANIZER');
  const { organizationId, slug, eventId } = await anEventOf(marisol, 'slides');
  const { page } = marisol;
  await page.goto(`/e/${slug}/edit`);
  await marisol.button('Choose files').waitFor();
  await choose(marisol, [pdf('slides.pdf'), pdf('answers.pdf'), pdf('exercise.pdf')]);
  await page.getByRole('link', { name: 'exercise.pdf', exact: true }).waitFor();
  await choose(marisol, [{ name: 'page.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<html>') }]);
  await marisol.sees(/^We cannot take this kind of file/);
  await marisol.button('Remove page.pdf').click();
  await isSound(marisol, 'files of an event on a phone');

  // In the order that she wants, under a name that says what it is; one of a session, one for afterwards.
  await marisol.button('Move exercise.pdf up').click();
  const namesOf = (list: string) =>
    page.getByRole('list', { name: list }).getByRole('link').allTextContents();
  await expect.poll(() => namesOf('Slides and files')).toEqual(['slides.pdf', 'exercise.pdf', 'answers.pdf']);
  await marisol.button('Change exercise.pdf').click();
  await marisol.field('Name of the file').fill('Try it yourself');
  await page.getByLabel('What it belongs to').selectOption({ label: 'Hands, not faces' });
  await marisol.button('Save').last().click();
  await expect.poll(() => namesOf('Hands, not faces')).toEqual(['Try it yourself.pdf']);
  await marisol.button('Change answers.pdf').click();
  await page.getByLabel('From when people see it').selectOption('RECAP');
  await isSound(marisol, 'changing a file of an event');
  await marisol.button('Save').last().click();
  await marisol.sees(/only with the recap/);

  // While it is on, without an account and without scripts.
  const plain = await looked({ ...narrow, script: false });
  await plain.page.goto(`/e/${slug}`);
  expect(await fetched(plain, 'slides.pdf')).toEqual(['slides.pdf', SLIDES.length]);
  expect(await fetched(plain, 'Try it yourself.pdf')).toEqual(['Try it yourself.pdf', SLIDES.length]);
  expect(await plain.page.getByText('answers.pdf').count()).toBe(0);

  // Afterwards the local says yes.
  await marisol.ask(UpdateEventDocument, { input: { eventId, endsWall: wallIn(-5) } });
  const lou = await stage.visitor();
  await lou.join('slides-lou');
  await marisol.ask(SetRoleDocument, { input: { organizationId, handle: 'slides-lou', role: 'APPROVER' } });
  await page.goto(`/e/${slug}/recap`);
  await choose(marisol, [
    { name: 'wall.jpg', mimeType: 'image/jpeg', buffer: await aPicture({ width: 640, height: 480 }) },
  ]);
  await page.getByRole('list', { name: 'Slides and files' }).getByText('wall.jpg').waitFor();
  await isSound(marisol, 'the recap of hosts, with files');
  await marisol.ask(PrepareRecapDocument, { input: { eventId, asks: true } });
  await lou.ask(PublishRecapDocument, { input: { eventId, edition: 1 } });

  const stranger = await looked({ ...narrow, theme: 'dark' });
  await stranger.page.goto(`/e/${slug}`);
  const missed = stranger.page.getByRole('region', { name: 'This is what you missed' });
  await missed.getByRole('heading', { name: 'Slides and files' }).waitFor();
  expect(await fetched(stranger, 'answers.pdf')).toEqual(['answers.pdf', SLIDES.length]);
  const picture = missed.getByRole('img', { name: 'Look at wall.jpg' });
  await picture.scrollIntoViewIfNeeded();
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(480);
  // What stands in the recap stands there once.
  expect(await stranger.page.getByRole('link', { name: 'slides.pdf', exact: true }).count()).toBe(1);
  await isSound(stranger, 'a recap with files, dark');
  const address = (await stranger.link('slides.pdf').getAttribute('href'))!;

  await page.reload();
  await marisol.button('Remove slides.pdf').click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
  await expect.poll(() => page.getByRole('button', { name: 'Remove slides.pdf' }).count()).toBe(0);
  await stranger.page.reload();
  await missed.getByText('answers.pdf').waitFor();
  expect(await stranger.page.getByText('slides.pdf').count()).toBe(0);
  expect((await stranger.context.request.get(address)).status()).toBe(404);
});

test('in Spanish on a dark laptop: what a host finds there', async () => {
  const luz = await looked({ language: 'es-MX', theme: 'dark' });
  await luz.tryAs('ORGANIZER');
  const { slug } = await anEventOf(luz, 'diapositivas');
  await luz.page.goto(`/e/${slug}/edit`);
  await luz.button('Elegir archivos').waitFor();
  await choose(luz, [pdf('mapa.pdf')]);
  await luz.page.getByRole('link', { name: 'mapa.pdf', exact: true }).waitFor();
  await luz.button('Cambiar mapa.pdf').click();
  await luz.page.getByLabel('Desde cuándo se ve').selectOption('RECAP');
  await luz.button('Guardar').last().click();
  await luz.sees(/solo con el resumen/);
  await isSound(luz, 'files of an event, in Spanish');
});
