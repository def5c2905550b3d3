import 'reflect-metadata';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countStatements } from '../../../test/support/count-statements.ts';
import { findInDatabase } from '../../../test/support/find-in-database.ts';
import { aCardFile } from '../../../test/support/a-file.ts';
import {
  aCard,
  cardWords,
  everythingOnBoards,
  type LocalOnStrike,
  localOnStrike,
  refusalOf,
} from '../../../test/support/local-on-strike.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { inSpanish, of2012, ofToday } from '../../../test/support/trello-boards.ts';
import { hashOf } from '../../core/access/secret.ts';
import { loadViewers, type Viewer } from '../../core/access/viewer.ts';
import { updateCampaign } from '../../core/board/update-campaign.ts';
import { addComment, editComment } from '../../core/card/comment-on-card.ts';
import { createCard } from '../../core/card/create-card.ts';
import { undoBoardChange } from '../../core/chosen/undo-board-change.ts';
import { openSession } from '../../core/person/open-session.ts';
import { blockPerson } from '../../core/trust/block-person.ts';
import { setRole } from '../../core/trust/set-role.ts';
import { eraseMyself, finishErasing } from '../closing/erase-myself.ts';
import { importBoard, type ImportRequest, MOST_BOARD_BYTES, previewImport } from './import-board.ts';
import { keepSource } from './import-source.ts';
import { IMPORT_OVER, undoImport } from './undo-import.ts';

let database: TestDatabase;
let services: TestServices;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

const db = () => services.orm.em.fork().getKysely();

/** Somebody with a session, with the rights they have now. */
async function signedIn(personId: string): Promise<Viewer> {
  const given = { personId, device: 'Phone', replaces: null };
  const { token } = await openSession(services.orm.em.fork(), given);
  const [viewer] = await loadViewers(services.orm.em.fork(), { tokenHashes: [hashOf(token)] });
  return viewer!;
}

const board2012 = JSON.stringify(of2012);
/** A list of so many cards. */
const listOf = (cards: number) => Array.from({ length: cards }, (_, at) => `Card ${at + 1}`).join('\n');

const HERE = 'https://board.example';

async function bring(strike: LocalOnStrike, request: Partial<ImportRequest> = {}, who = strike.organizer) {
  return importBoard({ ...services, address: () => HERE }, await signedIn(who), {
    campaignId: strike.campaignId,
    ...(request.sourceId ? {} : { text: board2012 }),
    ...request,
  });
}
const takeBack = async (strike: LocalOnStrike, revision: number, who = strike.organizer) =>
  undoImport(services, await signedIn(who), { campaignId: strike.campaignId, revision });

const cardsOf = async ({ boardId }: LocalOnStrike) =>
  (
    await sql<{ id: string; number: number; title: string; status: string; comments: string[] }>`
      select id, number, title, status, array(select said_by || ': ' || text from comment where card_id = card.id
        order by id) as comments from card where board_id = ${boardId} order by number`.execute(db())
  ).rows;
const headOf = async ({ boardId }: LocalOnStrike) =>
  (
    await sql<{ revision: number; next: number }>`select revision, next_number as next from board
    where id = ${boardId}`.execute(db())
  ).rows[0]!;

