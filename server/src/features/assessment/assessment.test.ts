import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aHandle, codeOf, type LocalOnStrike, localOnStrike } from '../../../test/support/local-on-strike.ts';
import { asNow, newcomer } from '../../../test/support/people.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import type { Viewer } from '../../core/access/viewer.ts';
import { createOrganization } from '../../core/organization/create-organization.ts';
import { setRole } from '../../core/trust/set-role.ts';
import { exportPerson } from '../closing/export-person.ts';
import { eraseMyself } from '../closing/erase-myself.ts';
import { assessment } from './feature.ts';
import { readAssessmentFigures } from './figures.ts';
import { openAssessmentRound } from './open-assessment-round.ts';
import { EDITION, questionsOf } from './questions.ts';
import { readRoundsById, readRoundsOf, readSheets } from './read-assessments.ts';
import { saveAssessment } from './save-assessment.ts';
import { submitAssessment } from './submit-assessment.ts';

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

let strike: LocalOnStrike;
let organizationId: string;
let ana: Viewer;
let ben: Viewer;
let cleo: Viewer;
/** An organization with an organizer and an approver, and somebody who is not of it. */
beforeEach(async () => {
  strike = await localOnStrike(services);
  organizationId = await createOrganization(services, strike.carmen, {
    name: 'Local 9',
    kind: 'UNION_LOCAL',
  });
  [ana, ben, cleo] = [
    await newcomer(services, aHandle()),
    await newcomer(services, aHandle()),
    await newcomer(services, aHandle()),
  ];
  await give(ana, 'ORGANIZER');
  await give(ben, 'APPROVER');
  [ana, ben] = [await asNow(services, ana), await asNow(services, ben)];
  await sql`delete from notification`.execute(db());
});

const em = () => services.orm.em.fork();
const db = () => em().getKysely();
const give = ({ handle }: Viewer, role: 'ORGANIZER' | 'APPROVER' | 'MEMBER' | null) =>
  setRole(services, strike.carmen, { organizationId, handle, role });
const open = (by = ana) => openAssessmentRound(services, by, { organizationId });
const all = (choice: number) => questionsOf(EDITION).map(({ question }) => ({ question, choice }));
const send = (who: Viewer, assessmentId: string, choice = 2) =>
  submitAssessment(services, who, { assessmentId, answers: all(choice) });
const save = (who: Viewer, assessmentId: string, answers: Parameters<typeof saveAssessment>[2]['answers']) =>
  saveAssessment(services, who, { assessmentId, answers });
const sheetsFor = async (who: Viewer, id: string) => (await readSheets(em(), [id], who.personId)).get(id)!;
const roundOf = async (id: string) => (await readRoundsById(em(), [id]))[0]!;
async function told(): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`select concat_ws(' ', handle, kind, case when read_at is null
      then 'new' end) as line from notification join person on person.id = person_id
    where kind like 'ASSESSMENT%' order by notification.id`.execute(db());
  return rows.map(({ line }) => line);
}

describe('a round', () => {
  test('is opened by an organizer, and all others of the organization are told', async () => {
    const id = await open();
    expect(await roundOf(id)).toMatchObject({ number: 1, edition: EDITION, people: 2, answered: 0 });
    expect(await told()).toEqual([`${ben.handle} ASSESSMENT_OPENED new`]);
    expect(services.sent).toContainEqual({ notify: ben.personId });
  });

  test('is not opened by an approver, a stranger or a coordinator', async () => {
    for (const who of [ben, cleo, strike.carmen]) expect(await codeOf(open(who))).toBe('NOT_ALLOWED');
    expect(await codeOf(openAssessmentRound(services, ana, { organizationId: ana.personId }))).toBe(
      'NOT_FOUND',
    );
  });

  test('closes the one before, and what was not sent goes along', async () => {
    const first = await open();
    expect(await codeOf(open())).toBe('WRONG_STAGE');
    await save(ben, first, [{ question: 'PEERS', choice: 3, note: 'The nurses of Local 7' }]);
    await send(ana, first);
    const second = await open();
    expect(await roundOf(first)).toMatchObject({ answered: 1, closedAt: expect.any(Date) });
    expect(await roundOf(second)).toMatchObject({ number: 2, answered: 0, closedAt: null });
    expect((await sheetsFor(ben, second)).own).toMatchObject({
      answers: { PEERS: 3 },
      notes: { PEERS: 'The nurses of Local 7' },
      sentAt: null,
    });
    expect((await sheetsFor(ben, first)).own).toBeNull();
    expect(await codeOf(send(ben, first))).toBe('WRONG_STAGE');
    expect((await readRoundsOf(em(), [organizationId])).map(({ number }) => number)).toEqual([2, 1]);
  });

  test('of two organizers who open one at once, one does', async () => {
    await give(cleo, 'ORGANIZER');
    cleo = await asNow(services, cleo);
    const outcomes = await Promise.allSettled([open(ana), open(cleo)]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const [refused] = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused!.reason).toMatchObject({ code: 'WRONG_STAGE', why: 'ROUND_OPEN' });
    expect(await readRoundsOf(em(), [organizationId])).toHaveLength(1);
  });
});

