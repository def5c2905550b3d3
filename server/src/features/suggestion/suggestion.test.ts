import 'reflect-metadata';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aHandle, codeOf, type LocalOnStrike, localOnStrike } from '../../../test/support/local-on-strike.ts';
import { coordinator, newcomer } from '../../../test/support/people.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import type { Viewer } from '../../core/access/viewer.ts';
import { approveCard } from '../../core/review/review-card.ts';
import { claimCard } from '../../core/card/claim-card.ts';
import { handInCard } from '../../core/review/hand-in-card.ts';
import { setStanding } from '../../core/trust/set-standing.ts';
import { acceptSuggestion } from './accept-suggestion.ts';
import { answerSuggestion, declineSuggestion, hideSuggestion, showSuggestion } from './decide-suggestion.ts';
import { forgetAuthor } from './erase-suggestions.ts';
import {
  hasAddress,
  makeSuggestion,
  MAX_TODAY,
  MAX_WAITING,
  type SuggestionGiven,
} from './make-suggestion.ts';
import { readBySecret, withdrawSuggestion } from './own-suggestion.ts';
import { readPage, readSuggestions } from './read-suggestions.ts';
import { PROGRAMME } from './suggestion-rights.ts';
import { takeBackSuggestionVote, voteForSuggestion } from './vote-for-suggestion.ts';

let database: TestDatabase;
let services: TestServices;
let strike: LocalOnStrike;
let carmen: Viewer;
let ana: Viewer;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  strike = await localOnStrike(services);
  carmen = strike.carmen;
  ana = await newcomer(services, aHandle());
});
afterAll(async () => {
  await services.close();
  await database.drop();
});
beforeEach(async () => {
  await sql`delete from notification`.execute(db());
  await sql`delete from suggestion`.execute(db());
});

const db = () => services.orm.em.fork().getKysely();
const make = (
  text: string,
  who: Viewer | string = ana,
  more: Partial<SuggestionGiven> = {},
  about = PROGRAMME,
) =>
  makeSuggestion(services, typeof who === 'string' ? null : who, about, {
    voter: typeof who === 'string' ? who : who.personId,
    kind: 'SUGGESTION',
    text,
    anonymous: false,
    ...more,
  });
const accept = (suggestionId: string, who = carmen, about = PROGRAMME) =>
  acceptSuggestion(services, who, about, { suggestionId, skill: 'WEB_DEVELOPMENT', hours: 2 });
const row = async (id: string) => (await readSuggestions(db(), sql`id = ${id}`))[0];
const told = async (personId: string) =>
  (
    await sql<{ kind: string }>`select kind from notification where person_id = ${personId}
      and kind like 'SUGGESTION%' order by id`.execute(db())
  ).rows.map(({ kind }) => kind);
async function shown(text: string, who: Viewer | string = ana, about = PROGRAMME): Promise<string> {
  const { id } = await make(text, who, {}, about);
  await showSuggestion(services, carmen, about, id);
  return id;
}
async function expectCountsAreTrue(): Promise<void> {
  const { rows } = await sql`select id from suggestion where votes <>
    (select count(*) from suggestion_vote where suggestion_id = suggestion.id)`.execute(db());
  expect(rows).toEqual([]);
}

