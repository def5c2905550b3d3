import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import { aHeic } from '../../server/test/support/a-heic.ts';
import { aPicture, CAMERA } from '../../server/test/support/a-picture.ts';
import { aVideo } from '../../server/test/support/a-video.ts';
import { ClaimCardDocument, HandBackCardDocument } from '../src/gql/graphql.ts';
import { expectNothing } from './support/axe.ts';
import { openBoard } from './support/board.ts';
import { laptop, phone, useStage } from './support/stage.ts';
import { callStrike } from './support/strike.ts';
import type { Visitor } from './support/visitor.ts';

// Photos and files: from the phone that made them to the local that says yes.

const stage = useStage();
const TITLE = 'Photos of the march';
const narrow = { width: 320, height: 640 };

const photo = async (name: string, width = 640) => ({
  ...{ name, mimeType: 'image/jpeg' },
  buffer: await aPicture({ width, height: 480 }),
});
const choose = (visitor: Visitor, files: { name: string; mimeType: string; buffer: Buffer }[]) =>
  visitor.page.locator('input[type=file][multiple]').setInputFiles(files);
const ready = (visitor: Visitor, name: string) =>
  visitor.page
    .getByRole('listitem')
    .filter({ hasText: name })
    .getByText(/ready|listo/)
    .waitFor();

/** A volunteer who holds a card of a new strike, with the form for handing in before them. */
async function atTheForm(name: string, size = laptop, theme: 'light' | 'dark' = 'light') {
  const organizer = await stage.visitor({ size, theme });
  await organizer.join(`${name}-org`);
  const strike = await callStrike(organizer, `${name}-org`, name, { craftReviewRequired: false });
  const { id: cardId } = await strike.card(TITLE);
  const volunteer = await stage.visitor({ size, theme, touch: size !== laptop });
  await volunteer.context.addInitScript(axe.source);
  await volunteer.join(`${name}-vol`);
  await volunteer.ask(ClaimCardDocument, { input: { cardId } });
  const open = async () => {
    await volunteer.page.goto(`${strike.board}?card=1`);
    await volunteer.page.getByRole('dialog').getByRole('button', { name: 'Hand in' }).click();
    await volunteer.button('Choose files').waitFor();
  };
  await open();
  return { organizer, strike, cardId, volunteer, open };
}

async function fitsAt320(visitor: Visitor, where: string): Promise<void> {
  await visitor.page.setViewportSize(narrow);
  const wide = await visitor.page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(wide, where).toBeLessThanOrEqual(0);
  await expectNothing(visitor, where);
}

