import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appointCoordinator } from '../../server/src/core/trust/appoint-coordinator.ts';
import { toGlobalId } from '../../server/src/platform/graphql/global-id.ts';
import { anAsk } from '../../server/test/support/an-ask.ts';
import { type ServerProcess, startServer } from '../../server/test/support/start-server.ts';
import { expectNothing } from './support/axe.ts';
import { Board } from './support/board.ts';
import { dottedKeys, PSEUDO, pseudo, writePseudoLanguage } from './support/pseudo-language.ts';
import { useOwnServer } from './support/own-server.ts';
import { phone, useStage, type VisitorOptions } from './support/stage.ts';
import type { Visitor } from './support/visitor.ts';

const stage = useStage();

describe('a local that reads Spanish', () => {
  const server = useOwnServer('languages_journey');
  const visitor = (options: VisitorOptions = {}) => stage.visitor({ ...options, url: server.url });

  test('gets its plan in Spanish, says go, and whoever reads English sees that the cards are in Spanish', async () => {
    const { askId, token } = await anAsk(server.services, { language: 'es' });
    const coordinator = await visitor();
    await coordinator.context.addInitScript(axe.source);
    await coordinator.join('plans-in-spanish');
    await appointCoordinator(server.services, 'plans-in-spanish');
    await coordinator.page.goto(`/desk/asks/${toGlobalId('Ask', askId)}`);
    await coordinator.button('Make the plan').click();
    await coordinator.page.getByRole('checkbox', { name: 'Lista de prensa' }).waitFor();
    await coordinator.sees('The local reads Spanish.');
    await coordinator.page.getByText('In Spanish', { exact: true }).first().waitFor();
    await expectNothing(coordinator, 'the plan on the desk');

    // Switched by the coordinator and back again: the words follow, the ticks stay.
    await coordinator.page.getByRole('checkbox', { name: 'Lista de prensa' }).uncheck();
    await coordinator.page.getByLabel('Language of the cards').selectOption('en');
    await coordinator.button('Save 2 changes').click();
    const inEnglish = coordinator.page.getByRole('checkbox', { name: 'Press list' });
    await inEnglish.waitFor();
    expect(await inEnglish.isChecked()).toBe(false);
    await coordinator.page.getByLabel('Language of the cards').selectOption('es');
    await coordinator.button('Save one change').click();
    await coordinator.page.getByRole('checkbox', { name: 'Lista de prensa' }).waitFor();
    await coordinator.field('Name of the campaign').fill('Que siga el nocturno');
    await coordinator.field('Its address').fill('que-siga-el-nocturno');
    await coordinator.button('Offer it to the local').click();
    await coordinator.sees(/The local has been reading this plan since/);

    const local = await visitor({ size: phone, touch: true, language: 'es-MX' });
    await local.context.addInitScript(axe.source);
    await local.page.goto(`/ask/plan#${token}`);
    await local.page
      .getByRole('heading', { name: 'Preguntas y respuestas para miembros y público' })
      .waitFor();
    // The cautions of the cards too, and nothing of them in English.
    await local.sees('Nunca pidan contraseñas');
    expect(await local.page.getByText('Never', { exact: false }).count()).toBe(0);
    expect(await local.page.getByText(/^En (inglés|español)$/).count()).toBe(0);
    await expectNothing(local, 'the plan on a phone');
    await local.page.getByRole('radio', { name: 'Cualquiera' }).check();
    await local.button('Adelante: hagan nuestro tablero').click();
    await local.page.getByRole('heading', { name: 'Su tablero está listo' }).waitFor();

    const reader = await visitor({ size: phone, touch: true });
    await reader.context.addInitScript(axe.source);
    await reader.page.goto('/c/que-siga-el-nocturno/board');
    const board = new Board(reader);
    await board.live();
    const card = reader.page.locator('[data-card]').first();
    await card.getByText('In Spanish', { exact: true }).waitFor();
    expect(await card.locator('h3').getAttribute('lang')).toBe('es');
    await card.locator('h3 a').click();
    const dialog = reader.page.getByRole('dialog');
    await dialog.getByText('In Spanish', { exact: true }).waitFor();
    expect(await dialog.locator('#card-title').getAttribute('lang')).toBe('es');
    await expectNothing(reader, 'a Spanish card for a reader of English');
    // Whoever reads Spanish is told nothing.
    const neighbor = await visitor({ language: 'es-MX' });
    await neighbor.page.goto('/c/que-siga-el-nocturno/board');
    await neighbor.page.locator('[data-card]').first().waitFor();
    expect(await neighbor.page.getByText(/^(En español|In Spanish)$/).count()).toBe(0);
  });
});