describe('what somebody suggests', () => {
  test('waits, is shown, is answered within the time that was promised; who made it is told, once', async () => {
    const { id, secret } = await make('Show the night buses on the map');
    expect(secret).toBeNull();
    const fresh = (await row(id))!;
    expect(fresh).toMatchObject({ state: 'WAITING', votes: 1, handleShown: true, late: false });
    expect(fresh.answerBy.getTime() - fresh.madeAt.getTime()).toBe(3 * 24 * 3_600_000);
    expect(await told(carmen.personId)).toEqual(['SUGGESTION_WAITS']);
    await sql`update suggestion set made_at = now() - interval '73 hours' where id = ${id}`.execute(db());
    expect(await row(id)).toMatchObject({ late: true });
    await answerSuggestion(services, carmen, PROGRAMME, { suggestionId: id, text: 'Soon.' });
    await answerSuggestion(services, carmen, PROGRAMME, { suggestionId: id, text: 'In May.' });
    expect(await row(id)).toMatchObject({ state: 'ANSWERED', answer: 'In May.', late: false });
    expect(await told(ana.personId)).toEqual(['SUGGESTION_ANSWERED']);
  });

  test('is shown at once from people of standing without an address in it, and from those who are asked', async () => {
    const handle = aHandle();
    const vera = await newcomer(services, handle);
    await setStanding(services, carmen, { handle, standing: 'VETTED', note: 'Known' });
    expect(await row((await make('Larger letters, please', vera)).id)).toMatchObject({ state: 'SHOWN' });
    expect(await row((await make('As on example.org/map', vera)).id)).toMatchObject({ state: 'WAITING' });
    expect(await row((await make('From a coordinator', carmen)).id)).toMatchObject({ state: 'SHOWN' });
    expect(await row((await make('From a browser', 'b')).id)).toMatchObject({ state: 'WAITING' });
  });

  test.each(['https://a.example', 'see a.example', 'WWW.a', 'ｗｗｗ.a.com', 'me@there'])(
    '%s is an address',
    (text) => expect(hasAddress(text)).toBe(true),
  );
  test.each(['No links. None', 'At 6.30 we start', '¿Por qué? Porque sí.'])('%s is none', (text) =>
    expect(hasAddress(text)).toBe(false),
  );

  test('by a stranger has a receipt, which opens it alone; the secret is nowhere', async () => {
    const { id, secret } = await make('A map of the lines', 'browser', { thankAs: ' Rosa ' });
    expect(await readBySecret(db(), secret!)).toMatchObject({ id, thankAs: 'Rosa' });
    expect(await readBySecret(db(), ` #${secret!} `)).toMatchObject({ id });
    expect(await codeOf(readBySecret(db(), 'another'))).toBe('NOT_FOUND');
    const { rows } = await sql<{ all: string }>`select suggestion::text as all from suggestion`.execute(db());
    expect(rows[0]!.all).not.toContain(secret);
  });

  test('keeps of the page its path alone, and nothing where it is about a campaign', async () => {
    const at = async (page: string, about = PROGRAMME) => {
      await sql`delete from suggestion`.execute(db());
      return (await row((await make('Something here', ana, { page }, about)).id))!.page;
    };
    expect(await at('/e/talk?x=1#secret')).toBe('/e/talk');
    expect(await at('javascript:alert(1)')).toBeNull();
    expect(await at(`/unsubscribe/${'a1-_'.repeat(11)}`)).toBeNull();
    expect(await at('/e/talk', strike.campaignId)).toBeNull();
  });

  test('again in the same words is a vote, without a receipt; hidden ones stay hidden', async () => {
    const id = await shown('Bigger buttons!');
    expect(await make('  bigger BUTTONS ', 'browser')).toEqual({ id, secret: null });
    expect(await row(id)).toMatchObject({ votes: 2 });
    await hideSuggestion(services, carmen, PROGRAMME, { suggestionId: id, allOfAsker: false });
    expect(await make('Bigger buttons', 'browser')).not.toEqual({ id, secret: null });
    expect(await row(id)).toMatchObject({ state: 'HIDDEN', votes: 2 });
    // About something else they are others.
    expect((await make('Bigger buttons', ana, {}, strike.campaignId)).id).not.toBe(id);
  });

  // mutant: the same words find a row whatever its state, and the missing receipt tells that somebody wrote them before.
  test.each(['WAITING', 'HIDDEN'] as const)('in words that are %s is as new as any other', async (state) => {
    const { id } = await make('Nobody may know of this', 'first');
    if (state === 'HIDDEN')
      await hideSuggestion(services, carmen, PROGRAMME, { suggestionId: id, allOfAsker: false });
    const again = await make('Nobody may know of THIS', 'second');
    const fresh = await make('Something else', 'third');
    expect(again.id).not.toBe(id);
    const { madeAt: _, answerBy: __, ...seen } = await readBySecret(db(), again.secret!);
    expect(seen).toMatchObject({ state: 'WAITING', votes: 1 });
    expect(typeof again.secret).toBe(typeof fresh.secret);
    expect(await row(id)).toMatchObject({ state, votes: 1 });
    // One's own are known to oneself, and once shown they are everybody's.
    expect(await make('nobody may know of this', 'second')).toEqual({ id: again.id, secret: null });
    await showSuggestion(services, carmen, PROGRAMME, again.id);
    expect((await make('nobody may know of this', 'fourth')).id).toBe(again.id);
    expect((await make('nobody may know of this', 'first')).id).toBe(again.id);
    await expectCountsAreTrue();
  });

  test('is taken from whoever fills the trap or is very fast, and only comes last', async () => {
    const trapped = await make('From a program', 'p', { trap: 'http://' });
    const fast = await make('Typed ahead of time', 'f', { seconds: 0 });
    const slow = await make('From a person', 's', { seconds: 20 });
    const waiting = { about: PROGRAMME, show: 'WAITING', own: null, limit: 9, after: null } as const;
    const ids = (await readPage(services.orm.em.fork(), waiting)).map(({ id }) => id);
    expect(ids).toEqual([slow.id, trapped.id, fast.id]);
  });

  test.each(['', 'Hm.', 'x'.repeat(1_001)])('of a wrong length is refused', async (text) => {
    expect(await codeOf(make(text))).toBe('INVALID_INPUT');
  });

  test('of a troll: five wait, who is asked is told once, one tap hides them all, others stay', async () => {
    const codes: unknown[] = [];
    for (let n = 0; n < 40; n += 1)
      codes.push((await codeOf(make(`Troll number ${n}`, 'troll')).catch(() => null)) ?? 'MADE');
    expect(codes.filter((code) => code === 'TOO_MANY_REQUESTS')).toHaveLength(40 - MAX_WAITING);
    expect(await told(carmen.personId)).toEqual(['SUGGESTION_WAITS']);
    const honest = await make('An honest word');
    const [{ id: suggestionId } = { id: '' }] = await readSuggestions(db(), sql`asker = 'troll'`);
    expect(await hideSuggestion(services, carmen, PROGRAMME, { suggestionId, allOfAsker: true })).toBe(5);
    expect(await row(honest.id)).toMatchObject({ state: 'WAITING' });
  });

  test('is of five at most that wait, also when many come at once, and of ten in a day', async () => {
    const tries = Array.from({ length: 12 }, (_, n) => make(`All at once ${n}`, 'fast'));
    const done = (await Promise.allSettled(tries)).filter(({ status }) => status === 'fulfilled');
    expect(done).toHaveLength(MAX_WAITING);
    for (let n = 0; n < MAX_TODAY; n += 1) await shown(`One after the other ${n}`, 'slow');
    expect(await codeOf(make('One more', 'slow'))).toBe('TOO_MANY_REQUESTS');
  });
});

