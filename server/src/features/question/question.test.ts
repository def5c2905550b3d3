import 'reflect-metadata';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aHandle, codeOf, type LocalOnStrike, localOnStrike } from '../../../test/support/local-on-strike.ts';
import { newcomer } from '../../../test/support/people.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import type { Viewer } from '../../core/access/viewer.ts';
import { createOrganization } from '../../core/organization/create-organization.ts';
import { type Refusal, wrongStage } from '../../platform/refusal/refusal.ts';
import { askQuestion, MAX_ASKED, MAX_WAITING, sameHashOf } from './ask-question.ts';
import type { AskedAbout, QuestionsChanged, Subject } from './asked-about.ts';
import { forgetAsker } from './erase-questions.ts';
import { answerQuestion, hideQuestion, mergeQuestions, showQuestion } from './moderate-questions.ts';
import type { QuestionRow } from './read-questions.ts';
import { readQuestions } from './read-questions.ts';
import { takeBackVote, voteForQuestion } from './vote-for-question.ts';

let database: TestDatabase;
let services: TestServices;
let strike: LocalOnStrike;
let carmen: Viewer;
/** Two who ask. */
let ana: Viewer;
let bo: Viewer;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  strike = await localOnStrike(services);
  carmen = strike.carmen;
  [ana, bo] = [await newcomer(services, aHandle()), await newcomer(services, aHandle())];
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

/** Organizations as something to ask about: coordinators moderate. */
const settings = { shownAtOnce: false, closed: false, hidden: false };
const about: AskedAbout = {
  table: 'organization',
  rights: async ({ em, viewerId }, ids) => {
    const { rows } = await sql<{ coordinator: boolean }>`select coordinator from person
      where id = ${viewerId}`.execute(em.getKysely());
    const rights = {
      askRefusal: settings.closed ? wrongStage('CAMPAIGN_ENDED', 'Closed.') : null,
      moderates: rows[0]?.coordinator ?? false,
      shownAtOnce: settings.shownAtOnce,
      path: '/o/one',
    };
    return new Map(settings.hidden ? [] : ids.map((id) => [id, rights]));
  },
  told: async () => [carmen.personId],
};
let subject: Subject;
beforeEach(async () => {
  Object.assign(settings, { shownAtOnce: false, closed: false, hidden: false });
  const id = await createOrganization(services, carmen, { name: 'Asked', kind: 'COALITION' });
  subject = { kind: 'Organization', id, about };
  await sql`delete from notification`.execute(db());
});

const db = () => services.orm.em.fork().getKysely();
const ask = (text: string, who: Viewer | string = ana, anonymous = false) =>
  typeof who === 'string'
    ? askQuestion(services, null, subject, { voter: who, text, anonymous })
    : askQuestion(services, who, subject, { voter: who.personId, text, anonymous });
const vote = (questionId: string, who: Viewer | string) =>
  typeof who === 'string'
    ? voteForQuestion(services, null, subject, { questionId, voter: who })
    : voteForQuestion(services, who, subject, { questionId, voter: who.personId });
const show = (id: string) => showQuestion(services, carmen, subject, id);
async function shown(text: string, who: Viewer | string = ana) {
  const id = await ask(text, who);
  await show(id);
  return id;
}
async function row(id: string): Promise<QuestionRow> {
  const [found] = await readQuestions(services.orm.em.fork(), sql`id = ${id}`);
  return found!;
}
async function voters(id: string): Promise<string[]> {
  const { rows } = await sql<{ voter: string }>`select voter from question_vote where question_id = ${id}
    order by 1`.execute(db());
  return rows.map(({ voter }) => voter);
}
/** Whatever was done, the number in each row is the number of its votes. */
async function expectCountsAreTrue(): Promise<void> {
  const { rows } = await sql`select id from question where votes <>
    (select count(*) from question_vote where question_id = question.id)`.execute(db());
  expect(rows).toEqual([]);
}
const told = async (kind: string) =>
  (
    await sql<{ personId: string; path: string }>`select person_id as "personId", path from notification
    where kind = ${kind}`.execute(db())
  ).rows;