describe('answers', () => {
  test('are kept question by question: what another device wrote on others stays', async () => {
    const id = await open();
    await save(ana, id, [{ question: 'PEERS', choice: 1, note: ' two  locals ' }]);
    await Promise.all([
      save(ana, id, [{ question: 'ROOM', choice: 3 }]),
      save(ana, id, [{ question: 'STAGE', choice: 2 }]),
      save(ana, id, [{ question: 'PEERS', choice: 4 }]),
    ]);
    expect((await sheetsFor(ana, id)).own).toMatchObject({
      answers: { PEERS: 4, ROOM: 3, STAGE: 2 },
      notes: { PEERS: expect.stringContaining('locals') },
    });
    await save(ana, id, [{ question: 'PEERS', note: '' }]);
    expect((await sheetsFor(ana, id)).own).toMatchObject({ answers: { PEERS: 4 }, notes: {} });
  });

  test('are refused where they are none', async () => {
    const id = await open();
    for (const choice of [0, 5, 1.5, -1])
      expect(await codeOf(save(ana, id, [{ question: 'PEERS', choice }]))).toBe('INVALID_INPUT');
    expect(await codeOf(save(ana, id, [{ question: 'PEERS', note: 'x'.repeat(301) }]))).toBe('INVALID_INPUT');
    expect((await sheetsFor(ana, id)).own).toBeNull();
  });

  test('are of the own people: to all others there is no such round', async () => {
    const id = await open();
    for (const who of [cleo, strike.carmen]) {
      expect(await codeOf(save(who, id, all(1)))).toBe('NOT_FOUND');
      expect(await codeOf(send(who, id))).toBe('NOT_FOUND');
    }
    await give(ben, null);
    expect(await codeOf(save(ben, id, all(1)))).toBe('NOT_FOUND');
  });

  test('are sent when there is one for each question, and stand', async () => {
    const id = await open();
    const but = all(2).slice(1);
    expect(await codeOf(submitAssessment(services, ana, { assessmentId: id, answers: but }))).toBe(
      'INVALID_INPUT',
    );
    expect((await sheetsFor(ana, id)).own).toBeNull();
    await save(ana, id, but);
    await submitAssessment(services, ana, { assessmentId: id, answers: [{ question: 'PEERS', choice: 3 }] });
    expect((await sheetsFor(ana, id)).own).toMatchObject({ answers: { PEERS: 3 }, sentAt: expect.any(Date) });
    expect(await codeOf(save(ana, id, [{ question: 'PEERS', choice: 1 }]))).toBe('WRONG_STAGE');
    // Sent again because its answer was lost, and sent again as something else.
    await submitAssessment(services, ana, { assessmentId: id, answers: [{ question: 'PEERS', choice: 3 }] });
    expect(await codeOf(send(ana, id, 1))).toBe('WRONG_STAGE');
    expect((await sheetsFor(ana, id)).own).toMatchObject({ answers: { PEERS: 3 } });
  });

  test('of others come without drafts, notes and people', async () => {
    const id = await open();
    await save(ana, id, [{ question: 'PEERS', note: 'For me alone' }]);
    expect((await sheetsFor(ben, id)).others).toEqual([]);
    await send(ana, id, 4);
    const seen = await sheetsFor(ben, id);
    expect(seen.others).toEqual([
      { choices: expect.objectContaining({ PEERS: 4 }), sentAt: expect.any(Date) },
    ]);
    expect(JSON.stringify(seen)).not.toContain('For me alone');
    expect((await sheetsFor(ana, id)).own?.notes).toEqual({ PEERS: 'For me alone' });
  });
});