describe('who may what', () => {
  test('a campaign that may not be read takes nothing and shows nothing', async () => {
    const hidden = await localOnStrike(services, { sensitivity: 'TEAM' });
    expect(await codeOf(make('Is anybody there?', ana, {}, hidden.campaignId))).toBe('NOT_FOUND');
    expect(await codeOf(make('Is anybody there?', 'browser', {}, hidden.campaignId))).toBe('NOT_FOUND');
  });

  test('who is on hold, or not wanted on a campaign, is refused', async () => {
    const held = await newcomer(services, aHandle());
    await sql`update person set standing = 'SUSPENDED' where id = ${held.personId}`.execute(db());
    expect(await codeOf(make('On hold here', held))).toBe('SUSPENDED');
    const blocked = await newcomer(services, aHandle());
    await sql`insert into campaign_block (campaign_id, person_id, reason)
      values (${strike.campaignId}, ${blocked.personId}, 'x')`.execute(db());
    expect(await codeOf(make('Blocked here', blocked, {}, strike.campaignId))).toBe('BLOCKED');
  });

  const acts = {
    show: (who: Viewer, id: string, about: string) => showSuggestion(services, who, about, id),
    hide: (who: Viewer, id: string, about: string) =>
      hideSuggestion(services, who, about, { suggestionId: id, allOfAsker: true }),
    answer: (who: Viewer, id: string, about: string) =>
      answerSuggestion(services, who, about, { suggestionId: id, text: 'No' }),
    decline: (who: Viewer, id: string, about: string) =>
      declineSuggestion(services, who, about, { suggestionId: id, text: 'No' }),
    accept: (who: Viewer, id: string, about: string) => accept(id, who, about),
  };
  test.each(Object.entries(acts))('to %s is for those who are asked', async (_name, act) => {
    const other = await newcomer(services, aHandle());
    const before = async () =>
      (await sql`select state, votes, card_id from suggestion order by id`.execute(db())).rows;
    for (const about of [PROGRAMME, strike.campaignId]) {
      const waiting = await make(`Waits here ${about}`, 'browser', {}, about);
      const open = await shown(`Stands here ${about}`, ana, about);
      const was = await before();
      expect(await codeOf(act(other, waiting.id, about))).toBe('NOT_FOUND');
      expect(await codeOf(act(other, open, about))).toBe('NOT_ALLOWED');
      expect(await codeOf(act(ana, open, about))).toBe('NOT_ALLOWED');
      expect(await before()).toEqual(was);
    }
    const { rows } = await sql`select from programme_campaign`.execute(db());
    expect(rows.length).toBeLessThan(2);
  });

  test('one that waits takes no votes', async () => {
    const { id } = await make('Not to be seen yet', 'browser');
    const vote = (voter: string) => voteForSuggestion(services, null, PROGRAMME, { suggestionId: id, voter });
    expect(await codeOf(vote('other'))).toBe('NOT_FOUND');
    expect(await codeOf(vote('browser'))).toBe('WRONG_STAGE');
  });
});