describe.each([
  { place: 'phone', size: phone, theme: 'light' },
  { place: 'laptop', size: laptop, theme: 'dark' },
] as const)('on a $place', ({ place, size, theme }) => {
  test('photos are chosen, survive a reload, go along with the work, and the approver sees them', async () => {
    const name = `files-${place}`;
    const { organizer, strike, volunteer, open } = await atTheForm(name, size, theme);
    await choose(volunteer, [await photo('gate.jpg'), await photo('a march with a very long name.jpg', 900)]);
    await ready(volunteer, 'gate.jpg');
    await ready(volunteer, 'a march with a very long name.jpg');
    await choose(volunteer, [{ name: 'page.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<html>') }]);
    await volunteer.sees(/^We cannot take this kind of file/);
    await expectNothing(volunteer, 'the form with its files');

    // What was sent is with the server: another page, or another device, shows it too.
    await open();
    await ready(volunteer, 'gate.jpg');
    await volunteer.button('Remove page.jpg').click();
    await expect.poll(() => volunteer.button('Remove page.jpg').count()).toBe(0);
    await fitsAt320(volunteer, 'the form at 320 px');
    await volunteer.page.setViewportSize(size);
    await volunteer.page.getByRole('dialog').getByRole('button', { name: 'Hand in', exact: true }).click();
    await volunteer.sees('Handed in. Thank you.');
    await volunteer.page.getByRole('img', { name: 'Look at gate.jpg' }).waitFor();

    await organizer.context.addInitScript(axe.source);
    await organizer.page.goto(`${strike.board}?card=1`);
    const dialog = organizer.page.getByRole('dialog');
    await dialog.getByRole('img', { name: 'Look at gate.jpg' }).waitFor();
    await expectNothing(organizer, 'the work with its files');
    const coming = organizer.page.waitForEvent('download');
    await dialog.getByRole('link', { name: 'gate.jpg', exact: true }).click();
    const saved = await coming;
    expect(saved.suggestedFilename()).toBe('gate.jpg');

    await dialog.getByLabel('Who is it for?').fill('Lou');
    await dialog.getByRole('button', { name: 'Make a link' }).click();
    await dialog.getByText('Here is the link for Lou.').waitFor();
    const address = await dialog.getByLabel('The link', { exact: true }).inputValue();
    const lou = await stage.visitor({ size: phone, touch: true, theme });
    await lou.context.addInitScript(axe.source);
    await lou.page.goto(address);
    const picture = lou.page.getByRole('img', { name: 'Look at gate.jpg' });
    await picture.scrollIntoViewIfNeeded();
    await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(480);
    const whole = await lou.context.request.get(
      (await lou.link('Look at gate.jpg').getAttribute('href')) ?? '',
    );
    expect(whole.status()).toBe(200);
    expect((await whole.body()).includes(CAMERA)).toBe(false);
    await fitsAt320(lou, 'the approver’s page at 320 px');
  });
});

