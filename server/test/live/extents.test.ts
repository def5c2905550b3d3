import 'reflect-metadata';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BoardChangesDocument, BoardSnapshotDocument } from '../../../web/src/gql/graphql.ts';
import { type CardExtent, extentsOf } from '../../src/core/board/card-extent.ts';
import { BoardEventKind } from '../../src/core/board/board.entity.ts';
import { askForLook } from '../../src/core/card/ask-for-look.ts';
import { blockCard, unblockCard } from '../../src/core/card/block-card.ts';
import { claimCard } from '../../src/core/card/claim-card.ts';
import { addComment, editComment, removeComment } from '../../src/core/card/comment-on-card.ts';
import { confirmBrief } from '../../src/core/card/confirm-brief.ts';
import { confirmClaim } from '../../src/core/card/confirm-claim.ts';
import { handBackCard } from '../../src/core/card/hand-back-card.ts';
import { joinCard } from '../../src/core/card/join-card.ts';
import { expireLease, extendClaim, runLeaseJob } from '../../src/core/card/lease.ts';
import { moveCard } from '../../src/core/card/move-card.ts';
import { takeBackCard } from '../../src/core/card/take-back-card.ts';
import { tickChecklistItem } from '../../src/core/card/tick-checklist-item.ts';
import { updateCard } from '../../src/core/card/update-card.ts';
import { undoBoardChange } from '../../src/core/chosen/undo-board-change.ts';
import { correctHandIn } from '../../src/core/review/correct-hand-in.ts';
import { handInCard } from '../../src/core/review/hand-in-card.ts';
import { approveCard, passCraftReview, requestChanges } from '../../src/core/review/review-card.ts';
import { withdrawHandIn } from '../../src/core/review/withdraw-hand-in.ts';
import { toGlobalId } from '../../src/platform/graphql/global-id.ts';
import {
  aCard,
  cardNow,
  letLeaseEnd,
  localOnStrike,
  type LocalOnStrike,
} from '../support/local-on-strike.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { until } from '../support/until.ts';
import { type Replica, startReplica } from './support/replica.ts';
import { Watcher } from './support/watcher.ts';

// A card that changed in part comes in part, and the page that lays it over what it has shows what a fresh page shows.

let database: TestDatabase;
let replica: Replica;
let strike: LocalOnStrike;
let watcher: Watcher;

beforeAll(async () => {
  database = await createTestDatabase();
  replica = await startReplica(database.url);
  strike = await localOnStrike(replica.services, { settings: { firstLeaseHours: 4 } });
  const ofBoard = (document: string) => document.replaceAll('$boardId', '$board');
  watcher = await new Watcher({
    ...{ url: () => replica.url, board: toGlobalId('Board', strike.boardId), token: null },
    documents: {
      changes: ofBoard(BoardChangesDocument.toString()),
      snapshot: ofBoard(BoardSnapshotDocument.toString()),
    },
  }).start();
});
afterAll(async () => {
  watcher.close();
  await replica.close();
  await database.drop();
});

const db = () => replica.services.orm.em.fork().getKysely();

/** The page sees it, by a part of the card alone where it may, and shows what a fresh one does. */
async function shows(act: () => Promise<unknown>, extent: CardExtent): Promise<void> {
  const before = watcher.messages.length;
  const snapshots = watcher.snapshots;
  await act();
  const { rows } = await sql<{ revision: number }>`select revision from board
    where id = ${strike.boardId}`.execute(db());
  await until('the page has it', () => watcher.revision === rows[0]!.revision);
  const said = watcher.messages.slice(before).filter(({ kind }) => kind === 'CHANGES');
  const [kind] = said.flatMap(({ events }) => events.map((event) => event.kind));
  expect([kind, await watcher.agrees()]).toEqual([kind, true]);
  expect(watcher.snapshots).toBe(snapshots);
  const whole = said.reduce((sum, { cards }) => sum + cards.length, 0);
  const parts = said.reduce((sum, message) => sum + (message.parts?.length ?? 0), 0);
  expect([kind, whole > 0, parts > 0]).toEqual([kind, extent === 'WHOLE', extent !== 'WHOLE']);
}

