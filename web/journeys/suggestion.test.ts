import axe from 'axe-core';
import { expect, test } from 'vitest';
import {
  ApproveCardDocument,
  ClaimCardDocument,
  HandInCardDocument,
  SuggestionsPageDocument,
} from '../src/gql/graphql.ts';
import { expectNothing } from './support/axe.ts';
import { phone, useStage, type VisitorOptions } from './support/stage.ts';
import type { Visitor } from './support/visitor.ts';

// A stranger's suggestion becomes a card, the card is done, and the stranger is thanked, without an account.

const stage = useStage();

async function looked(options: VisitorOptions = {}): Promise<Visitor> {
  const visitor = await stage.visitor(options);
  await visitor.context.addInitScript(axe.source);
  return visitor;
}
const noSidewaysScroll = ({ page }: Visitor) =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

/** Presses the link at the foot, once it opens the form over the page. */
const opens = ({ page }: Visitor, name: string) =>
  page.getByRole('link', { name }).and(page.locator('[aria-haspopup=dialog]')).click();

const small = { size: { width: 320, height: 640 }, touch: true } as const;
const WORDS = 'Show me in the list which cards fit into one hour of an evening';

test('a stranger suggests on a phone; it becomes a finished card, and a thank-you', async () => {
  const rosa = await looked(small);
  await rosa.page.goto('/conduct');
  expect(await rosa.link('Ask or suggest').getAttribute('href')).toBe('/suggestions?about=/conduct');
  await rosa.page.goto('/suggestions?about=/conduct');
  await rosa.sees('What is missing, what is in the way');
  await expectNothing(rosa, 'the page of suggestions');
  expect(await noSidewaysScroll(rosa)).toBe(true);

  // A refusal stands at its field, and what was typed stays.
  await rosa.field('Your words').fill('Hm');
  await rosa.button('Send').click();
  await rosa.sees(/at least 5|5 characters/);
  expect(await rosa.field('Your words').inputValue()).toBe('Hm');

  await rosa.field('Your words').fill(WORDS);
  await rosa.field('How may we thank you?').fill('Rosa from line 9');
  await rosa.page.reload();
  await expect.poll(() => rosa.field('Your words').inputValue()).toBe(WORDS);
  expect(await rosa.field('How may we thank you?').inputValue()).toBe('Rosa from line 9');
  await rosa.button('Send').click();
  await rosa.sees('Others read it once somebody has looked at it.');
  const receipt = await rosa.page.getByLabel('This link tells you what became of it').inputValue();
  await rosa.page.goto(`/suggestions/receipt${new URL(receipt).hash}`);
  await rosa.sees(/Nobody has looked at it yet\. You have an answer within/);
  await expectNothing(rosa, 'a receipt');

  // Nobody reads it before somebody looked.
  const reader = await looked();
  await reader.page.goto('/suggestions');
  expect(await reader.page.getByText(WORDS).count()).toBe(0);

  const north = await looked({ size: phone, touch: true });
  await north.tryAs('COORDINATOR');
  await north.page.goto('/desk?show=suggestions');
  await north.link(WORDS).click();
  await north.sees('Came up on /conduct');
  const item = north.page.getByRole('listitem').filter({ hasText: WORDS });
  // By its key: the page may still be scrolling to what the link named, and a pointer would miss.
  await item.getByRole('button', { name: 'Show', exact: true }).press('Enter');
  // Others' may still wait.
  await item.waitFor({ state: 'detached' });
  await north.page.getByRole('link', { name: 'Open', exact: true }).click();
  await item.getByRole('button', { name: 'Make it a card' }).click();
  await expectNothing(north, 'the form of a card');
  await north.field('A word to whoever suggested it').fill('A good one.');
  await north.button('Make the card').click();
  await item.waitFor({ state: 'detached' });

  // Somebody else wants it too.
  await reader.page.goto('/suggestions?show=accepted');
  await reader.button('1 person wants this. I want it too').click();
  await reader.button('2 people want this. I want it too').waitFor();
  await reader.link(/Its card: .*Show me in the list/).waitFor();

  const { suggestions } = await reader.ask(SuggestionsPageDocument, {
    filter: { show: 'ACCEPTED' },
    after: null,
  });
  const cardId = suggestions!.edges.find(({ node }) => node.text === WORDS)!.node.card!.id;
  const worker = await stage.visitor();
  await worker.join('suggest-worker', ['WEB_DEVELOPMENT']);
  await worker.ask(ClaimCardDocument, { input: { cardId } });
  await worker.ask(HandInCardDocument, { input: { cardId, note: 'The list has a filter now.', links: [] } });
  await rosa.page.reload();
  await rosa.sees('Accepted: it is a card on the board.');
  await north.ask(ApproveCardDocument, { input: { cardId, thanks: 'Thank you' } });

  await rosa.page.reload();
  await rosa.sees(/Done\. Thank you, .*Rosa from line 9/);
  await rosa.sees('A good one.');
  await expectNothing(rosa, 'a receipt of what is done');
  expect(await noSidewaysScroll(rosa)).toBe(true);
  await reader.page.goto('/suggestions?show=done');
  await reader.sees(/Done\. Thank you, .*Rosa from line 9/);
  await expectNothing(reader, 'what is done');

  // The words stay with those of others; the name goes.
  await rosa.button('Take it back').click();
  await rosa.button('Really take it back?').click();
  await rosa.sees('Others answered it, so the words stay.');
  await reader.page.reload();
  await reader.sees('Done. Thank you, whoever you are!');
});