describe('an import', () => {
  test('is seen before: nothing is changed by that', async () => {
    const strike = await localOnStrike(services);
    const viewer = await signedIn(strike.organizer);
    const before = await everythingOnBoards(services);
    const report = await previewImport(services, viewer, { campaignId: strike.campaignId, text: board2012 });
    expect(report).toMatchObject({ source: { format: 'TRELLO' }, room: 5_000 });
    expect(report.cards.map(({ words }) => words.title)).toEqual(['Picket map', 'Flyer for Saturday']);
    expect(await everythingOnBoards(services)).toEqual(before);
  });

  test('is one change and one event; comments name who said them, and are nobody else’s words', async () => {
    const strike = await localOnStrike(services);
    await aCard(services, strike);
    const { revision } = await bring(strike, { mapping: { lists: [{ key: 'l1', status: 'OPEN' }] } });
    expect((await headOf(strike)).revision).toBe(revision);
    expect(revision).toBe(2);
    const cards = await cardsOf(strike);
    expect(cards.slice(1).map(({ number, title, status }) => [number, title, status])).toEqual([
      [2, 'Picket map', 'OPEN'],
      [3, 'Flyer for Saturday', 'OPEN'],
    ]);
    expect(cards[2]!.comments).toEqual([
      ': Labels: urgent\n\nPeople: Ana Pérez',
      ': First',
      'Ana Pérez: Second',
    ]);
    const { rows } = await sql<{ kind: string; cards: string[] }>`select kind, cards from board_event
      where board_id = ${strike.boardId} and revision = ${revision}`.execute(db());
    expect(rows).toEqual([{ kind: 'CARD_CREATED', cards: cards.slice(1).map(({ id }) => id) }]);
    const { rows: said } = await sql<{ id: string; count: number }>`select comment.id, comment_count as count
      from comment join card on card.id = card_id where card_id = ${cards[2]!.id}`.execute(db());
    expect(said.map(({ count }) => count)).toEqual([3, 3, 3]);
    // mutant: an editComment that looks at `person` alone lets whoever brought words write others for them.
    const edit = editComment(services, strike.organizer, { commentId: said[0]!.id, text: 'Never said' });
    expect(await refusalOf(edit)).toMatchObject({ why: 'AUTHOR_ONLY' });
  });

  test('takes a file that its sender sent for this campaign, and nobody else’s', async () => {
    const strike = await localOnStrike(services);
    const other = await localOnStrike(services);
    const body = Buffer.from(JSON.stringify(inSpanish));
    const { campaignId } = strike;
    const mine = await keepSource(services, { personId: strike.organizer, campaignId, body });
    const foreign = await keepSource(services, { personId: strike.coordinator, campaignId, body });
    const elsewhere = await keepSource(services, {
      ...{ personId: strike.organizer, campaignId: other.campaignId, body },
    });
    for (const sourceId of [foreign, elsewhere, 'no', '0'.repeat(36)])
      expect(await refusalOf(bring(strike, { sourceId }))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await bring(strike, { sourceId: mine })).toMatchObject({ cards: 1 });
    for (const at of [1, 2, 3]) {
      const again = Buffer.from(`${at}`);
      await keepSource(services, { personId: strike.organizer, campaignId, body: again });
    }
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from import_source
      where person_id = ${strike.organizer}`.execute(db());
    expect(rows[0]!.count).toBe(3);
  });

  test('reads what spreadsheets write: UTF-16, and the code page of Western Europe', async () => {
    const strike = await localOnStrike(services);
    const table = 'Título;Horas\nAfiche ñandú;3\n';
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(table, 'utf16le')]);
    for (const body of [wide, Buffer.from(table, 'latin1'), Buffer.from(`\uFEFF${table}`)]) {
      const given = { personId: strike.organizer, campaignId: strike.campaignId, body };
      await bring(strike, { sourceId: await keepSource(services, given) });
    }
    expect((await cardsOf(strike)).map(({ title }) => title)).toEqual(Array(3).fill('Afiche ñandú'));
  });

  test('twice with one requestId is once, also where its file is gone', async () => {
    const strike = await localOnStrike(services);
    const given = { personId: strike.organizer, campaignId: strike.campaignId, body: Buffer.from(board2012) };
    const request = { sourceId: await keepSource(services, given), requestId: 'import-1' };
    const first = await bring(strike, request);
    await sql`delete from import_source`.execute(db());
    const again = await bring(strike, request);
    expect([again.revision, again.cards, again.report]).toEqual([first.revision, 2, null]);
    expect(await cardsOf(strike)).toHaveLength(2);
  });

  test('is all or nothing: a board that is full, too heavy, or gets nothing is left as it was', async () => {
    const strike = await localOnStrike(services);
    await aCard(services, strike);
    const before = await everythingOnBoards(services);
    expect(await refusalOf(bring(strike, { text: listOf(5_000) }))).toMatchObject({
      reason: 'TOO_MANY',
      limit: 5_000,
    });
    expect(await refusalOf(bring(strike, { text: '[x] Done\n[x] Done too' }))).toMatchObject({
      reason: 'EMPTY',
    });
    const heavy = Array.from({ length: 2_000 }, (_, at) => ({
      ...{ name: `Card ${at}`, idList: 'l', desc: 'é'.repeat(290) },
      attachments: Array.from({ length: 12 }, (_, link) => ({
        url: `https://example.org/${'x'.repeat(400)}${link}`,
      })),
    }));
    const text = JSON.stringify({ lists: [{ id: 'l', name: 'Now' }], cards: heavy });
    expect(await refusalOf(bring(strike, { text }))).toMatchObject({
      reason: 'TOO_LONG',
      limit: MOST_BOARD_BYTES,
    });
    expect(await refusalOf(bring(strike, { text: null }))).toMatchObject({
      field: 'source',
      reason: 'EMPTY',
    });
    expect(await refusalOf(bring(strike, { mapping: { hours: 41 } }))).toMatchObject({ field: 'hours' });
    expect(await everythingOnBoards(services)).toEqual(before);
  });

  // mutant: insertRows with a statement for each card needs thousands.
  test('needs no more statements for five thousand cards than for five', async () => {
    const few = await localOnStrike(services);
    const many = await localOnStrike(services);
    const viewers = new Map([
      [few, await signedIn(few.organizer)],
      [many, await signedIn(many.organizer)],
    ]);
    const statements = (strike: LocalOnStrike, cards: number) =>
      countStatements(
        () =>
          importBoard(services, viewers.get(strike)!, { campaignId: strike.campaignId, text: listOf(cards) }),
        /pgboss|heartbeat/,
      );
    const needed = await statements(few, 5);
    expect(needed).toBeLessThan(20);
    const startedAt = performance.now();
    expect(await statements(many, 5_000)).toBeLessThanOrEqual(needed + 2);
    console.info(`5,000 cards imported in ${Math.round(performance.now() - startedAt)} ms`);
    expect(await cardsOf(many)).toHaveLength(5_000);
  });

  test('files are read one after the other, of one person one at a time', async () => {
    const strike = await localOnStrike(services);
    const another = await localOnStrike(services);
    let end = () => {};
    const held = services.importTurns.take(
      strike.organizer,
      () => new Promise<void>((resolve) => (end = resolve)),
    );
    const waiting = bring(another);
    expect(await refusalOf(bring(strike))).toMatchObject({ code: 'TOO_MANY_REQUESTS' });
    expect(await cardsOf(another)).toEqual([]);
    end();
    await held;
    await waiting;
    await bring(strike);
    // One that breaks holds nobody up.
    await expect(
      services.importTurns.take(strike.organizer, () => Promise.reject(new Error('Broken'))),
    ).rejects.toThrow('Broken');
    await bring(strike);
    expect([await cardsOf(another), await cardsOf(strike)].map(({ length }) => length)).toEqual([2, 4]);
  });
});