describe('a third language', () => {
  let server: ServerProcess;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'strikeboard-third-'));
    const languages = join(folder, 'languages');
    await writePseudoLanguage(languages);
    server = await startServer({ DATA_DIR: join(folder, 'data'), DEMO: 'on', LANGUAGES_DIR: languages });
  });
  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
    expect(server.output()).not.toMatch(/lacks \d+ texts/);
  });

  const narrow = { width: 320, height: 640 };
  const pages: [string, string, 'nobody' | 'ORGANIZER' | 'COORDINATOR'][] = [
    ['landing', '/', 'nobody'],
    ['asking', '/need-help', 'nobody'],
    ['joining', '/join', 'nobody'],
    ['a campaign', '/c/{{slug}}', 'nobody'],
    ['a board', '/c/{{slug}}/board', 'ORGANIZER'],
    ['settings', '/c/{{slug}}/settings', 'ORGANIZER'],
    ['my cards', '/me', 'ORGANIZER'],
    ['the desk', '/desk', 'COORDINATOR'],
    ['templates', `/desk/templates?language=${PSEUDO}`, 'COORDINATOR'],
  ];

  test('is a folder of files: it is chosen, every text of every page is in it, and no page is too wide', async () => {
    const keys = new Set(await dottedKeys());
    const visitors = new Map<string, Visitor>();
    const as = async (who: 'nobody' | 'ORGANIZER' | 'COORDINATOR') => {
      const known = visitors.get(who);
      if (known) return known;
      const visitor = await stage.visitor({ size: narrow, touch: true, url: server.url });
      visitors.set(who, visitor);
      if (who !== 'nobody') await visitor.tryAs(who);
      await visitor.page.goto('/');
      // Chosen in the head of the page, by its own name.
      await visitor.page.locator('header summary').click();
      await visitor.page.locator(`header a[hreflang="${PSEUDO}"]`).click();
      await visitor.page.locator(`html[lang="${PSEUDO}"]`).waitFor({ state: 'attached' });
      return visitor;
    };
    let slug = '';
    for (const [where, path, who] of pages) {
      const { page } = await as(who);
      await page.goto(path.replace('{{slug}}', slug));
      await page.locator('main').getByText('⟦').filter({ visible: true }).first().waitFor();
      slug ||= (await page.locator('a[href^="/c/"]').first().getAttribute('href'))!.split('/')[2]!;
      const { words, wide } = await page.evaluate(() => ({
        words: document.body.innerText.split(/\s+/),
        wide: document.documentElement.scrollWidth - innerWidth,
      }));
      expect(
        words.filter((word) => keys.has(word.replace(/^\w+:/, ''))),
        where,
      ).toEqual([]);
      expect(wide, where).toBeLessThanOrEqual(0);
    }
  });

  test('writes plans and cards too, in the words of its file', async () => {
    const organizer = await stage.visitor({ url: server.url });
    await organizer.tryAs('COORDINATOR');
    await organizer.page.goto(`/desk/templates?language=${PSEUDO}`);
    await organizer.page.getByRole('heading', { name: pseudo('Press list') }).waitFor();
    expect(await organizer.page.locator(`h3[lang="${PSEUDO}"]`).count()).toBeGreaterThan(30);
  });

  test('comes with messages in it, and with what a page fetches late', async () => {
    const answer = await fetch(`${server.url}/words/${PSEUDO}/notices`);
    expect(JSON.stringify(await answer.json())).toContain('⟦');
    expect((await fetch(`${server.url}/words/tlh/notices`)).status).toBe(404);
    expect((await fetch(`${server.url}/words/en/site`)).status).toBe(404);
  });
});