describe('an accepted suggestion', () => {
  test('is an open card on the board of the programme, once, however many accept at once', async () => {
    await sql`delete from programme_campaign`.execute(db());
    const others = await Promise.all([1, 2, 3].map(() => coordinator(services, aHandle())));
    const ids = [await shown('A darker dark'), await shown('A lighter light')];
    await Promise.all([carmen, ...others].flatMap((who) => ids.map((id) => accept(id, who))));
    const { rows: campaigns } = await sql<{ slug: string; sensitivity: string }>`select slug, sensitivity
      from campaign where id in (select campaign_id from programme_campaign)`.execute(db());
    expect(campaigns).toEqual([{ slug: expect.stringMatching(/^about-strikeboard/), sensitivity: 'PUBLIC' }]);
    const { rows: cards } =
      await sql`select title, status, sensitivity from card join board on board.id = board_id
      where campaign_id in (select campaign_id from programme_campaign) order by title`.execute(db());
    expect(cards).toEqual([
      { title: 'A darker dark', status: 'OPEN', sensitivity: 'PUBLIC' },
      { title: 'A lighter light', status: 'OPEN', sensitivity: 'PUBLIC' },
    ]);
    expect(await told(ana.personId)).toEqual(['SUGGESTION_ACCEPTED', 'SUGGESTION_ACCEPTED']);
  });

  test('tells whoever made it when its card is done, once', async () => {
    const id = await shown('Thank people by name');
    await accept(id);
    const { cardId } = (await row(id))!;
    const worker = await newcomer(services, aHandle());
    await claimCard(services, worker.personId, { cardId: cardId! });
    await handInCard(services, worker.personId, { cardId: cardId!, note: 'Done', links: [] });
    expect(await row(id)).toMatchObject({ state: 'ACCEPTED', doneAt: null });
    await approveCard(services, carmen.personId, { cardId: cardId!, thanks: 'Thank you' });
    expect(await row(id)).toMatchObject({ doneAt: expect.any(Date) as Date });
    expect(await told(ana.personId)).toEqual(['SUGGESTION_ACCEPTED', 'SUGGESTION_DONE']);
  });

  test('about a campaign is a draft on its board, in its words and within what a card holds', async () => {
    const long = `Ask the bakers\n${'to bring bread '.repeat(40)}`;
    const id = await shown(long, ana, strike.campaignId);
    await accept(id, carmen, strike.campaignId);
    const { rows } = await sql<{ title: string; status: string; length: number }>`select title, status,
      char_length(deliverable) as length from card where id = (select card_id from suggestion where id = ${id})`.execute(
      db(),
    );
    expect(rows[0]).toMatchObject({ title: 'Ask the bakers', status: 'DRAFT' });
    expect(rows[0]!.length).toBeLessThanOrEqual(300);
  });

  test('after a no is possible, a no after it is not; hidden and shown again it is what it was', async () => {
    const id = await shown('Perhaps later');
    await declineSuggestion(services, carmen, PROGRAMME, { suggestionId: id, text: 'Not now.' });
    await accept(id);
    expect(await row(id)).toMatchObject({ state: 'ACCEPTED', answer: 'Not now.' });
    const decline = declineSuggestion(services, carmen, PROGRAMME, { suggestionId: id, text: 'No.' });
    expect(await codeOf(decline)).toBe('WRONG_STAGE');
    await hideSuggestion(services, carmen, PROGRAMME, { suggestionId: id, allOfAsker: false });
    expect(await codeOf(accept(id))).toBe('WRONG_STAGE');
    await showSuggestion(services, carmen, PROGRAMME, id);
    expect(await row(id)).toMatchObject({ state: 'ACCEPTED' });
  });
});