test('a photo of an iPhone becomes a JPEG before it leaves a browser that cannot read it', async () => {
  expect(aHeic().includes(CAMERA)).toBe(true);
  const { volunteer } = await atTheForm('heic-files');
  const { page, context } = volunteer;
  const left: Buffer[] = [];
  await context.route(/\/uploads/, async (route) => {
    const sent = route.request().postDataBuffer();
    if (route.request().method() === 'PATCH' && sent) left.push(sent);
    await route.continue();
  });
  await choose(volunteer, [
    { name: 'IMG_1.HEIC', mimeType: '', buffer: aHeic() },
    { name: 'IMG_2.HEIC', mimeType: '', buffer: Buffer.concat([aHeic().subarray(0, 40), Buffer.alloc(400)]) },
  ]);
  await ready(volunteer, 'IMG_1.jpg');
  await volunteer.sees(/^This photo \(HEIC\) cannot be read/);
  expect(left).toHaveLength(1);
  expect(left[0]?.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
  expect(left[0]?.includes(CAMERA)).toBe(false);
  const picture = page.getByRole('listitem').filter({ hasText: 'IMG_1.jpg' });
  await picture.waitFor();
});

test('a photo of who handed the card back goes along with the work of whoever goes on with it', async () => {
  const { strike, volunteer, cardId } = await atTheForm('left-files');
  await choose(volunteer, [await photo('gate.jpg')]);
  await ready(volunteer, 'gate.jpg');
  await volunteer.ask(HandBackCardDocument, { input: { cardId } });
  const next = await stage.visitor({ size: phone, touch: true, theme: 'dark' });
  await next.context.addInitScript(axe.source);
  await next.join('left-next');
  await next.ask(ClaimCardDocument, { input: { cardId } });
  await next.page.goto(`${strike.board}?card=1`);
  const dialog = next.page.getByRole('dialog');
  await dialog.getByRole('img', { name: 'Look at gate.jpg' }).waitFor();
  await dialog.getByRole('button', { name: 'Hand in' }).click();
  const left = dialog.getByRole('group', { name: 'Files that were left here: which go along?' });
  expect(await left.getByRole('checkbox', { name: /gate\.jpg/ }).isChecked()).toBe(true);
  await fitsAt320(next, 'the form with what was left');
  await next.page.setViewportSize(phone);
  await dialog.getByRole('button', { name: 'Hand in', exact: true }).click();
  await next.sees('Handed in. Thank you.');
  await dialog.getByRole('img', { name: 'Look at gate.jpg' }).waitFor();
});

test('a video goes on by itself after a tunnel, and after a reload when it is chosen again', async () => {
  const { volunteer, open } = await atTheForm('tunnel-files', phone);
  volunteer.allow(/ERR_INTERNET_DISCONNECTED|Failed to load resource/);
  const { page, context } = volunteer;
  const { bytes } = aVideo({ filler: 4_000_000 });
  const video = { name: 'gate.mp4', mimeType: 'video/mp4', buffer: bytes };
  const begun: string[] = [];
  let pieces = 0;
  /** After so many pieces the line goes. */
  let tunnelAfter = 2;
  await context.route(/\/uploads/, async (route) => {
    const method = route.request().method();
    if (method === 'POST') begun.push(route.request().url());
    if (method === 'PATCH') {
      pieces += 1;
      if (pieces === tunnelAfter + 1) await context.setOffline(true);
      if (pieces > tunnelAfter) return route.abort('internetdisconnected');
    }
    return route.continue();
  });
  await choose(volunteer, [video]);
  await volunteer.sees('No connection. It goes on by itself.');
  await fitsAt320(volunteer, 'a file that waits for the line');
  // Nothing is handed in without it.
  await context.setOffline(false);
  tunnelAfter = pieces + 2;
  await page.getByText('No connection. It goes on by itself.').waitFor({ state: 'detached' });
  await volunteer.sees('No connection. It goes on by itself.');
  await context.setOffline(false);
  page.once('dialog', (dialog) => void dialog.accept());
  await open();
  await volunteer.sees(/% is here\. Choose the same file again to go on\.$/);
  await volunteer.field('What you made').fill('The gate at six.');
  tunnelAfter = Infinity;
  await choose(volunteer, [video]);
  await ready(volunteer, 'gate.mp4');
  expect(begun).toHaveLength(1);
  await page.getByRole('dialog').getByRole('button', { name: 'Hand in', exact: true }).click();
  await volunteer.sees('Handed in. Thank you.');
  await page.locator('video').waitFor();
});

test('an organizer puts a photo on a card, whoever has it open sees it at once, and takes it away again', async () => {
  const organizer = await stage.visitor();
  await organizer.context.addInitScript(axe.source);
  await organizer.join('logo-org');
  const strike = await callStrike(organizer, 'logo-org', 'the-logo');
  await strike.card(TITLE);
  const reader = await stage.visitor({ size: phone, touch: true, language: 'es-MX' });
  await reader.context.addInitScript(axe.source);
  const board = await openBoard(organizer, strike.board);
  await reader.page.goto(`${strike.board}?card=1`);
  await reader.page.getByRole('dialog').waitFor();
  await board.open(TITLE);
  await organizer.button('Add files').click();
  // Dropped, as from a folder.
  const { buffer } = await photo('logo.jpg');
  const drop = await organizer.page.evaluateHandle((text) => {
    const data = new DataTransfer();
    const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
    data.items.add(new File([bytes], 'logo.jpg', { type: 'image/jpeg' }));
    return data;
  }, buffer.toString('base64'));
  await organizer.page
    .getByRole('group', { name: 'Add files' })
    .dispatchEvent('drop', { dataTransfer: drop });
  await organizer.page.getByRole('img', { name: 'Look at logo.jpg' }).waitFor();
  await expectNothing(organizer, 'a card with a file');
  await reader.page.getByRole('img', { name: 'Ver logo.jpg' }).waitFor();
  await fitsAt320(reader, 'a card with a file at 320 px');
  await organizer.button('Remove logo.jpg').click();
  await expect.poll(() => reader.page.getByRole('img', { name: 'Ver logo.jpg' }).count()).toBe(0);
});
