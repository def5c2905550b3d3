import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { projectDir } from '../../src/platform/startup/project-dir.ts';
import { until } from '../support/until.ts';
import { type DemoServer, openDemoServer } from './demo-server.ts';
import { read } from './shown-operations.ts';

// The programs that we show run as they stand, against a real server: what has its interpreter on this machine.

const schema = join(projectDir(), 'schema');
const has = (program: string) => spawnSync(program, ['--version']).status === 0;

let server: DemoServer;
let folder: string;
const running: ChildProcess[] = [];
beforeAll(async () => {
  server = await openDemoServer();
  folder = await mkdtemp(join(tmpdir(), 'strikeboard-recipes-'));
});
afterEach(() => Promise.all(running.splice(0).map(end)));
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

/** A program of ours as people run it; gives what it wrote so far. */
function start(program: string, file: string, environment: Record<string, string> = {}) {
  const child = spawn(program, [join(schema, file)], {
    cwd: folder,
    env: { PATH: process.env['PATH'], STRIKEBOARD: server.url, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    // With what it starts itself.
    detached: true,
  });
  running.push(child);
  let text = '';
  child.stdout.on('data', (part: Buffer) => (text += part.toString()));
  child.stderr.on('data', (part: Buffer) => (text += part.toString()));
  return { child, output: () => text };
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('close', () => resolve());
    process.kill(-child.pid!, 'SIGKILL');
  });
}

const TOKEN = `mutation Make($input: CreateTokenInput!) {
  createToken(input: $input) { secret errors { code message } }
}`;

async function aToken(): Promise<{ secret: string; handle: string }> {
  const cookie = await server.cookieOf('VOLUNTEER');
  const input = { name: 'ten minutes', scopes: ['READ_PUBLIC', 'READ_CAMPAIGN'] };
  const { data } = await server.answer<{ createToken: { secret: string } }>(TOKEN, { input }, { cookie });
  const who = '{ viewer { person { handle } } }';
  const { data: me } = await server.answer<{ viewer: { person: { handle: string } } }>(who, {}, { cookie });
  return { secret: data!.createToken.secret, handle: me!.viewer.person.handle };
}

describe('ten minutes', () => {
  test.each([
    ['sh', 'start/start.sh'],
    [process.execPath, 'start/start.ts'],
    ['python3', 'start/start.py'],
    ['php', 'start/start.php'],
  ])('with %s: asked, asked as oneself, followed', async (program, file) => {
    if (!has(program) && program !== 'sh') return expect(['python3', 'php']).toContain(program);
    const { secret, handle } = await aToken();
    const { output } = start(program, file, { STRIKEBOARD_TOKEN: secret });
    await until(`a message of ${file}`, () => output().includes('openCardsChanged'));
    expect(output()).toContain('"openCards"');
    expect(output()).toContain(handle);
    expect(output()).not.toContain('errors');
  });
});

interface OpenWork {
  openCards: { edges: { node: { id: string; title: string } }[] };
}

/** Finishes a card of the demo, all the way; gives its title. */
async function finishOne(): Promise<string> {
  const ask = async (query: string, input: object, cookie: string) => {
    const { data, errors } = await server.answer<Record<string, { errors: unknown[] }>>(
      `mutation Do($input: ${query[0]!.toUpperCase()}${query.slice(1)}Input!) { ${query}(input: $input) { errors { code why } } }`,
      { input },
      { cookie },
    );
    expect([errors, data?.[query]?.errors]).toEqual([undefined, []]);
  };
  const organizer = await server.cookieOf('ORGANIZER');
  const volunteer = await server.cookieOf('VOLUNTEER');
  const { data } = await server.answer<OpenWork>(
    '{ openCards(first: 1) { edges { node { id title } } } }',
    {},
    { cookie: volunteer },
  );
  const card = data!.openCards.edges[0]!.node;
  await ask('claimCard', { cardId: card.id }, volunteer);
  await ask(
    'handInCard',
    { cardId: card.id, note: 'Here it is', links: [{ url: 'https://files.example.org/it' }] },
    volunteer,
  );
  await ask('passCraftReview', { cardId: card.id }, await server.cookieOf('COORDINATOR'));
  await ask('approveCard', { cardId: card.id, thanks: 'Thank you' }, organizer);
  return card.title;
}

describe('finished cards, to our chat', () => {
  let chat: Server;
  let address: string;
  const posted: string[] = [];
  beforeAll(async () => {
    chat = createServer((request, response) => {
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString()));
      request.on('end', () => {
        posted.push((JSON.parse(body) as { text: string }).text);
        response.end();
      });
    });
    await new Promise<void>((resolve) => chat.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(chat.address() as AddressInfo).port}/`;
  });
  afterAll(() => chat.close());

  test.runIf(has('python3'))(
    'each is posted, also what was finished while the program was away',
    async () => {
      const environment = { CAMPAIGN: 'hold-the-line', CHAT: address, PLACE: join(folder, 'place.json') };
      const run = () => start('python3', 'recipes/finished-to-chat.py', environment);
      const first = run();
      await until('the program to know its place', () => first.output().includes('following from revision'));
      const before = await finishOne();
      await until('its word', () => posted.includes(`Done: ${before}`));
      await end(first.child);
      const away = await finishOne();
      run();
      await until('word of what it missed', () => posted.includes(`Done: ${away}`));
      expect(posted).toEqual([`Done: ${before}`, `Done: ${away}`]);
    },
  );
});

describe('n8n', () => {
  interface Workflow {
    nodes: { name: string; type: string; parameters: Record<string, string> }[];
    connections: Record<string, { main: { node: string }[][] }>;
  }
  const { nodes, connections } = JSON.parse(read('recipes/n8n-open-work.json')) as Workflow;
  const node = (name: string) => nodes.find((each) => each.name === name)!.parameters;

  test('its nodes are joined one after the other', () => {
    const next = (name: string) => connections[name]?.main[0]?.[0]?.node;
    const path = ['Every morning'];
    for (let at = next(path[0]!); at; at = next(at)) path.push(at);
    expect(path).toEqual(nodes.map(({ name }) => name));
  });

  test('what it asks is answered, and put into words', async () => {
    const { url, method, jsonBody } = node('Ask the board');
    const answer = await fetch(url!.replace('http://localhost:4000', server.url), {
      ...{ method: method!, body: jsonBody! },
      headers: { 'content-type': 'application/json', accept: 'application/json' },
    });
    const json = (await answer.json()) as { data: { openCards: { edges: { node: { title: string } }[] } } };
    const inWords = new Function('$input', node('In words')['jsCode']!) as (input: object) => unknown;
    const [said] = inWords({ first: () => ({ json }) }) as [{ json: { text: string } }];
    expect(json.data.openCards.edges.length).toBeGreaterThan(0);
    for (const { node: card } of json.data.openCards.edges) expect(said.json.text).toContain(card.title);
  });
});
