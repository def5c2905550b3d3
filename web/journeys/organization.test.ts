import axe from 'axe-core';
import { expect, test } from 'vitest';
import { expectNothing } from './support/axe.ts';
import { phone, useStage } from './support/stage.ts';
import { callStrike } from './support/strike.ts';

// Who runs a campaign has a page of its own, which needs no scripts and is told of in both languages.

const stage = useStage();

test('a stranger without scripts goes from a campaign to who runs it, and to its other pages', async () => {
  const olga = await stage.visitor();
  await olga.join('org-olga');
  const strike = await callStrike(olga, 'org-olga', 'org-page');
  await strike.card('Write the leaflet');
  const stranger = await stage.visitor({ size: phone, touch: true, script: false });
  await stranger.page.goto(strike.page);
  await stranger.link('More from Local org-page').click();
  await stranger.page.waitForURL('**/organizations/local-org-page');
  await stranger.sees('Union local');
  await stranger.sees('1 card');
  await stranger.link(strike.title).click();
  await stranger.page.waitForURL(`**${strike.page}`);

  const spanish = await stage.visitor({ language: 'es-MX', script: false });
  await spanish.page.goto('/organizations/local-org-page');
  await spanish.sees('Sección sindical');
  await spanish.sees('Trabajo abierto');

  const html = await (await olga.context.request.get('/organizations/local-org-page')).text();
  expect(html).toContain(`<link rel="canonical" href="${olga.url}/organizations/local-org-page"`);
  expect(html).toContain('/pictures/en/organization/local-org-page.png');
  const [, feed = ''] = /type="text\/calendar"[^>]*href="([^"]+)"/.exec(html) ?? [];
  const calendar = await olga.context.request.get(feed);
  expect([calendar.status(), (await calendar.text()).slice(0, 15)]).toEqual([200, 'BEGIN:VCALENDAR']);
});

test('its page is for every reader, in light and dark; where there is none, plain words say so', async () => {
  for (const theme of ['light', 'dark'] as const) {
    const visitor = await stage.visitor({ size: { width: 320, height: 640 }, touch: true, theme });
    await visitor.context.addInitScript(axe.source);
    await visitor.page.goto('/c/hold-the-line');
    await visitor.link(/^More from /).click();
    await visitor.page.waitForURL('**/organizations/*');
    await expectNothing(visitor, `an organization in ${theme}`);
    expect(
      await visitor.page.evaluate(
        () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
      ),
    ).toBe(true);
  }
  const lost = await stage.visitor();
  lost.allow(/404/);
  const answer = await lost.page.goto('/organizations/no-such');
  expect(answer?.status()).toBe(404);
  await lost.sees('Nothing here');
});
