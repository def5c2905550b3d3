import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import { launchBrowser } from './browser.ts';
import { Visitor } from './visitor.ts';

export const phone = { width: 390, height: 844 };
export const smallPhone = { width: 360, height: 640 };
export const laptop = { width: 1440, height: 900 };

/** The zone of every browser and campaign here, so that a first page and later ones write the same moments. */
export const timeZone = 'America/Chicago';

export interface VisitorOptions {
  size?: { width: number; height: number };
  /** A phone: touch, no mouse, and the address bar of a mobile browser. */
  touch?: boolean;
  language?: 'en-US' | 'es-MX';
  theme?: 'light' | 'dark';
  /** Whether the browser runs scripts. */
  script?: boolean;
  /** Another server than the shared one. */
  url?: string;
}

/** Address of the server with the demo that the journeys of this worker share. */
export function serverUrl(): string {
  const worker = Number(process.env['VITEST_POOL_ID'] ?? 1);
  const urls = inject('serverUrls');
  const url = urls[(worker - 1) % urls.length];
  if (url === undefined) throw new Error('No server was started.');
  return url;
}

/** Where a journey plays: one browser per file, a private window for each visitor, and the shared server. */
export interface Stage {
  /** A new browser window without cookies. It closes by itself after the test. */
  visitor(options?: VisitorOptions): Promise<Visitor>;
}

const screenshots = fileURLToPath(new URL('../../../.cache/journeys', import.meta.url));

/**
 * Opens the stage for one test file. A test fails, whatever it checked, when one of its pages threw an error,
 * logged one, or met the content security policy. Pages of a failed test are kept as pictures in `.cache/journeys`.
 */
export function useStage(): Stage {
  let browser: Browser;
  let visitors: Visitor[] = [];

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  afterEach(async ({ task }) => {
    const here = visitors;
    visitors = [];
    if (task.result?.state === 'fail') await picture(task.name, here);
    await Promise.all(here.map(({ context }) => context.close()));
    const problems = here.flatMap((visitor) => visitor.problems());
    if (problems.length > 0) throw new Error(`The pages had problems:\n${problems.join('\n')}`);
  });

  return {
    async visitor({
      size = laptop,
      touch = false,
      language = 'en-US',
      theme = 'light',
      script = true,
      url = serverUrl(),
    } = {}) {
      const options: BrowserContextOptions = {
        baseURL: url,
        viewport: size,
        locale: language,
        timezoneId: timeZone,
        colorScheme: theme,
        javaScriptEnabled: script,
        hasTouch: touch,
        isMobile: touch,
      };
      const visitor = await Visitor.enter(await browser.newContext(options), url);
      visitors.push(visitor);
      return visitor;
    },
  };
}

async function picture(test: string, visitors: readonly Visitor[]): Promise<void> {
  await mkdir(screenshots, { recursive: true });
  const name = test.toLowerCase().replaceAll(/\W+/g, '-').slice(0, 60);
  const pages = visitors.flatMap(({ context }) => context.pages());
  await Promise.all(
    pages.map((page, index) =>
      page.screenshot({ path: join(screenshots, `${name}-${index + 1}.png`) }).catch(() => undefined),
    ),
  );
}
