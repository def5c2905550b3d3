import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ClaimCardDocument } from '../src/gql/graphql.ts';
import { serverUrl, useStage } from './support/stage.ts';
import { callStrike } from './support/strike.ts';

// Somebody builds for a local: with what we show, in pages of their own site, and by a token that they make and revoke.

const stage = useStage();
let elsewhere: Server;
let site = '';

/** A site that is not ours, with our recipes on it, the address of the board put in. */
beforeAll(async () => {
  elsewhere = createServer((request, response) => {
    const [, name = ''] = /^\/(\w+\.html)/.exec(request.url ?? '') ?? [];
    response.setHeader('content-type', 'text/html; charset=utf-8');
    if (!name) return void response.end('<!doctype html><html lang="en"><title>Local 412</title></html>');
    const recipe = readFileSync(new URL(`../../schema/recipes/${name}`, import.meta.url), 'utf8');
    response.end(recipe.replaceAll('http://localhost:4000', serverUrl()));
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
  site = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
});
afterAll(() => elsewhere.close());

test('open work for designers stands on their own site, and leads here', async () => {
  const visitor = await stage.visitor();
  await visitor.page.goto(`${site}/designers.html`);
  const [first] = await visitor.page.getByRole('link').all();
  await visitor.page.getByRole('link').first().waitFor();
  expect(first === undefined || (await first.isVisible())).toBe(true);
  await visitor.page.getByRole('link').first().click();
  await visitor.page.waitForURL(`${serverUrl()}/c/**`);
  await visitor.page.getByRole('dialog').waitFor();
});

test('a wall of their own moves with the board, and goes on after a lost line', async () => {
  const organizer = await stage.visitor();
  await organizer.join('wall-of-our-own');
  const strike = await callStrike(organizer, 'wall-of-our-own', 'wall-of-our-own', { newcomerClaimLimit: 5 });
  const cards = [await strike.card('One'), await strike.card('Two')];
  const wall = await stage.visitor();
  wall.allow(/ERR_INTERNET_DISCONNECTED|Failed to load/);
  await wall.page.goto(`${site}/wall.html?board=${encodeURIComponent(serverUrl())}&campaign=${strike.slug}`);
  await wall.page.getByRole('heading', { name: strike.title }).waitFor();
  await wall.sees('0 done, 2 open');
  const claim = (index: number) => organizer.ask(ClaimCardDocument, { input: { cardId: cards[index]!.id } });
  await claim(0);
  await wall.sees('0 done, 1 open');

  await wall.context.setOffline(true);
  await claim(1);
  await wall.context.setOffline(false);
  await wall.sees('0 done, 0 open');
});

interface Told {
  messages: string[];
  endedAt: number;
}

test('a token made here asks, follows and acts from another site, and revoked is heard no more within a second', async () => {
  const organizer = await stage.visitor();
  await organizer.join('partner-organizer');
  const strike = await callStrike(organizer, 'partner-organizer', 'partner-strike');
  const card = await strike.card('For a tool to take');

  const ana = await stage.visitor();
  await ana.join('ana-with-a-tool');
  await ana.page.goto('/me/tools');
  await ana.field('What is the tool called?').fill('newsletter tool');
  for (const scope of ['Read campaigns as you may', 'Take cards, work on them, hand in'])
    await ana.page.getByRole('checkbox', { name: scope }).check();
  await ana.button('Make the token').click();
  await ana.sees('The token for newsletter tool');
  const token = await ana.page.getByLabel('The token', { exact: true }).inputValue();
  expect(token).toMatch(/^sbt_/);

  const tool = await stage.visitor();
  tool.allow(/401/);
  await tool.page.goto(site);
  const ask = (query: string, variables: object = {}) =>
    tool.page.evaluate(
      async ([home, secret, body]) => {
        const answer = await fetch(`${home}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
          body: body!,
        });
        return { status: answer.status, text: await answer.text() };
      },
      [serverUrl(), token, JSON.stringify({ query, variables })],
    );
  expect((await ask('{ viewer { person { handle } } }')).text).toContain('ana-with-a-tool');

  // Follows, in the page, until it is told no more.
  await tool.page.evaluate(
    ([home, secret, body]) => {
      const told: Told = { messages: [], endedAt: 0 };
      Object.assign(window, { told });
      void fetch(`${home}/graphql`, {
        method: 'POST',
        headers: {
          ...{ 'content-type': 'application/json', accept: 'text/event-stream' },
          authorization: `Bearer ${secret}`,
        },
        body: body!,
      }).then(async ({ body: stream }) => {
        const reader = stream!.pipeThrough(new TextDecoderStream()).getReader();
        for (let part = await reader.read(); !part.done; part = await reader.read())
          told.messages.push(part.value);
        told.endedAt = Date.now();
      });
    },
    [
      serverUrl(),
      token,
      JSON.stringify({
        query:
          'subscription Follow($board: ID!, $after: BoardCursor!) { boardChanges(boardId: $board, after: $after) { kind revision events { kind tool { name } } } }',
        variables: {
          board: strike.boardId,
          after: await snapshotOf(strike.slug),
        },
      }),
    ],
  );
  const told = () => tool.page.evaluate(() => (window as unknown as { told: Told }).told);
  const claim =
    'mutation Take($card: ID!) { claimCard(input: { cardId: $card }) { card { status } errors { code } } }';
  const taken = await ask(claim, { card: card.id });
  expect(taken.text).toContain('"status":"CLAIMED"');
  await expect.poll(async () => (await told()).messages.join('')).toContain('newsletter tool');

  // The log of the board says by what it was done.
  await ana.page.goto(strike.board);
  await ana.page.getByRole('button', { name: /Activity|last minute/ }).click();
  await ana.sees(/newsletter tool/);

  await ana.page.goto('/me/tools');
  await ana.page.getByRole('button', { name: 'Revoke the token of newsletter tool' }).click();
  const revokedAt = Date.now();
  await expect.poll(async () => (await told()).endedAt, { interval: 50 }).toBeGreaterThan(0);
  expect((await told()).endedAt - revokedAt).toBeLessThan(1_000);
  expect(await ask('{ viewer { person { handle } } }')).toMatchObject({
    status: 401,
    text: expect.stringContaining('TOKEN_NOT_VALID') as string,
  });

  async function snapshotOf(slug: string): Promise<{ epoch: string; revision: number }> {
    const { text } = await ask(
      'query Where($slug: String!) { campaign(slug: $slug) { board { snapshot { epoch revision } } } }',
      { slug },
    );
    return (
      JSON.parse(text) as { data: { campaign: { board: { snapshot: { epoch: string; revision: number } } } } }
    ).data.campaign.board.snapshot;
  }
});
