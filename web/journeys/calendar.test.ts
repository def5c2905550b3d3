import axe from 'axe-core';
import { expect, test } from 'vitest';
import { expectNothing } from './support/axe.ts';
import { useStage, type VisitorOptions } from './support/stage.ts';
import type { Visitor } from './support/visitor.ts';

// All that has a time, by month, week and day: of everybody, of one campaign, and in another program's calendar.

const stage = useStage();

async function looked(options: VisitorOptions = {}): Promise<Visitor> {
  const visitor = await stage.visitor(options);
  await visitor.context.addInitScript(axe.source);
  return visitor;
}
const TITLE = 'Hold the line, keep the night bus';

/** The day that clocks of the reader show then. */
const dayOf = (at: Date) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/Chicago' }).format(at);

/** The day the demo's strike began: of the server, which may have made it before the reader's midnight. */
async function dayItBegan({ context }: Visitor): Promise<string> {
  const query = '{ campaign(slug: "hold-the-line") { startsAt } }';
  const response = await context.request.post('/graphql', { data: { query } });
  const { data } = (await response.json()) as { data: { campaign: { startsAt: string } } };
  return dayOf(new Date(data.campaign.startsAt));
}

test('a month, a week and a list show the same things, and what one chose stands in the address', async () => {
  const rosa = await looked();
  const { page } = rosa;
  const began = await dayItBegan(rosa);
  // The first page of all: the server writes in UTC, and the browser asks anew in the reader's own zone.
  await page.goto(`/calendar?on=${began}`);
  await rosa.sees('Times are those of Chicago');
  const strike = page.locator(`[data-day="${began}"]`).getByText(TITLE);
  await strike.waitFor();
  expect((await page.locator('[data-day]').count()) % 7).toBe(0);
  await expectNothing(rosa, 'a month');

  await rosa.link('Week').click();
  await page.waitForURL(/view=week/);
  await expect.poll(() => page.locator('[data-day]').count()).toBe(7);
  await strike.waitFor();
  await expectNothing(rosa, 'a week');

  await rosa.link('List').click();
  await page.waitForURL(/view=list/);
  await expect.poll(() => page.locator('[data-day]').count()).toBe(30);
  await strike.waitFor();
  const kinds = () =>
    page
      .locator('.item')
      .evaluateAll((items) => [...new Set(items.map(({ classList }) => classList[1]))].sort());
  expect(await kinds()).toEqual(expect.arrayContaining(['EVENT', 'START']));
  await expectNothing(rosa, 'a list');
  const list = page.url();

  await page.getByRole('navigation', { name: 'What to show' }).getByRole('link', { name: 'Events' }).click();
  await page.waitForURL(/kind=EVENT/);
  await expect.poll(kinds).toEqual(['EVENT']);
  // Whoever is given the address sees the same.
  const friend = await looked();
  await friend.page.goto(page.url());
  await friend.sees('Film a shift in an hour');
  expect(await friend.page.getByText(TITLE).count()).toBe(0);
  // mutant: who goes back is turned round until the page has come, and the address goes back, forth, and back again.
  const addresses: string[] = [];
  page.on('framenavigated', (frame) => addresses.push(frame.url()));
  await page.goBack();
  await strike.waitFor();
  expect(addresses).toEqual([list]);
  expect(page.url()).toBe(list);
  await page.goForward();
  await expect.poll(kinds).toEqual(['EVENT']);
  await page.goBack();
  await strike.waitFor();

  await page.getByRole('link', { name: 'Film a shift in an hour' }).click();
  await page.waitForURL(/\/e\/film-a-shift-in-an-hour/);
});

test('by keys alone: arrows from day to day, page keys from month to month', async () => {
  const rosa = await looked();
  const { page } = rosa;
  await page.goto('/calendar?on=2031-03-12');
  const focused = () =>
    page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-day]')?.dataset['day'] ?? null);
  const first = page.locator('[data-day="2031-03-12"] a').first();
  // The keys work once the page's script has come.
  await expect
    .poll(async () => {
      await first.focus();
      await page.keyboard.press('ArrowRight');
      return focused();
    })
    .toBe('2031-03-13');
  await page.keyboard.press('ArrowDown');
  expect(await focused()).toBe('2031-03-20');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowUp');
  expect(await focused()).toBe('2031-03-12');
  await page.keyboard.press('PageDown');
  await page.getByRole('heading', { name: 'April 2031' }).waitFor();
  await expect.poll(focused).toBe('2031-04-01');
  await page.keyboard.press('PageUp');
  await page.getByRole('heading', { name: 'March 2031' }).waitFor();
});

test('a campaign has a calendar of its own, without scripts too, and one for other programs', async () => {
  const rosa = await stage.visitor({ script: false });
  const { page } = rosa;
  await page.goto('/c/hold-the-line');
  await page.getByRole('main').getByRole('link', { name: 'Calendar' }).click();
  await page.waitForURL(/\/calendar\?of=/);
  await rosa.sees(TITLE);
  await rosa.link('List').click();
  await rosa.link('Days before').click();
  await rosa.sees('begins');
  const feed = page.locator('a[href*=".ics"]');
  const address = (await feed.getAttribute('href')) ?? '';
  expect(address).toMatch(/^\/feeds\/campaign\/hold-the-line\.ics/);
  const answer = await rosa.context.request.get(address);
  expect(answer.headers()['content-type']).toContain('text/calendar');
  const text = (await answer.text()).replaceAll('\r\n ', '');
  expect(text).toContain('BEGIN:VCALENDAR');
  expect(text).toContain('Hold the line');
  await rosa.link('Show all').first().click();
  expect(new URL(page.url()).searchParams.has('of')).toBe(false);
  expect(await feed.getAttribute('href')).toMatch(/^\/feeds\/programme\.ics/);
});

test.each(['month', 'week', 'list'])(
  'on the smallest phone, in Spanish and by night, the %s fits',
  async (view) => {
    const luz = await looked({
      size: { width: 320, height: 640 },
      touch: true,
      language: 'es-MX',
      theme: 'dark',
    });
    await luz.tryAs('VOLUNTEER');
    await luz.page.goto(`/calendar?view=${view}&on=${dayOf(new Date())}`);
    await luz.sees('Hoy');
    expect(
      await luz.page.evaluate(
        () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
      ),
    ).toBe(true);
    await expectNothing(luz, `the ${view} in Spanish`);
  },
);
