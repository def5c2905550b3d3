import { type GraphQLSchema } from 'graphql';
import { sql } from 'kysely';
import { addComment } from '../../src/core/card/comment-on-card.ts';
import { createCampaign } from '../../src/core/board/create-campaign.ts';
import type { Viewer } from '../../src/core/access/viewer.ts';
import { createWebhook } from '../../src/features/webhook/keep-webhook.ts';
import { anAdviser } from './a-bench.ts';
import { type Hosts, hosts } from './an-event.ts';
import { anOpening } from './an-opening.ts';
import { aTraining, practise, type Training, viewerOf } from './a-training.ts';
import { aCard, aHandle, type LocalOnStrike, localOnStrike } from './local-on-strike.ts';
import { newcomer } from './people.ts';
import type { TestServices } from './services.ts';

/** So much is on every list that everybody reads who reads the list at all. */
export const LONG = 5;
/** So many questions nobody looked at yet; the first of `people` asked one of them. */
export const WAITING_QUESTIONS = 3;

/** A world in which every list with pages is long, with something on it that is not for everybody. */
export interface LongLists {
  strike: LocalOnStrike;
  organizer: Viewer;
  /** Without any role. */
  volunteer: Viewer;
  /** A public card of which much was said, and its row id. */
  card: { id: string; number: number };
  hosts: Hosts;
  training: Training;
  /** Row id; the first of `people` answered two more. */
  openingId: string;
  /** Newcomers: all of them answered the opening, practised and have a place at the training. */
  people: Viewer[];
}

export async function longLists(services: TestServices, schema: GraphQLSchema): Promise<LongLists> {
  const strike = await localOnStrike(services);
  const by = await hosts(services);
  const training = await aTraining(services, by);
  const openingId = await anOpening(services, by.organizer, { organizationId: by.organizationId });
  const people: Viewer[] = [];
  for (let index = 0; index < LONG; index += 1) people.push(await newcomer(services, aHandle()));
  const card = await aCard(services, strike);
  // More of what lists hang on, with nothing on them.
  for (const slug of ['another-fight', 'a-third-fight'])
    await createCampaign(services, strike.organizer, {
      ...{ organizationId: strike.organizationId, slug: `${slug}-${strike.slug}`, title: 'More' },
      ...{ kind: 'BOYCOTT', sensitivity: 'PUBLIC' },
    });
  for (let index = 0; index < 2; index += 1) {
    await aCard(services, strike);
    await aTraining(services, by);
  }
  const world: LongLists = {
    ...{ strike, card, hosts: by, training, openingId, people },
    organizer: await viewerOf(services, strike.organizer),
    volunteer: await viewerOf(services, strike.volunteer),
  };
  await muchSaid(services, world);
  await manyAnswers(services, world);
  await manyQuestions(services, openingId, people[0]!);
  await manyAtTheDoor(services, world);
  await manyAsks(services);
  await manyAdvisers(services, strike.carmen);
  await manyNotices(services, world);
  await manyDeliveries(services, schema, world);
  return world;
}

const dbOf = (services: TestServices) => services.orm.em.fork().getKysely();

/** On a board: words about a card that everybody reads, and about one of the team. */
async function muchSaid(services: TestServices, { strike, card }: LongLists): Promise<void> {
  const hidden = await aCard(services, strike, 'OPEN', { sensitivity: 'TEAM' });
  for (let index = 0; index < LONG; index += 1)
    await addComment(services, strike.organizer, { cardId: card.id, text: `Words ${index}` });
  for (let index = 0; index < 2; index += 1)
    await addComment(services, strike.organizer, { cardId: hidden.id, text: 'Of the team' });
}

async function manyAnswers(
  services: TestServices,
  { hosts: by, openingId, people }: LongLists,
): Promise<void> {
  const others = [0, 1].map(() => anOpening(services, by.organizer, { organizationId: by.organizationId }));
  const answer = (opening: string, { personId }: Viewer, state: string) =>
    sql`insert into application (id, opening_id, person_id, state, words, given)
      values (uuidv7(), ${opening}, ${personId}, ${state}, 'I would like to.', '{}')`.execute(dbOf(services));
  for (const [index, person] of people.entries())
    await answer(openingId, person, index % 2 === 1 ? 'DECLINED' : 'SENT');
  for (const other of await Promise.all(others)) await answer(other, people[0]!, 'SENT');
}