test('whatever happens to a card, what is told of it is enough', async () => {
  const { services } = replica;
  const { organizer, volunteer, vetted, coordinator } = strike;
  let cardId = '';
  let other = '';
  await shows(
    async () => ({ id: cardId } = await aCard(services, strike, 'OPEN', { forTwo: true })),
    'WHOLE',
  );
  await shows(async () => ({ id: other } = await aCard(services, strike, 'OPEN')), 'WHOLE');
  const here = { cardId };
  const item = async () => (await cardNow(services, cardId)).checklist[0]!.id;
  const version = async () => (await cardNow(services, cardId)).version;
  const lastHandIn = async () => {
    const { rows } = await sql<{ id: string }>`select id from hand_in
      where card_id = ${cardId} order by id desc limit 1`.execute(db());
    return rows[0]!.id;
  };
  const lastComment = async () => {
    const { rows } = await sql<{ id: string }>`select id from comment
      where card_id = ${cardId} order by id desc limit 1`.execute(db());
    return rows[0]!.id;
  };
  const handIn = (note: string) => handInCard(services, volunteer, { cardId, note, links: [] });
  let removed = 0;

  await shows(() => moveCard(services, organizer, { cardId: other, beforeCardId: cardId }), 'PLACE');
  const acts: (() => Promise<unknown>)[] = [
    () => claimCard(services, volunteer, here),
    () => confirmClaim(services, volunteer, here),
    () => extendClaim(services, volunteer, here),
    async () => {
      await sql`update card set lease_expires_at = clock_timestamp() + interval '1 minute'
        where id = ${cardId}`.execute(db());
      await runLeaseJob(services, { cardId, claimId: (await claimOf(cardId))!, what: 'warn' });
    },
    () => extendClaim(services, volunteer, here),
    () => joinCard(services, vetted, here),
    () => handBackCard(services, vetted, here),
    () => askForLook(services, volunteer, here),
    () => blockCard(services, volunteer, { cardId, reason: 'No logo' }),
    () => unblockCard(services, organizer, { cardId, answer: 'Here it is' }),
    async () => tickChecklistItem(services, volunteer, { cardId, itemId: await item(), done: true }),
    () => addComment(services, volunteer, { cardId, text: 'Nearly done' }),
    async () => editComment(services, volunteer, { commentId: await lastComment(), text: 'Almost done' }),
    async () => {
      ({ revision: removed } = await removeComment(services, volunteer, { commentId: await lastComment() }));
    },
    () => undoBoardChange(services, volunteer, { boardId: strike.boardId, revision: removed }),
  ];
  for (const act of acts) await shows(act, 'STATE');
  await shows(
    async () => updateCard(services, organizer, { cardId, version: await version(), title: 'Two pages' }),
    'WHOLE',
  );
  const later: (() => Promise<unknown>)[] = [
    async () => confirmBrief(services, volunteer, { cardId, version: await version() }),
    () => handIn('Here'),
    async () =>
      correctHandIn(services, volunteer, { cardId, handInId: await lastHandIn(), note: 'There', links: [] }),
    () => withdrawHandIn(services, volunteer, here),
    () => handIn('Here again'),
    () => requestChanges(services, organizer, { cardId, note: 'Shorter' }),
    () => handIn('Shorter'),
    () => passCraftReview(services, coordinator, here),
    () => approveCard(services, organizer, { cardId, thanks: 'Thank you' }),
    () => claimCard(services, volunteer, { cardId: other }),
    () => takeBackCard(services, organizer, { cardId: other, reason: 'Needed today' }),
    () => claimCard(services, vetted, { cardId: other }),
    () => handBackCard(services, vetted, { cardId: other, note: 'No time' }),
    () => claimCard(services, vetted, { cardId: other }),
    async () => {
      await letLeaseEnd(services, other);
      await expireLease(services, other);
    },
  ];
  for (const act of later) await shows(act, 'STATE');
  expect(watcher.complaints).toEqual([]);

  // Every kind that is told in part happened here.
  const { rows } = await sql<{ kind: BoardEventKind }>`select distinct kind from board_event
    where board_id = ${strike.boardId}`.execute(db());
  const inPart = Object.values(BoardEventKind).filter(
    (kind) => extentsOf([{ kind, cards: ['c'] }]).get('c') !== 'WHOLE',
  );
  expect(rows.map(({ kind }) => kind)).toEqual(expect.arrayContaining(inPart));
});

test('of several things that happened to a card the widest counts', () => {
  const extents = extentsOf([
    { kind: 'CARD_UPDATED', cards: ['a'] },
    { kind: 'CARD_MOVED', cards: ['a', 'b', 'c'] },
    { kind: 'COMMENT_ADDED', cards: ['b'] },
  ]);
  expect([...extents]).toEqual([
    ['a', 'WHOLE'],
    ['b', 'STATE'],
    ['c', 'PLACE'],
  ]);
});

async function claimOf(cardId: string): Promise<string | null> {
  const { rows } = await sql<{ claim: string | null }>`select claim from card where id = ${cardId}`.execute(
    db(),
  );
  return rows[0]!.claim;
}