test('when everybody has answered its organizers hear of it once, and what asked for an answer is settled', async () => {
  await give(cleo, 'ORGANIZER');
  const id = await open();
  await send(ana, id);
  await send(ben, id);
  expect((await roundOf(id)).completeAt).toBeNull();
  cleo = await asNow(services, cleo);
  expect((await told()).toSorted()).toEqual(
    [`${ben.handle} ASSESSMENT_OPENED`, `${cleo.handle} ASSESSMENT_OPENED new`].toSorted(),
  );
  await send(cleo, id);
  expect((await roundOf(id)).completeAt).toBeInstanceOf(Date);
  expect((await told()).filter((line) => line.includes('ANSWERED'))).toEqual([
    `${ana.handle} ASSESSMENT_ANSWERED new`,
  ]);
  await send(cleo, id);
  expect((await told()).filter((line) => line.includes('ANSWERED'))).toHaveLength(1);
});

test('of two who send the last ones at once, one sees that all have answered', async () => {
  for (let round = 0; round < 8; round++) {
    const id = await open();
    await Promise.all([send(ana, id), send(ben, id)]);
    expect((await roundOf(id)).completeAt).toBeInstanceOf(Date);
  }
});

test('whoever leaves takes drafts and words along; the numbers stay, of nobody', async () => {
  const id = await open();
  await submitAssessment(services, ben, {
    assessmentId: id,
    answers: all(3).map((answer) => ({ ...answer, note: `Secret of ${answer.question}` })),
  });
  await send(ana, id);
  const second = await open();
  await save(ben, second, [{ question: 'PEERS', choice: 1, note: 'Another secret' }]);
  const before = (await sheetsFor(ana, id)).others;
  const exported = await exportPerson(services, ben.personId);
  expect(exported).toContain('Secret of PEERS');
  expect(exported).toContain('Another secret');
  await eraseMyself(services, ben, ben.handle);
  expect((await sheetsFor(ana, id)).others).toEqual(before);
  const { rows } = await sql<{ person_id: string | null; notes: object }>`select person_id, notes
    from assessment_sheet where assessment_id = any(${[id, second]}::uuid[]) and person_id is distinct from
    ${ana.personId}`.execute(db());
  expect(rows).toEqual([{ person_id: null, notes: {} }]);
  await eraseMyself(services, ana, ana.handle);
  expect((await sql`select from assessment where opened_by_id = ${ana.personId}`.execute(db())).rows).toEqual(
    [],
  );
});

test('a draft that nobody wrote on for 90 days goes, and rounds that nobody is left to read', async () => {
  const id = await open();
  await send(ana, id);
  await save(ben, id, [{ question: 'PEERS', choice: 1 }]);
  const ageOut = async () => {
    for (const statement of assessment.agesOut!) await statement.execute(db());
  };
  const kept = async () =>
    (
      await sql<{ sent: boolean }>`select sent_at is not null as sent from assessment_sheet
      where assessment_id = ${id} order by sent_at`.execute(db())
    ).rows.map(({ sent }) => sent);
  await sql`update assessment_sheet set saved_at = now() - interval '89 days'`.execute(db());
  await sql`update assessment set opened_at = now() - interval '91 days'`.execute(db());
  await ageOut();
  expect(await kept()).toEqual([true, false]);
  await sql`update assessment_sheet set saved_at = now() - interval '91 days'`.execute(db());
  await ageOut();
  expect(await kept()).toEqual([true]);
  await sql`delete from membership where organization_id = ${organizationId}`.execute(db());
  await ageOut();
  expect(await roundOf(id)).toBeUndefined();
});

test('figures of all organizations are there from five of them on, each weighing the same', async () => {
  await sql`delete from assessment`.execute(db());
  const answer = async (choices: number[]) => {
    const of = await createOrganization(services, strike.carmen, { name: 'Local', kind: 'UNION_LOCAL' });
    const people: Viewer[] = [];
    while (people.length < choices.length) {
      const person = await newcomer(services, aHandle());
      await setRole(services, strike.carmen, {
        organizationId: of,
        handle: person.handle,
        role: 'ORGANIZER',
      });
      people.push(await asNow(services, person));
    }
    const id = await openAssessmentRound(services, people[0]!, { organizationId: of });
    for (const [index, person] of people.entries()) await send(person, id, choices[index]);
    return { of, people, id };
  };
  const figures = () => readAssessmentFigures(em());
  for (const choice of [1, 1, 1]) await answer([choice]);
  const { people, of } = await answer([4, 4, 4]);
  // A round that nobody answered counts for nothing, nor does a draft.
  await save(people[0]!, await openAssessmentRound(services, people[0]!, { organizationId: of }), all(1));
  expect(await figures()).toBeNull();
  await answer([4]);
  expect(await figures()).toEqual({
    locals: 5,
    areas: ['PEOPLE', 'PLANNING', 'WORTH', 'ACCOUNTS', 'VOICE'].map((area) => ({ area, level: 40 })),
  });
});
