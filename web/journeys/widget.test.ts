import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import axe from 'axe-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectNothing } from './support/axe.ts';
import { serverUrl, useStage } from './support/stage.ts';

// A union's own site with a strict content security policy, in a real browser: what stands there of ours.

const stage = useStage();
let site: Server;
let at = '';

/** Nothing inline, nothing of others but the board. */
const page = (
  body: string,
) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Local 412</title>
  <link rel="stylesheet" href="/site.css"></head><body><main><h1>Local 412</h1>${body}</main></body></html>`;

const bodies: Record<string, () => string> = {
  '/script': () => `<script src="${serverUrl()}/widget.js" data-campaign="hold-the-line" async></script>`,
  '/element': () =>
    `<script src="${serverUrl()}/widget.js" async></script>
     <strikeboard-widget class="ours" skill="WRITING" lang="es" most="2"><a href="${serverUrl()}">Strikeboard</a></strikeboard-widget>`,
  '/frame': () =>
    `<iframe src="${serverUrl()}/widget?campaign=hold-the-line" title="Open work" width="400" height="600"></iframe>`,
};

bodies['/fitted'] = () =>
  `<script src="${serverUrl()}/widget.js" async></script>
   <iframe src="${serverUrl()}/widget?campaign=hold-the-line&most=2" title="Open work" width="400" height="120"></iframe>`;
bodies['/dark'] = () =>
  `<script src="${serverUrl()}/widget.js" data-campaign="hold-the-line" async></script>
   <strikeboard-widget class="forced" skill="WRITING"></strikeboard-widget>`;

beforeAll(async () => {
  site = createServer((request, response) => {
    const board = serverUrl();
    if (request.url === '/site.css') {
      response.writeHead(200, { 'content-type': 'text/css' });
      return response.end(
        '.ours { --strikeboard-accent: #00408a; --strikeboard-radius: 12px; } .forced { --strikeboard-scheme: dark; }',
      );
    }
    const body = bodies[request.url ?? ''];
    response.writeHead(body ? 200 : 404, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; style-src 'self'; script-src ${board}; connect-src ${board}; frame-src ${board}; require-trusted-types-for 'script'`,
    });
    return response.end(body ? page(body()) : '');
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  at = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
});
afterAll(() => site.close());

test('one line shows open work, lives, keeps to the policy, and sets no cookie', async () => {
  const ana = await stage.visitor();
  await ana.page.goto(`${at}/script`);
  const widget = ana.page.locator('strikeboard-widget');
  await expect.poll(() => widget.locator('h2').textContent()).toBeTruthy();
  await expect.poll(() => widget.locator('li').count()).toBeGreaterThan(0);
  expect(await widget.getByText(/finished so far/).count()).toBe(1);
  const link = widget.locator('li a').first();
  const [title, href] = [await link.textContent(), await link.getAttribute('href')];
  expect(href).toMatch(new RegExp(`^${serverUrl()}/c/hold-the-line/board\\?card=\\d+$`));
  const cookies = await ana.context.cookies();
  expect(cookies).toEqual([]);

  // Somebody takes it on the board: here it goes by itself, well before the minute is over.
  const bo = await stage.visitor();
  await bo.join('bo-takes-one');
  await bo.page.goto('/');
  const { id } = await bo.page.evaluate(
    async (number) => {
      const answer = await fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: `{ card(campaign: "hold-the-line", number: ${number}) { id } }` }),
      });
      return ((await answer.json()) as { data: { card: { id: string } } }).data.card;
    },
    Number(new URL(href!).searchParams.get('card')),
  );
  await bo.page.evaluate(
    (cardId) =>
      fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          query: 'mutation ($input: ClaimCardInput!) { claimCard(input: $input) { errors { code } } }',
          variables: { input: { cardId } },
        }),
      }),
    id,
  );
  await expect.poll(() => widget.getByText(title!, { exact: true }).count(), { timeout: 30_000 }).toBe(0);
});