describe('a question', () => {
  test('waits, is shown, is answered; who asked is told, once', async () => {
    const id = await ask('Is it a night shift?');
    expect(await row(id)).toMatchObject({ state: 'WAITING', votes: 1, handleShown: true });
    expect(await told('QUESTION_WAITS')).toEqual([{ personId: carmen.personId, path: '/o/one' }]);
    await show(id);
    expect(await row(id)).toMatchObject({ state: 'SHOWN' });
    await answerQuestion(services, carmen, subject, { questionId: id, text: 'No.' });
    await answerQuestion(services, carmen, subject, { questionId: id, text: 'No, days.' });
    expect(await row(id)).toMatchObject({
      state: 'ANSWERED',
      answer: 'No, days.',
      answeredById: carmen.personId,
    });
    expect(await told('QUESTION_ANSWERED')).toEqual([{ personId: ana.personId, path: '/o/one' }]);
  });

  test('is shown at once where the noun says so, and when a moderator asks it', async () => {
    expect(await row(await ask('By who moderates?', carmen))).toMatchObject({ state: 'SHOWN' });
    settings.shownAtOnce = true;
    expect(await row(await ask('At once?'))).toMatchObject({ state: 'SHOWN' });
    expect(await told('QUESTION_WAITS')).toEqual([]);
  });

  test('without an account names nobody, nor does an anonymous one', async () => {
    expect(await row(await ask('Who asks?', 'browser'))).toMatchObject({
      personId: null,
      handleShown: false,
    });
    expect(await row(await ask('Who else?', ana, true))).toMatchObject({ handleShown: false });
  });

  test('asked again in the same words is a vote, also once it was merged; hidden ones stay hidden', async () => {
    const id = await shown('Is there travel?');
    expect(await ask('  is THERE travel ', bo)).toBe(id);
    expect(await ask('Is there travel?', bo)).toBe(id);
    expect(await voters(id)).toEqual([ana.personId, bo.personId].sort());
    const other = await ask('Do I have to travel?', bo);
    await mergeQuestions(services, carmen, subject, { questionId: other, intoId: id });
    expect(await ask('Do I have to travel?', 'browser')).toBe(id);
    expect((await row(id)).votes).toBe(3);
    await hideQuestion(services, carmen, subject, { questionId: id, allOfAsker: false });
    expect(await ask('Is there travel?', 'another browser')).toBe(id);
    expect((await row(id)).state).toBe('HIDDEN');
  });

  test('of signs alone is one of its own', () => {
    expect(sameHashOf('???')).not.toEqual(sameHashOf('!!!'));
    expect(sameHashOf('¿Cuánto?')).toEqual(sameHashOf('cuánto'));
    // Marks of a script are no marks of a sentence.
    expect(sameHashOf('कि')).not.toEqual(sameHashOf('की'));
  });

  test.each(['', 'x', 'x'.repeat(501)])('of a wrong length is refused', async (text) => {
    expect(await codeOf(ask(text))).toBe('INVALID_INPUT');
  });

  test('is refused where one may not read, may not ask, or is on hold', async () => {
    settings.closed = true;
    expect(await codeOf(ask('Late?'))).toBe('WRONG_STAGE');
    settings.hidden = true;
    expect(await codeOf(ask('There?'))).toBe('NOT_FOUND');
    settings.hidden = settings.closed = false;
    const held = await newcomer(services, aHandle());
    await sql`update person set standing = 'SUSPENDED' where id = ${held.personId}`.execute(db());
    expect(await codeOf(ask('Me?', held))).toBe('SUSPENDED');
  });

  test('of a troll: five wait, whoever moderates is told once, and one tap hides them all', async () => {
    const codes: unknown[] = [];
    for (let n = 0; n < 40; n += 1)
      codes.push(
        await ask(`Troll ${n}`, 'troll').then(
          () => 'ASKED',
          (refusal: Refusal) => refusal.code,
        ),
      );
    expect(codes).toEqual(Array.from(codes, (_, n) => (n < MAX_WAITING ? 'ASKED' : 'TOO_MANY_REQUESTS')));
    expect(await told('QUESTION_WAITS')).toHaveLength(1);
    const honest = await ask('An honest one?');
    const { rows } = await sql<{ id: string }>`select id from question where asker = 'troll' limit 1`.execute(
      db(),
    );
    const hidden = await hideQuestion(services, carmen, subject, {
      questionId: rows[0]!.id,
      allOfAsker: true,
    });
    expect(hidden).toBe(MAX_WAITING);
    expect((await row(honest)).state).toBe('WAITING');
  });

  test('is the last of twenty, however fast they are shown', async () => {
    settings.shownAtOnce = true;
    for (let n = 0; n < MAX_ASKED; n += 1) await ask(`Question ${n}`);
    expect(await codeOf(ask('One more'))).toBe('TOO_MANY_REQUESTS');
  });

  test('of five at most, also when many come at once', async () => {
    const tries = Array.from({ length: 12 }, (_, n) => ask(`At once ${n}`, 'fast'));
    const done = (await Promise.allSettled(tries)).filter(({ status }) => status === 'fulfilled');
    expect(done).toHaveLength(MAX_WAITING);
  });
});

