import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { importBoard, MOST_BOARD_BYTES } from '../src/features/import/import-board.ts';
import { hashOf } from '../src/core/access/secret.ts';
import { loadViewers } from '../src/core/access/viewer.ts';
import type { TokenScope } from '../src/core/access/token-scope.ts';
import { createToken } from '../src/features/token/create-token.ts';
import { openSession } from '../src/core/person/open-session.ts';
import { MAX_ANSWER_BYTES } from '../src/platform/graphql/answer-bytes.ts';
import { toGlobalId } from '../src/platform/graphql/global-id.ts';
import { readTrustedDocuments } from '../src/platform/graphql/trusted-documents.ts';
import { aCard, type LocalOnStrike, localOnStrike } from './support/local-on-strike.ts';
import { createTestServices, type TestServices } from './support/services.ts';
import { startApp, type TestApp } from './support/start-app.ts';
import { createTestDatabase, type TestDatabase } from './support/test-database.ts';
import { ofToday } from './support/trello-boards.ts';

// Coming and going through the doors, as pages and partner tools do.

let database: TestDatabase;
let services: TestServices;
let app: TestApp;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  app = await startApp(database.url);
});
afterAll(async () => {
  await app.close();
  await services.close();
  await database.drop();
});

async function cookieOf(personId: string): Promise<{ cookie: string }> {
  const given = { personId, device: 'Phone', replaces: null };
  const { token } = await openSession(services.orm.em.fork(), given);
  return { cookie: `strikeboard=${token}` };
}
async function viewerOf(personId: string) {
  const { cookie } = await cookieOf(personId);
  const tokenHashes = [hashOf(cookie.split('=')[1]!)];
  return (await loadViewers(services.orm.em.fork(), { tokenHashes }))[0]!;
}

const IMPORT = `mutation ($input: ImportBoardInput!) { importBoard(input: $input) {
  report { format cardCount commentCount room lists { key status } notes { kind count examples } }
  boardRevision undoUntil errors { code why message ... on InvalidInput { field reason } } } }`;

interface Imported {
  report: {
    cardCount: number;
    format: string;
    lists: { key: string; status: string }[];
    notes: { kind: string; count: number; examples: string[] }[];
  } | null;
  boardRevision: number | null;
  undoUntil: string | null;
  errors: { code: string; reason?: string; message: string }[];
}

async function bring(strike: LocalOnStrike, input: object, who = strike.organizer): Promise<Imported> {
  const campaignId = toGlobalId('Campaign', strike.campaignId);
  const variables = { input: { campaignId, dryRun: false, ...input } };
  const answer = await app.ask(IMPORT, variables, await cookieOf(who));
  const { data, errors } = (await answer.json()) as { data: { importBoard: Imported }; errors?: unknown };
  expect(errors).toBeUndefined();
  return data.importBoard;
}

async function send(
  strike: LocalOnStrike,
  body: BodyInit,
  { who = strike.organizer, headers = {} }: { who?: string | null; headers?: Record<string, string> } = {},
) {
  const campaign = toGlobalId('Campaign', strike.campaignId);
  return fetch(`${app.url}/imports?campaign=${campaign}`, {
    method: 'POST',
    headers: { ...(who ? await cookieOf(who) : {}), ...headers },
    body,
  });
}

const exported = async (strike: LocalOnStrike, form: string) =>
  (
    await fetch(`${app.url}/export/campaign/${strike.slug}.${form}`, {
      headers: await cookieOf(strike.organizer),
    })
  ).text();

