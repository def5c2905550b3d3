import axe from 'axe-core';
import { expect, test } from 'vitest';
import {
  CampaignSettingsPageDocument,
  UpdateCampaignDocument,
  UpdateCardDocument,
} from '../src/gql/graphql.ts';
import { expectNothing } from './support/axe.ts';
import { openBoard } from './support/board.ts';
import { known } from './support/known.ts';
import { smallPhone, useStage } from './support/stage.ts';
import { callStrike, type Strike } from './support/strike.ts';
import type { Visitor } from './support/visitor.ts';

// Two who change one thing: nothing that anybody wrote is undone by whoever saves last.

const stage = useStage();
const CLASH = 'Somebody changed the same while you wrote. Choose which stays.';

async function theStrike(name: string): Promise<{ ana: Visitor; strike: Strike; settings: string }> {
  const ana = await stage.visitor({ size: smallPhone, touch: true });
  await ana.join(name);
  const strike = await callStrike(ana, name, name);
  return { ana, strike, settings: `/c/${name}/settings` };
}

const campaignNow = async (visitor: Visitor, { slug }: Strike) =>
  known((await visitor.ask(CampaignSettingsPageDocument, { slug })).campaign);

/** The form whose button one means: each part of the settings has one. */
const part = ({ page }: Visitor, name: string) => page.getByRole('region', { name });
/** Nothing is typed before the page's script has come: then the buttons stand ready. */
async function openSettings(visitor: Visitor, path: string): Promise<void> {
  await visitor.page.goto(path);
  await part(visitor, 'Words').getByRole('button', { name: 'Save', exact: true, disabled: false }).waitFor();
}
const save = (visitor: Visitor, name: string) =>
  part(visitor, name).getByRole('button', { name: 'Save', exact: true }).click();

test('two save the settings of one campaign: each finds their own and the other’s', async () => {
  const { ana, strike, settings } = await theStrike('edits-fields');
  await openSettings(ana, settings);
  await ana.field('What happens, and why').fill('We walked out at five.');
  // Somebody else saves other fields, by another device, while the page of the first stands open.
  await ana.ask(UpdateCampaignDocument, {
    input: { campaignId: strike.campaignId, howToHelp: 'Bring coffee', settings: { leaseHours: 24 } },
  });
  await save(ana, 'Words');
  await part(ana, 'Words').getByText('Saved', { exact: true }).waitFor();
  await part(ana, 'Rules of the board').getByLabel('Cards anybody else may hold').fill('5');
  await save(ana, 'Rules of the board');
  await part(ana, 'Rules of the board').getByText('Saved', { exact: true }).waitFor();
  expect(await campaignNow(ana, strike)).toMatchObject({
    story: 'We walked out at five.',
    howToHelp: 'Bring coffee',
    settings: { leaseHours: 24, claimLimit: 5 },
  });
});

test('the same field: both texts are shown, one chooses, and no text is lost before', async () => {
  const { ana, strike, settings } = await theStrike('edits-same');
  await ana.context.addInitScript(axe.source);
  await openSettings(ana, settings);
  await ana.field('What happens, and why').fill('Ana wrote this.');
  await ana.field('How others can help').fill('Ana says how.');
  await ana.ask(UpdateCampaignDocument, {
    input: { campaignId: strike.campaignId, story: 'Theirs is this.', howToHelp: 'They say how.' },
  });
  await save(ana, 'Words');
  await ana.sees(CLASH);
  const words = part(ana, 'Words');
  for (const text of ['Ana wrote this.', 'Theirs is this.', 'Ana says how.', 'They say how.']) {
    await words.getByText(text, { exact: true }).last().waitFor();
  }
  await expectNothing(ana, 'a clash');
  // Nothing is sent before one has chosen, and a reload loses neither text.
  await save(ana, 'Words');
  expect(await campaignNow(ana, strike)).toMatchObject({ story: 'Theirs is this.' });
  await ana.page.reload();
  await ana.sees(CLASH);
  await words.getByRole('button', { name: 'Keep yours: What happens, and why' }).click();
  await words.getByRole('button', { name: 'Take theirs: How others can help' }).click();
  await ana.seesNoMore(CLASH);
  expect(await ana.field('How others can help').inputValue()).toBe('They say how.');
  await save(ana, 'Words');
  await words.getByText('Saved', { exact: true }).waitFor();
  expect(await campaignNow(ana, strike)).toMatchObject({
    story: 'Ana wrote this.',
    howToHelp: 'They say how.',
  });
});

test('a draft kept over another’s edit reverts nothing of it', async () => {
  const { ana, strike, settings } = await theStrike('edits-draft');
  await openSettings(ana, settings);
  await ana.field('What happens, and why').fill('Half a sentence');
  await ana.page.goto('/me');
  await ana.ask(UpdateCampaignDocument, {
    input: { campaignId: strike.campaignId, title: 'Another title', demands: ['Pay', 'Time'] },
  });
  await openSettings(ana, settings);
  await ana.sees('Not saved yet: this is what you wrote here.');
  expect(await ana.field('What happens, and why').inputValue()).toBe('Half a sentence');
  expect(await ana.field('Name of the campaign').inputValue()).toBe('Another title');
  await save(ana, 'Words');
  await part(ana, 'Words').getByText('Saved', { exact: true }).waitFor();
  expect(await campaignNow(ana, strike)).toMatchObject({
    title: 'Another title',
    demands: ['Pay', 'Time'],
    story: 'Half a sentence',
  });
});

test('a second tab writes on, and both tabs save one text', async () => {
  const { ana, strike, settings } = await theStrike('edits-tabs');
  await openSettings(ana, settings);
  const other = await ana.context.newPage();
  await other.goto(settings);
  await ana.field('What happens, and why').fill('Written here');
  await expect
    .poll(() => other.getByLabel('What happens, and why', { exact: true }).inputValue())
    .toBe('Written here');
  await other.getByLabel('How others can help', { exact: true }).fill('Written there');
  await expect.poll(() => ana.field('How others can help').inputValue()).toBe('Written there');
  await save(ana, 'Words');
  await part(ana, 'Words').getByText('Saved', { exact: true }).waitFor();
  await other.getByText('Not saved yet: this is what you wrote here.').waitFor({ state: 'hidden' });
  expect(await campaignNow(ana, strike)).toMatchObject({
    story: 'Written here',
    howToHelp: 'Written there',
  });
});

test('a draft of a card kept over another’s edit: other fields follow, the same one is asked about', async () => {
  const { ana, strike } = await theStrike('edits-card');
  const card = await strike.card('Flyer', { deliverable: 'One page' });
  const board = await openBoard(ana, strike.board);
  await (await board.open('Flyer')).getByRole('button', { name: 'Edit' }).click();
  await ana.field('What to make').fill('A flyer with the map');
  await ana.page.goto('/me');
  await ana.ask(UpdateCardDocument, {
    input: { cardId: card.id, version: 1, title: 'Flyer for the gate', deliverable: 'Two pages' },
  });
  await ana.page.goto(strike.board);
  const dialog = await board.open('Flyer for the gate');
  await dialog.getByRole('button', { name: 'Edit' }).click();
  await dialog.getByText(CLASH).waitFor();
  expect(await ana.field('Title').inputValue()).toBe('Flyer for the gate');
  await dialog.getByRole('button', { name: 'Take theirs: What to make' }).click();
  expect(await ana.field('What to make').inputValue()).toBe('Two pages');
});