describe('links between cards of Trello', () => {
  const link = (to: string) => ({ name: to, url: `https://trello.com/c/${to}/7-words` });
  const card = (id: string, attachments: object[], more = {}) => ({
    ...{ id, name: `Card ${id}`, shortLink: id, idList: 'l', attachments, ...more },
  });
  const board = (cards: object[]) =>
    JSON.stringify({ name: 'B', lists: [{ id: 'l', name: 'To do' }], labels: [], actions: [], cards });
  const urlsOf = async ({ boardId }: LocalOnStrike) =>
    (
      await sql<{ title: string; urls: string[] }>`select title,
        array(select link ->> 'url' from jsonb_array_elements(links) link) as urls
        from card where board_id = ${boardId} order by number`.execute(db())
    ).rows.map(({ title, urls }) => [title, urls]);

  test('lead to the cards here, both ways and round; others stay as they are', async () => {
    const strike = await localOnStrike(services);
    // The numbers of these go on behind those that are there.
    await aCard(services, strike);
    const outside = 'https://trello.com/c/zzzzzzzz/7-words';
    await bring(strike, {
      text: board([
        card('aaaaaaaa', [
          link('bbbbbbbb'),
          link('zzzzzzzz'),
          { name: 'Logo', url: 'https://example.org/logo' },
        ]),
        card('bbbbbbbb', [link('cccccccc'), link('aaaaaaaa')]),
        card('cccccccc', [link('aaaaaaaa'), link('cccccccc'), link('dddddddd')]),
        card('dddddddd', [], { closed: true }),
      ]),
    });
    const at = (number: number) => `${HERE}/c/${strike.slug}/board?card=${number}`;
    expect((await urlsOf(strike)).slice(1)).toEqual([
      ['Card aaaaaaaa', [at(3), outside, 'https://example.org/logo']],
      ['Card bbbbbbbb', [at(4), at(2)]],
      // One that was left out is still in Trello.
      ['Card cccccccc', [at(2), at(4), 'https://trello.com/c/dddddddd/7-words']],
    ]);
  });
});