describe('a vote', () => {
  test('counts once for each voter, whoever presses how often at once', async () => {
    const id = await shown('Popular?');
    const crowd = [bo, 'one', 'two'].flatMap((who) => Array.from({ length: 4 }, () => vote(id, who)));
    await Promise.all(crowd);
    expect((await row(id)).votes).toBe(4);
    await Promise.all(
      [1, 2, 3].map(() => takeBackVote(services, null, subject, { questionId: id, voter: 'one' })),
    );
    expect((await row(id)).votes).toBe(3);
    await expectCountsAreTrue();
  });

  test('is refused for what is not shown, and tells nobody that it is there', async () => {
    const id = await ask('Waiting?');
    expect(await codeOf(vote(id, bo))).toBe('NOT_FOUND');
    expect(await codeOf(vote(id, ana))).toBe('WRONG_STAGE');
    expect(await codeOf(vote(id, carmen))).toBe('WRONG_STAGE');
  });
});

describe('moderating', () => {
  test('is for those who are asked; others do not learn what waits', async () => {
    const waits = await ask('Waiting?');
    const open = await shown('Open?');
    for (const [id, code] of [
      [waits, 'NOT_FOUND'],
      [open, 'NOT_ALLOWED'],
    ] as const) {
      expect(await codeOf(showQuestion(services, bo, subject, id))).toBe(code);
      expect(await codeOf(hideQuestion(services, bo, subject, { questionId: id, allOfAsker: true }))).toBe(
        code,
      );
      expect(await codeOf(answerQuestion(services, bo, subject, { questionId: id, text: 'Yes' }))).toBe(code);
      expect(await codeOf(mergeQuestions(services, bo, subject, { questionId: id, intoId: open }))).toBe(
        code,
      );
    }
    expect(await codeOf(showQuestion(services, ana, subject, waits))).toBe('NOT_ALLOWED');
  });

  test('merges: votes go along, one for each voter, and earlier ones too', async () => {
    const [one, two, three] = [
      await shown('One?', 'a'),
      await shown('Two?', 'b'),
      await shown('Three?', 'c'),
    ];
    await vote(one, 'c');
    await vote(two, 'a');
    await mergeQuestions(services, carmen, subject, { questionId: three, intoId: two });
    await mergeQuestions(services, carmen, subject, { questionId: two, intoId: one });
    expect(await voters(one)).toEqual(['a', 'b', 'c']);
    expect([await row(two), await row(three)]).toMatchObject([
      { state: 'MERGED', votes: 0, mergedIntoId: one },
      { state: 'MERGED', votes: 0, mergedIntoId: one },
    ]);
    await expectCountsAreTrue();
    expect(await codeOf(show(two))).toBe('WRONG_STAGE');
  });

  test('merges no answered, hidden or same one, and nothing of another page', async () => {
    const [one, two] = [await shown('One?'), await shown('Two?')];
    const merge = (questionId: string, intoId: string) =>
      codeOf(mergeQuestions(services, carmen, subject, { questionId, intoId }));
    expect(await merge(one, one)).toBe('WRONG_STAGE');
    await answerQuestion(services, carmen, subject, { questionId: one, text: 'Yes' });
    expect(await merge(one, two)).toBe('WRONG_STAGE');
    await hideQuestion(services, carmen, subject, { questionId: two, allOfAsker: false });
    expect(await merge(two, one)).toBe('WRONG_STAGE');
    expect(await codeOf(answerQuestion(services, carmen, subject, { questionId: two, text: 'No' }))).toBe(
      'WRONG_STAGE',
    );
    const here = subject;
    const id = await createOrganization(services, carmen, { name: 'Another', kind: 'COALITION' });
    subject = { ...here, id };
    const elsewhere = await shown('Elsewhere?');
    subject = here;
    expect(await merge(elsewhere, one)).toBe('NOT_FOUND');
  });

  test('shows again with its answer what was hidden', async () => {
    const id = await shown('Again?');
    await answerQuestion(services, carmen, subject, { questionId: id, text: 'Yes' });
    await hideQuestion(services, carmen, subject, { questionId: id, allOfAsker: false });
    await show(id);
    expect(await row(id)).toMatchObject({ state: 'ANSWERED', answer: 'Yes' });
  });
});

