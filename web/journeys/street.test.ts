import { expect, test } from 'vitest';
import { UpdateCampaignDocument } from '../src/gql/graphql.ts';
import { extractText } from 'unpdf';
import { openBoard } from './support/board.ts';
import { serverUrl, useStage } from './support/stage.ts';
import { callStrike } from './support/strike.ts';

const stage = useStage();
const slug = 'hold-the-line';

test('somebody passes a campaign and a card on: messengers find words, a picture and one address', async () => {
  const ana = await stage.visitor();
  const read = (name: string) =>
    ana.page.locator(`meta[property="${name}"], meta[name="${name}"]`).first().getAttribute('content');
  await ana.page.goto(`/c/${slug}?from=somewhere`);
  expect(await read('og:image')).toBe(`${ana.url}/pictures/en/campaign/${slug}.png`);
  expect(await read('og:url')).toBe(`${ana.url}/c/${slug}`);
  expect(await read('twitter:card')).toBe('summary_large_image');
  expect(await ana.page.locator('link[rel=canonical]').getAttribute('href')).toBe(`${ana.url}/c/${slug}`);
  expect((await ana.context.request.get((await read('og:image')) ?? '')).headers()['content-type']).toBe(
    'image/png',
  );

  await ana.page.goto(`/c/${slug}/board?skills=WRITING`);
  const card = await ana.page.locator('[data-card] .title').first().getAttribute('href');
  const number = new URLSearchParams(card ?? '').get('card');
  await ana.page.goto(`/c/${slug}/board?card=${number}`);
  expect(await read('og:image')).toBe(`${ana.url}/pictures/en/card/${slug}/${number}.png`);
  expect(await read('og:url')).toBe(`${ana.url}/c/${slug}/board?card=${number}`);
  expect((await ana.context.request.get((await read('og:image')) ?? '')).status()).toBe(200);
});

test('where a browser has no list of apps, the button takes the address along', async () => {
  const ana = await stage.visitor();
  await ana.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await ana.page.goto(`/c/${slug}`);
  await ana.button(/^Share “/).click();
  await ana.sees('The link is copied.');
  expect(await ana.page.evaluate(() => navigator.clipboard.readText())).toBe(`${ana.url}/c/${slug}`);
});

test('a phone may keep it among its apps: a manifest in the language of the page, with icons that are there', async () => {
  const ana = await stage.visitor({ language: 'es-MX' });
  await ana.page.goto('/');
  const path = await ana.page.locator('link[rel=manifest]').getAttribute('href');
  const answer = await ana.context.request.get(path ?? '');
  const manifest = (await answer.json()) as { lang: string; icons: { src: string }[]; start_url: string };
  expect(manifest).toMatchObject({ lang: 'es', start_url: '/' });
  for (const { src } of manifest.icons) expect((await ana.context.request.get(src)).ok(), src).toBe(true);
});

test('at the foot of every page stands who runs this, and privacy in plain words in both languages', async () => {
  const ana = await stage.visitor();
  for (const path of ['/', `/c/${slug}`, `/c/${slug}/board`, '/join', '/need-help']) {
    await ana.page.goto(path);
    await ana.page.locator('footer').getByText('Run by whoever set up this server').waitFor();
  }
  await ana.page.locator('footer').getByRole('link', { name: 'Privacy, in plain words' }).click();
  await ana.sees('No real name is asked, and no e-mail.');
  await ana.page.goto('/privacy?lang=es');
  await ana.sees('No pedimos nombre real ni correo.');
});