describe('who may', () => {
  test('organizers of the local and coordinators; whoever may not read it hears that there is none', async () => {
    const strike = await localOnStrike(services, { sensitivity: 'VETTED' });
    const codes = async (ask: (viewer: Viewer) => Promise<unknown>) => {
      const people = [
        'organizer',
        'coordinator',
        'approver',
        'member',
        'vetted',
        'volunteer',
        'foreigner',
        'suspended',
      ];
      const told = people.map(async (who) => {
        const viewer = await signedIn(strike[who as 'organizer']);
        const refused = await ask(viewer).then(
          () => null,
          (error: { code: string }) => error.code,
        );
        return [who, refused];
      });
      return Object.fromEntries(await Promise.all(told)) as Record<string, string | null>;
    };
    const should = {
      ...{ organizer: null, coordinator: null, approver: 'NOT_ALLOWED', member: 'NOT_ALLOWED' },
      ...{ vetted: 'NOT_ALLOWED', volunteer: 'NOT_FOUND', foreigner: 'NOT_FOUND', suspended: 'SUSPENDED' },
    };
    const request = { campaignId: strike.campaignId, text: 'One card' };
    expect(await codes((viewer) => previewImport(services, viewer, request))).toEqual(should);
    expect(await codes((viewer) => importBoard(services, viewer, request))).toEqual(should);
    expect(await refusalOf(importBoard(services, null, request))).toMatchObject({ code: 'NOT_SIGNED_IN' });
    expect(await cardsOf(strike)).toHaveLength(2);
  });

  test('whom the local blocked and who lost their role meanwhile may not', async () => {
    const strike = await localOnStrike(services);
    const request = { campaignId: strike.campaignId, text: 'One card' };
    const vetted = await signedIn(strike.vetted);
    await blockPerson(services, await signedIn(strike.organizer), {
      ...{ campaignId: strike.campaignId, handle: vetted.handle, reason: 'Of the employer' },
    });
    expect(await refusalOf(importBoard(services, await signedIn(strike.vetted), request))).toMatchObject({
      code: 'BLOCKED',
    });
    // A viewer as they were when the request came in: the board asks again.
    const before = await signedIn(strike.organizer);
    const { organizationId } = strike;
    await setRole(services, strike.carmen, { organizationId, handle: before.handle, role: 'MEMBER' });
    expect(await refusalOf(importBoard(services, before, request))).toMatchObject({ why: 'ORGANIZERS_ONLY' });
    expect(await cardsOf(strike)).toEqual([]);
  });

  test('an import and the end of the campaign at once: the one that comes second is refused, or neither is half', async () => {
    const strike = await localOnStrike(services);
    const viewer = await signedIn(strike.organizer);
    const { campaignId } = strike;
    const [imported] = await Promise.allSettled([
      importBoard(services, viewer, { campaignId, text: listOf(300) }),
      updateCampaign(services, strike.organizer, { campaignId, ended: true }),
    ]);
    expect(await cardsOf(strike)).toHaveLength(imported.status === 'fulfilled' ? 300 : 0);
    if (imported.status === 'rejected') expect(imported.reason).toMatchObject({ why: 'CAMPAIGN_ENDED' });
    const after = { campaignId, text: 'One more' };
    for (const ask of [importBoard, previewImport])
      expect(await refusalOf(ask(services, viewer, after))).toMatchObject({ why: 'CAMPAIGN_ENDED' });
  });
});

