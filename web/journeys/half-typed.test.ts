import axe from 'axe-core';
import { expect, test } from 'vitest';
import { CampaignSettingsPageDocument, TypedDocumentString } from '../src/gql/graphql.ts';
import { expectNothing } from './support/axe.ts';
import { known } from './support/known.ts';
import { smallPhone, useStage } from './support/stage.ts';
import { callStrike } from './support/strike.ts';
import type { Visitor } from './support/visitor.ts';

// What stands in a field and is no moment is not "none": it is told, and nothing is sent.

const stage = useStage();

/** Takes one part out of what stands in a date or time, as by a thumb that slipped: 0 for the first part. */
async function takeOut(visitor: Visitor, label: string, part: number): Promise<void> {
  const { keyboard } = visitor.page;
  await visitor.field(label).focus();
  for (let step = 0; step < part; step += 1) await keyboard.press('ArrowRight');
  await keyboard.press('Delete');
}

test('T-0 with its hour taken out, or in a year that nobody means, is told and changes nothing', async () => {
  const ana = await stage.visitor({ size: smallPhone, touch: true });
  await ana.context.addInitScript(axe.source);
  await ana.join('half-typed');
  const strike = await callStrike(ana, 'half-typed', 'half-typed');
  const startsAt = async () =>
    known((await ana.ask(CampaignSettingsPageDocument, { slug: strike.slug })).campaign).startsAt;
  const before = await startsAt();
  await ana.page.goto(`/c/${strike.slug}/settings`);
  const part = ana.page.getByRole('region', { name: 'What the public sees' });
  const save = () => part.getByRole('button', { name: 'Save', exact: true }).click();
  await part.getByText('Chicago', { exact: false }).waitFor();
  // The button stands ready when the page's script has come.
  await part.getByRole('button', { name: 'Save', exact: true, disabled: false }).waitFor();

  await takeOut(ana, 'Start (T-0)', 3);
  await save();
  await ana.sees(/^This is not a whole moment yet\./);
  await expectNothing(ana, 'an unfinished moment');
  await ana.field('Start (T-0)').fill('2126-03-02T05:00');
  await save();
  await ana.sees(/^This is not a whole moment yet\./);
  expect(await startsAt()).toBe(before);

  // The night on which an hour comes twice, and the one on which it does not come at all.
  await ana.field('Start (T-0)').fill('2026-03-08T02:30');
  await ana.sees(/^That night the clocks are put forward/);
  await ana.field('Start (T-0)').fill('2026-11-01T01:30');
  await ana.sees(/^That night the clocks are put back and this hour comes twice\. We take .*CDT/);
  await ana.button(/^Take .*CST instead$/).click();
  await save();
  await part.getByText('Saved', { exact: true }).waitFor();
  expect(await startsAt()).toBe('2026-11-01T07:30:00.000Z');

  // To have none is a wish of its own.
  await takeOut(ana, 'Start (T-0)', 0);
  await save();
  await ana.button('Leave it empty').click();
  await save();
  await expect.poll(startsAt).toBeNull();
});

test('quiet hours without their minutes stay as they were', async () => {
  const choice = new TypedDocumentString<
    { viewer: { notificationChoice: { quietFrom: number; quietUntil: number } } },
    object
  >('query { viewer { notificationChoice { quietFrom quietUntil } } }');
  const bo = await stage.visitor();
  await bo.join('quiet-typist');
  await bo.page.goto('/me/contact');
  const part = bo.page.getByRole('region', { name: 'Quiet hours' });
  // The button stands ready when the page's script has come.
  await part.getByRole('button', { name: 'Save', exact: true, disabled: false }).waitFor();
  await bo.field('Until').fill('06:15');
  await takeOut(bo, 'From', 1);
  await part.getByRole('button', { name: 'Save', exact: true }).click();
  await bo.sees(/^This is not a whole time yet\./);
  const { viewer } = await bo.ask(choice, {});
  expect(viewer.notificationChoice).toEqual({ quietFrom: 22 * 60, quietUntil: 8 * 60 });
});

test('an answer of an ask that is half typed erases none that was given', async () => {
  const dee = await stage.visitor();
  const started = 'When it starts, or started';
  await dee.page.goto('/need-help');
  await dee.button('Start').click();
  await dee.page.getByRole('heading', { name: 'Who are you?' }).waitFor();
  await dee.button('Next').click();
  await dee.field(started).fill('2026-12-01T05:00');
  await dee.button('Next').click();
  await dee.page.getByRole('heading', { name: 'Where should supporters look now?' }).waitFor();
  await dee.page.getByRole('button', { name: 'Back', exact: true }).click();
  await takeOut(dee, started, 3);
  await dee.button('Next').click();
  await dee.sees(/^This is not a whole moment yet\./);
  // Not even by leaving: what is kept with the server is what was given.
  await dee.page.getByRole('button', { name: 'Back', exact: true }).click();
  await dee.page.getByRole('heading', { name: 'Who are you?' }).waitFor();
  const elsewhere = await stage.visitor();
  await elsewhere.page.goto(dee.page.url().replace('q=1', 'q=2'));
  await expect.poll(() => elsewhere.field(started).inputValue()).toBe('2026-12-01T05:00');
});