test('a board is printed: cards on the first page, none cut, and the way back to the live one', async () => {
  const ana = await stage.visitor();
  await openBoard(ana, `/c/${slug}/board`);
  const cards = await ana.page.locator('[data-card]').evaluateAll((faces) =>
    faces.map((face) => ({
      title: face.querySelector('.title')?.textContent ?? '',
      // What stands lowest of what is printed.
      last:
        face.querySelector('.text, blockquote')?.textContent?.trim().split(/\s+/).slice(-2).join(' ') ?? '',
    })),
  );
  expect(cards.length).toBeGreaterThan(8);
  const sheet = await ana.page.pdf({ format: 'Letter' });
  const { totalPages, text } = await extractText(new Uint8Array(sheet), { mergePages: false } as never);
  const pages = (text as unknown as string[]).map((page) => page.replace(/\s+/g, ' '));
  expect(totalPages).toBeLessThanOrEqual(4);
  expect(pages[0]).toContain(`${ana.url}/c/${slug}/board`);
  expect(cards.filter(({ title }) => pages[0]?.includes(title)).length).toBeGreaterThanOrEqual(4);
  for (const { title, last } of cards) {
    const whole = pages.some((page) => page.includes(title) && page.includes(last));
    expect.soft(whole, `${title} … ${last}`).toBe(true);
  }
  for (const menu of ['Rows by phase', 'Join', 'Take it', 'Sign in'])
    expect.soft(pages.join(' ')).not.toContain(menu);
  // The code is there although the screen never showed it.
  await ana.page.emulateMedia({ media: 'print' });
  const code = ana.page.locator('[data-on-paper] img');
  await code.waitFor();
  expect(await code.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
});

test('a campaign and an open card are sheets of their own', async () => {
  const ana = await stage.visitor();
  const textOf = async () =>
    (
      (
        await extractText(new Uint8Array(await ana.page.pdf({ format: 'Letter' })), {
          mergePages: true,
        } as never)
      ).text as unknown as string
    ).replace(/\s+/g, ' ');
  await ana.page.goto(`/c/${slug}`);
  const campaign = await textOf();
  expect(campaign).toContain(`${ana.url}/c/${slug}`);
  expect(campaign).not.toContain('Privacy, in plain words');

  await ana.page.goto(`/c/${slug}/board`);
  const title = ana.page.locator('[data-card] .title').first();
  const words = (await title.textContent()) ?? '';
  const others = await ana.page.locator('[data-card] .title').nth(3).textContent();
  await title.click();
  await ana.page.locator('dialog[open]').getByRole('heading', { name: words }).waitFor();
  const card = await textOf();
  expect(card).toContain(words);
  expect(card).toContain('board?card=');
  expect(card).not.toContain(others);
});

test('a phone on its side sees a whole card under the head of the board', async () => {
  const ana = await stage.visitor({ size: { width: 740, height: 360 }, touch: true });
  await ana.page.goto(`/c/${slug}/board`);
  const card = await ana.page.locator('.slot.current [data-card]').first().boundingBox();
  const bar = await ana.page.getByRole('navigation', { name: 'Columns' }).boundingBox();
  expect(card!.y + card!.height).toBeLessThanOrEqual(bar!.y);
});

test('text at twice its size stays in its column', async () => {
  const ana = await stage.visitor();
  await ana.page.goto(`/c/${slug}/board`);
  await ana.page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
  const beyond = await ana.page.locator('.slot').evaluateAll((slots) =>
    slots.flatMap((slot) => {
      const { right } = slot.getBoundingClientRect();
      return [...slot.querySelectorAll('*')]
        .filter((part) => part.getBoundingClientRect().right > right + 1)
        .map((part) => `${part.className}: ${part.textContent?.slice(0, 30)}`);
    }),
  );
  expect(beyond).toEqual([]);
});

test('on the page that checks the answers, another language keeps step and answers', async () => {
  const ana = await stage.visitor();
  await ana.page.goto('/need-help');
  await expect.poll(() => ana.button('Start').isEnabled()).toBe(true);
  await ana.button('Start').click();
  await ana.field('Name of your local or group').fill('Bakers of Local 9');
  await ana.button('Next').click();
  await ana.page.waitForURL(/q=2#/);
  const { hash } = new URL(ana.page.url());
  await ana.page.goto(`/need-help?q=10${hash}`);
  await ana.page.reload();
  await ana.page.waitForURL(/q=10#/);
  await ana.page.locator('form .action').last().click();
  await ana.page.waitForURL(/q=review#/);
  await ana.sees('Bakers of Local 9');
  await ana.page
    .getByRole('group', { name: 'Language' })
    .getByRole('link', { name: /ES|Español/ })
    .click();
  await ana.page.waitForURL(/q=review/);
  await expect.poll(() => ana.page.locator('html').getAttribute('lang')).toBe('es');
  await ana.sees('Bakers of Local 9');
});

test('who chooses somebody in the demo before scripts have come becomes them', async () => {
  const ana = await stage.visitor();
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await ana.page.route('**/_app/immutable/**/*.js', async (route) => {
    await held;
    await route.continue();
  });
  await ana.page.goto('/', { waitUntil: 'commit' });
  const bar = ana.page.getByLabel('Demo: try it as');
  await bar.selectOption({ index: 1 });
  release();
  await ana.page.locator('header .me').waitFor();
  expect(await bar.inputValue()).not.toBe('');
});

test('without a network the start page and my cards are read as last seen, and nothing is left after signing out', async () => {
  const ana = await stage.visitor();
  await ana.join('offline-ana');
  await ana.page.goto('/');
  const kept = () =>
    ana.page.evaluate(async () => (await caches.open('strikeboard-kept')).match('/me').then(Boolean));
  await expect.poll(kept, { timeout: 15_000 }).toBe(true);
  await expect
    .poll(() =>
      ana.page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.active)),
    )
    .toBe(true);

  ana.allow(/ERR_INTERNET_DISCONNECTED|Failed to load|WebSocket/);
  await ana.context.setOffline(true);
  await ana.page.goto('/me');
  await ana.sees(/^No network\. This is how it was on/);
  await ana.sees('offline-ana');
  await ana.context.setOffline(false);

  // With the network the page comes back by itself, at a moment of its own: who goes elsewhere just then is called back.
  await expect
    .poll(
      () =>
        ana.page
          .goto('/me/sessions')
          .then(() => ana.page.url())
          .catch(() => ''),
      { timeout: 20_000 },
    )
    .toContain('/me/sessions');
  await ana.button('Sign out').click();
  await ana.page.waitForURL(`${serverUrl()}/?left=out`);
  const left = await ana.page.evaluate(async () => (await caches.keys()).length);
  expect(left).toBe(0);
  await ana.context.setOffline(true);
  await expect(ana.page.goto('/me')).rejects.toThrow();
  await ana.context.setOffline(false);
});

test('what a local wrote has addresses to press, marked as the words of others', async () => {
  const ana = await stage.visitor();
  await ana.join('street-links');
  const strike = await callStrike(ana, 'street-links', 'street-links');
  await ana.ask(UpdateCampaignDocument, {
    input: {
      campaignId: strike.campaignId,
      story: 'Give at https://fund.example.org/us. **All** of it; not javascript:alert(1).',
      howToHelp: '',
    },
  });
  const stranger = await stage.visitor();
  await stranger.page.goto(strike.page);
  const link = stranger.page.getByRole('link', { name: 'https://fund.example.org/us' });
  expect(await link.getAttribute('rel')).toBe('nofollow noopener ugc');
  expect(await link.getAttribute('href')).toBe('https://fund.example.org/us');
  await stranger.sees('**All** of it; not javascript:alert(1).');
});

test('on the wall hangs a code that leads to the board, and to no other site', async () => {
  const ana = await stage.visitor();
  await ana.page.goto(`/campaigns/${slug}/wall`);
  const code = ana.page.getByRole('img', { name: `${ana.url}/c/${slug}/board` });
  await code.waitFor();
  await expect.poll(() => code.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  // A code of ours leads nowhere else.
  for (const path of ['/qr//evil.example/x.svg', `/qr/${'x'.repeat(300)}.svg`, '/qr/c/x']) {
    const answer = await ana.context.request.get(path);
    expect(answer.ok() && (await answer.text()).includes('evil'), path).toBe(false);
  }
});
