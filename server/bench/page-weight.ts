import { gzipSync } from 'node:zlib';
import type { Page, Response } from 'playwright-core';
import { makeBusyBoard, signIn } from './busy-board.ts';
import type { Figure } from './figures.ts';
import type { Section, Stage } from './stage.ts';

const CARDS = 200;
/** What comes when the page has nothing better to do counts as well: it comes without being asked for. */
const IDLE_MS = 1_500;

/** What a browser loads for the board before anybody touches it, gzipped. */
export const pageWeight: Section = { name: 'weight', measure };

async function measure(stage: Stage): Promise<Figure[]> {
  const databaseUrl = await stage.newDatabase();
  const services = await stage.services(databaseUrl);
  const board = await makeBusyBoard(services, CARDS);
  const { url } = await stage.server({ DATABASE_URL: databaseUrl });
  const browser = await stage.browser();
  const context = await browser.newContext();
  await signIn(context, url, board.volunteer);
  const files = await loadedBy(await context.newPage(), `${url}/c/${board.slug}/board`);
  const of = (type: string) => files.filter((file) => file.type === type);
  const sum = (type: string) => of(type).reduce((total, { gzipped }) => total + gzipped, 0) / 1_000;
  return [
    {
      what: `JavaScript of the board before interaction, ${of('script').length} files, gzipped`,
      value: sum('script'),
      unit: 'kB',
      target: { atMost: 150 },
    },
    ...of('script').map(({ name, gzipped }): Figure => {
      return { what: `  ${name}`, value: gzipped / 1_000, unit: 'kB' };
    }),
    { what: `HTML of the board with its ${CARDS} cards and its styles`, value: sum('document'), unit: 'kB' },
    { what: 'style sheets of their own', value: sum('stylesheet'), unit: 'kB' },
    { what: `fonts, ${of('font').length} files`, value: sum('font'), unit: 'kB' },
    { what: 'everything else', value: sum('other'), unit: 'kB' },
  ];
}

interface LoadedFile {
  name: string;
  type: 'script' | 'document' | 'stylesheet' | 'font' | 'other';
  /** Bytes: fonts as they are, which gzip does not make smaller. */
  gzipped: number;
}

async function loadedBy(page: Page, address: string): Promise<LoadedFile[]> {
  const responses: Response[] = [];
  page.on('response', (response) => responses.push(response));
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.waitForSelector('.status.live');
  await page.waitForTimeout(IDLE_MS);
  const files = await Promise.all(
    responses.map(async (response) => {
      const kind = response.request().resourceType();
      const type =
        kind === 'script' || kind === 'document' || kind === 'stylesheet' || kind === 'font' ? kind : 'other';
      const body = await response.body();
      return {
        name: new URL(response.url()).pathname.split('/').slice(-2).join('/'),
        type,
        gzipped: type === 'font' ? body.length : gzipSync(body).length,
      } satisfies LoadedFile;
    }),
  );
  return files.sort((one, other) => other.gzipped - one.gzipped);
}