describe('the door for files', () => {
  test('takes what no request of the API takes, for who may fill the board, from our own pages', async () => {
    const strike = await localOnStrike(services);
    const large = { ...ofToday, padding: 'x'.repeat(3_000_000) };
    const answer = await send(strike, JSON.stringify(large));
    expect(answer.status).toBe(201);
    const { source } = (await answer.json()) as { source: string };
    const seen = await bring(strike, { sourceId: source, dryRun: true });
    expect(seen).toMatchObject({
      report: { format: 'TRELLO', cardCount: 2 },
      boardRevision: null,
      errors: [],
    });
    const made = await bring(strike, { sourceId: source });
    expect(made).toMatchObject({ report: { cardCount: 2 }, boardRevision: 1, errors: [] });
    expect(Date.parse(made.undoUntil!) - Date.now()).toBeGreaterThan(59 * 60_000);

    const code = async (given: Response) => {
      const { errors } = (await given.json()) as { errors: { extensions: { code: string } }[] };
      return [given.status, errors[0]!.extensions.code];
    };
    expect(await code(await send(strike, 'x', { who: null }))).toEqual([401, 'NOT_SIGNED_IN']);
    expect(await code(await send(strike, 'x', { who: strike.member }))).toEqual([403, 'NOT_ALLOWED']);
    const foreign = { headers: { origin: 'https://elsewhere.example' } };
    expect(await code(await send(strike, 'x', foreign))).toEqual([403, 'FOREIGN_ORIGIN']);
    const hidden = await localOnStrike(services, { sensitivity: 'TEAM' });
    expect(await code(await send(hidden, 'x', { who: strike.volunteer }))).toEqual([404, 'NOT_FOUND']);
    const huge = await send(strike, Buffer.alloc(21 * 1024 * 1024, 0x20));
    expect(await code(huge)).toEqual([413, 'BODY_TOO_LARGE']);
    const got = await fetch(`${app.url}/imports`, { headers: await cookieOf(strike.organizer) });
    expect(await code(got)).toEqual([405, 'METHOD_NOT_ALLOWED']);
  });

  test('what is no board is told in words, and changes nothing', async () => {
    const strike = await localOnStrike(services);
    expect(await bring(strike, { text: '{"hello":1}' })).toMatchObject({
      ...{ report: null, boardRevision: null, undoUntil: null },
      errors: [{ code: 'INVALID_INPUT', field: 'source', reason: 'UNREADABLE' }],
    });
  });
});

test('a tool brings a board and takes it along by its token, as far as that was made for it', async () => {
  const strike = await localOnStrike(services);
  const elsewhere = await localOnStrike(services);
  const tokenFor = async (scopes: TokenScope[]) => {
    const viewer = await viewerOf(strike.organizer);
    const { secret } = await createToken(services, viewer, {
      ...{ name: 'Newsletter', scopes, campaignIds: [strike.campaignId] },
      ...{ organizationId: null, days: 1 },
    });
    return { authorization: `Bearer ${secret}` };
  };
  const manages = await tokenFor(['READ_CAMPAIGN', 'MANAGE_CAMPAIGN']);
  const reads = await tokenFor(['READ_CAMPAIGN']);
  expect((await send(strike, 'One card', { who: null, headers: reads })).status).toBe(403);
  expect((await send(elsewhere, 'One card', { who: null, headers: manages })).status).toBe(403);
  const wrong = { authorization: 'Bearer sbt_wrong' };
  expect((await send(strike, 'One card', { who: null, headers: wrong })).status).toBe(401);
  const sent = await send(strike, 'One card', { who: null, headers: manages });
  expect(sent.status).toBe(201);
  const { source } = (await sent.json()) as { source: string };
  const campaignId = toGlobalId('Campaign', strike.campaignId);
  const input = { campaignId, sourceId: source, dryRun: false };
  const { data } = (await (await app.ask(IMPORT, { input }, manages)).json()) as {
    data: { importBoard: Imported };
  };
  expect(data.importBoard).toMatchObject({ report: { cardCount: 1 }, boardRevision: 1, errors: [] });
  const take = (of: LocalOnStrike, headers: Record<string, string>) =>
    fetch(`${app.url}/export/campaign/${of.slug}.json`, { headers });
  expect(await (await take(strike, reads)).text()).toContain('One card');
  expect((await take(elsewhere, reads)).status).toBe(403);
  expect((await take(strike, wrong)).status).toBe(401);
  expect((await fetch(`${app.url}/export/me.json`, { headers: manages })).status).toBe(403);
});

