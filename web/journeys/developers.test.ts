import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import { expectNothing } from './support/axe.ts';
import { laptop, phone, useStage, type VisitorOptions } from './support/stage.ts';
import type { Visitor } from './support/visitor.ts';

// Who builds for a local finds their way: from the foot of any page to a program that runs, and to the explorer.

const stage = useStage();

async function developer(options: VisitorOptions = {}): Promise<Visitor> {
  const visitor = await stage.visitor(options);
  await visitor.context.addInitScript(axe.source);
  return visitor;
}

const noSidewaysScroll = ({ page }: Visitor) =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

test('from the foot of the first page to a program with this very address in it', async () => {
  const visitor = await developer();
  const { page } = visitor;
  await page.goto('/');
  await page.getByRole('contentinfo').getByRole('link', { name: 'For developers' }).click();
  await page.waitForURL('**/developers');
  await page.getByRole('heading', { name: 'Done in ten minutes' }).waitFor();
  await page.getByText('Python', { exact: true }).first().click();
  await visitor.sees(`"STRIKEBOARD", "${visitor.url}"`);
  for (const chapter of ['Recipes', 'Reference', 'Errors'])
    await page.getByRole('heading', { name: chapter, exact: true }).waitFor();
  await page.getByRole('link', { name: 'What changed' }).click();
  await page.getByRole('heading', { name: '2026-11-29' }).waitFor();
});

test.each([
  { language: 'en-US', heading: 'Done in ten minutes' },
  { language: 'es-MX', heading: 'Listo en diez minutos' },
] as const)(
  '$language: without a script, at 320 pixels, and axe finds nothing',
  async ({ language, heading }) => {
    const plain = await developer({ language, script: false, size: { width: 320, height: 640 } });
    await plain.page.goto('/developers');
    await plain.page.getByRole('heading', { name: heading }).waitFor();

    for (const theme of ['light', 'dark'] as const) {
      const visitor = await developer({ language, theme, size: { width: 320, height: 640 } });
      for (const path of ['/developers', '/developers/changes']) {
        await visitor.page.goto(path);
        expect(await noSidewaysScroll(visitor)).toBe(true);
        await expectNothing(visitor, `${path}, ${theme}`);
      }
    }
  },
);

test('the schema is a file that a generator takes', async () => {
  const { page } = await developer();
  const answer = await page.request.get('/developers/schema.graphql');
  expect(answer.headers()['content-type']).toContain('application/graphql');
  expect(await answer.text()).toContain('type Query {');
});

describe('the explorer', () => {
  /** Opens it, and says what came from anywhere else. */
  async function opened(options: VisitorOptions = {}) {
    const visitor = await developer(options);
    const foreign: string[] = [];
    visitor.page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (origin !== visitor.url && protocol !== 'data:' && protocol !== 'blob:') foreign.push(request.url());
    });
    await visitor.page.goto('/explore');
    // Its editors come one after the other; what is asked before the last one stands is shown nowhere.
    await visitor.page.locator('.graphiql-query-editor .CodeMirror').getByText('OpenWork').waitFor();
    await visitor.page.locator('.result-window .CodeMirror').waitFor();
    return { visitor, page: visitor.page, foreign };
  }

  const answerOf = ({ page }: Visitor) => page.locator('.result-window .CodeMirror').innerText();

  test('an example is asked and answered, and nothing comes from another site', async () => {
    const { visitor, page, foreign } = await opened();
    await page.getByRole('button', { name: /^Execute query/ }).click();
    await expect.poll(() => answerOf(visitor)).toContain('"openCards"');

    await visitor.field('Begin with').selectOption({ label: 'One board, all of it' });
    await page.getByRole('button', { name: /^Execute query/ }).click();
    await expect.poll(() => answerOf(visitor)).toContain('"snapshot"');
    expect(foreign).toEqual([]);
  });

  test('a board is followed over the socket', async () => {
    const { visitor, page } = await opened();
    await visitor.field('Begin with').selectOption({ label: 'One board, every change' });
    await page.getByRole('button', { name: /^Execute query/ }).click();
    await expect.poll(() => answerOf(visitor)).toContain('"HEARTBEAT"');
    await page.getByRole('button', { name: /^Stop query/ }).click();
    await page.getByRole('button', { name: /^Execute query/ }).waitFor();
  });

  test('by a token, a board is followed by server-sent events; revoked, it is heard no more', async () => {
    const ana = await developer();
    await ana.join('ana-who-explores');
    await ana.page.goto('/me/tools');
    await ana.field('What is the tool called?').fill('explorer tool');
    await ana.page.getByRole('checkbox', { name: 'Read campaigns as you may' }).check();
    await ana.button('Make the token').click();
    await ana.sees('The token for explorer tool');
    const token = await ana.page.getByLabel('The token', { exact: true }).inputValue();

    const { visitor, page } = await opened();
    const asked: { accept: string | undefined; authorization: string | undefined }[] = [];
    page.on('request', (request) => {
      const { accept, authorization } = request.headers();
      if (request.url().endsWith('/graphql') && request.method() === 'POST')
        asked.push({ accept, authorization });
    });
    await visitor.field('Follow by').selectOption('Server-Sent Events');
    await visitor.field('Token').fill(token);
    await visitor.sees('You ask by this token.');
    await visitor.field('Begin with').selectOption({ label: 'One board, every change' });
    await page.getByRole('button', { name: /^Execute query/ }).click();
    await expect.poll(() => answerOf(visitor)).toContain('"HEARTBEAT"');
    expect(asked).toContainEqual({ accept: 'text/event-stream', authorization: `Bearer ${token}` });

    await ana.page.getByRole('button', { name: 'Revoke the token of explorer tool' }).click();
    await expect.poll(() => answerOf(visitor)).toContain('TOKEN_NOT_VALID');
  });

  test.each([
    { size: laptop, theme: 'light' },
    { size: laptop, theme: 'dark' },
    { size: phone, theme: 'light' },
  ] as const)('axe finds nothing at $size.width pixels, $theme', async (options) => {
    const { visitor } = await opened(options);
    await expectNothing(visitor, 'the explorer');
    expect(await noSidewaysScroll(visitor)).toBe(true);
  });
});
