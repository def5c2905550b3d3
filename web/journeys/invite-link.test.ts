import axe from 'axe-core';
import { expect, test } from 'vitest';
import { CampaignSettingsPageDocument } from '../src/gql/graphql.ts';
import { expectNothing } from './support/axe.ts';
import { phone, useStage, type VisitorOptions } from './support/stage.ts';
import { callStrike } from './support/strike.ts';
import type { Visitor } from './support/visitor.ts';

// How the people of a local come in and go: by a link, without a volunteer's skill, and out with a question before.

const stage = useStage();

async function joined(handle: string): Promise<Visitor> {
  const person = await stage.visitor();
  await person.join(handle);
  return person;
}

/** A window whose pages can be looked through. */
async function looked(options: VisitorOptions): Promise<Visitor> {
  const visitor = await stage.visitor(options);
  await visitor.context.addInitScript(axe.source);
  return visitor;
}

const noSidewaysScroll = ({ page }: Visitor) =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

test('somebody without an account becomes approver by a link that works once, and all organizers hear of it', async () => {
  const [ana, ben] = [await joined('invite-ana'), await joined('invite-ben')];
  const strike = await callStrike(ana, 'invite-ana', 'invite-link');
  await ana.page.goto(`${strike.page}/settings#people`);
  await ana.field('Their handle').first().fill('invite-ben');
  await ana.button('Give the role').click();
  await ana.button('Remove invite-ben').waitFor();

  await ana.field('Who it is for').fill('Lou, president');
  await ana.button('Make the link').click();
  await ana.sees('The invite link for Lou, president');
  const address = await ana.field('Invite link').inputValue();
  expect(new URL(address).pathname).toBe('/role');
  await ana.sees(/approver · works until .* made by invite-ana/);
  await ben.page.goto('/me/notices');
  await ben.sees('There is a new invite link');
  await ben.sees(/invite-ana made an invite link for a role in .*Local invite-link.*: approver/);

  const lou = await looked({ size: { width: 320, height: 640 }, touch: true });
  await lou.page.goto(`/role${new URL(address).hash}`);
  await lou.sees(/invite-ana invites you to .*Local invite-link/);
  await lou.sees('You say yes or no to finished work, in its name.');
  await expectNothing(lou, 'the offer of an invite link, signed out');
  expect(await noSidewaysScroll(lou)).toBe(true);
  await lou.link('Join').last().click();
  // To approve takes no skill of a volunteer.
  await lou.sees('A name to go by, then you take the role. No e-mail, no real name.');
  expect(await lou.page.getByText('What can you do?').count()).toBe(0);
  await lou.field('Your handle').fill('invite-lou');
  await lou.page.getByRole('main').getByRole('button', { name: 'Join' }).click();
  await lou.button('I have kept it').click();
  await lou.button('Yes, as invite-lou').waitFor();
  await expectNothing(lou, 'the offer of an invite link, signed in');
  await lou.button('Yes, as invite-lou').click();
  await lou.page.waitForURL(`**${strike.board}`);
  const { campaign } = await lou.ask(CampaignSettingsPageDocument, { slug: strike.slug });
  expect(campaign!.organization.members.map(({ person, role }) => [person.handle, role])).toContainEqual([
    'invite-lou',
    'APPROVER',
  ]);

  for (const organizer of [ana, ben]) {
    await organizer.page.goto('/me/notices');
    await organizer.sees(/invite-lou has this role in .*Local invite-link.* now: approver/);
  }
  // Handed on, the link opens nothing more; whoever used it is shown where they are.
  const another = await joined('invite-late');
  await another.page.goto(`/role${new URL(address).hash}`);
  await another.sees('This link opens nothing');
  await lou.page.goto(`/role${new URL(address).hash}`);
  await lou.sees(/invite-lou, you have this role already: approver/);
});

test('a link is taken back, and a role is taken away after a question, with a minute to undo it', async () => {
  const [ana, ben] = [await joined('remove-ana'), await joined('remove-ben')];
  const strike = await callStrike(ana, 'remove-ana', 'remove-role');
  const narrow = await looked({ size: phone, touch: true });
  await narrow.context.addCookies(await ana.context.cookies());
  await narrow.page.goto(`${strike.page}/settings#people`);
  await narrow.field('Their handle').first().fill('remove-ben');
  await narrow.button('Give the role').click();

  await narrow.field('Who it is for').fill('Dee');
  await narrow.button('Make the link').click();
  const address = await narrow.field('Invite link').inputValue();
  await expectNothing(narrow, 'settings with an invite link');
  expect(await noSidewaysScroll(narrow)).toBe(true);
  await narrow.button('Take it back: invite link for Dee').click();
  await narrow.seesNoMore('Open invite links');
  const dee = await stage.visitor();
  await dee.page.goto(`/role${new URL(address).hash}`);
  await dee.sees('This link opens nothing');

  await narrow.button('Remove remove-ben').click();
  const question = narrow.page.getByRole('alertdialog');
  await question.getByText('Take the role of remove-ben away?').waitFor();
  await expectNothing(narrow, 'the question before a role is taken away');
  await question.getByRole('button', { name: 'Keep the role' }).click();
  await narrow.button('Remove remove-ben').click();
  await question.getByRole('button', { name: 'Remove remove-ben' }).click();
  await narrow.sees(/remove-ben has no role in .*Local remove-role.* any more/);
  await ben.page.goto(`${strike.page}/settings`);
  await ben.sees('Only organizers of this campaign change its settings.');
  await narrow.button(/^Undo, \d+ s left$/).click();
  await narrow.sees('remove-ben has the role back.');
  await ben.page.reload();
  await ben.page.getByRole('heading', { name: 'Rules of the board' }).waitFor();
});