/** About an opening: those that everybody reads, and those that wait, one of them of `asker`. */
async function manyQuestions(services: TestServices, openingId: string, asker: Viewer): Promise<void> {
  const ask = (text: string, by: string, state: string, votes: number) =>
    sql`insert into question (id, subject_kind, subject_id, text, same_hash, state, votes, asker)
      values (uuidv7(), 'Opening', ${openingId}, ${text}, sha256(${text}::bytea), ${state}, ${votes}, ${by})`.execute(
      dbOf(services),
    );
  for (let index = 0; index < LONG; index += 1)
    await ask(`Question ${index}`, `asker ${index}`, index === 0 ? 'ANSWERED' : 'SHOWN', index % 2);
  await ask('Does anybody look?', asker.personId, 'WAITING', 1);
  for (let index = 1; index < WAITING_QUESTIONS; index += 1)
    await ask(`Is this rude, or ${index}?`, 'asker of the rude', 'WAITING', 1);
}

/** At a training: who has places, one who gave theirs up, and what they practised; one practice is of its organizer. */
async function manyAtTheDoor(
  services: TestServices,
  { hosts: by, training, people }: LongLists,
): Promise<void> {
  const { eventId, cardId } = training;
  const take = (line: number, state: string) =>
    sql`insert into registration (id, event_id, name, code, seat, state, line)
      values (uuidv7(), ${eventId}, ${`Guest ${line % 3}`}, ${`CODE${line}`}, 'ROOM', ${state}, ${line})`.execute(
      dbOf(services),
    );
  for (let line = 1; line <= LONG; line += 1) await take(line, 'REGISTERED');
  await take(LONG + 1, 'CANCELLED');
  for (const person of people) await practise(services, cardId, person);
  await practise(services, cardId, by.organizer);
}

/** Those that wait for an answer, one that was held back, and one that was never sent. */
async function manyAsks(services: TestServices): Promise<void> {
  const ask = (status: string, submitted: boolean, held: boolean) =>
    sql`insert into ask (id, token_hash, status, submitted_at, held_at)
      values (uuidv7(), sha256(${crypto.randomUUID()}::bytea), ${status}, ${submitted ? sql`now()` : null},
        ${held ? sql`now()` : null})`.execute(dbOf(services));
  for (let index = 0; index < LONG; index += 1) await ask('SUBMITTED', true, false);
  await ask('HELD', false, true);
  await ask('DRAFT', false, false);
}

/** Those on the bench, one of them on the law; one who takes a break, and one who was taken off. */
async function manyAdvisers(services: TestServices, carmen: Viewer): Promise<void> {
  const advisers: Viewer[] = [];
  for (let index = 0; index < LONG + 2; index += 1)
    advisers.push(await anAdviser(services, carmen, { hours: [] }));
  const [pausing, gone, lawyer] = advisers;
  const db = dbOf(services);
  await sql`update adviser set paused = true where person_id = ${pausing!.personId}`.execute(db);
  await sql`update adviser set topics = '{The law}' where person_id = ${lawyer!.personId}`.execute(db);
  await sql`update adviser set removed_at = now() where person_id = ${gone!.personId}`.execute(db);
}

/** Of two lanes, and somebody else's. */
async function manyNotices(services: TestServices, { volunteer, people }: LongLists): Promise<void> {
  const tell = ({ personId }: Viewer, kind: string) =>
    sql`insert into notification (id, person_id, kind) values (uuidv7(), ${personId}, ${kind})`.execute(
      dbOf(services),
    );
  for (let index = 0; index < LONG; index += 1) await tell(volunteer, 'COMMENTED');
  await tell(volunteer, 'STANDING_CHANGED');
  await tell(people[1]!, 'COMMENTED');
}

async function manyDeliveries(
  services: TestServices,
  schema: GraphQLSchema,
  { organizer, strike }: LongLists,
): Promise<void> {
  const { id } = await createWebhook(services, schema, organizer, {
    ...{ label: 'Newsletter', url: 'https://union.org/hook', boardIds: [strike.boardId] },
    document: 'subscription ($board: ID!) { boardChanges(boardId: $board) { kind revision } }',
  });
  for (let index = 0; index < LONG; index += 1)
    await sql`insert into webhook_delivery (id, webhook_id, board_id, previous, read_from, revision)
      values (uuidv7(), ${id}, ${strike.boardId}, ${index}, ${index}, ${index + 1})`.execute(dbOf(services));
}