test('an element by skill in Spanish takes the colours of its page; axe finds nothing', async () => {
  const ana = await stage.visitor();
  await ana.page.addInitScript(axe.source);
  await ana.page.goto(`${at}/element`);
  const widget = ana.page.locator('strikeboard-widget');
  await expect.poll(() => widget.locator('section').getAttribute('lang')).toBe('es');
  expect(await widget.locator('h2').textContent()).toBe('Ayuda a gente en huelga esta noche');
  const looks = await widget.locator('section').evaluate((section) => getComputedStyle(section).borderRadius);
  expect(looks).toBe('12px');
  await expectNothing(ana, 'the page of the local');
});

test('a frame holds the same, and axe finds nothing in it', async () => {
  const ana = await stage.visitor();
  await ana.page.goto(`${at}/frame`);
  const frame = ana.page.frameLocator('iframe');
  await expect.poll(() => frame.locator('strikeboard-widget h1').textContent()).toBeTruthy();
  expect(await ana.context.cookies()).toEqual([]);
  const bo = await stage.visitor();
  await bo.page.addInitScript(axe.source);
  await bo.page.goto(`${serverUrl()}/widget?campaign=hold-the-line`);
  await expect.poll(() => bo.page.locator('strikeboard-widget h1').textContent()).toBeTruthy();
  await expectNothing(bo, 'the page in the frame');
});

test('a frame is as high as what is in it, where the page has the script too', async () => {
  const ana = await stage.visitor();
  await ana.page.goto(`${at}/fitted`);
  const frame = ana.page.frameLocator('iframe').first();
  await expect.poll(() => frame.locator('li').count()).toBe(2);
  const height = () => ana.page.locator('iframe').first().getAttribute('height').then(Number);
  await expect.poll(height).toBeGreaterThan(120);
  const inside = () =>
    frame.locator('body').evaluate((body) => {
      const { scrollHeight, clientHeight } = body.ownerDocument.documentElement;
      return scrollHeight - clientHeight;
    });
  await expect.poll(inside).toBe(0);
  // Narrower it is higher, and what others say changes no frame.
  const wide = await height();
  await ana.page.evaluate(() => document.querySelector('iframe')!.setAttribute('width', '220'));
  await expect.poll(height).toBeGreaterThan(wide);
  const now = await height();
  await ana.page.evaluate(() => postMessage({ strikeboardHeight: 2_000 }, '*'));
  await ana.page.waitForTimeout(300);
  expect(await height()).toBe(now);
});

test('it is dark where its page is or says so, and axe finds nothing', async () => {
  for (const theme of ['light', 'dark'] as const) {
    const ana = await stage.visitor({ theme });
    await ana.page.addInitScript(axe.source);
    await ana.page.goto(`${at}/dark`);
    const paper = (nth: number) =>
      ana.page
        .locator('strikeboard-widget')
        .nth(nth)
        .locator('section')
        .evaluate((section) => getComputedStyle(section).backgroundColor);
    await expect.poll(() => ana.page.locator('strikeboard-widget section').count()).toBe(2);
    const [light, dark] = ['rgb(255, 253, 248)', 'rgb(27, 24, 21)'];
    const papers = [await paper(0), await paper(1)].sort();
    // A page that knows no dark stays light whatever its reader likes; the other widget is dark by its variable.
    expect(papers).toEqual([light, dark].sort());
    await expectNothing(ana, `a page with a dark widget in ${theme}`);
    // In a frame it is as its reader likes.
    await ana.page.goto(`${serverUrl()}/widget?campaign=hold-the-line`);
    await expect.poll(() => ana.page.locator('strikeboard-widget section').count()).toBe(1);
    expect(await paper(0)).toBe(theme === 'dark' ? dark : light);
    await expectNothing(ana, `the page in the frame in ${theme}`);
  }
});