test('in Spanish and in the dark, about a campaign: its page has the form over it, and its local finds it', async () => {
  const luz = await looked({ ...small, language: 'es-MX', theme: 'dark' });
  await luz.page.goto('/c/hold-the-line');
  await opens(luz, 'Pregunta o sugiere');
  const sheet = luz.page.getByRole('dialog', { name: 'Pregunta o sugiere' });
  await sheet.getByText('Hold the line, keep the night bus').waitFor();
  await sheet.getByLabel('Tengo una pregunta').check();
  await sheet.getByLabel('Tus palabras').fill('¿Puedo llevar café al portón sur?');
  await expectNothing(luz, 'the sheet in Spanish');

  // Closed by mistake, and opened again: what was typed is there.
  await luz.page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
  await opens(luz, 'Pregunta o sugiere');
  await sheet.getByLabel('Tengo una pregunta').check();
  await expect.poll(() => sheet.getByLabel('Tus palabras').inputValue()).toMatch(/café/);
  await sheet.getByRole('button', { name: 'Enviar' }).click();
  await luz.sees('Se publica cuando alguien lo haya mirado.');
  await expectNothing(luz, 'sent in Spanish');
  expect(await noSidewaysScroll(luz)).toBe(true);
  expect(new URL(luz.page.url()).pathname).toBe('/c/hold-the-line');

  const marisol = await looked({ size: phone, touch: true });
  await marisol.tryAs('ORGANIZER');
  await marisol.page.goto('/home');
  await marisol.link(/Suggestions and questions/).click();
  await marisol.sees('¿Puedo llevar café al portón sur?');
  await marisol.button('Answer').click();
  await marisol.field('Your answer').fill('Sí, gracias.');
  await expectNothing(marisol, 'answering');
  await marisol.button('Publish the answer').click();
  await marisol.page
    .getByRole('listitem')
    .filter({ hasText: '¿Puedo llevar café al portón sur?' })
    .waitFor({ state: 'detached' });
  await luz.page.goto('/suggestions?campaign=hold-the-line&show=mine');
  await luz.sees('Sí, gracias.');
});

test('without scripts: the form sends, the page says so, and this browser finds what it sent', async () => {
  const visitor = await stage.visitor();
  const { request } = visitor.context;
  const html = await (await request.get('/suggestions?about=/privacy')).text();
  expect(html).toMatch(/<form method="post" action="\/suggestions"/);
  const form = {
    kind: 'SUGGESTION',
    text: 'Larger letters without a script, please',
    page: '/privacy',
    language: 'en',
  };
  const headers = { origin: visitor.url };
  const sent = await request.post('/suggestions', { form, headers });
  expect(new URL(sent.url()).search).toBe('?made=waits&show=mine');
  const page = await sent.text();
  expect(page).toContain('Others read it once somebody has looked at it.');
  expect(page).toContain('Larger letters without a script, please');
  const refused = await request.post('/suggestions', { form: { ...form, text: 'Hm' }, headers });
  expect(refused.status()).toBe(422);
  expect(await refused.text()).toContain('>Hm</textarea>');
});

test('the sheet knows what a page is about, and where its code does not come the link leads to the page', async () => {
  const visitor = await stage.visitor();
  const { page } = visitor;
  for (const [path, about] of [
    ['/', 'Strikeboard itself'],
    ['/openings', 'Strikeboard itself'],
    ['/calendar', 'Strikeboard itself'],
    ['/c/hold-the-line/board', 'Hold the line, keep the night bus'],
  ] as const) {
    await page.goto(path);
    await opens(visitor, 'Ask or suggest');
    const sheet = page.getByRole('dialog', { name: 'Ask or suggest' });
    await sheet.getByText(about).waitFor();
    await sheet.getByLabel('Your words').waitFor();
    await sheet.getByRole('button', { name: 'Close' }).click();
    await sheet.waitFor({ state: 'detached' });
  }

  visitor.allow(/ERR_FAILED|Failed to (load|fetch)/);
  await page.route('**/words/*/suggestion', (route) => route.abort());
  await page.goto('/conduct');
  await opens(visitor, 'Ask or suggest');
  await page.waitForURL(/\/suggestions\?about=\/conduct$/);
});