describe('a board that is exported and imported', () => {
  async function boardWithAll(): Promise<LocalOnStrike> {
    const strike = await localOnStrike(services, { languages: ['es', 'en'] });
    const at = new Date('2091-03-04T05:06:07.000Z');
    await aCard(services, strike, 'DRAFT', {
      title: '=SUM(A1)',
      caution: 'Ask the lawyer',
      dueOffsetHours: -12,
    });
    await aCard(services, strike, 'DRAFT', {
      title: 'A draft; =with "signs"',
      sensitivity: 'TEAM',
      dueAt: at,
    });
    await aCard(services, strike, 'OPEN', {
      ...{
        title: 'Afiche 🎨',
        deliverable: 'Una página\n- en dos idiomas',
        localSupplies: 'Fotos',
        outOfScope: 'Texto',
      },
      ...{
        caution: 'Consent',
        languages: ['es-MX'],
        language: 'es',
        hours: 0.25,
        forTwo: true,
        sensitivity: 'VETTED',
      },
      links: [
        { url: 'https://example.org/a?b=c', label: '' },
        { url: 'https://example.org/d', label: 'D' },
      ],
    });
    await aCard(services, strike, 'OPEN', { title: 'Plain' });
    await aCard(services, strike, 'CANCELLED', { title: 'Not needed' });
    const { text } = { text: JSON.stringify(ofToday) };
    await bring(strike, { text, mapping: { lists: [{ key: 'l1', status: 'OPEN' }] } });
    return strike;
  }

  interface Board {
    cards: Record<string, unknown>[];
  }
  const cardsIn = (json: string) =>
    (JSON.parse(json) as Board).cards.map(({ number: _number, ...card }) => card);

  // mutant: an import that takes no ticks, or gives names to comments that had none.
  test('is the same board, card by card', async () => {
    const first = await boardWithAll();
    const file = await exported(first, 'json');
    const second = await localOnStrike(services, { languages: ['es', 'en'] });
    const made = await bring(second, { text: file, mapping: { cautionCleared: true } });
    expect(made).toMatchObject({ report: { format: 'STRIKEBOARD', cardCount: 7, notes: [] }, errors: [] });
    expect(cardsIn(await exported(second, 'json'))).toEqual(cardsIn(file));
    // Whoever does not say that cautions are seen to gets drafts.
    const third = await localOnStrike(services);
    const careful = await bring(third, { text: file });
    expect(careful.report?.notes).toMatchObject([{ kind: 'CAUTIONS_AS_DRAFTS', count: 1 }]);
  });

  test('as a table too, as far as a table goes', async () => {
    const first = await boardWithAll();
    const table = await exported(first, 'csv');
    const second = await localOnStrike(services, { languages: ['es', 'en'] });
    const made = await bring(second, { text: table });
    expect(made).toMatchObject({ report: { format: 'CSV', cardCount: 7 }, errors: [] });
    const words = (json: string) =>
      cardsIn(json).map(({ title, deliverable, skill, hours, phase, sensitivity, checklist, caution }) => ({
        ...{ title, deliverable, skill, hours, phase, sensitivity, checklist, caution },
      }));
    const byTitle = (list: { title: unknown }[]) =>
      list.sort((one, other) => String(one.title).localeCompare(String(other.title)));
    expect(byTitle(words(await exported(second, 'json')))).toEqual(
      byTitle(words(await exported(first, 'json'))),
    );
  });

  test('what somebody held comes open, what is done stays where it was done', async () => {
    const first = await localOnStrike(services);
    await aCard(services, first, 'CLAIMED', { title: 'Held' });
    await aCard(services, first, 'IN_REVIEW', { title: 'In review' });
    await aCard(services, first, 'DONE', { title: 'Done' });
    const second = await localOnStrike(services);
    const made = await bring(second, { text: await exported(first, 'json') });
    expect(made.report?.notes.map(({ kind, count }) => [kind, count])).toEqual([
      ['LISTS_LEFT_OUT', 1],
      ['HELD_AS_OPEN', 2],
    ]);
    // Their names are in the report, for who knows them to ask them again; on the card nobody is named.
    const { handle } = (await services.orm.em
      .fork()
      .getKysely()
      .selectFrom('person')
      .select('handle')
      .where('id', '=', first.volunteer)
      .executeTakeFirstOrThrow()) as { handle: string };
    expect(made.report?.notes[1]?.examples).toEqual([`${handle}: Held`, `${handle}: In review`]);
    const again = await exported(second, 'json');
    expect(again).not.toContain(handle);
    const cards = cardsIn(again);
    expect(cards.map(({ title, status }) => [title, status])).toEqual([
      ['Held', 'OPEN'],
      ['In review', 'OPEN'],
    ]);
  });

  test('oneself, as a table', async () => {
    const strike = await localOnStrike(services);
    await aCard(services, strike, 'DONE', { title: '+Done', holder: strike.vetted });
    const own = await fetch(`${app.url}/export/me.csv`, { headers: await cookieOf(strike.vetted) });
    expect(own.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(await own.text()).toContain(`Hold the line,1,'+Done,DONE,2,`);
    expect((await fetch(`${app.url}/export/me.csv`)).status).toBe(401);
  });
});

describe('who watches', () => {
  const ofOurPages = (name: string) =>
    [...readTrustedDocuments().values()].find((text) =>
      new RegExp(`(query|subscription) ${name}\\b`).test(text),
    )!;

  /** The first message about changes after revision 0 that somebody gets. */
  async function firstChange(strike: LocalOnStrike, headers: Record<string, string>) {
    const boardId = toGlobalId('Board', strike.boardId);
    const query = `{ campaign(slug: "${strike.slug}") { board { snapshot { epoch revision cards { id } } } } }`;
    const { data } = (await (await app.ask(query, {}, headers)).json()) as {
      data: { campaign: { board: { snapshot: { epoch: string; revision: number; cards: object[] } } } };
    };
    const { snapshot } = data.campaign.board;
    const { epoch, revision } = snapshot;
    const socket = new WebSocket(`${app.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
      headers,
    });
    const message = new Promise<{ bytes: number; change: Change }>((resolve, reject) => {
      socket.on('error', reject);
      socket.on('open', () => socket.send('{"type":"connection_init"}'));
      socket.on('message', (raw) => {
        const { type, payload } = JSON.parse(String(raw)) as { type: string; payload: { data: Data } };
        if (type === 'error') reject(new Error(String(raw)));
        if (type !== 'next') return;
        const change = payload.data.boardChanges;
        if (change.kind === 'HEARTBEAT') return;
        resolve({ bytes: (raw as Buffer).length, change });
      });
    });
    const ready = new Promise<void>((resolve) =>
      socket.on('message', (raw) => {
        const { type } = JSON.parse(String(raw)) as { type: string };
        if (type === 'connection_ack')
          socket.send(
            JSON.stringify({
              id: '1',
              type: 'subscribe',
              payload: {
                query: ofOurPages('BoardChanges'),
                variables: { boardId, after: { epoch, revision } },
              },
            }),
          );
        else resolve();
      }),
    );
    await ready;
    return { message, close: () => socket.terminate(), cards: snapshot.cards.length };
  }
  interface Change {
    kind: string;
    previousRevision: number;
    revision: number;
    cards: { status: string }[];
    removedCardIds: string[];
  }
  interface Data {
    boardChanges: Change;
  }

  test('the heaviest board that an import makes comes in one message to whoever may read it, and in none to others', async () => {
    const strike = await localOnStrike(services);
    const cards = Array.from({ length: 5_000 }, (_, at) => ({
      ...{ name: `Card ${at} ${'w'.repeat(90)}`, idList: 'l', desc: 'é'.repeat(160) },
      checklists: [{ id: `k${at}`, checkItems: [{ name: 'Step "one"' }, { name: 'Step two' }] }],
      attachments: [{ url: 'https://example.org/a', name: 'A' }],
    }));
    const text = JSON.stringify({ lists: [{ id: 'l', name: 'Now' }], cards });
    const viewer = await viewerOf(strike.organizer);
    const organizer = await firstChange(strike, await cookieOf(strike.organizer));
    const nobody = await firstChange(strike, {});
    const { campaignId } = strike;
    await importBoard(services, viewer, { campaignId, text });
    const [team, anyone] = await Promise.all([organizer.message, nobody.message]);
    expect(team.change).toMatchObject({ kind: 'CHANGES', revision: 1, removedCardIds: [] });
    expect(team.change.cards).toHaveLength(5_000);
    console.info(
      `the message of 5,000 heavy cards weighs ${team.bytes} bytes; counted as at most ${MOST_BOARD_BYTES}`,
    );
    expect(team.bytes).toBeLessThan(MAX_ANSWER_BYTES);
    // Drafts are the team's: whoever may not read them hears that the board moved, and no more.
    expect(anyone.change).toMatchObject({ revision: 1, cards: [], removedCardIds: [] });
    organizer.close();
    nobody.close();
    const after = await firstChange(strike, await cookieOf(strike.organizer));
    expect(after.cards).toBe(5_000);
    after.close();
  });
});