describe('undoing', () => {
  test('leaves the board as it was, numbers too, and can be done once', async () => {
    const strike = await localOnStrike(services);
    await aCard(services, strike);
    const [before, head] = [await cardsOf(strike), await headOf(strike)];
    const { revision } = await bring(strike, { text: JSON.stringify(ofToday) });
    const undone = await takeBack(strike, revision);
    expect([undone.revision, undone.cards.length]).toEqual([revision + 1, 2]);
    expect([await cardsOf(strike), (await headOf(strike)).next]).toEqual([before, head.next]);
    expect(await findInDatabase(services, ['Page for the vote'])).toEqual([]);
    expect(await refusalOf(takeBack(strike, revision))).toMatchObject({ why: 'UNDONE_ALREADY' });
    const { rows } = await sql<{
      kind: string;
      seen: string[];
    }>`select kind, seen_before_each as seen from board_event
      where board_id = ${strike.boardId} and revision = ${undone.revision}`.execute(db());
    // Drafts: nobody but the team hears that there were any.
    expect(rows).toEqual([{ kind: 'CARD_CREATE_UNDONE', seen: ['TEAM', 'TEAM'] }]);
    // As often as one likes: numbers of cards that are gone are given again.
    const { revision: again } = await bring(strike, { text: listOf(4_999) });
    await takeBack(strike, again);
    expect(await bring(strike, { text: listOf(4_999) })).toMatchObject({ cards: 4_999 });
  });

  test('is for whoever imported, and of an import', async () => {
    const strike = await localOnStrike(services);
    const { revision } = await bring(strike);
    expect(await refusalOf(takeBack(strike, revision, strike.coordinator))).toMatchObject({
      why: 'UNDO_NOT_YOURS',
    });
    expect(await refusalOf(takeBack(strike, 77))).toMatchObject({ code: 'NOT_FOUND' });
    const other = await createCard(services, strike.organizer, { ...cardWords, boardId: strike.boardId });
    expect(await refusalOf(takeBack(strike, other.revision))).toMatchObject({ why: 'NOT_UNDOABLE' });
    const byMinute = undoBoardChange(services, strike.organizer, { boardId: strike.boardId, revision });
    expect(await refusalOf(byMinute)).toMatchObject({ why: 'NOT_UNDOABLE' });
    await takeBack(strike, revision);
    expect(await cardsOf(strike)).toHaveLength(1);
  });

  // mutant: takeAwayAdded without a look at later events deletes what somebody said meanwhile.
  test('is refused where somebody did something with one of its cards since, and then all of them stay', async () => {
    const strike = await localOnStrike(services);
    const { revision } = await bring(strike, { mapping: { lists: [{ key: 'l1', status: 'OPEN' }] } });
    const [first, second] = await cardsOf(strike);
    await addComment(services, strike.volunteer, { cardId: second!.id, text: 'I can do this' });
    const refused = await refusalOf(takeBack(strike, revision));
    expect(refused).toMatchObject({ why: 'CHANGED_SINCE', cardId: second!.id });
    expect(await cardsOf(strike)).toHaveLength(2);
    // Nor where something hangs on a card of which the log does not tell.
    const another = await bring(strike, { text: 'With a file' });
    const { id } = (await cardsOf(strike)).at(-1)!;
    await aCardFile(services, strike.organizer, id);
    expect(await refusalOf(takeBack(strike, another.revision))).toMatchObject({
      why: 'CHANGED_SINCE',
      cardId: id,
    });
    expect((await cardsOf(strike)).map((card) => card.id)).toContain(first!.id);
  });

  test('ends with the hour, by the database’s clock', async () => {
    const strike = await localOnStrike(services);
    const { revision } = await bring(strike);
    const set = (minutes: number) =>
      sql`with made as (update board_import set at = clock_timestamp() - make_interval(mins => ${minutes})
          where board_id = ${strike.boardId})
        update board_event set at = clock_timestamp() - make_interval(mins => ${minutes})
        where board_id = ${strike.boardId}`.execute(db());
    await set(61);
    expect(await refusalOf(takeBack(strike, revision))).toMatchObject({ why: 'HOUR_OVER' });
    await IMPORT_OVER.execute(db());
    expect(await refusalOf(takeBack(strike, revision))).toMatchObject({ why: 'HOUR_OVER' });
    const { revision: later } = await bring(strike);
    await set(59);
    await takeBack(strike, later);
  });

  test('a claim and the undoing at once: one of the two happens', async () => {
    const strike = await localOnStrike(services);
    const { revision } = await bring(strike, { mapping: { lists: [{ key: 'l1', status: 'OPEN' }] } });
    const [card] = await cardsOf(strike);
    const [undone, said] = await Promise.allSettled([
      takeBack(strike, revision),
      addComment(services, strike.vetted, { cardId: card!.id, text: 'Mine' }),
    ]);
    expect([undone.status, said.status].sort()).toEqual(['fulfilled', 'rejected']);
    expect(await cardsOf(strike)).toHaveLength(undone.status === 'fulfilled' ? 0 : 2);
  });
});

test('whoever imported and leaves takes their own words along, and not those of others that they brought', async () => {
  const strike = await localOnStrike(services);
  await bring(strike, {}, strike.coordinator);
  const [, card] = await cardsOf(strike);
  await addComment(services, strike.coordinator, { cardId: card!.id, text: 'Words of mine' });
  await addComment(services, strike.organizer, { cardId: card!.id, text: 'Of another' });
  await sql`update person set coordinator = false where id = ${strike.coordinator}`.execute(db());
  const leaving = await signedIn(strike.coordinator);
  await eraseMyself(services, leaving, leaving.handle);
  await finishErasing(services, strike.coordinator);
  const { rows } = await sql<{
    text: string;
  }>`select text from comment where card_id = ${card!.id} order by id`.execute(db());
  expect(rows.map(({ text }) => text)).toEqual([
    'Labels: urgent\n\nPeople: Ana Pérez',
    'First',
    'Second',
    '',
    'Of another',
  ]);
});
