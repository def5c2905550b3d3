import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext } from 'playwright-core';
import { startServer } from '../../../server/test/support/start-server.ts';
import { becomeDemoPerson } from './demo-person.ts';
import { launchBrowser } from './browser.ts';
import en from '../../src/messages/en/board.json' with { type: 'json' };
import es from '../../src/messages/es/board.json' with { type: 'json' };

// npm run screens: pictures of the main pages in both languages for people to look at, in .cache/screens.

const folder = fileURLToPath(new URL('../../../.cache/screens', import.meta.url));
const sizes = {
  phone: { width: 390, height: 844 },
  laptop: { width: 1440, height: 900 },
} as const;
const languages = { en: { locale: 'en-US', words: en }, es: { locale: 'es-MX', words: es } } as const;
const pages = [
  { name: 'landing', path: '/', whole: true },
  { name: 'campaign', path: '/c/hold-the-line', whole: true },
  { name: 'join', path: '/join', whole: true },
  { name: 'board', path: '/c/hold-the-line/board' },
  { name: 'board-organizer', path: '/c/hold-the-line/board', as: 'ORGANIZER' },
  { name: 'dialog', path: '/c/hold-the-line/board', as: 'VOLUNTEER', card: true },
  { name: 'me', path: '/me', as: 'VOLUNTEER', whole: true },
  { name: 'settings', path: '/c/hold-the-line/settings', as: 'ORGANIZER', whole: true },
  { name: 'need-help', path: '/need-help', whole: true },
  { name: 'desk', path: '/desk', as: 'COORDINATOR' },
  { name: 'programme', path: '/desk/programme', as: 'COORDINATOR', whole: true },
  { name: 'templates', path: '/desk/templates', as: 'COORDINATOR' },
  { name: 'notices', path: '/me/notices', as: 'ORGANIZER', whole: true },
  { name: 'contact', path: '/me/contact', as: 'VOLUNTEER', whole: true },
  { name: 'availability', path: '/me/availability', as: 'VOLUNTEER', whole: true },
  { name: 'conduct', path: '/conduct', as: 'VOLUNTEER', whole: true },
  { name: 'events', path: '/events', as: 'VOLUNTEER', whole: true },
  { name: 'event', path: '/e/film-a-shift-in-an-hour', whole: true },
  { name: 'event-now', path: '/e/picket-line-call', whole: true },
  { name: 'event-place', path: '/e/film-a-shift-in-an-hour', as: 'VOLUNTEER', whole: true },
  { name: 'event-door', path: '/e/film-a-shift-in-an-hour/door', as: 'ORGANIZER', whole: true },
  { name: 'event-edit', path: '/e/film-a-shift-in-an-hour/edit', as: 'ORGANIZER', whole: true },
  { name: 'event-new', path: '/events/new', as: 'ORGANIZER', whole: true },
  { name: 'event-over', path: '/e/night-shift-on-air', whole: true },
  { name: 'event-recap', path: '/e/night-shift-on-air/recap', as: 'ORGANIZER', whole: true },
  { name: 'event-feedback', path: '/e/night-shift-on-air/feedback', as: 'ORGANIZER', whole: true },
  { name: 'event-practice', path: '/e/film-a-shift-in-an-hour/practice', as: 'VOLUNTEER', whole: true },
  {
    name: 'practice',
    path: '/e/film-a-shift-in-an-hour/practice',
    first: 'main a[href^="/practice/"]',
    as: 'VOLUNTEER',
    whole: true,
  },
  { name: 'event-seat', path: '/e/film-a-shift-in-an-hour/seat', whole: true },
  { name: 'bench', path: '/bench', whole: true },
  { name: 'adviser', path: '/bench/oleander', as: 'ORGANIZER', whole: true },
  { name: 'my-bench', path: '/me/bench', as: 'COORDINATOR', whole: true },
  { name: 'talks', path: '/me/talks', as: 'ORGANIZER', whole: true },
  { name: 'openings', path: '/openings', whole: true },
  { name: 'opening', path: '/openings', first: 'main a[href^="/o/"]', as: 'VOLUNTEER', whole: true },
  { name: 'opening-new', path: '/openings/new', as: 'ORGANIZER', whole: true },
  {
    name: 'applications',
    path: '/openings',
    first: 'main a[href^="/o/"]',
    below: '/applications',
    as: 'ORGANIZER',
    whole: true,
  },
  { name: 'suggestions', path: '/suggestions', whole: true },
  { name: 'calendar-month', path: '/calendar', as: 'VOLUNTEER', whole: true },
  { name: 'calendar-week', path: '/calendar?view=week', whole: true },
  { name: 'calendar-list', path: '/calendar?view=list', whole: true },
  { name: 'assessments', path: '/assessment', as: 'ORGANIZER', whole: true },
  {
    name: 'assessment',
    path: '/assessment',
    first: 'main a[href^="/assessment/"]',
    as: 'ORGANIZER',
    whole: true,
  },
  { name: 'tools', path: '/me/tools', as: 'ORGANIZER', whole: true },
  { name: 'record', path: '/me/record', as: 'VOLUNTEER', whole: true },
  { name: 'certificates', path: '/me/certificate', as: 'VOLUNTEER', whole: true },
  { name: 'verify', path: '/verify/none-of-ours', whole: true },
] as const;

await mkdir(folder, { recursive: true });
const dataDir = await mkdtemp(join(tmpdir(), 'strikeboard-screens-'));
const server = await startServer({ DATA_DIR: dataDir, DEMO: 'on' });
const browser = await launchBrowser();
try {
  for (const language of ['en', 'es'] as const)
    for (const size of ['phone', 'laptop'] as const)
      for (const theme of ['light', 'dark'] as const) {
        const context = await browser.newContext({
          baseURL: server.url,
          viewport: sizes[size],
          colorScheme: theme,
          locale: languages[language].locale,
          timezoneId: 'America/Chicago',
          deviceScaleFactor: 1,
          reducedMotion: 'reduce',
          isMobile: size === 'phone',
          hasTouch: size === 'phone',
        });
        for (const page of pages) {
          const file = join(folder, `${page.name}-${language}-${size}-${theme}.png`);
          await take(context, page, { language, file });
        }
        await context.close();
      }
} finally {
  await browser.close();
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
}
console.log(`The pictures are in ${folder}`);

async function take(
  context: BrowserContext,
  shown: (typeof pages)[number],
  { language, file }: { language: keyof typeof languages; file: string },
): Promise<void> {
  const { words } = languages[language];
  await context.clearCookies();
  if ('as' in shown) await becomeDemoPerson(context.request, shown.as);
  const page = await context.newPage();
  await page.goto(shown.path);
  if (shown.path.endsWith('/board') || shown.path === '/desk') {
    await page.getByText(words.live.live, { exact: true }).first().waitFor({ state: 'attached' });
  }
  if ('card' in shown) {
    const held = page.locator('[data-column=CLAIMED] h3 a').first();
    await page.goto(`${shown.path}${(await held.getAttribute('href')) ?? ''}`);
    await page.getByRole('dialog').getByRole('heading', { name: words.dialog.comments }).waitFor();
  }
  if ('first' in shown) {
    const there = await page.locator(shown.first).first().getAttribute('href');
    await page.goto(`${there ?? shown.path}${'below' in shown ? shown.below : ''}`);
  }
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: file, fullPage: 'whole' in shown });
  await page.close();
}