test('a noun with a log hears of each change which questions it touched, in the transaction', async () => {
  const log: QuestionsChanged[] = [];
  const change: AskedAbout['change'] = ({ orm }, _id, _viewer, work) =>
    orm.em.fork().transactional(async (em) => void log.push(await work(em)));
  subject = { ...subject, about: { ...about, change } };
  const id = await ask('Logged?');
  await show(id);
  await show(id);
  await vote(id, 'x');
  await vote(id, 'x');
  await hideQuestion(services, carmen, subject, { questionId: id, allOfAsker: false });
  expect(log).toEqual([
    { what: 'ASKED', questions: [id], hidden: [] },
    { what: 'SHOWN', questions: [id], hidden: [] },
    { what: 'SHOWN', questions: [], hidden: [] },
    { what: 'VOTED', questions: [id], hidden: [] },
    { what: 'VOTED', questions: [], hidden: [] },
    // It left the view of everybody.
    { what: 'HIDDEN', questions: [id], hidden: [id] },
  ]);
});

test('whoever leaves takes votes and questions along; an answer stays, and says not whose question it was', async () => {
  const me = await newcomer(services, aHandle());
  const [open, answered, others] = [
    await shown('Mine?', me),
    await shown('Answered?', me),
    await shown('Theirs?'),
  ];
  await answerQuestion(services, carmen, subject, { questionId: answered, text: 'Yes' });
  await vote(others, me);
  await forgetAsker(db(), me.personId);
  expect(await row(open)).toBeUndefined();
  expect(await row(answered)).toMatchObject({ asker: '', personId: null, handleShown: false, votes: 0 });
  expect((await row(others)).votes).toBe(1);
  await expectCountsAreTrue();
});

test('whatever people do at once, numbers are those of the votes, and a voter has one vote in each question', async () => {
  const step = fc.record({
    act: fc.constantFrom('vote', 'back', 'merge', 'hide', 'show', 'ask'),
    who: fc.constantFrom('a', 'b', 'c'),
    which: fc.nat({ max: 3 }),
    other: fc.nat({ max: 3 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      const id = await createOrganization(services, carmen, { name: 'Asked', kind: 'COALITION' });
      subject = { kind: 'Organization', id, about };
      const ids = await Promise.all(['One', 'Two', 'Three', 'Four'].map((text) => shown(text)));
      await Promise.allSettled(
        steps.map(({ act, who, which, other }) => {
          const questionId = ids[which]!;
          if (act === 'vote') return vote(questionId, who);
          if (act === 'back') return takeBackVote(services, null, subject, { questionId, voter: who });
          if (act === 'merge')
            return mergeQuestions(services, carmen, subject, { questionId, intoId: ids[other]! });
          if (act === 'hide')
            return hideQuestion(services, carmen, subject, { questionId, allOfAsker: false });
          return act === 'show' ? show(questionId) : ask(['One', 'Two', 'Three', 'Four'][which]!, who);
        }),
      );
      await expectCountsAreTrue();
      const { rows } = await sql`select id from question where state = 'MERGED'
        and (votes > 0 or merged_into_id in (select id from question where state = 'MERGED'))`.execute(db());
      expect(rows).toEqual([]);
    }),
    { numRuns: 25 },
  );
}, 60_000);
