import axe from 'axe-core';
import { expect, test } from 'vitest';
import { expectNothing } from './support/axe.ts';
import { useStage } from './support/stage.ts';
import { callStrike } from './support/strike.ts';
import type { Visitor } from './support/visitor.ts';

// A tool of a local: its token is made in the browser, works from outside, says so on the board, and ends at once.

const stage = useStage();

async function joined(handle: string, options = {}): Promise<Visitor> {
  const person = await stage.visitor(options);
  await person.join(handle);
  return person;
}

/** Asks as a program would that has nothing but the token. */
async function askAsTool(visitor: Visitor, token: string, query: string) {
  const response = await fetch(new URL('/graphql', visitor.page.url()), {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query }),
  });
  return { status: response.status, text: await response.text() };
}

test('an organizer makes a token for a tool of the local; it writes a card, the board says so, and revoked it does nothing', async () => {
  const [ana, ben] = [
    await joined('tools-ana', { size: { width: 320, height: 640 }, touch: true }),
    await joined('tools-ben'),
  ];
  await ana.context.addInitScript(axe.source);
  const strike = await callStrike(ana, 'tools-ana', 'tools');
  await ana.page.goto(`${strike.page}/settings#people`);
  await ana.field('Their handle').first().fill('tools-ben');
  await ana.page.locator('#member-role').selectOption('ORGANIZER');
  await ana.button('Give the role').click();
  await ana.button('Remove tools-ben').waitFor();

  await ana.page.goto('/me/tools');
  await expectNothing(ana, '/me/tools');
  await ana.field('What is the tool called?').fill('newsletter tool');
  await ana.page.getByRole('radio', { name: 'Local tools' }).check();
  await ana.page.getByRole('checkbox', { name: 'Read campaigns as you may' }).check();
  await ana.page.getByRole('checkbox', { name: 'Write cards, order the board' }).check();
  await ana.button('Make the token').click();
  await ana.sees('The token for newsletter tool');
  const token = await ana.field('The token').inputValue();
  expect(token).toMatch(/^sbt_[0-9A-Za-z]{60}$/);
  await ana.sees('never used · counts until');
  await expectNothing(ana, '/me/tools, with a token');
  expect(
    await ana.page.evaluate(
      () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
    ),
  ).toBe(true);

  const card = `mutation { createCard(input: { boardId: "${strike.boardId}", title: "By the tool", deliverable: "One",
    skill: WRITING, hours: 1, phase: ONGOING, sensitivity: PUBLIC, status: OPEN }) { card { id } errors { code } } }`;
  expect((await askAsTool(ana, token, card)).text).toContain('"errors":[]');
  const refused = await askAsTool(ana, token, 'mutation { signOut { signedOut } }');
  expect([refused.status, refused.text]).toEqual([403, expect.stringContaining('TOKEN_SCOPE')]);

  await ben.page.goto('/me/notices');
  await ben.sees('A tool may act for your organization now');
  await ben.sees(/tools-ana made a token for .*Local tools/);
  await ben.page.goto(strike.board);
  await ben.page.locator('[data-activity]').first().click();
  await ben.sees(/tools-ana.* wrote .*By the tool.*By the tool .*newsletter tool.* of .*Local tools/);

  await ben.page.goto('/me/tools');
  await ben.sees(/made by tools-ana · last used/);
  await ben.button('Revoke the token of newsletter tool').click();
  await ben.sees('One token that counts no more');
  const late = await askAsTool(ana, token, '{ campaigns { edges { cursor } } }');
  expect([late.status, late.text]).toEqual([401, expect.stringContaining('TOKEN_NOT_VALID')]);
});
