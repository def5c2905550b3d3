import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { becomeDemoPerson } from './support/demo-person.ts';
import { phone, useStage } from './support/stage.ts';
import type { Visitor } from './support/visitor.ts';

const stage = useStage();
const client = new URL('../build/client/', import.meta.url);

/**
 * What a page may weigh before anybody touches it: its scripts packed by gzip, in kB of 1,000 bytes. A figure here is
 * what was reached, with little to spare: whoever needs more takes it from what can come late (`sheet/Late.svelte`).
 */
const pages = [
  { name: 'landing', path: '/', scripts: 65.5 },
  { name: 'campaign', path: '/c/hold-the-line', scripts: 71 },
  { name: 'need-help', path: '/need-help', scripts: 63.3 },
  { name: 'desk', path: '/desk', scripts: 76.4, as: 'COORDINATOR' },
  { name: 'board', path: '/c/hold-the-line/board', scripts: 99.6 },
] as const;
const FONTS_KB = 45;

test.each(pages)('$name comes with at most $scripts kB of scripts', async (page) => {
  const visitor = await stage.visitor();
  if ('as' in page) await becomeDemoPerson(visitor.context.request, page.as);
  const html = await (await visitor.context.request.get(page.path)).text();
  const asked = scriptsOf(html);
  const files = withImports(asked);
  expect(files.size).toBeGreaterThan(4);
  // All at once: what a page does not name is asked for a round trip later, when all else has come.
  expect([...files].filter((file) => !asked.includes(file))).toEqual([]);
  const bytes = [...files].reduce((sum, file) => sum + packed(file), 0);
  expect(bytes / 1000).toBeLessThanOrEqual(page.scripts);
});

test('all that Kit waits for before it begins a page is named by the page', async () => {
  const { page } = await stage.visitor();
  const nodes: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (/_app\/immutable\/(?:entry|nodes)\//.test(pathname)) nodes.push(pathname);
  });
  const answer = await page.goto('/', { waitUntil: 'commit' });
  const html = await answer!.text();
  await page.locator('.page:not([data-asleep])').waitFor();
  expect(nodes.length).toBeGreaterThan(4);
  expect(nodes.filter((file) => !html.includes(`${file.slice(1)}" rel="modulepreload"`))).toEqual([]);
});

test.each(['en-US', 'es-MX'] as const)(
  `in %s the type of a page is at most ${FONTS_KB} kB`,
  async (language) => {
    for (const page of pages) {
      const visitor = await stage.visitor({ language, size: phone });
      if ('as' in page) await becomeDemoPerson(visitor.context.request, page.as);
      const fonts = await fontsOf(visitor, page.path);
      expect([page.name, fonts.length]).toEqual([page.name, 1]);
      expect(fonts[0]).toBeLessThanOrEqual(FONTS_KB * 1000);
      // In the type that was fetched, and not in what stands in for it.
      expect(await visitor.page.evaluate("document.fonts.check('16px Archivo', 'Strike ¿ñ?')")).toBe(true);
    }
  },
);

test('a server of another version, which does not know what a page asks, is told the whole of it', async () => {
  const visitor = await stage.visitor();
  const { page } = visitor;
  const texts = page.waitForResponse(/persisted-documents/);
  // The browser says so of every answer that is a 404.
  visitor.allow(/404.*graphql/);
  await page.goto('/');
  await texts;
  const asked: string[] = [];
  await page.route('**/graphql', async (route) => {
    const { query, documentId } = route.request().postDataJSON() as { query?: string; documentId?: string };
    asked.push(query ?? documentId ?? '');
    if (query) return route.continue();
    await route.fulfill({
      status: 404,
      json: { errors: [{ message: 'Unknown', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] },
    });
  });
  await page.locator('#try-as').selectOption({ index: 1 });
  await visitor.link('My cards').waitFor();
  expect(asked[0]).toMatch(/^sha256:/);
  expect(asked[1]).toMatch(/mutation TryAs\(.+\}$/s);
});

test('a browser reads its calendars beside the page, which would not answer meanwhile', async () => {
  const { page } = await stage.visitor({ language: 'es-MX' });
  const wrong: string[] = [];
  page.on('console', (message) => void (message.type() === 'error' && wrong.push(message.text())));
  page.on('pageerror', ({ message }) => wrong.push(message));
  const coming = page.waitForEvent('worker');
  await page.goto('/');
  const beside = await coming;
  expect(new URL(beside.url()).pathname).toBe('/calendars.js');
  // It does not stay.
  if (page.workers().includes(beside)) await beside.waitForEvent('close');
  expect(wrong).toEqual([]);
});

/** The scripts that a page asks for by itself, as paths below the folder of the build. */
function scriptsOf(html: string): string[] {
  const linked = html.matchAll(
    /href="[^"]*?(_app\/[^"]+\.js)"[^>]*rel="modulepreload"|rel="modulepreload"[^>]*href="[^"]*?(_app\/[^"]+\.js)"/g,
  );
  const started = html.matchAll(/import\("[^"]*?(_app\/[^"]+\.js)"\)/g);
  return [...linked, ...started].flatMap(([, one, other]) => one ?? other ?? []);
}

/** These files, and what they import at once. */
function withImports(from: readonly string[]): Set<string> {
  const found = new Set<string>();
  const open = [...from];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    const code = readFileSync(new URL(file, client), 'utf8');
    for (const [, path = ''] of code.matchAll(/(?:import|from)\s*["`'](\.{1,2}\/[^"`']+\.js)["`']/g))
      open.push(new URL(path, `file:///${file}`).pathname.slice(1));
  }
  return found;
}

const packed = (file: string) => gzipSync(readFileSync(new URL(file, client)), { level: 9 }).length;

/** Bytes of each file of type that a page fetches. */
async function fontsOf({ page }: Visitor, path: string): Promise<number[]> {
  const fonts: Promise<number>[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('.woff2')) fonts.push(response.body().then(({ length }) => length));
  });
  await page.goto(path);
  await page.evaluate('document.fonts.ready.then(() => null)');
  return Promise.all(fonts);
}