describe('leaving', () => {
  test('takes votes and words along; an answer stays, and says not whose suggestion it was', async () => {
    const me = await newcomer(services, aHandle());
    const [open, answered, theirs] = [
      await shown('Mine here', me),
      await shown('Answered', me),
      await shown('Theirs'),
    ];
    await answerSuggestion(services, carmen, PROGRAMME, { suggestionId: answered, text: 'Yes' });
    await voteForSuggestion(services, me, PROGRAMME, { suggestionId: theirs, voter: me.personId });
    await forgetAuthor(db(), me.personId);
    expect(await row(open)).toBeUndefined();
    expect(await row(answered)).toMatchObject({ asker: '', personId: null, handleShown: false, votes: 0 });
    expect((await row(theirs))!.votes).toBe(1);
    await expectCountsAreTrue();
  });

  test('a stranger takes back by the receipt, a person by themselves, and nobody else does', async () => {
    const { id, secret } = await make('Second thoughts', 'browser');
    expect(await codeOf(withdrawSuggestion(services, { viewer: ana, suggestionId: id }))).toBe('NOT_FOUND');
    expect(await codeOf(withdrawSuggestion(services, { viewer: null, suggestionId: id }))).toBe(
      'NOT_SIGNED_IN',
    );
    expect(await withdrawSuggestion(services, { secret: secret! })).toBe(true);
    expect(await row(id)).toBeUndefined();
    const other = await make('Answered ones stay', 'browser', { thankAs: 'Rosa' });
    await answerSuggestion(services, carmen, PROGRAMME, { suggestionId: other.id, text: 'Yes' });
    expect(await withdrawSuggestion(services, { secret: other.secret! })).toBe(false);
    expect(await row(other.id)).toMatchObject({ thankAs: null, asker: '' });
    expect(await codeOf(withdrawSuggestion(services, { secret: other.secret! }))).toBe('NOT_FOUND');
  });
});

test('whatever people do at once, numbers are those of the votes', async () => {
  const step = fc.record({
    act: fc.constantFrom('vote', 'back', 'hide', 'show', 'make'),
    who: fc.constantFrom('a', 'b', 'c'),
    which: fc.nat({ max: 2 }),
  });
  const texts = ['The first one', 'The second one', 'The third one'];
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      await sql`delete from suggestion`.execute(db());
      const ids = await Promise.all(texts.map((text) => shown(text)));
      await Promise.allSettled(
        steps.map(({ act, who, which }) => {
          const given = { suggestionId: ids[which]!, voter: who };
          if (act === 'vote') return voteForSuggestion(services, null, PROGRAMME, given);
          if (act === 'back') return takeBackSuggestionVote(services, null, PROGRAMME, given);
          if (act === 'hide')
            return hideSuggestion(services, carmen, PROGRAMME, { ...given, allOfAsker: false });
          return act === 'show'
            ? showSuggestion(services, carmen, PROGRAMME, ids[which]!)
            : make(texts[which]!, who);
        }),
      );
      await expectCountsAreTrue();
    }),
    { numRuns: 20 },
  );
}, 60_000);
